import type { CitationKind } from '../../utils/model/citation';
import type { Colour } from '../../utils/model/passage';
import type { Settings } from '../../utils/model/settings';
import { type PopupWord, t } from './words';

const KINDS: readonly (readonly [PopupWord, readonly CitationKind[]])[] = [
  ['legendWork', ['identifier-link', 'bare-identifier', 'marker']],
  ['legendDocument', ['document-link']],
  ['legendPageNote', ['page-note', 'footnote']],
];

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
  /** As what works of the library are marked, where they are. */
  readonly listed?: readonly ('own' | 'past')[];
}) {
  const { marks, kinds, colours, listed = [] } = props;
  const shown = marks === 'none' ? [] : KINDS.filter(([, among]) => among.some((kind) => kinds.includes(kind)));
  if (shown.length + listed.length + colours.length === 0) return null;
  return (
    <dl class="legend" aria-label={t('legend')}>
      {shown.map(([word]) => (
        <div key={word}>
          <dt class={`cite ${marks}`}>{t('legendSample')}</dt>
          <dd>{t(word)}</dd>
        </div>
      ))}
      {listed.map((as) => (
        <div key={as}>
          <dt class={`cite ${as}`}>{t('legendSample')}</dt>
          <dd>{t(as === 'own' ? 'legendListed' : 'legendRead')}</dd>
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
