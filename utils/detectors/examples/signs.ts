import type { SnapshotSign } from '../../model/snapshot';
import type { Example } from '../detector';
import { exampleOf, REFERENCES } from './page';

/** An example whose links are no links, but signs. */
function signed(name: string, source: string, finds: readonly string[], sign: SnapshotSign): Example {
  const example = exampleOf(name, source, finds, REFERENCES);
  const blocks = example.page.blocks.map((block) => ({
    ...block,
    links: block.links.map((link) => ({ ...link, href: '', sign })),
  }));
  return { ...example, page: { ...example.page, blocks } };
}

/** What `signs` must find, and where it must be silent. */
export const examples: readonly Example[] = [
  signed(
    'keys that the page has entries for',
    'Silt settles {|#} here.',
    ['marker «» #r1 doi:10.5555/one', 'marker «» #q'],
    {
      kind: 'marker',
      notes: [
        { id: 'r1', text: '' },
        { id: 'q', text: '' },
      ],
    },
  ),
  signed('a note beside its number', 'The ferry waits.{1|#}', ['footnote «1» doi:10.5555/two'], {
    kind: 'footnote',
    notes: [{ text: 'Tarn A. Ferries that wait. 2012. doi:10.5555/two' }],
  }),
  exampleOf('a plain link', 'See {the minutes|/minutes}.', []),
];
