import { expect, it } from 'vitest';
import { readTitle } from './read-title';

const em = (...children: string[]) => ({ mark: 'em', children });

it.each([
  ['marks', 'On <i>Drosophila</i> again', ['On ', em('Drosophila'), ' again']],
  ['words whose capitals are to stay', 'The <span class="nocase">iPhone</span> era', ['The iPhone era']],
  ['small capitals of both kinds', '<sc>ad</sc> <span style="font-variant:small-caps;">bc</span>', ['ad bc']],
  [
    'marks within and without those',
    'a <span class="nocase">b <i>c</i></span> <i>d <sc>e</sc></i>',
    ['a b ', em('c'), ' ', em('d e')],
  ],
  ['a mark that is not closed', 'x <span class="nocase">y', ['x <span class="nocase">y']],
  ['tags that are no marks of CSL', '<span id="z">y</span> <br>', ['<span id="z">y</span> <br>']],
])('reads %s', (_what, title, expected) => {
  expect(readTitle(title)).toEqual(expected);
});
