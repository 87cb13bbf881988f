import { useState } from 'preact/hooks';
import type { Term } from '../../utils/model/term';
import { Check } from './fields';
import { t } from './words';

/** The reader's own words, and what can be done with them. */
export interface TermsProps {
  readonly terms: readonly Term[];
  readonly isShown: boolean;
  /** A sentence about the last deed. */
  readonly message?: string;
  readonly onShow: (isShown: boolean) => void;
  /** Without an id a new one. */
  readonly onSave: (term: { readonly id?: string; readonly word: string; readonly definition: string }) => void;
  readonly onRemove: (id: string) => void;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
}

interface FormProps {
  readonly term?: Term;
  readonly onSave: TermsProps['onSave'];
  readonly onCancel?: () => void;
}

function TermForm({ term, onSave, onCancel }: FormProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const [word, definition] = [data.get('word'), data.get('definition')].map((value) => String(value ?? '').trim());
    if (!word || !definition) return;
    onSave({ ...(term && { id: term.id }), word, definition });
    if (!term) form.reset();
  };
  return (
    <form class="term" onSubmit={submit}>
      <input
        name="word"
        aria-label={t('termWord')}
        placeholder={t('termWord')}
        dir="auto"
        maxLength={100}
        required
        defaultValue={term?.word}
      />
      <textarea
        name="definition"
        aria-label={t('termDefinition')}
        placeholder={t('termDefinition')}
        dir="auto"
        rows={2}
        maxLength={5000}
        required
        defaultValue={term?.definition}
      />
      <button type="submit" class="quiet">
        {term ? t('termSave') : t('termAdd')}
      </button>
      {onCancel && (
        <button type="button" class="quiet" onClick={onCancel}>
          {t('termCancel')}
        </button>
      )}
    </form>
  );
}

/** The glossary: whether it is shown on pages, its words with their meanings, and the way out and in. */
export function Terms(props: TermsProps) {
  const { terms, onSave } = props;
  const [edited, setEdited] = useState<string>();
  return (
    <>
      <p class="aside">{t('termsText')}</p>
      {terms.length > 0 && <Check label={t('termsShow')} isOn={props.isShown} onChange={props.onShow} />}
      <dl class="terms">
        {terms.map((term) => (
          <div key={term.id} class="terms-entry">
            {edited === term.id ? (
              <dd>
                <TermForm
                  term={term}
                  onSave={(changed) => {
                    setEdited(undefined);
                    onSave(changed);
                  }}
                  onCancel={() => setEdited(undefined)}
                />
              </dd>
            ) : (
              <>
                <dt dir="auto">{term.word}</dt>
                <dd dir="auto">{term.definition}</dd>
                <dd>
                  <button
                    type="button"
                    class="quiet"
                    aria-label={t('termEditOf', term.word)}
                    onClick={() => setEdited(term.id)}
                  >
                    {t('termEdit')}
                  </button>
                  <button
                    type="button"
                    class="quiet"
                    aria-label={t('termRemoveOf', term.word)}
                    onClick={() => props.onRemove(term.id)}
                  >
                    {t('termRemove')}
                  </button>
                </dd>
              </>
            )}
          </div>
        ))}
      </dl>
      <TermForm onSave={onSave} />
      <p class="terms-file">
        {terms.length > 0 && (
          <button type="button" class="quiet" onClick={props.onExport}>
            {t('termsExport')}
          </button>
        )}
        <label class="quiet">
          {t('termsImport')}{' '}
          <input
            type="file"
            accept=".json,.txt,application/json,text/plain"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) props.onImport(file);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <p class="aside" role="status">
        {props.message}
      </p>
    </>
  );
}
