import { useEffect, useRef, useState } from 'preact/hooks';
import { identifierUrl } from '../../utils/model/canonical';
import type { Collection } from '../../utils/model/collection';
import { type ReadingItem, STATUSES, type Status } from '../../utils/model/reading-item';
import type { Inline } from '../../utils/model/rich-text';
import { type Notice, type Work, workYear } from '../../utils/model/work';
import { citationLine } from '../../utils/notes/citation-line';
import { kindWord } from '../../utils/notes/words';
import { say } from '../note/words';
import { type GradeChoice, GradeSelect } from './grades';
import { Excerpt, type FindMarks, Highlighted } from './highlighted';
import { ItemCollections } from './item-collections';
import { Remark } from './remark';
import { Tags } from './tags';
import { type Choice, Tick } from './tick';
import { type LibraryWord, t } from './words';

/** The word for each status. */
export const STATUS_WORDS: { readonly [Name in Status]: LibraryWord } = {
  'to-read': 'statusToRead',
  reading: 'statusReading',
  read: 'statusRead',
};

const NOTICE_WORDS: { readonly [Kind in Notice['kind']]: LibraryWord } = {
  retraction: 'retracted',
  withdrawal: 'withdrawn',
  'partial-retraction': 'partlyRetracted',
  reinstatement: 'reinstated',
  concern: 'concern',
  correction: 'corrected',
  'newer-version': 'newerVersion',
};

export type ItemChanges = Partial<Pick<ReadingItem, 'status' | 'headline' | 'collections' | 'remark' | 'tags'>>;

export interface ItemEntryProps {
  readonly item: ReadingItem;
  /** Where it stands among all that were found, from 1. */
  readonly place: { readonly position: number; readonly total: number };
  readonly marks: FindMarks;
  readonly collections: readonly Collection[];
  /** Whether it stands alone, with all that is known of it. */
  readonly isOpen?: boolean;
  /** Whether it is ticked; undefined where it cannot be. */
  readonly choice?: Choice;
  /** What it is to the topic that is shown; undefined where none is. */
  readonly grade?: GradeChoice;
  /** Moves it among its neighbours; undefined where the order is not the reader's own. */
  readonly onMove?: (by: 1 | -1) => void;
  readonly dateText: (at: number) => string;
  /**
   * @param seen - What is shown of the fields that are changed.
   * @returns The item as it is stored then; undefined where that is not known.
   */
  readonly onChange: (change: ItemChanges, seen?: ItemChanges) => Promise<ReadingItem | undefined> | undefined;
  readonly onDelete: () => void;
}

/** Where a work can be opened; undefined where nothing but its printed reference is known. */
function workAddress(work: Work): string | undefined {
  const first = work.ids[0];
  const url = first ? identifierUrl(first) : work.csl.URL;
  return url && /^https?:/i.test(url) ? url : undefined;
}

const isGrave = (kind: Notice['kind']) =>
  kind === 'retraction' || kind === 'withdrawal' || kind === 'partial-retraction';

const ELEMENTS = { em: 'em', strong: 'strong', sub: 'sub', sup: 'sup', formula: 'span' } as const;

