import { say } from './exchange-words';
import type { Wanted } from './export-wish';

export interface MarkdownOptionsProps {
  readonly wanted: Wanted;
  /** The template that the reader wrote last, or a first one. */
  readonly lastTemplate: string;
  /** What is wrong with the template; undefined where nothing is. */
  readonly fault: string | undefined;
  readonly onChange: (part: Partial<Wanted>) => void;
  readonly onObsidian: () => void;
}

/** What can be chosen of Markdown alone: front matter, one file or many, a template of the reader's own, and Obsidian. */
export function MarkdownOptions({ wanted, lastTemplate, fault, onChange, onObsidian }: MarkdownOptionsProps) {
  const { template } = wanted;
  return (
    <fieldset class="format-options">
      <legend>{wanted.format.label}</legend>
      <label>
        <input
          type="checkbox"
          checked={wanted.frontMatter}
          onChange={(event) => onChange({ frontMatter: event.currentTarget.checked })}
        />{' '}
        {say('exportFrontMatter')}
      </label>
      <label>
        <input
          type="checkbox"
          checked={wanted.isDivided}
          onChange={(event) => onChange({ isDivided: event.currentTarget.checked })}
        />{' '}
        {say('exportDivided')}
      </label>
      <label>
        <input
          type="checkbox"
          checked={template !== undefined}
          onChange={(event) => onChange({ template: event.currentTarget.checked ? lastTemplate : undefined })}
        />{' '}
        {say('exportOwnTemplate')}
      </label>
      {template !== undefined && (
        <>
          <textarea
            class="export-template"
            aria-label={say('exportTemplate')}
            aria-describedby="template-hint"
            aria-invalid={fault !== undefined}
            spellcheck={false}
            rows={12}
            value={template}
            onInput={(event) => onChange({ template: event.currentTarget.value })}
          />
          <p id="template-hint" class="aside">
            {say('exportTemplateHint')}
          </p>
          {fault !== undefined && <p role="alert">{say('exportTemplateFault', fault)}</p>}
        </>
      )}
      <button type="button" disabled={fault !== undefined} onClick={onObsidian}>
        {say('exportObsidian')}
      </button>
    </fieldset>
  );
}
