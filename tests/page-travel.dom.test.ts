// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { say } from '../components/passages/words';
import { createPageTravel } from '../entrypoints/bar/travel';
import type { Deed, PageHistory, PassageState } from '../utils/model/deed';
import { failed, success } from '../utils/model/failure';
import type { PagePassages } from '../utils/page/passages';
import type { sendToBackground } from '../utils/platform/send';

const YELLOW: PassageState = {
  colour: 'yellow',
  remark: '',
  tags: [],
  selectors: { quote: { exact: 'dark quay', prefix: '', suffix: '' } },
};
const GREEN: PassageState = { ...YELLOW, colour: 'green' };
const deed = (before?: PassageState, after?: PassageState): Deed => ({
  id: 'passage-1',
  keys: [],
  at: 1,
  ...(before && { before }),
  ...(after && { after }),
});

/** What is said to the background and done on the page, where the page has such a history. */
function travelIn(history: PageHistory, refusal?: string) {
  const done: string[] = [];
  const send = (async (name: string, input: { change?: PassageState; travel?: string }) => {
    if (name === 'pageHistory') return success(history);
    done.push([name, input.change?.colour, input.travel].filter(Boolean).join(' '));
    return refusal ? failed('storage', 'test', refusal) : success({ id: 'passage-1' });
  }) as unknown as typeof sendToBackground;
  const show = (what: string) => () => void done.push(what);
  const passages = { remove: show('gone'), update: show('changed'), bring: show('brought') };
  return { done, ...createPageTravel(document, passages as unknown as PagePassages, send) };
}
const past = (...deeds: Deed[]): PageHistory => ({ past: deeds, future: [] });
const future = (...deeds: Deed[]): PageHistory => ({ past: [], future: deeds });

describe('the last thing done on a page', () => {
  it.each([
    ['saving is taken back', 'back', past(deed(undefined, YELLOW)), 'deletePassage back', 'gone', 'isDeleted'],
    ['saving is done again', 'again', future(deed(undefined, YELLOW)), 'restorePassage again', 'brought', 'isBack'],
    ['deleting is taken back', 'back', past(deed(GREEN)), 'restorePassage back', 'brought', 'isBack'],
    ['deleting is done again', 'again', future(deed(GREEN)), 'deletePassage again', 'gone', 'isDeleted'],
    ['a change is taken back', 'back', past(deed(YELLOW, GREEN)), 'changePassage yellow back', 'changed', 'isAsBefore'],
    [
      'a change is made again',
      'again',
      future(deed(YELLOW, GREEN)),
      'changePassage green again',
      'changed',
      'isChangedAgain',
    ],
  ] as const)('%s', async (_what, way, history, said, shown, word) => {
    const { travel, done } = travelIn(history);
    expect(await travel(way)).toMatchObject({ message: say(word, 'dark quay'), id: 'passage-1' });
    expect(done).toEqual([said, shown]);
  });

  it('leaves what is more to be taken back, and what was taken back to be done again', async () => {
    const { travel } = travelIn(past(deed(undefined, YELLOW), deed(YELLOW, GREEN)));
    expect(await travel('back')).toMatchObject({ canUndo: true, canRedo: true });
    expect(await travelIn(past(deed(YELLOW, GREEN))).travel('back')).toMatchObject({ canUndo: false, canRedo: true });
  });

  it.each([
    ['back', 'nothingUndone'],
    ['again', 'nothingRedone'],
  ] as const)('is told of where there is none: %s', async (way, word) => {
    const { travel, done } = travelIn(past());
    expect(await travel(way)).toEqual({ message: say(word), canUndo: false, canRedo: false });
    expect(done).toEqual([]);
  });

  it('stays as it is on the page where the library refuses', async () => {
    const { travel, done } = travelIn(past(deed(undefined, YELLOW)), 'The disk is full.');
    expect((await travel('back')).message).toContain('The disk is full.');
    expect(done).toEqual(['deletePassage back']);
  });

  it('is offered after coming back only where it was deleting', async () => {
    expect(await travelIn(past(deed(YELLOW, GREEN))).lastDeleted()).toBeUndefined();
    expect(await travelIn(past(deed(GREEN))).lastDeleted()).toMatchObject({ canUndo: true });
  });

  it('gives a passage the changes since it was saved or brought back, and no others', async () => {
    const passage = { id: 'passage-1', ...GREEN, page: { url: '', title: '', keys: [] }, created: 1, modified: 1 };
    const other = { ...deed(GREEN, YELLOW), id: 'passage-2' };
    const { historyOf } = travelIn(past(deed(undefined, GREEN), deed(YELLOW, GREEN), other));
    const { past: before } = await historyOf(passage);
    expect(before.map(({ colour }) => colour)).toEqual(['yellow']);
  });
});
