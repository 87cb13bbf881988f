import { type Passage, placesOf } from '../model/passage';
import type { Format } from './format';

/** One passage as the API of Hypothesis gives it. */
function row({ id, page, selectors, remark, tags, created, modified }: Passage): object {
  return {
    id,
    created: new Date(created).toISOString(),
    updated: new Date(modified).toISOString(),
    uri: page.url,
    document: { title: [page.title] },
    text: remark,
    tags,
    target: placesOf(selectors).map(({ quote, position }) => ({
      source: page.url,
      selector: [
        ...(position ? [{ type: 'TextPositionSelector', start: position.start, end: position.end }] : []),
        { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
      ],
    })),
  };
}

/** Passages in the shape of an answer of the Hypothesis API (https://h.readthedocs.io/en/latest/api-reference/v1/, `search`). */
export const hypothesis: Format = {
  id: 'hypothesis',
  label: 'Hypothesis JSON',
  extension: 'json',
  mediaType: 'application/json',
  holdsPassages: true,
  *parts({ passages }) {
    yield `{"total":${passages.length},"rows":[`;
    yield { type: 'passages', passages, between: ',', write: (passage) => `\n${JSON.stringify(row(passage))}` };
    yield '\n]}\n';
  },
};
