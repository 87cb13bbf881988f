import { useState } from 'preact/hooks';
import { STYLES } from '../../utils/formats/csl-styles';
import { say } from './exchange-words';

/** Where the processor's own notice leads. */
const PROCESSOR = 'https://citationstyles.org/';

/** A style that ships, by its id, or a file of the reader's. */
export type StyleChoice = string | File;

export interface BibliographyPanelProps {
  /** The bibliography as text, as it was last made. */
  readonly preview: string;
  /** What is being done, or was, or went wrong; empty where nothing. */
  readonly told: string;
  readonly isBusy: boolean;
  readonly onMake: (style: StyleChoice) => void;
  readonly onCancel: () => void;
  readonly onCopy: () => void;
  readonly onSave: () => void;
}

/** Works as a bibliography in a citation style, copied as rich text or saved; the processor's maker is named, as its licence asks. */
export function BibliographyPanel(props: BibliographyPanelProps) {
  const { preview, told, isBusy } = props;
  const [style, setStyle] = useState<StyleChoice>(STYLES[0]!.id);
  const choose = (next: StyleChoice) => {
    setStyle(next);
    props.onMake(next);
  };
  const isOwn = typeof style !== 'string';
  return (
    <fieldset class="format-options bibliography">
      <legend>{say('bibliography')}</legend>
      <label>
        {say('bibliographyStyle')}{' '}
        <select
          id="bibliography-style"
          value={isOwn ? '' : style}
          onChange={(event) => event.currentTarget.value && choose(event.currentTarget.value)}
        >
          {STYLES.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
          {isOwn && <option value="">{style.name}</option>}
        </select>
      </label>
      <label>
        {say('bibliographyOwn')}{' '}
        <input
          type="file"
          accept=".csl,.xml"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) choose(file);
          }}
        />
      </label>
      <button type="button" disabled={isBusy} onClick={() => props.onMake(style)}>
        {say('bibliographyMake')}
      </button>{' '}
      {isBusy && (
        <button type="button" onClick={props.onCancel}>
          {say('exportCancel')}
        </button>
      )}
      {preview && (
        <>
          <textarea class="export-preview" aria-label={say('bibliography')} readOnly rows={8} value={preview} />
          <button type="button" onClick={props.onCopy}>
            {say('bibliographyCopy')}
          </button>{' '}
          <button type="button" onClick={props.onSave}>
            {say('exportSave')}
          </button>
        </>
      )}
      <p role="status">{told}</p>
      <p class="aside">
        {say('bibliographyBy')}{' '}
        <a href={PROCESSOR} target="_blank" rel="noopener noreferrer">
          {PROCESSOR}
        </a>
      </p>
    </fieldset>
  );
}
