import { useState } from 'preact/hooks';
import type { EntryView, SectionView } from '../../utils/notes/view';
import type { Say } from '../../utils/notes/words';
import { Rich } from './rich';

/** About four lines of the note's width; a shorter summary is shown whole. */
const CLAMPED_LENGTH = 270;

const lengthOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + lengthOf(item), 0);
  return lengthOf((value as { children?: unknown } | undefined)?.children ?? '');
};

function SectionText({ section }: { readonly section: SectionView }) {
  const [first, ...others] = section.paragraphs;
  return (
    <section>
      <p dir="auto">
        {section.heading && <strong class="run-in">{section.heading.replace(/[.:\s]+$/, '')}. </strong>}
        {first && <Rich nodes={first} />}
      </p>
      {others.map((paragraph, index) => (
        <p key={index} dir="auto">
          <Rich nodes={paragraph} />
        </p>
      ))}
    </section>
  );
}

/** The summary, clamped, unfolding in place; room kept for it while it may come. */
export function Summary({ view, say }: { readonly view: EntryView; readonly say: Say }) {
  const [isUnfolded, setUnfolded] = useState(false);
  if (view.sections.length === 0)
    return view.isWaiting ? (
      <div class="skeleton" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
    ) : null;
  const length = view.sections.reduce(
    (sum, { heading, paragraphs }) => sum + (heading?.length ?? 0) + lengthOf(paragraphs),
    0,
  );
  const isLong = length > CLAMPED_LENGTH;
  return (
    <div class="summary">
      <div class={isLong && !isUnfolded ? 'text clamped' : 'text'}>
        {view.sections.map((section, index) => (
          <SectionText key={index} section={section} />
        ))}
      </div>
      {isLong && (
        <button type="button" class="unfold" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
          {say(isUnfolded ? 'less' : 'more')}
        </button>
      )}
    </div>
  );
}
