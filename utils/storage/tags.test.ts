import { expect, it } from 'vitest';
import { freshStorage } from '../../tests/storage';
import { createLibrary } from './library';
import type { PassageRow } from './rows';
import { usedTags } from './tags';

const row = (at: number, tags: readonly string[]): PassageRow =>
  ({
    id: `passage-${at}`,
    page: { url: 'https://example.org/', title: '', keys: ['clean:example.org/'] },
    selectors: { quote: { exact: 'words', prefix: '', suffix: '' } },
    colour: 'yellow',
    remark: '',
    tags,
    created: at,
    modified: at,
    stamp: `${at}`,
  }) as unknown as PassageRow;

it('gives the tags used most of late, then all others, however old their entries are', async () => {
  const library = createLibrary(freshStorage());
  const rows = Array.from({ length: 5200 }, (_none, i) => row(i + 10, i % 3 ? ['gulls'] : ['gulls', 'lamps']));
  await library.use('test', (database) => database.passages.bulkPut([row(1, ['quay']), row(2, ['boats']), ...rows]));
  expect(await usedTags(library)).toEqual({ ok: true, value: ['gulls', 'lamps', 'boats', 'quay'] });
});
