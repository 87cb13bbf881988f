import { say } from '../../components/passages/words';
import type { Travel } from '../../utils/model/deed';
import type { Failure } from '../../utils/model/failure';
import type { Colour, Passage } from '../../utils/model/passage';
import type { PagePassages } from '../../utils/page/passages';
import type { PassageChange } from '../../utils/platform/messages';
import type { Drafts } from './drafts';
import type { Keeper } from './keep';
import { newPassage, sayings } from './new-passage';
import { changeable, type History, type Subject } from './subject';

/** What saving and changing passages needs. */
export interface DeskDepend {
  readonly document: Document;
  readonly isPrivate: boolean;
  /** Whether the page can be found again. */
  readonly hasAddress: boolean;
  readonly passages: PagePassages;
  readonly keeper: Keeper;
  readonly drafts: Drafts;
  /** Histories of passages, by id, as long as the page is open. */
  readonly histories: Map<string, History>;
  /** Shows a subject as it is now, where the bar is open for it. */
  draw(): void;
}

/** Does with the subject of the bar what the reader wants: shown at once, told to the library, taken back where that refuses. */
export interface Desk {
  saveAs(one: Subject, colour: Colour): Promise<void>;
  change(one: Subject, next: PassageChange): Promise<void>;
  /** Takes the last change back, or makes it again. */
  undo(one: Subject): void;
  redo(one: Subject): void;
  remove(one: Subject): void;
  restore(one: Subject): void;
  addTag(one: Subject, tag: string): void;
  removeTag(one: Subject, tag: string): void;
  /** Keeps what is being written. */
  keepDraft(one: Subject): void;
}

/** Most tags of a passage, as the library's messages allow. */
const MOST_TAGS = 50;

/** The sentence for a library that refuses. */
export const sentenceOf = ({ kind, message }: Failure): string =>
  kind === 'cancelled' ? say('gone') : say('gaveUp', message);

/** Makes a desk. */
export function createDesk({
  document,
  isPrivate,
  hasAddress,
  passages,
  keeper,
  drafts,
  histories,
  draw,
}: DeskDepend): Desk {
  const tell = (one: Subject, message: string) => {
    one.message = message;
    draw();
  };

  async function saveAs(one: Subject, colour: Colour): Promise<void> {
    if (isPrivate) return tell(one, say('privateWindow'));
    if (!hasAddress) return tell(one, say('noAddress'));
    const passage = newPassage(document, one.selectors, colour);
    one.passage = passage;
    one.state = 'saved';
    one.message = undefined;
    drafts.adopt(one);
    passages.add(passage, one.ranges);
    draw();
    const failure = await keeper.save(passage, sayings(document));
    if (!failure) {
      passages.settle(passage.id);
      if (one.message === say('waiting')) one.message = undefined;
      return draw();
    }
    // Refused for good: what is not kept must not look as if it were.
    passages.remove(passage.id);
    one.passage = undefined;
    one.state = 'offered';
    tell(one, sentenceOf(failure));
  }

  async function put(one: Subject, passage: Passage, next: PassageChange, way?: Travel): Promise<void> {
    one.passage = { ...passage, ...next, modified: Date.now() };
    passages.update(one.passage);
    draw();
    const failure = await keeper.change(passage.id, next, way);
    if (failure) tell(one, sentenceOf(failure));
  }

  async function change(one: Subject, next: PassageChange): Promise<void> {
    const { passage } = one;
    if (!passage) return;
    one.history.past.push(passage);
    one.history.future.length = 0;
    histories.set(passage.id, one.history);
    await put(one, passage, next);
  }

  /** Goes to how the passage was at the end of one history, and remembers in the other how it is. */
  function travel(one: Subject, way: Travel): void {
    const { past, future } = one.history;
    const [from, to] = way === 'back' ? [past, future] : [future, past];
    const goal = from.pop();
    if (!goal || !one.passage) return;
    to.push(one.passage);
    drafts.forget(one);
    histories.set(goal.id, one.history);
    void put(one, one.passage, changeable(goal), way);
  }

  function addTag(one: Subject, text: string): void {
    const tag = text.trim().slice(0, 100);
    const { tags } = one.passage ?? {};
    drafts.write(one, { tag: '' });
    if (!tag || !tags) draw();
    else if (tags.includes(tag)) tell(one, say('tagThere', tag));
    else if (tags.length >= MOST_TAGS) tell(one, say('tagsFull'));
    else {
      one.message = say('tagAdded', tag);
      void change(one, { tags: [...tags, tag] });
    }
  }

  return {
    saveAs,
    change,
    undo: (one) => travel(one, 'back'),
    redo: (one) => travel(one, 'again'),
    addTag,
    removeTag(one, tag) {
      const { tags } = one.passage ?? {};
      if (!tags?.includes(tag)) return;
      one.message = say('tagRemoved', tag);
      void change(one, { tags: tags.filter((other) => other !== tag) });
    },
    keepDraft(one) {
      const { passage } = one;
      if (!passage) return;
      const remark = drafts.remark(one).trim();
      const tag = drafts.tag(one);
      drafts.forget(one);
      if (remark !== passage.remark) void change(one, { remark });
      if (tag.trim()) addTag(one, tag);
    },
    remove(one) {
      const { passage } = one;
      if (!passage) return;
      passages.remove(passage.id);
      one.state = 'removed';
      one.message = undefined;
      draw();
      void keeper.remove(passage.id).then((failure) => {
        if (!failure) return;
        one.state = 'saved';
        passages.add(passage, one.ranges);
        tell(one, sentenceOf(failure));
      });
    },
    restore(one) {
      const { passage } = one;
      if (!passage) return;
      one.state = 'saved';
      passages.add(passage, one.ranges);
      draw();
      void keeper.restore(passage.id, 'back').then((failure) => {
        if (!failure) return passages.settle(passage.id);
        passages.remove(passage.id);
        one.passage = undefined;
        one.state = 'offered';
        tell(one, sentenceOf(failure));
      });
    },
  };
}
