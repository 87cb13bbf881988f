import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FORMATS } from '../../utils/formats';
import { GROUPINGS, type Grouping, WRITTEN_ORDERS, type WrittenOrder } from '../../utils/formats/arrange';
import { KEY_TEMPLATE } from '../../utils/formats/citation-key';
import { say } from './exchange-words';
import { FIRST_WISH, type Part, type Wanted } from './export-wish';
import { MarkdownOptions } from './markdown-options';
import { TopicOptions } from './topic-options';

export interface ExportPanelProps {
  /** Parts of the library, all of it first. */
  readonly parts: readonly Part[];
  /** The beginning of the file, as it was last asked for. */
  readonly preview: string;
  /** What is being done, or was; empty where nothing. */
  readonly told: string;
  readonly isWriting: boolean;
  /** The template that the reader wrote last, or a first one. */
  readonly lastTemplate: string;
  /** What is wrong with the template; undefined where nothing is. */
  readonly templateFault: string | undefined;
  readonly onPreview: (wanted: Wanted) => void;
  readonly onSave: (wanted: Wanted) => void;
  readonly onObsidian: (wanted: Wanted) => void;
  readonly onCancel: () => void;
  /** What else can be done with what the reader wants: bibliographies, other programs. */
  readonly more: (wanted: Wanted) => ComponentChildren;
}

const PARTS = [
  ['passages', 'exportPassages'],
  ['remarks', 'exportRemarks'],
  ['summaries', 'exportSummaries'],
] as const;

const ORDER_WORDS = {
  kept: 'orderKept',
  oldest: 'orderOldest',
  author: 'orderAuthor',
  year: 'orderYear',
  title: 'orderTitle',
} as const satisfies Readonly<Record<WrittenOrder, string>>;

const GROUP_WORDS = {
  none: 'groupNone',
  kind: 'groupKind',
  year: 'groupYear',
  topic: 'groupTopic',
} as const satisfies Readonly<Record<Grouping, string>>;

/** Which format, what goes along, in what order, how keys are made; the beginning of the file is shown before it is saved. */
export function ExportPanel(props: ExportPanelProps) {
  const { parts, preview, told, isWriting, lastTemplate, templateFault } = props;
  const [wanted, setWanted] = useState<Wanted>({ ...FIRST_WISH, part: parts[0]! });
  useEffect(() => props.onPreview(wanted), []);
  const change = (part: Partial<Wanted>) => {
    const next = { ...wanted, ...part };
    setWanted(next);
    props.onPreview(next);
  };
  return (
    <>
      <Select
        id="export-scope"
        label={say('exportScope')}
        value={wanted.part.id}
        options={parts.map(({ id, label }) => [id, label])}
        onChange={(value) => change({ part: parts.find(({ id }) => id === value)! })}
      />
      <Select
        id="export-format"
        label={say('exportFormat')}
        value={wanted.format.id}
        options={FORMATS.map(({ id, label }) => [id, label])}
        onChange={(value) => change({ format: FORMATS.find(({ id }) => id === value)! })}
      />
      <Select
        id="export-order"
        label={say('exportOrder')}
        value={wanted.order}
        options={WRITTEN_ORDERS.map((order) => [order, say(ORDER_WORDS[order])])}
        onChange={(order) => change({ order })}
      />
      <Select
        id="export-group"
        label={say('exportGroup')}
        value={wanted.groupBy}
        options={GROUPINGS.map((grouping) => [grouping, say(GROUP_WORDS[grouping])])}
        onChange={(groupBy) => change({ groupBy })}
      />
      {PARTS.map(([part, word]) => (
        <label key={part}>
          <input
            type="checkbox"
            checked={wanted.choice[part]}
            onChange={(event) => change({ choice: { ...wanted.choice, [part]: event.currentTarget.checked } })}
          />{' '}
          {say(word)}
        </label>
      ))}
      <label title={say('exportKeyHint')}>
        {say('exportKey')}{' '}
        <input
          value={wanted.keyTemplate}
          maxLength={60}
          onInput={(event) => change({ keyTemplate: event.currentTarget.value || KEY_TEMPLATE })}
        />
      </label>
      {wanted.format.id === 'markdown' && (
        <MarkdownOptions
          wanted={wanted}
          lastTemplate={lastTemplate}
          fault={templateFault}
          onChange={change}
          onObsidian={() => props.onObsidian(wanted)}
        />
      )}
      {wanted.format.id === 'html' && <TopicOptions topic={wanted.topic} onChange={(topic) => change({ topic })} />}
      <textarea class="export-preview" aria-label={say('exportPreview')} readOnly rows={10} value={preview} />
      <button type="button" disabled={isWriting || templateFault !== undefined} onClick={() => props.onSave(wanted)}>
        {say('exportSave')}
      </button>{' '}
      {isWriting && (
        <button type="button" onClick={props.onCancel}>
          {say('exportCancel')}
        </button>
      )}
      <p role="status">{told}</p>
      {props.more(wanted)}
    </>
  );
}

interface SelectProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, words: string])[];
  readonly onChange: (value: Value) => void;
}

function Select<Value extends string>({ id, label, value, options, onChange }: SelectProps<Value>) {
  return (
    <label>
      {label}{' '}
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as Value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
