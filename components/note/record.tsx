import { Fragment } from 'preact';
import type { RecordView } from '../../utils/notes/record';
import type { Say } from '../../utils/notes/words';

/** What is to be known of a work's record: its facts, and where it can be read free. */
export function WorkRecord({ view, say }: { readonly view: RecordView; readonly say: Say }) {
  return (
    <div class="record">
      {view.copies.length > 0 && (
        <p>
          {say('freeCopies')}
          {view.copies.map(({ url, text }) => (
            <Fragment key={url}>
              {' '}
              <a href={url} target="_blank" rel="noopener noreferrer" dir="auto">
                {text}
              </a>
            </Fragment>
          ))}
        </p>
      )}
      {view.facts.map((fact) => (
        <p key={fact} dir="auto">
          {fact}
        </p>
      ))}
    </div>
  );
}
