import type { ReadingItem } from '../model/reading-item';
import type { CslItem } from '../model/work';
import { citationKeys } from './citation-key';
import type { Format } from './format';
import { itemRecord, itemTitle } from './record';
import { renderRich } from './rich';

/** Item types of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types). */
const TYPES = new Set(
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage'.split(
    ' ',
  ),
);

/** CSL's own marks for titles (https://docs.citationstyles.org/en/stable/specification.html#html-like-formatting-tags). */
const TAGS = { em: 'i', strong: 'b', sub: 'sub', sup: 'sup', formula: '' } as const;

/** One item as CSL-JSON, with the reader's remark as `annote` and tags as `keyword`. */
function cslItem(item: ReadingItem, key: string): CslItem & { annote?: string; keyword?: string } {
  const record = itemRecord(item);
  const title = renderRich(
    itemTitle(item),
    (leaf) => leaf,
    (mark, inner) => (TAGS[mark] ? `<${TAGS[mark]}>${inner}</${TAGS[mark]}>` : inner),
  );
  return {
    ...record,
    id: key,
    type: TYPES.has(record.type) ? record.type : 'document',
    ...(title ? { title } : {}),
    ...(item.remark ? { annote: item.remark } : {}),
    ...(item.tags.length ? { keyword: item.tags.join(', ') } : {}),
  };
}

/** CSL-JSON, the exchange format of citation processors (https://github.com/citation-style-language/schema). */
export const cslJson: Format = {
  id: 'csl-json',
  label: 'CSL-JSON',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  holdsPassages: false,
  write({ items }) {
    const keys = citationKeys(items);
    return `${JSON.stringify(
      items.map((item, i) => cslItem(item, keys[i]!)),
      null,
      2,
    )}\n`;
  },
};
