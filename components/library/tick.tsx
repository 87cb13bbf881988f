import { t } from './words';

/** Whether an entry is ticked, and how that is changed; with Shift, everything from the one ticked last. */
export interface Choice {
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean, reaches: boolean) => void;
}

/** The box that chooses an entry for what is done to many. */
export function Tick({ choice, name }: { readonly choice: Choice; readonly name: string }) {
  return (
    <input
      type="checkbox"
      class="tick"
      aria-label={t('chooseOne', name)}
      checked={choice.isChosen}
      onClick={(event) => choice.onChoose(event.currentTarget.checked, event.shiftKey)}
    />
  );
}
