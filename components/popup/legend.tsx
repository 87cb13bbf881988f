import type { CitationKind } from '../../utils/model/citation';
import type { Colour } from '../../utils/model/passage';
import type { Settings } from '../../utils/model/settings';
import type { Sign } from '../../utils/model/sign';
import { type PopupWord, t } from './words';

const KINDS: readonly (readonly [PopupWord, readonly CitationKind[]])[] = [
  ['legendWork', ['identifier-link', 'bare-identifier', 'marker']],
  ['legendDocument', ['document-link']],
  ['legendPageNote', ['page-note', 'footnote']],
];

const SIGN_WORDS: { readonly [Marked in Sign]: PopupWord } = {
  care: 'legendFallen',
  own: 'legendListed',
  past: 'legendRead',
  word: 'legendWord',
};

const COLOURS: { readonly [Named in Colour]: PopupWord } = {
  yellow: 'legendYellow',
  green: 'legendGreen',
  blue: 'legendBlue',
  pink: 'legendPink',
  purple: 'legendPurple',
};

/** What the marks on the page in front mean, each drawn as it is there; of what the page does not have, nothing is said. */
export function Legend(props: {
  readonly marks: Settings['marks'];
  readonly kinds: readonly CitationKind[];
  readonly colours: readonly Colour[];
  readonly signs: readonly Sign[];
}) {
  const { marks, kinds, signs, colours } = props;
  const shown = marks === 'none' ? [] : KINDS.filter(([, among]) => among.some((kind) => kinds.includes(kind)));
  if (shown.length + signs.length + colours.length === 0) return null;
  return (
    <dl class="legend" aria-label={t('legend')}>
      {shown.map(([word]) => (
        <div key={word}>
          <dt class={`cite ${marks}`}>{t('legendSample')}</dt>
          <dd>{t(word)}</dd>
        </div>
      ))}
      {signs.map((sign) => (
        <div key={sign}>
          <dt class={`cite ${sign}`}>{t('legendSample')}</dt>
          <dd>{t(SIGN_WORDS[sign])}</dd>
        </div>
      ))}
      {colours.map((colour) => (
        <div key={colour}>
          <dt class={`passage ${colour}`}>{t('legendSample')}</dt>
          <dd>{t(COLOURS[colour])}</dd>
        </div>
      ))}
    </dl>
  );
}
