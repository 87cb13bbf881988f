import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../components/library/exchange-words';
import { ExportPanel } from '../../components/library/export-panel';
import type { Part, Wanted } from '../../components/library/export-wish';
import { errorText } from '../../components/pages/failure-text';
import { FIRST_TEMPLATE } from '../../utils/formats/first-template';
import type { Collection } from '../../utils/model/collection';
import { openProgram } from '../../utils/platform/open-program';
import { saveBlob } from '../../utils/platform/save-file';
import { watchCollections } from '../../utils/storage/watched';
import { Bibliography } from './bibliography';
import { createWritingClient, type WritingClient, type Written, wishOf } from './writing-client';
import type { Wish } from './writing-messages';
import { Zotero } from './zotero';

/** Characters of a file that are shown before it is saved. */
const SHOWN = 3000;
/** Where the reader's last template is kept. */
const TEMPLATE = 'template';

const ALL: Part['scope'] = { type: 'all' };
/** Stands for a part of the moment until it is asked what it holds. */
const NONE: Part['scope'] = { type: 'ids', ids: new Set() };

type Parts = Awaited<ReturnType<WritingClient['parts']>>;

/** What can be taken away: everything, what is found or chosen now, each collection, each tag, each of the newest pages. */
function partsOf(
  { tags, pages }: Parts,
  collections: readonly Collection[],
  live: readonly LivePart[],
): readonly Part[] {
  return [
    { id: 'all', label: say('scopeAll'), scope: ALL },
    ...live.map(({ id, label }) => ({ id, label, scope: NONE })),
    // A kept search holds nothing itself.
    ...collections
      .filter(({ search }) => !search)
      .map((collection) => ({
        id: `collection:${collection.id}`,
        label: say('scopeCollection', collection.name),
        scope: { type: 'collection', collection } as const,
      })),
    ...tags.map((tag) => ({
      id: `tag:${tag}`,
      label: say('scopeTag', tag),
      scope: { type: 'tag', tag } as const,
    })),
    ...pages.map(({ url, title }) => ({
      id: `page:${url}`,
      label: say('scopePage', title),
      scope: { type: 'page', url, title } as const,
    })),
  ];
}

/** A part of the library that is another one at every moment: what is found, what is chosen. */
export interface LivePart {
  readonly id: string;
  readonly label: string;
  readonly ids: () => Promise<readonly string[]>;
}

export interface ExportProps {
  readonly live: readonly LivePart[];
}

/** Taking away with a choice. */
export function Export({ live }: ExportProps) {
  const [parts, setParts] = useState<readonly Part[]>();
  const [preview, setPreview] = useState('');
  const [told, tell] = useState('');
  const [lastTemplate, setTemplate] = useState(() => localStorage.getItem(TEMPLATE) ?? FIRST_TEMPLATE);
  const [fault, setFault] = useState<string>();
  const [written, setWritten] = useState<Written>();
  const client = useRef<WritingClient>(undefined);
  client.current ??= createWritingClient();
  const writing = client.current;

  useEffect(() => () => writing.close(), []);
  useEffect(
    () =>
      watchCollections((watched) => {
        if (watched.type !== 'open') return;
        void writing
          .parts()
          .then((found) => setParts(partsOf(found, watched.value, live)))
          .catch(failed);
      }),
    [],
  );

  /** The wish with the entries that a part of the moment holds now. */
  async function settled(wanted: Wanted): Promise<Wish> {
    const wish = wishOf(wanted);
    const now = live.find(({ id }) => id === wanted.part.id);
    return now ? { ...wish, scope: { type: 'ids', ids: new Set(await now.ids()) } } : wish;
  }

  /** Keeps a template that the reader has changed, and says whether it can be used. */
  async function isUsable({ template }: Wanted): Promise<boolean> {
    if (template === undefined) {
      setFault(undefined);
      return true;
    }
    const { templateFault } = await import('../../utils/formats/own-template');
    const found = templateFault(template);
    setFault(found);
    localStorage.setItem(TEMPLATE, template);
    setTemplate(template);
    return found === undefined;
  }

  async function show(wanted: Wanted) {
    if (!(await isUsable(wanted))) return;
    const text = await writing.preview(await settled(wanted), SHOWN);
    if (text !== undefined) setPreview(text);
  }

  /** Writes the whole file; undefined where the reader cancelled it. */
  async function write(wish: Wish) {
    const one = writing.write(wish, (length) => tell(say('exportWriting', Math.ceil(length / 1000))));
    setWritten(one);
    try {
      const file = await one.file;
      if (!file) tell(say('exportCancelled'));
      return file;
    } finally {
      setWritten(undefined);
    }
  }

  async function save(wanted: Wanted) {
    const file = await write(await settled(wanted));
    if (!file) return;
    saveBlob(document, file.name, file.blob);
    tell(say('exportSaved', file.name));
  }

  /** One note in Obsidian; a file where its address would be too long. */
  async function openInObsidian(wanted: Wanted) {
    const file = await write({ ...(await settled(wanted)), isDivided: false });
    if (!file) return;
    const { obsidianAddress } = await import('../../utils/formats/obsidian');
    const address = obsidianAddress(file.name.replace(/\.md$/, ''), await file.blob.text());
    if (address) {
      openProgram(document, address);
      return tell(say('exportObsidianAsked'));
    }
    saveBlob(document, file.name, file.blob);
    tell(say('exportObsidianLong', file.name));
  }

  /** The works as records of CSL. */
  async function records(wanted: Wanted): Promise<string> {
    const wish = await settled({ ...wanted, groupBy: 'none' });
    const file = await writing.write({ ...wish, format: 'csl-json', isDivided: false }, () => {}).file;
    return (await file?.blob.text()) ?? '[]';
  }

  const failed = (error: unknown) => tell(say('exchangeFailed', errorText(error)));
  if (!parts) return told ? <p role="status">{told}</p> : null;
  return (
    <ExportPanel
      parts={parts}
      preview={preview}
      told={told}
      isWriting={written !== undefined}
      lastTemplate={lastTemplate}
      templateFault={fault}
      more={(wanted) => (
        <>
          <Bibliography records={() => records(wanted)} />
          <Zotero records={async () => writing.records(await settled(wanted))} />
        </>
      )}
      onPreview={(wanted) => void show(wanted).catch(failed)}
      onSave={(wanted) => void save(wanted).catch(failed)}
      onObsidian={(wanted) => void openInObsidian(wanted).catch(failed)}
      onCancel={() => written?.end()}
    />
  );
}
