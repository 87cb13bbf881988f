import { bibliographyOf } from '../../utils/formats/bibliography';
import type { BibliographyAnswer, BibliographyWish } from './bibliography-messages';

// A list of thousands takes the processor many seconds, in which the page must stay quick and be able to end it.
addEventListener('message', ({ data: { records, style, locales } }: MessageEvent<BibliographyWish>) => {
  let answer: BibliographyAnswer;
  try {
    answer = { ok: true, bibliography: bibliographyOf(records, style, locales) };
  } catch (error) {
    answer = { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  postMessage(answer);
});
