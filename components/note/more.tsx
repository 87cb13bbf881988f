import { type Identifier, identifierKey } from '../../utils/model/identifier';
import type { EntryView } from '../../utils/notes/view';
import type { CandidateView, RelatedView } from '../../utils/notes/view-more';
import type { Say } from '../../utils/notes/words';

export interface CandidatesProps {
  readonly candidates: NonNullable<EntryView['candidates']>;
  readonly say: Say;
  /** The reader's word for which it is; undefined takes it back. */
  onPick(id?: Identifier): void;
}

function Candidate({ work, say, onPick }: { readonly work: CandidateView; readonly say: Say; onPick(): void }) {
  return (
    <li>
      <span dir="auto">{work.title}</span>
      <span class="citation" dir="auto">
        {work.line}
      </span>
      <button type="button" aria-label={`${say('pick')}: ${work.title}`} onClick={onPick}>
        {say('pick')}
      </button>
    </li>
  );
}

/** Works that the page's reference may name, for the reader to say which; afterwards, a way to take that back. */
export function Candidates({ candidates, say, onPick }: CandidatesProps) {
  if (candidates.isPicked)
    return (
      <p class="small picked">
        {say('picked')}{' '}
        <button type="button" onClick={() => onPick()}>
          {say('unpick')}
        </button>
      </p>
    );
  return (
    <section class="more">
      <h3>{say('perhaps')}</h3>
      <p class="small">{say('perhapsHint')}</p>
      <ul>
        {candidates.works.map((work) => (
          <Candidate key={work.title} work={work} say={say} onPick={() => onPick(work.id)} />
        ))}
      </ul>
    </section>
  );
}

/** Works related to this one, each with the reason. */
export function Related({ works, say }: { readonly works: readonly RelatedView[]; readonly say: Say }) {
  return (
    <section class="more">
      <h3>{say('related')}</h3>
      <ul>
        {works.map((work) => (
          <li key={work.url ?? work.title}>
            <span class="kind">{work.kindLine}</span>
            {work.isRetracted && <span class="badge alarm">{say('retracted')}</span>}
            <a data-cites={identifierKey(work.id)} href={work.url} target="_blank" rel="noopener noreferrer" dir="auto">
              {work.title}
            </a>
            <span class="small">{work.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
