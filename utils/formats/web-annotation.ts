import { type Passage, type Place, placesOf } from '../model/passage';
import type { Format } from './format';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** An address as an IRI: what must not stand in one is percent-encoded. */
const iri = (url: string): string =>
  url.toWellFormed().replace(/[\s<>"{}|\\^`\p{Cc}]/gu, (character) => encodeURIComponent(character));

const time = (at: number): string => new Date(at).toISOString();

/** One run of words of a page. */
const target = ({ page, colour }: Passage, { quote, position }: Place): object => ({
  source: iri(page.url) || 'about:blank',
  ...(page.title && { 'dc:title': page.title }),
  styleClass: colour,
  selector: [
    { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
    ...(position ? [{ type: 'TextPositionSelector', start: position.start, end: position.end }] : []),
  ],
});

/** One passage as an annotation: where it stands, what the reader wrote about it, and tags. */
function annotation(passage: Passage): object {
  const targets = placesOf(passage.selectors).map((place) => target(passage, place));
  const bodies = [
    ...(passage.remark
      ? [{ type: 'TextualBody', value: passage.remark, format: 'text/plain', purpose: 'commenting' }]
      : []),
    ...passage.tags.map((value) => ({ type: 'TextualBody', value, format: 'text/plain', purpose: 'tagging' })),
  ];
  return {
    '@context': CONTEXT,
    id: `urn:uuid:${encodeURIComponent(passage.id.toWellFormed())}`,
    type: 'Annotation',
    motivation: passage.remark ? 'commenting' : 'highlighting',
    created: time(passage.created),
    modified: time(passage.modified),
    ...(bodies.length > 0 && { body: bodies }),
    target: targets.length > 1 ? targets : targets[0]!,
  };
}

/** Passages as a page of annotations (https://www.w3.org/TR/annotation-model/), a list that any JSON-LD reader expands. */
export const webAnnotation: Format = {
  id: 'web-annotation',
  label: 'Web Annotation',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  holdsPassages: true,
  *parts({ passages }, { generatedAt }) {
    const head = JSON.stringify({
      '@context': CONTEXT,
      id: `urn:ibid:passages:${generatedAt.getTime()}`,
      type: 'AnnotationPage',
      startIndex: 0,
    });
    yield `${head.slice(0, -1)},"items":[`;
    yield { type: 'passages', passages, between: ',', write: (passage) => `\n${JSON.stringify(annotation(passage))}` };
    yield '\n]}\n';
  },
};
