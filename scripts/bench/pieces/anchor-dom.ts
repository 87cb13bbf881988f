import type { Selectors } from '../../../utils/model/passage';
import { anchorSelectors } from '../../../utils/page/anchor';
import { describeRange } from '../../../utils/page/describe';

/** What is shipped, under the names by which benches of anchoring in a page call it. */
const implementation = {
  describe: (root: Node, range: Range): Selectors | undefined => describeRange(root, range),
  async anchor(root: Node, saved: Selectors): Promise<Range | null> {
    const found = anchorSelectors(root, saved);
    const [first, last] = [found?.ranges[0], found?.ranges.at(-1)];
    if (!first || !last) return null;
    const range = first.cloneRange();
    range.setEnd(last.endContainer, last.endOffset);
    return range;
  },
};
(window as unknown as { DOMIMPL: typeof implementation }).DOMIMPL = implementation;
