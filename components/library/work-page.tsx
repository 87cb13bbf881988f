import { passageAddress } from '../../utils/formats/passage-address';
import type { Collection } from '../../utils/model/collection';
import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import type { Inline } from '../../utils/model/rich-text';
import { shownQuote } from '../../utils/model/shown-quote';
import { ItemEntry } from './item-entry';
import type { LibraryActions } from './library-page';
import { t } from './words';

/** A work of the library that has to do with another, and why. */
export interface RelatedItem {
  readonly item: ReadingItem;
  readonly reason: 'collection' | 'page' | 'author' | 'tag';
  /** The page, author or tag they share. */
  readonly shared: string;
}

/** What the library knows about one work. */
export interface WorkView {
  /** Undefined where it is not in the reading list any more. */
  readonly item?: ReadingItem;
  /** Passages of its own pages. */
  readonly passages: readonly Passage[];
  readonly related: readonly RelatedItem[];
}

export interface WorkPageProps {
  /** Undefined while it is read. */
  readonly view?: WorkView;
  readonly collections: readonly Collection[];
  readonly dateText: (at: number) => string;
  readonly onChange: LibraryActions['changeItem'];
  readonly onDelete: (id: string) => void;
  readonly onLeave: () => void;
}

const NO_MARKS = () => [];
const REASONS = {
  collection: 'relatedCollection',
  page: 'relatedPage',
  author: 'relatedAuthor',
  tag: 'relatedTag',
} as const;
const ELEMENTS = { em: 'em', strong: 'strong', sub: 'sub', sup: 'sup', formula: 'span' } as const;

function Rich({ nodes }: { readonly nodes: readonly Inline[] }) {
  return (
    <>
      {nodes.map((node) => {
        if (typeof node === 'string') return node;
        const Element = ELEMENTS[node.mark];
        return (
          <Element>
            <Rich nodes={node.children} />
          </Element>
        );
      })}
    </>
  );
}

/** Words of a passage, on the lines on which its page shows them. */
function Quote({ passage }: { readonly passage: Passage }) {
  const { text, isCode } = shownQuote(passage.selectors);
  return (
    <blockquote class={isCode ? 'code' : undefined}>
      <span class="quoted">{text || t('wordsMissing')}</span>
    </blockquote>
  );
}

/** Everything about one work: its record, summary and notices, where it was met, its passages, and what it has to do with. */
export function WorkPage({ view, collections, dateText, onChange, onDelete, onLeave }: WorkPageProps) {
  return (
    <section class="work-page" aria-label={t('allOfWork')}>
      <button type="button" class="quiet back" onClick={onLeave}>
        {t('backToList')}
      </button>
      {view && !view.item && <p class="empty">{t('workGone')}</p>}
      {view?.item && (
        <>
          <h2 class="hidden">{t('allOfWork')}</h2>
          <ItemEntry
            item={view.item}
            place={{ position: 1, total: 1 }}
            marks={NO_MARKS}
            collections={collections}
            isOpen
            dateText={dateText}
            onChange={(change, seen) => onChange(view.item!.id, change, seen)}
            onDelete={() => onDelete(view.item!.id)}
          />
          <section aria-labelledby="work-summary">
            <h2 id="work-summary">{t('summary')}</h2>
            {view.item.work.abstract.length === 0 && <p class="aside">{t('noSummary')}</p>}
            {view.item.work.abstract.map(({ heading, paragraphs }) => (
              <>
                {heading && <h3>{heading}</h3>}
                {paragraphs.map((paragraph) => (
                  <p class="summary">
                    <Rich nodes={paragraph} />
                  </p>
                ))}
              </>
            ))}
          </section>
          {view.passages.length > 0 && (
            <section aria-labelledby="work-passages">
              <h2 id="work-passages">{t('passages')}</h2>
              <ul class="plain">
                {view.passages.map((passage) => (
                  <li key={passage.id} class={`work-passage ink-${passage.colour}`}>
                    <Quote passage={passage} />
                    {passage.remark && <p>{passage.remark}</p>}
                    <a href={passageAddress(passage)} target="_blank" rel="noreferrer">
                      {t('openPassage')}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {view.related.length > 0 && (
            <section aria-labelledby="work-related">
              <h2 id="work-related">{t('related')}</h2>
              <ul class="plain">
                {view.related.map(({ item, reason, shared }) => (
                  <li key={item.id}>
                    <a href={`#work=${item.id}`}>{item.headline || item.work.csl.title?.trim() || t('untitled')}</a>
                    <span class="aside"> {t(REASONS[reason], shared)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </section>
  );
}
