import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { mergeTexts } from '../../utils/model/merge-texts';
import { t } from './words';

/** Rest after the last key before a remark is saved, milliseconds. */
const REST_MS = 800;

export interface RemarkProps {
  readonly value: string;
  /**
   * Saves a remark.
   *
   * @param seen - What was there when the reader began to write.
   * @returns What is stored now, which holds what another window has written meanwhile; undefined where that is not known.
   */
  readonly onChange: (remark: string, seen: string) => undefined | Promise<string | undefined>;
  /** What the field is called, where it is for something else than a remark. */
  readonly words?: { readonly label: string; readonly add: string };
}

/** What is being written, and what was stored when that began; from the first saving on, what was last saved. */
interface Draft {
  text: string;
  seen: string;
}

/**
 * What the reader writes, saved when the typing rests and when the field is left. What comes in from elsewhere meanwhile
 * does not take the words from under the reader's hands: it is added to them once they are saved.
 */
export function Remark({ value, onChange, words }: RemarkProps) {
  const [draft, setDraft] = useState<Draft>();
  const now = useRef({ draft, onChange });
  now.current = { draft, onChange };
  const write = (next: Draft | undefined) => {
    now.current.draft = next;
    setDraft(next);
  };

  const save = useCallback(async () => {
    const { draft, onChange } = now.current;
    if (!draft || draft.text === draft.seen) return;
    const { text, seen } = draft;
    write({ text, seen: text });
    const saving = onChange(text, seen);
    if (!saving) return;
    const stored = await saving;
    const later = now.current.draft;
    // Where more was saved meanwhile, its own answer counts.
    if (later?.seen !== text) return;
    // What was not saved is tried again with what comes next.
    if (stored === undefined) write({ ...later, seen });
    else if (stored !== text) write({ text: mergeTexts(text, later.text, stored), seen: stored });
  }, []);

  useEffect(() => {
    if (draft === undefined || draft.text === draft.seen) return;
    const timer = setTimeout(save, REST_MS);
    return () => clearTimeout(timer);
  }, [draft?.text]);
  // Once all is saved, what comes in from elsewhere is shown.
  useEffect(() => {
    const written = now.current.draft;
    if (written && written.text === written.seen && value !== written.seen) write({ text: value, seen: value });
  }, [value]);
  // Closing the page, or filtering the entry away, must not cost the last words.
  useEffect(() => {
    addEventListener('pagehide', save);
    return () => {
      removeEventListener('pagehide', save);
      void save();
    };
  }, []);

  return (
    <textarea
      class="remark"
      rows={1}
      aria-label={words?.label ?? t('remark')}
      placeholder={words?.add ?? t('addRemark')}
      value={draft?.text ?? value}
      onInput={(event) => write({ text: event.currentTarget.value, seen: draft?.seen ?? value })}
      onBlur={() => {
        void save();
        write(undefined);
      }}
    />
  );
}
