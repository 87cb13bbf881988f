import { OFFERED, type Offered } from '../../utils/formats/offered';
import { t } from './words';

export interface TakeAwayProps {
  readonly onTake: (format: Offered) => void;
  /** How many works there are to take. */
  readonly items: number;
  readonly passages: number;
}

/** One button for each file format; those for which there is nothing to write are off. */
export function TakeAway({ onTake, items, passages }: TakeAwayProps) {
  return (
    <section class="take-away" aria-labelledby="take-away">
      <h2 id="take-away">{t('exportLead')}</h2>
      {OFFERED.map((format) => (
        <button
          key={format.id}
          type="button"
          data-format={format.id}
          title={t(format.holdsPassages ? 'exportAll' : 'exportList', format.label)}
          disabled={items === 0 && !(format.holdsPassages && passages > 0)}
          onClick={() => onTake(format)}
        >
          {format.label}
        </button>
      ))}
      {items + passages === 0 && <p class="aside">{t('exportNothing')}</p>}
    </section>
  );
}
