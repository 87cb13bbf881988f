import type { ReadingItem } from '../model/reading-item';
import { type CslItem, type CslName, RARE_NAMES } from '../model/work';
import { citationKeys } from './citation-key';
import { CSL_TYPES } from './csl-types';
import type { Format } from './format';
import { itemRecord, itemTitle } from './record';
import { renderRich } from './rich';

/** CSL's own marks for titles (https://docs.citationstyles.org/en/stable/specification.html#html-like-formatting-tags). */
const TAGS = { em: 'i', strong: 'b', sub: 'sub', sup: 'sup', formula: '' } as const;

/**
 * A name of which no processor takes a part for a particle: some take words in small letters at the end of a given name, unless told
 * that there is none.
 */
const whole = (name: CslName): CslName =>
  name['dropping-particle'] === undefined && /[\s\u00A0]\p{Ll}\S*$/u.test(name.given ?? '')
    ? { ...name, 'dropping-particle': '' }
    : name;

const NAMES = ['author', 'editor', 'translator', 'container-author', 'collection-editor', ...RARE_NAMES] as const;

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
    ...Object.fromEntries(NAMES.flatMap((field) => (record[field] ? [[field, record[field].map(whole)]] : []))),
    id: key,
    type: CSL_TYPES.has(record.type) ? record.type : 'document',
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
  *parts({ items }, { keyTemplate }) {
    const keys = citationKeys(items, keyTemplate);
    yield '[';
    yield {
      type: 'works',
      works: items,
      between: ',',
      write(item, i) {
        const lines = JSON.stringify(cslItem(item, keys[i]!), null, 2).replaceAll('\n', '\n  ');
        return `\n  ${lines}`;
      },
    };
    yield items.length ? '\n]\n' : ']\n';
  },
};
