/** What the reader decided. Read by every context from `storage.local` under {@link SETTINGS_KEY}. */
export interface Settings {
  readonly version: 1;
  /** Off everywhere when false. */
  readonly on: boolean;
  /** Host names where Ibid is off. */
  readonly offHosts: readonly string[];
  /** How citations are marked on pages. */
  readonly marks: 'none' | 'quiet' | 'strong';
  /** Rest before a note opens on a short marker, milliseconds, 0–2000. */
  readonly markerDelayMs: number;
  /** Rest before a note opens on other links, milliseconds, 0–2000. */
  readonly linkDelayMs: number;
  /** Time between leaving and closing, milliseconds. */
  readonly graceMs: number;
  /** The bar that appears at a selection. */
  readonly selectionBar: boolean;
  /** `unasked` until the first note that needs the network has asked. */
  readonly lookUp: 'unasked' | 'on-open' | 'on-press';
  /** Ids of sources the reader switched off. */
  readonly sourcesOff: readonly string[];
  /** The reader's own address for polite pools; empty: none is sent. */
  readonly contactEmail: string;
}

/** Where the settings are kept in `storage.local`. */
export const SETTINGS_KEY = 'settings';

/** What holds until the reader decides otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  on: true,
  offHosts: [],
  marks: 'quiet',
  markerDelayMs: 200,
  linkDelayMs: 500,
  graceMs: 350,
  selectionBar: true,
  lookUp: 'unasked',
  sourcesOff: [],
  contactEmail: '',
};

const oneOf = <T extends string>(value: unknown, options: readonly T[], fallback: T): T =>
  options.includes(value as T) ? (value as T) : fallback;
const between = (value: unknown, low: number, high: number, fallback: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : fallback;
const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

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
    markerDelayMs: between(raw.markerDelayMs, 0, 2000, base.markerDelayMs),
    linkDelayMs: between(raw.linkDelayMs, 0, 2000, base.linkDelayMs),
    graceMs: between(raw.graceMs, 0, 5000, base.graceMs),
    selectionBar: typeof raw.selectionBar === 'boolean' ? raw.selectionBar : base.selectionBar,
    lookUp: oneOf(raw.lookUp, ['unasked', 'on-open', 'on-press'], base.lookUp),
    sourcesOff: strings(raw.sourcesOff),
    contactEmail: typeof raw.contactEmail === 'string' ? raw.contactEmail.trim().slice(0, 254) : '',
  };
}

/** Whether Ibid does anything on a page of this host. */
export const isOnFor = (settings: Settings, host: string): boolean => settings.on && !settings.offHosts.includes(host);
