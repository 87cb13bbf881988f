import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from './words';

/** Rest after the last key before a remark is saved, milliseconds. */
const REST_MS = 800;

export interface RemarkProps {
  readonly value: string;
  readonly onChange: (remark: string) => void;
}

/**
 * What the reader writes, saved when the typing rests and when the field is left. What comes in from elsewhere meanwhile
 * does not take the words from under the reader's hands.
 */
export function Remark({ value, onChange }: RemarkProps) {
  const [draft, setDraft] = useState<string>();
  const latest = useRef({ draft, onChange, value });
  latest.current = { draft, onChange, value };

  useEffect(() => {
    if (draft === undefined || draft === value) return;
    const timer = setTimeout(() => onChange(draft), REST_MS);
    return () => clearTimeout(timer);
  }, [draft, value, onChange]);
  // Closing the page, or filtering the entry away, must not cost the last words.
  useEffect(() => {
    const save = () => {
      const { draft, value, onChange } = latest.current;
      if (draft !== undefined && draft !== value) onChange(draft);
    };
    addEventListener('pagehide', save);
    return () => {
      removeEventListener('pagehide', save);
      save();
    };
  }, []);

  return (
    <textarea
      class="remark"
      rows={1}
      aria-label={t('remark')}
      placeholder={t('addRemark')}
      value={draft ?? value}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== undefined && draft !== value) onChange(draft);
        setDraft(undefined);
      }}
    />
  );
}