function Marked({ nodes, marks }: { readonly nodes: readonly Inline[]; readonly marks: FindMarks }) {
  return (
    <>
      {nodes.map((node) => {
        if (typeof node === 'string') return <Highlighted text={node} marks={marks} />;
        const Element = ELEMENTS[node.mark];
        return (
          <Element>
            <Marked nodes={node.children} marks={marks} />
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

/** The reader's own words above the title. */
function Headline(props: {
  readonly value: string;
  /** Whether the reader has just asked for room to write them. */
  readonly isFresh: boolean;
  readonly onChange: (headline: string) => void;
  readonly onLeave: () => void;
}) {
  const { value, isFresh, onChange, onLeave } = props;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFresh) field.current?.focus();
  }, []);
  return (
    <input
      ref={field}
      class="headline"
      aria-label={t('headline')}
      placeholder={t('addHeadline')}
      maxLength={2000}
      value={value}
      onChange={(event) => {
        const headline = event.currentTarget.value.trim();
        if (headline !== value) onChange(headline);
      }}
      onBlur={onLeave}
    />
  );
}

/** One work of the reading list: what it is, how far the reader has got, and where it was met cited. */
export function ItemEntry(props: ItemEntryProps) {
  const { item, place, marks, collections, isOpen, choice, grade, onMove, dateText, onChange, onDelete } = props;
  const { work } = item;
  const [isNaming, setNaming] = useState(false);
  const { authors, container, rest } = citationLine(work.csl);
  const url = workAddress(work);
  const plain = work.csl.title?.trim() || t('untitled');
  const title =
    work.title && work.title.length > 0 ? (
      <Marked nodes={work.title} marks={marks} />
    ) : (
      <Highlighted text={plain} marks={marks} />
    );
  const isMetInWords = item.encounters.some(({ sentence = '', title }) => marks(`${title}\n${sentence}`).length > 0);
  return (
    <article
      class={`item status-${item.status}`}
      data-id={item.id}
      aria-posinset={place.position}
      aria-setsize={place.total}
    >
      <p class="kind-line">
        {choice && <Tick choice={choice} name={plain} />}
        <span class="kind">{[say(kindWord(work.kind)), workYear(work)].filter(Boolean).join(' ')}</span>
        <Badges work={work} />
        {!item.headline && !isNaming && (
          <button type="button" class="quiet add-headline" onClick={() => setNaming(true)}>
            {t('addHeadline')}
          </button>
        )}
        {onMove && (
          <span class="move">
            <button type="button" class="quiet" aria-label={t('moveUp', plain)} onClick={() => onMove(-1)}>
              ↑
            </button>
            <button type="button" class="quiet" aria-label={t('moveDown', plain)} onClick={() => onMove(1)}>
              ↓
            </button>
          </span>
        )}
      </p>
      {(item.headline || isNaming) && (
        <Headline
          value={item.headline ?? ''}
          isFresh={isNaming}
          onChange={(headline) => void onChange({ headline }, { headline: item.headline ?? '' })}
          onLeave={() => setNaming(false)}
        />
      )}
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
          <Highlighted text={authors ?? ''} marks={marks} />{' '}
          {container && (
            <cite>
              <Highlighted text={container} marks={marks} />
            </cite>
          )}
          {container && rest && ': '}
          {rest}
        </p>
      )}
      {item.encounters.length > 0 && (
        <details class="encounters" open={isOpen || isMetInWords}>
          <summary>{t('met', item.encounters.length)}</summary>
          <ul>
            {item.encounters.map((met) => (
              <li key={`${met.url} ${met.at}`}>
                {met.sentence && (
                  <q>
                    <Highlighted text={met.sentence} marks={marks} />
                  </q>
                )}
                <span class="met-at">
                  <a href={met.url} target="_blank" rel="noreferrer">
                    <Highlighted text={met.title.trim() || met.url} marks={marks} />
                  </a>
                  , {dateText(met.at)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Excerpt text={item.remark} marks={marks} />
      <Remark
        value={item.remark}
        onChange={(remark, seen) => onChange({ remark }, { remark: seen })?.then((stored) => stored?.remark)}
      />
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
        {grade && <GradeSelect grade={grade} />}
        <ItemCollections
          chosen={item.collections ?? []}
          collections={collections}
          onChange={(chosen) => onChange({ collections: chosen }, { collections: item.collections ?? [] })}
        />
        <Tags tags={item.tags} marks={marks} onChange={(tags) => onChange({ tags }, { tags: item.tags })} />
        <span class="meta">
          <time dateTime={new Date(item.added).toISOString()}>{t('savedOn', dateText(item.added))}</time>
          {!isOpen && (
            <a class="all-of-work" href={`#work=${item.id}`}>
              {t('allOfWork')}
            </a>
          )}
          <button type="button" class="quiet delete" aria-label={t('removeItem', plain)} onClick={onDelete}>
            {t('remove')}
          </button>
        </span>
      </footer>
    </article>
  );
}
