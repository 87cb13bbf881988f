import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../../components/own-marks.css?inline';
import { findCitations } from '../../utils/detectors/find';
import { citesInText, headsList } from '../../utils/detectors/own-list';
import { taughtCitation } from '../../utils/detectors/taught';
import type { Door } from '../../utils/page/door';
import { ownRoot } from '../../utils/page/host';
import { createMarks } from '../../utils/page/marks';
import { createScanner } from '../../utils/page/scanner';

/** Put into a frame that may hold citations, beside `scan`, with whom it shares the door. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.finder || door.signal.aborted) return;
  const { signal } = door;
  const scanner = createScanner({
    document,
    signal,
    find: findCitations,
    citesInText,
    headsList,
    says: door.says,
    rules: () => door.rules,
    cite: taughtCitation,
    isOurs: (host) => ownRoot(host) !== undefined,
  });
  const marks = createMarks(document, scanner, import.meta.env.FIREFOX ? css : '', signal, door.marks);
  marks.show(door.settings.marks);
  door.finder = { scanner, showMarks: marks.show };
});
