import { identifierUrl } from '../../utils/model/canonical';
import { type ReadingItem, STATUSES, type Status } from '../../utils/model/reading-item';
import type { Inline } from '../../utils/model/rich-text';
import { type Notice, type Work, workYear } from '../../utils/model/work';
import { citationLine } from '../../utils/notes/citation-line';
import { KIND_WORDS, say } from '../../utils/notes/words';
import { Remark } from './remark';
import { Tags } from './tags';
import { type LibraryWord, t } from './words';

const STATUS_WORDS: { readonly [Name in Status]: LibraryWord } = {
  'to-read': 'statusToRead',
  reading: 'statusReading',
  read: 'statusRead',
};

const NOTICE_WORDS: { readonly [Kind in Notice['kind']]: LibraryWord } = {
  retraction: 'retracted',
  withdrawal: 'withdrawn',
  concern: 'concern',
  correction: 'corrected',
  'newer-version': 'newerVersion',
};

export type ItemChanges = Partial<Pick<ReadingItem, 'status' | 'remark' | 'tags'>>;

export interface ItemEntryProps {
  readonly item: ReadingItem;
  readonly dateText: (at: number) => string;
  readonly onChange: (change: ItemChanges) => void;
  readonly onDelete: () => void;
}

/** Where a work can be opened; undefined where nothing but its printed reference is known. */
function workAddress(work: Work): string | undefined {
  const first = work.ids[0];
  const url = first ? identifierUrl(first) : work.csl.URL;
  return url && /^https?:/i.test(url) ? url : undefined;
}

const isGrave = (kind: Notice['kind']) => kind === 'retraction' || kind === 'withdrawal';

const ELEMENTS = { em: 'em', strong: 'strong', sub: 'sub', sup: 'sup', formula: 'span' } as const;

function Marked({ nodes }: { readonly nodes: readonly Inline[] }) {
  return (
    <>
      {nodes.map((node) => {
        if (typeof node === 'string') return node;
        const Element = ELEMENTS[node.mark];
        return (
          <Element>
            <Marked nodes={node.children} />
          </Element>
        );
      })}
    </>
  );
}

function Badges({ work }: { readonly work: Work }) {
  const kinds = [...new Set(work.notices.map(({ kind }) => kind))];
  const free = work.freeCopies.find(({ url }) => /^https?:/i.test(url));
  return (
    <>
      {kinds.map((kind) => (
        <span key={kind} class={`badge ${isGrave(kind) ? 'alarm' : 'care'}`}>
          {t(NOTICE_WORDS[kind])}
        </span>
      ))}
      {free && (
        <a class="badge good" href={free.url} target="_blank" rel="noreferrer">
          {t('freeCopy')}
        </a>
      )}
    </>
  );
}

/** One work of the reading list: what it is, how far the reader has got, and where it was met cited. */
export function ItemEntry({ item, dateText, onChange, onDelete }: ItemEntryProps) {
  const { work } = item;
  const { authors, container, rest } = citationLine(work.csl);
  const url = workAddress(work);
  const plain = work.csl.title?.trim() || t('untitled');
  const title = work.title && work.title.length > 0 ? <Marked nodes={work.title} /> : plain;
  return (
    <article class={`item status-${item.status}`} data-id={item.id}>
      <p class="kind-line">
        <span class="kind">{[say(KIND_WORDS[work.kind]), workYear(work)].filter(Boolean).join(' ')}</span>
        <Badges work={work} />
      </p>
      <h3>
        {url ? (
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          title
        )}
      </h3>
      {(authors || container || rest) && (
        <p class="citation-line">
          {authors} {container && <cite>{container}</cite>}
          {container && rest && ': '}
          {rest}
        </p>
      )}
      {item.encounters.length > 0 && (
        <details class="encounters">
          <summary>{item.encounters.length === 1 ? t('metOne') : t('met', item.encounters.length)}</summary>
          <ul>
            {item.encounters.map((met) => (
              <li key={`${met.url} ${met.at}`}>
                {met.sentence && <q>{met.sentence}</q>}
                <span class="met-at">
                  <a href={met.url} target="_blank" rel="noreferrer">
                    {met.title.trim() || met.url}
                  </a>
                  , {dateText(met.at)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Remark value={item.remark} onChange={(remark) => onChange({ remark })} />
      <footer>
        <label class="status">
          <span class="hidden">{t('status')}</span>
          <select value={item.status} onChange={(event) => onChange({ status: event.currentTarget.value as Status })}>
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {t(STATUS_WORDS[status])}
              </option>
            ))}
          </select>
        </label>
        <Tags tags={item.tags} onChange={(tags) => onChange({ tags })} />
        <span class="meta">
          <time dateTime={new Date(item.added).toISOString()}>{t('savedOn', dateText(item.added))}</time>
          <button type="button" class="quiet delete" aria-label={t('removeItem', plain)} onClick={onDelete}>
            {t('remove')}
          </button>
        </span>
      </footer>
    </article>
  );
}
