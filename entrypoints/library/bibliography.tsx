import { useEffect, useRef, useState } from 'preact/hooks';
import { BibliographyPanel, type StyleChoice } from '../../components/library/bibliography-panel';
import { say } from '../../components/library/exchange-words';
import { fileName } from '../../components/library/shown';
import { bibliographyHtml, bibliographyText, type Bibliography as Made } from '../../utils/formats/bibliography-page';
import { saveFile } from '../../utils/platform/save-file';
import { shippedLocales, shippedStyle } from '../../utils/platform/shipped-styles';
import type { BibliographyAnswer, BibliographyWish } from './bibliography-messages';

/** Entries that are shown before anything is copied or saved. */
const SHOWN = 50;
/** Largest style that is read, bytes; the largest there is has a tenth of it. */
const MOST_BYTES = 2_000_000;

async function styleText(style: StyleChoice): Promise<string> {
  if (typeof style === 'string') return shippedStyle(style);
  if (style.size > MOST_BYTES) throw new Error(say('bibliographyTooLarge'));
  return style.text();
}

export interface BibliographyProps {
  /** The works that the reader wants to take away, as CSL-JSON. */
  readonly records: () => Promise<string>;
}

/** The works that the reader wants to take away, as a bibliography. */
export function Bibliography({ records }: BibliographyProps) {
  const [made, setMade] = useState<Made>();
  const [told, tell] = useState('');
  const worker = useRef<Worker>(undefined);
  const [isBusy, setBusy] = useState(false);
  const end = () => {
    worker.current?.terminate();
    worker.current = undefined;
    setBusy(false);
  };
  useEffect(() => end, []);

  async function make(style: StyleChoice) {
    end();
    setMade(undefined);
    setBusy(true);
    tell(say('bibliographyMaking'));
    const mine = new Worker(new URL('./bibliography-worker.ts', import.meta.url), { type: 'module' });
    worker.current = mine;
    const wish: BibliographyWish = {
      records: await records(),
      style: await styleText(style),
      locales: await shippedLocales(),
    };
    if (worker.current !== mine) return;
    mine.onerror = () => failed(new Error('bibliography'));
    mine.onmessage = ({ data }: MessageEvent<BibliographyAnswer>) => {
      end();
      if (!data.ok) return failed(new Error(data.message));
      setMade(data.bibliography);
      tell(say('bibliographyMade', data.bibliography.text.length));
    };
    mine.postMessage(wish);
  }

  function failed(error: unknown) {
    end();
    tell(say('exchangeFailed', error instanceof Error ? error.message : String(error)));
  }

  /** Rich text for word processors, plain text for all others. */
  async function copy() {
    if (!made) return;
    const blob = (text: string, type: string) => new Blob([text], { type });
    const item = new ClipboardItem({
      'text/html': blob(bibliographyHtml(made), 'text/html'),
      'text/plain': blob(bibliographyText(made), 'text/plain'),
    });
    await navigator.clipboard.write([item]);
    tell(say('bibliographyCopied'));
  }

  function save() {
    if (!made) return;
    const name = fileName('bibliography', 'html', new Date());
    saveFile(document, name, 'text/html', bibliographyHtml(made));
    tell(say('exportSaved', name));
  }

  const lines = made?.text ?? [];
  return (
    <BibliographyPanel
      preview={lines.slice(0, SHOWN).join('\n\n') + (lines.length > SHOWN ? '\n\n…' : '')}
      told={told}
      isBusy={isBusy}
      onMake={(style) => void make(style).catch(failed)}
      onCancel={() => {
        end();
        tell(say('exportCancelled'));
      }}
      onCopy={() => void copy().catch(failed)}
      onSave={save}
    />
  );
}
