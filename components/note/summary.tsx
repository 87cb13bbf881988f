import { useEffect, useRef, useState } from 'preact/hooks';
import { markStretch } from '../../utils/notes/marked';
import type { EntryView, SectionView } from '../../utils/notes/view';
import type { GlanceView } from '../../utils/notes/view-more';
import type { Say } from '../../utils/notes/words';
import { Rich } from './rich';

/** About four lines of the note's width; a shorter summary is shown whole. */
const CLAMPED_LENGTH = 270;

const lengthOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + lengthOf(item), 0);
  return lengthOf((value as { children?: unknown } | undefined)?.children ?? '');
};

function SectionText({ section, isShown }: { readonly section: SectionView; readonly isShown: boolean }) {
  const [first, ...others] = section.paragraphs;
  return (
    <section class={isShown ? 'shown' : undefined}>
      <p>
        {section.heading && <strong class="run-in">{section.heading.replace(/[.:\s]+$/, '')}. </strong>}
        {first && <Rich nodes={first} />}
      </p>
      {others.map((paragraph, index) => (
        <p key={index}>
          <Rich nodes={paragraph} />
        </p>
      ))}
    </section>
  );
}

/** What is to be seen first, a line each; each leads to its sentence in the summary. */
function Glance({
  view,
  say,
  onShow,
}: {
  readonly view: EntryView;
  readonly say: Say;
  onShow(point: GlanceView): void;
}) {
  return (
    <dl class="glance" aria-label={say('glance')}>
      {view.glance.map((point) => (
        <div key={point.label}>
          <dt>{point.label}</dt>
          <dd>
            <button type="button" class="point" dir="auto" onClick={() => onShow(point)}>
              {point.text}
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The summary, clamped, unfolding in place; room kept for it while it may come. */
export function Summary({ view, say }: { readonly view: EntryView; readonly say: Say }) {
  const [isUnfolded, setUnfolded] = useState(false);
  const [shown, setShown] = useState<GlanceView>();
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown) text.current?.querySelector('.shown mark')?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
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
      {view.voice && <h3>{view.voice}</h3>}
      {isLong && view.glance.length > 0 && (
        <Glance
          view={view}
          say={say}
          onShow={(point) => {
            setUnfolded(true);
            setShown(point);
          }}
        />
      )}
      {/* One direction for all of it: clamped, its paragraphs run on in one line. */}
      <div ref={text} dir="auto" class={isLong && !isUnfolded ? 'text clamped' : 'text'}>
        {view.sections.map((section, index) => (
          <SectionText
            key={index}
            isShown={index === shown?.section}
            section={
              index === shown?.section
                ? { ...section, paragraphs: markStretch(section.paragraphs, shown.start, shown.end) }
                : section
            }
          />
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
