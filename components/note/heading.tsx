import { plainText } from '../../utils/model/rich-text';
import type { Badge, EntryView } from '../../utils/notes/view';
import { Rich } from './rich';

/** A sign for each tone: nothing is said by colour alone. */
const SIGNS = { alarm: '✕', care: '!', good: '✓' } as const;

function BadgeMark({ badge }: { readonly badge: Badge }) {
  const content = (
    <>
      <span class="sign" aria-hidden="true">
        {badge.url && badge.tone === 'good' ? '↗' : SIGNS[badge.tone]}
      </span>
      {badge.text}
    </>
  );
  const name = `badge ${badge.tone}`;
  return badge.url ? (
    <a class={name} href={badge.url} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  ) : (
    <span class={name}>{content}</span>
  );
}

/** Characters of a title beyond which it scrolls by itself: about seven lines. */
const LONG_TITLE = 320;

/** Kind line with badges, warning, title and citation line of one entry. `titleId` names the note. */
export function Heading({ view, titleId }: { readonly view: EntryView; readonly titleId?: string }) {
  const { citation } = view;
  // Its link lets the keyboard scroll it.
  const isLong = view.titleUrl !== undefined && plainText(view.title).length > LONG_TITLE;
  return (
    <header>
      <div class="kind-line top">
        <span class="kind">{view.kindLine}</span>
        {view.badges.map((badge) => (
          <BadgeMark key={badge.text} badge={badge} />
        ))}
      </div>
      {view.warning && <p class="warning">{view.warning}</p>}
      {view.title.length > 0 && (
        <h2 class={isLong ? 'title long' : 'title'} id={titleId} dir="auto">
          {view.titleUrl ? (
            <a href={view.titleUrl} rel="noreferrer">
              <Rich nodes={view.title} />
            </a>
          ) : (
            <Rich nodes={view.title} />
          )}
        </h2>
      )}
      {citation && (citation.authors || citation.container || citation.rest) && (
        <p class="citation" dir="auto">
          {citation.authors} {citation.container && <cite>{citation.container}</cite>}
          {citation.container && citation.rest && citation.separator}
          {citation.rest}
        </p>
      )}
    </header>
  );
}
