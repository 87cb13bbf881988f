import { findTextFragment, textFragmentOf } from '../../../utils/page/text-fragment';

/** What is shipped, under the names by which benches of text fragments call it. */
const implementation = {
  find: (hash: string): Range[] => findTextFragment(document.body ?? document.documentElement, hash),
  generate(range: Range): string {
    const directive = textFragmentOf(document.body ?? document.documentElement, [range]);
    return directive ? `#:~:${directive}` : '';
  },
};
(window as unknown as { TFIMPL: typeof implementation }).TFIMPL = implementation;
