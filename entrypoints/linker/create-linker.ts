import type { Linker } from '../../utils/page/door';
import { findTextFragment, textFragmentOf } from '../../utils/page/text-fragment';

/** Makes and follows links to words of a document. */
export function createLinker(document: Document): Linker {
  const root = () => document.body ?? document.documentElement;
  return {
    linkTo(ranges) {
      const directive = textFragmentOf(root(), ranges);
      const address = document.location.href.split(':~:')[0]!;
      return directive ? `${address.includes('#') ? address : `${address}#`}:~:${directive}` : address;
    },
    find: (address) => findTextFragment(root(), address),
  };
}
