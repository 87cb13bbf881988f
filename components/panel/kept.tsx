import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import { shownQuote } from '../../utils/model/shown-quote';
import { t } from './words';

/** A passage of the page, and whether it was found there. */
export interface PassageLine {
  readonly passage: Passage;
  readonly isMissing: boolean;
}

/** Another work of the library, and what it has to do with the page. */
export interface RelatedLine {
  readonly item: ReadingItem;
  readonly reason: 'page' | 'met' | 'collection' | 'tag';
  readonly shared?: string;
}

const words = ({ selectors }: Passage) => shownQuote(selectors).text;
const REASONS = { page: 'relatedPage', met: 'relatedMet', collection: 'relatedCollection', tag: 'relatedTag' } as const;

/** The saved passages of the page, with those that are not found on it last. */
export function Passages(props: {
  readonly lines: readonly PassageLine[];
  readonly onShow: (id: string) => void;
  readonly onMend: () => void;
}) {
  const { lines, onShow, onMend } = props;
  const found = lines.filter(({ isMissing }) => !isMissing);
  const missing = lines.filter(({ isMissing }) => isMissing);
  return (
    <section aria-labelledby="passages">
      <h2 id="passages">
        {t('passages')} <span class="aside">{t('passageCount', lines.length)}</span>
      </h2>
      {lines.length === 0 && <p class="aside">{t('noPassages')}</p>}
      <ul class="passages">
        {found.map(({ passage }) => (
          <li key={passage.id}>
            <button type="button" onClick={() => onShow(passage.id)}>
              <span class={`quoted ${passage.colour}`}>{words(passage)}</span>
              {passage.remark && <span class="remark">{passage.remark}</span>}
            </button>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <div class="missing">
          <h3>{t('missing', missing.length)}</h3>
          <p class="aside">{t('missingText')}</p>
          <ul>
            {missing.map(({ passage }) => (
              <li key={passage.id}>
                <q>{words(passage)}</q>
              </li>
            ))}
          </ul>
          <button type="button" onClick={onMend}>
            {t('mend')}
          </button>
        </div>
      )}
    </section>
  );
}

/** Other works of the library that have to do with the page. */
export function Related(props: { readonly lines: readonly RelatedLine[]; readonly addressOf: (id: string) => string }) {
  if (props.lines.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">{t('related')}</h2>
      <ul class="related">
        {props.lines.map(({ item, reason, shared }) => (
          <li key={item.id}>
            <a href={props.addressOf(item.id)} target="_blank" rel="noreferrer">
              {item.headline || item.work.csl.title?.trim() || t('untitled')}
            </a>
            <span class="aside">{t(REASONS[reason], shared ?? '')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
