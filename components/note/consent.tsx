import type { EntryView } from '../../utils/notes/view';
import type { Say } from '../../utils/notes/words';

export interface ConsentProps {
  readonly consent: NonNullable<EntryView['consent']>;
  readonly say: Say;
  onAllow(lookUp: 'on-open' | 'on-press'): void;
  onLookUp(): void;
}

/** Asks, once, whether services may be asked; after "only when I press", the button to press. */
export function Consent({ consent, say, onAllow, onLookUp }: ConsentProps) {
  if (!consent.isQuestion)
    return (
      <div class="consent pressed">
        <button type="button" class="primary" onClick={onLookUp}>
          {say('lookUp')}
        </button>
        <p>{say('lookUpText', consent.services)}</p>
      </div>
    );
  return (
    <section class="consent" aria-label={say('consentQuestion')}>
      <h3>{say('consentQuestion')}</h3>
      <p>{say('consentText', consent.services)}</p>
      <div class="choices">
        <button type="button" class="primary" onClick={() => onAllow('on-open')}>
          {say('allowOnOpen')}
        </button>
        <button type="button" onClick={() => onAllow('on-press')}>
          {say('allowOnPress')}
        </button>
      </div>
      <p class="small">{say('changeLater')}</p>
    </section>
  );
}
