import { passageAddress } from '../../utils/formats/passage-address';
import { COLOURS, type Colour, type Passage } from '../../utils/model/passage';
import { shownQuote } from '../../utils/model/shown-quote';
import { Excerpt, type FindMarks, Highlighted } from './highlighted';
import { Remark } from './remark';
import { Tags } from './tags';
import { type Choice, Tick } from './tick';
import { type LibraryWord, t } from './words';

/** The word for each colour: the name stands beside the colour, so that nothing is told by colour alone. */
export const COLOUR_WORDS: { readonly [Name in Colour]: LibraryWord } = {
  yellow: 'colourYellow',
  green: 'colourGreen',
  blue: 'colourBlue',
  pink: 'colourPink',
  purple: 'colourPurple',
};

export type PassageChanges = Partial<Pick<Passage, 'colour' | 'remark' | 'tags'>>;

export interface PassageEntryProps {
  readonly passage: Passage;
  /** Other pages on which the same words are saved. */
  readonly elsewhere?: readonly { readonly url: string; readonly title: string }[];
  /** Where it stands among all that were found, from 1. */
  readonly place: { readonly position: number; readonly total: number };
  /** The page it is from, where it is the first of that page in the list. */
  readonly page?: { readonly title: string; readonly host: string };
  readonly marks: FindMarks;
  readonly choice: Choice;
  readonly dateText: (at: number) => string;
  /**
   * @param seen - What is shown of the fields that are changed.
   * @returns The passage as it is stored then; undefined where that is not known.
   */
  readonly onChange: (change: PassageChanges, seen?: PassageChanges) => Promise<Passage | undefined> | undefined;
  readonly onDelete: () => void;
}

function clipped(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60).trimEnd()}…` : line;
}

/** One saved passage: the quote, where it stands, and what the reader made of it. */
export function PassageEntry(props: PassageEntryProps) {
  const { passage, elsewhere, place, page, marks, choice, dateText, onChange, onDelete } = props;
  const { text: quote, isCode } = shownQuote(passage.selectors);
  return (
    <article
      class={`passage ink-${passage.colour}${page ? ' first-of-page' : ''}`}
      data-id={passage.id}
      aria-posinset={place.position}
      aria-setsize={place.total}
    >
      {page && (
        <h2 class="page-title">
          <a href={passage.page.url} target="_blank" rel="noreferrer">
            <Highlighted text={page.title} marks={marks} />
          </a>
          <span class="host">{page.host}</span>
        </h2>
      )}
      <blockquote cite={passage.page.url} class={isCode ? 'code' : undefined}>
        <span class="quoted">{quote ? <Highlighted text={quote} marks={marks} /> : t('wordsMissing')}</span>
      </blockquote>
      {elsewhere && (
        <p class="aside elsewhere">
          {t('elsewhere')}{' '}
          {elsewhere.map(({ url, title }, index) => (
            <span key={url}>
              {index > 0 && ' · '}
              <a href={url} target="_blank" rel="noreferrer">
                {title.trim() || url}
              </a>
            </span>
          ))}
        </p>
      )}
      <Excerpt text={passage.remark} marks={marks} />
      <Remark
        value={passage.remark}
        onChange={(remark, seen) => onChange({ remark }, { remark: seen })?.then((stored) => stored?.remark)}
      />
      <footer>
        <Tick choice={choice} name={clipped(quote)} />
        <label class="colour">
          <span class="swatch" aria-hidden="true" />
          <span class="hidden">{t('colour')}</span>
          <select
            value={passage.colour}
            onChange={(event) => onChange({ colour: event.currentTarget.value as Colour })}
          >
            {COLOURS.map((colour) => (
              <option key={colour} value={colour}>
                {t(COLOUR_WORDS[colour])}
              </option>
            ))}
          </select>
        </label>
        <Tags tags={passage.tags} marks={marks} onChange={(tags) => onChange({ tags }, { tags: passage.tags })} />
        <span class="meta">
          <time dateTime={new Date(passage.created).toISOString()}>{t('savedOn', dateText(passage.created))}</time>
          <a class="open-passage" href={passageAddress(passage)} target="_blank" rel="noreferrer">
            {t('openPassage')}
          </a>
          <button type="button" class="quiet delete" aria-label={t('removePassage', clipped(quote))} onClick={onDelete}>
            {t('remove')}
          </button>
        </span>
      </footer>
    </article>
  );
}
