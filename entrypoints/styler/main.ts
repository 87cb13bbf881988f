import { bibliographyOf } from '../../utils/formats/bibliography';
import { sendToBackground } from '../../utils/platform/send';
import { shippedLocales, shippedStyle } from '../../utils/platform/shipped-styles';

/** The page that nobody sees: it cites one work in a style, says how that reads, and is closed by the background. */
async function main(): Promise<void> {
  const task = await sendToBackground('askStylingTask', {});
  if (!task.ok) return;
  try {
    const { record, style } = task.value;
    const { text, html } = bibliographyOf(record, await shippedStyle(style), await shippedLocales());
    // A list of one has no use for its number.
    const [plain, rich] = [text[0] ?? '', html[0] ?? ''].map((entry) => entry.replace(/^1[.)]\s+/, ''));
    await sendToBackground('stylingDone', plain && rich ? { made: { text: plain, html: rich } } : {});
  } catch {
    // A style that cannot be used: the asker has another form of the citation.
    await sendToBackground('stylingDone', {});
  }
}

void main();
