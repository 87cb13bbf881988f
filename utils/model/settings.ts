import { STYLE_IDS, type StyleId } from './citation-style';
import { readSearches, type SearchTemplate } from './search-template';

/** How the pointer opens a note. By key, by touch and from the menu it can be opened always. */
export type OpensBy = 'rest' | 'shift' | 'never';

/** What the reader decided. Read by every context from `storage.local` under {@link SETTINGS_KEY}. */
export interface Settings {
  readonly version: 1;
  /** Off everywhere when false. */
  readonly on: boolean;
  /** Host names where Ibid is off. */
  readonly offHosts: readonly string[];
  /** How citations are marked on pages. */
  readonly marks: 'none' | 'quiet' | 'strong';
  /** Whether citations of works in the reading list have a mark of their own. */
  readonly listMarks: boolean;
  /** What opens the note of a short marker, and of other links: a pointer that rests, one that rests while Shift is held, or neither. */
  readonly markerOpens: OpensBy;
  readonly linkOpens: OpensBy;
  /** Rest before a note opens on a short marker, milliseconds, 0–2000. */
  readonly markerDelayMs: number;
  /** Rest before a note opens on other links, milliseconds, 0–2000. */
  readonly linkDelayMs: number;
  /** Time between leaving and closing, milliseconds. */
  readonly graceMs: number;
  /** Colours of notes and of the extension's pages. */
  readonly theme: 'auto' | 'light' | 'dark';
  readonly noteSize: 'small' | 'normal' | 'large';
  /** Where the reader searches for a work; undefined: where Ibid offers to. */
  readonly searches?: readonly SearchTemplate[];
  /** What "Copy title and link" puts on the clipboard: formatted and plain at once, plain alone, or Markdown. */
  readonly copyLink: 'both' | 'plain' | 'markdown';
  /** What "Copy citation" writes: a line of words, an entry for a reference manager, or the work in a citation style. */
  readonly copyCitation: 'text' | 'bibtex' | 'ris' | StyleId;
  /** Whether the reader's own words are marked on pages; `unused` until there is one, unless the reader decides. */
  readonly glossary: 'unused' | 'on' | 'off';
  /** The bar that appears at a selection. */
  readonly selectionBar: boolean;
  /** Whether it appears only where Alt, Ctrl or ⌘ is held when the pointer lets go. */
  readonly selectionBarByKey: boolean;
  /** Whether what a link into the page leads to is marked, with a way back. */
  readonly markArrivals: boolean;
  /** `unasked` until the first note that needs the network has asked. */
  readonly lookUp: 'unasked' | 'on-open' | 'on-press';
  /** Ids of sources the reader switched off. */
  readonly sourcesOff: readonly string[];
  /** Ids of sources that are off until chosen, and that the reader has chosen. */
  readonly sourcesOn: readonly string[];
  /** The reader's own address for polite pools; empty: none is sent. */
  readonly contactEmail: string;
  /** The reader's own keys for services, by the source's id. */
  readonly keys: Readonly<Record<string, string>>;
}

/** Where the settings are kept in `storage.local`. */
export const SETTINGS_KEY = 'settings';

/** What holds until the reader decides otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  on: true,
  offHosts: [],
  marks: 'quiet',
  // A page's own scripts could read in them what its reader keeps.
  listMarks: false,
  markerOpens: 'rest',
  linkOpens: 'rest',
  markerDelayMs: 200,
  linkDelayMs: 500,
  graceMs: 350,
  theme: 'auto',
  noteSize: 'normal',
  copyLink: 'both',
  copyCitation: 'text',
  glossary: 'unused',
  selectionBar: true,
  selectionBarByKey: false,
  markArrivals: true,
  lookUp: 'unasked',
  sourcesOff: [],
  sourcesOn: [],
  contactEmail: '',
  keys: {},
};

const OPENS_BY = ['rest', 'shift', 'never'] as const;

const oneOf = <T extends string>(value: unknown, options: readonly T[], fallback: T): T =>
  options.includes(value as T) ? (value as T) : fallback;
const between = (value: unknown, low: number, high: number, fallback: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : fallback;
const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** Keys as services give them: letters, digits and signs, which may stand in a header. */
const readKeys = (raw: unknown): Settings['keys'] =>
  Object.fromEntries(
    Object.entries(typeof raw === 'object' && raw !== null ? raw : {}).filter(
      ([, key]) => typeof key === 'string' && /^[!-~]{1,200}$/.test(key),
    ),
  );

