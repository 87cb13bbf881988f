import marksCss from '../../components/own-marks.css?inline';
import { findCitations } from '../../utils/detectors/find';
import { citesInText, headsList } from '../../utils/detectors/own-list';
import { taughtCitation } from '../../utils/detectors/taught';
import type { Settings } from '../../utils/model/settings';
import { changedRules, type SiteRule, siteOf } from '../../utils/model/site-rule';
import { ruleAgainst } from '../../utils/page/describe-place';
import type { Door, Pointer } from '../../utils/page/door';
import { targetOf } from '../../utils/page/event-target';
import { hearKeys } from '../../utils/page/heard-keys';
import { createHost, ownRoot } from '../../utils/page/host';
import { createMarkLines, type MarkLines } from '../../utils/page/mark-lines';
import { createMarkRegistry } from '../../utils/page/mark-registry';
import { createMarks } from '../../utils/page/marks';
import { pageSays } from '../../utils/page/page-says';
import { createScanner } from '../../utils/page/scanner';
import { createPassageBar } from '../bar/passage-bar';
import { createFurther } from '../further/further';
import { createGuide } from '../guide/guide';
import { startHover } from '../hand/hover';
import { createLinker } from '../linker/create-linker';
import { attach } from '../nester/attach';
import { createCommands } from '../reader/commands';
import { createLayers } from '../reader/layer';
import { createNotes } from '../reader/notes';
import { startPassages } from '../reader/passages';
import { answerMessages } from '../scan/messages';
import { feelSelection } from '../scan/selection';
import { createGoTo } from '../walker/go-to';
import type { TryOut } from './try-out';

/**
 * Starts Ibid in a page of its own, where browsers put no content scripts: the same parts as in any other page, all at once, with
 * `tryOut` in place of the background.
 */
export function openDoor(
  window: Window & typeof globalThis,
  first: Settings,
  tryOut: TryOut,
  isPrivate: boolean,
): Door {
  const { document } = window;
  const life = new AbortController();
  const { signal } = life;
  let settings = first;
  let rules: readonly SiteRule[] = [];
  let pointer: Pointer | undefined;
  let lines: MarkLines | undefined;
  const door: Door = {
    signal,
    marks: createMarkRegistry(window, signal, (use) => {
      lines ??= createMarkLines(window, () => createHost(document, []), signal);
      use(lines);
    }),
    timing: {},
    keys: new Set(),
    says: () => pageSays(document),
    withReader: (use) => door.reader && use(door.reader),
    withHand: (use) => door.hand && use(door.hand),
    withGuide: (use) => door.guide && use(door.guide),
    // Its own links lead where its text says.
    leaving() {},
    get pointer() {
      return pointer;
    },
    get scanner() {
      return scanner;
    },
    get settings() {
      return settings;
    },
    set settings(changed) {
      settings = changed;
      marks.show(changed.marks);
    },
    get rules() {
      return rules;
    },
    set rules(changed) {
      rules = changed;
      scanner.relearn();
    },
  };
  hearKeys(window, () => door, signal);
  window.addEventListener(
    'pointermove',
    (event) => {
      const target = targetOf(event);
      pointer = target && event.pointerType !== 'touch' ? { target, x: event.clientX, y: event.clientY } : undefined;
    },
    { capture: true, passive: true },
  );

  const scanner = createScanner({
    document,
    signal,
    find: findCitations,
    citesInText,
    headsList,
    says: door.says,
    rules: () => rules,
    cite: taughtCitation,
    isOurs: (host) => ownRoot(host) !== undefined,
  });
  const marks = createMarks(document, scanner, import.meta.env.FIREFOX ? marksCss : '', signal, door.marks);
  marks.show(settings.marks);
  const passages = startPassages(document, door, tryOut.send);
  const notes = createNotes({
    door,
    document,
    isPrivate,
    claimOf: (citation) => passages.claimOf(citation)?.text,
    highlightClaim: passages.highlightClaim,
    asked: tryOut,
  });
  door.reader = {
    ...passages,
    openNote: notes.open,
    closeNote: notes.close,
    closeInner: notes.closeInner,
    get noteIsOpen() {
      return notes.isOpen;
    },
    owns: (node) => ownRoot(node) !== undefined,
    ownRoot,
    layer: createLayers(document, door),
    isNearNote: notes.isNear,
    command: createCommands(document, door, notes.openFocused, passages),
    showPassages: passages.show,
  };
  door.bar = createPassageBar({
    document,
    door,
    reader: door.reader,
    // Nothing of it outlives the page: it may be tried in a private window, too.
    isPrivate: false,
    hasAddress: true,
    send: tryOut.send,
    leave: tryOut.leave,
  });
  door.linker = createLinker(document);
  door.nester = { attach: (ports) => attach(window, door, ports) };
  door.guide = createGuide(document, door);
  door.walker = { goTo: createGoTo(document, door) };
  door.further = createFurther(document, door);
  door.teacher = {
    forget(one) {
      const rule = ruleAgainst(siteOf(window.location), one, scanner.citations(), rules);
      const learnt = rule ? [rule] : [];
      door.rules = changedRules(rules, { add: learnt, remove: [] });
      const undo = () => {
        door.rules = changedRules(rules, { add: [], remove: learnt });
      };
      return { others: 0, undo };
    },
    mark: () => {},
  };
  door.finder = { scanner, showMarks: marks.show };
  door.hand = startHover(window, door, scanner);
  feelSelection(window, door);
  answerMessages({ door, window, greet: () => {}, passages: () => [] });
  return door;
}
