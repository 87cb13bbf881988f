import { passageAddress } from '../../utils/formats/passage-address';
import { COLOURS, type Colour, type Passage } from '../../utils/model/passage';
import { Remark } from './remark';
import { Tags } from './tags';
import { type LibraryWord, t } from './words';

/** The word for each colour: the name stands beside the colour, so that nothing is told by colour alone. */
const COLOUR_WORDS: { readonly [Name in Colour]: LibraryWord } = {
  yellow: 'colourYellow',
  green: 'colourGreen',
  blue: 'colourBlue',
  pink: 'colourPink',
  purple: 'colourPurple',
};

export type PassageChanges = Partial<Pick<Passage, 'colour' | 'remark' | 'tags'>>;

export interface PassageEntryProps {
  readonly passage: Passage;
  readonly dateText: (at: number) => string;
  readonly onChange: (change: PassageChanges) => void;
  readonly onDelete: () => void;
}

const clipped = (text: string) => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text);

/** One saved passage: the quote, where it stands, and what the reader made of it. */
export function PassageEntry({ passage, dateText, onChange, onDelete }: PassageEntryProps) {
  const quote = passage.selectors.quote.exact.replace(/\s+/g, ' ').trim();
  return (
    <article class={`passage ink-${passage.colour}`} data-id={passage.id}>
      <blockquote cite={passage.page.url}>
        <span class="quoted">{quote}</span>
      </blockquote>
      <Remark value={passage.remark} onChange={(remark) => onChange({ remark })} />
      <footer>
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
        <Tags tags={passage.tags} onChange={(tags) => onChange({ tags })} />
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