/**
 * Settings from whatever is stored: missing or damaged fields take their defaults one by one, so that one bad value never
 * costs the reader the rest.
 */
export function readSettings(stored: unknown): Settings {
  const raw = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const base = DEFAULT_SETTINGS;
  return {
    version: 1,
    on: typeof raw.on === 'boolean' ? raw.on : base.on,
    offHosts: strings(raw.offHosts),
    marks: oneOf(raw.marks, ['none', 'quiet', 'strong'], base.marks),
    listMarks: typeof raw.listMarks === 'boolean' ? raw.listMarks : base.listMarks,
    markerOpens: oneOf(raw.markerOpens, OPENS_BY, base.markerOpens),
    linkOpens: oneOf(raw.linkOpens, OPENS_BY, base.linkOpens),
    markerDelayMs: between(raw.markerDelayMs, 0, 2000, base.markerDelayMs),
    linkDelayMs: between(raw.linkDelayMs, 0, 2000, base.linkDelayMs),
    graceMs: between(raw.graceMs, 0, 5000, base.graceMs),
    theme: oneOf(raw.theme, ['auto', 'light', 'dark'], base.theme),
    noteSize: oneOf(raw.noteSize, ['small', 'normal', 'large'], base.noteSize),
    searches: readSearches(raw.searches),
    copyLink: oneOf(raw.copyLink, ['both', 'plain', 'markdown'], base.copyLink),
    copyCitation: oneOf(raw.copyCitation, ['text', 'bibtex', 'ris', ...STYLE_IDS], base.copyCitation),
    glossary: oneOf(raw.glossary, ['unused', 'on', 'off'], base.glossary),
    selectionBar: typeof raw.selectionBar === 'boolean' ? raw.selectionBar : base.selectionBar,
    selectionBarByKey: raw.selectionBarByKey === true,
    markArrivals: raw.markArrivals !== false,
    lookUp: oneOf(raw.lookUp, ['unasked', 'on-open', 'on-press'], base.lookUp),
    sourcesOff: strings(raw.sourcesOff),
    sourcesOn: strings(raw.sourcesOn),
    contactEmail: typeof raw.contactEmail === 'string' ? raw.contactEmail.trim().slice(0, 254) : '',
    keys: readKeys(raw.keys),
  };
}

/** What tells whether a source is off until chosen. */
interface Choosable {
  readonly id: string;
  readonly isOptional?: true;
}

/** Whether a source may be asked. */
export const isSourceOn = (settings: Pick<Settings, 'sourcesOff' | 'sourcesOn'>, source: Choosable): boolean =>
  source.isOptional ? settings.sourcesOn.includes(source.id) : !settings.sourcesOff.includes(source.id);

/** The change that switches a source on or off. */
export function switchSource(
  { sourcesOff, sourcesOn }: Pick<Settings, 'sourcesOff' | 'sourcesOn'>,
  { id, isOptional }: Choosable,
  isOn: boolean,
): Partial<Settings> {
  const [off, on] = [sourcesOff, sourcesOn].map((ids) => ids.filter((other) => other !== id)) as [string[], string[]];
  if (isOptional) return { sourcesOn: isOn ? [...on, id] : on };
  return { sourcesOff: isOn ? off : [...off, id] };
}

/** Whether Ibid does anything on a page of this host. */
export const isOnFor = (settings: Settings, host: string): boolean => settings.on && !settings.offHosts.includes(host);
