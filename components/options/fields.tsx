import { useEffect, useState } from 'preact/hooks';
import { t } from './words';

/** A yes or no, with its words beside it. */
export function Check(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label class="field check">
      <input type="checkbox" checked={props.isOn} onChange={(event) => props.onChange(event.currentTarget.checked)} />
      {props.label}
    </label>
  );
}

/** One of several, all in view. */
export function Choice<T extends string>(props: {
  readonly name: string;
  readonly legend: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <fieldset class="field">
      <legend class="hidden">{props.legend}</legend>
      {props.options.map(([value, label]) => (
        <label key={value} class="check">
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** A time in seconds, as a slider; the value given and told is in milliseconds. */
export function Delay(props: {
  readonly id: string;
  readonly label: string;
  readonly valueMs: number;
  readonly mostMs: number;
  readonly onChange: (valueMs: number) => void;
}) {
  const text = t('seconds', Math.round(props.valueMs / 10) / 100);
  return (
    <div class="field delay">
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        type="range"
        min={0}
        max={props.mostMs}
        step={50}
        value={props.valueMs}
        aria-valuetext={text}
        onInput={(event) => props.onChange(event.currentTarget.valueAsNumber)}
      />
      <output for={props.id}>{text}</output>
    </div>
  );
}

/** A key for a service, sent on when the field is left; never shown in full. */
export function Key(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (key: string) => void;
}) {
  const [draft, setDraft] = useState(props.value);
  useEffect(() => setDraft(props.value), [props.value]);
  return (
    <label class="field">
      {props.label}{' '}
      <input
        type="password"
        autocomplete="off"
        spellcheck={false}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => props.onChange(event.currentTarget.value.trim())}
      />
    </label>
  );
}

/** The contact address, sent on when the field is left, so that half an address is never used. */
export function Contact({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  return (
    <div class="field">
      <label for="contact">{t('contact')}</label>
      <input
        id="contact"
        type="email"
        autocomplete="email"
        value={draft}
        aria-describedby="contact-text"
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => event.currentTarget.validity.valid && onChange(event.currentTarget.value.trim())}
      />
      <p id="contact-text" class="aside">
        {t('contactText')}
      </p>
    </div>
  );
}
