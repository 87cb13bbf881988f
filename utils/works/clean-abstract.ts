import { type Inline, plainText, type Section } from '../model/rich-text';
import { feed, InlineBuilder, unescapeTags } from './clean';
import { withoutTokens } from './conversion-tokens';
import { HEADING_WORDS } from './heading-words';
import { tokens } from './markup';

const HEADINGS = new Set(['title', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const BLOCKS = new Set(
  'p sec section div abstract abstracttext list list-item ul ol li dl dt dd def-list disp-quote table tr caption fig label'.split(
    ' ',
  ),
);

const LABEL = new RegExp(`(^|[.!?)\\]]\\s*|\\s)((?:${HEADING_WORDS}))\\s*[:.]\\s+(?=\\S)`, 'gi');
/** A label without a colon, as a catalogue that drops markup leaves it: a sentence of a capital begins behind it. */
const BARE =
  /(^(?:Abstract )?|[.!?)\]] )(Backgrounds?|Introduction|Objectives?|Aims?|Purpose|Importance|Context|Rationale|Design|Methods?|Materials? and [Mm]ethods|Methods and [Rr]esults|Setting|Participants|Interventions?|Main [Oo]utcomes?(?: and [Mm]easures)?|Results|Findings|Discussion|Conclusions?|Interpretation) (?=\p{Lu}|\d)/gu;
/** How many different ones make them labels. */
const FEWEST_BARE = 3;
const WHOLE_LABEL = new RegExp(`^(?:${HEADING_WORDS})$`, 'i');
const IS_ABSTRACT =
  /^(?:abstract|summary|résumé|resumen|resumo|zusammenfassung|riassunto|аннотация|摘要|要旨|unlabelled|unassigned)$/i;

/** Sentence openers before which a bare leading "Abstract" can only be the heading, never the adjective. */
const LEADING_ABSTRACT =
  /^(?:abstract|summary)(?:\s*[:.–—-]\s+|(?=[A-Z][a-z]+ )|\s+(?=(?:the|we|this|these|in|on|here|our|to|an?|for|from|although|while|background|objectives?|introduction|aims?|purpose|context|importance)\b))/i;

/** A heading as shown: without its colon, and in sentence case where it was printed in capitals. */
function headingText(words: string): string {
  const heading = words
    .replace(/\s*[:.]$/, '')
    .trim()
    .slice(0, 200);
  const isShouted = heading.length > 3 && heading === heading.toUpperCase();
  return isShouted ? heading.charAt(0) + heading.slice(1).toLowerCase() : heading;
}

/** Sections under construction. */
class AbstractBuilder {
  #sections: { heading?: string; paragraphs: Inline[][] }[] = [{ paragraphs: [] }];
  #inline = new InlineBuilder();
  #inHeading = false;

  paragraph(): void {
    const nodes = this.#inline.take();
    if (this.#inHeading) this.#head(plainText(nodes));
    else if (nodes.length) this.#paragraphWithLabel(nodes);
    this.#inHeading = false;
  }

  heading(): void {
    this.paragraph();
    this.#inHeading = true;
  }

  get inline(): InlineBuilder {
    return this.#inline;
  }

  #head(words: string): void {
    const heading = headingText(words);
    const isFirst = this.#sections.length === 1 && !this.#sections[0]!.paragraphs.length && !this.#sections[0]!.heading;
    if (!heading || (isFirst && IS_ABSTRACT.test(heading))) return;
    this.#sections.push({ ...(!/^abstract$/i.test(heading) && { heading }), paragraphs: [] });
  }

  /** `<b>Methods</b> We …` is a heading printed as words; so is a paragraph that is one. */
  #paragraphWithLabel(nodes: Inline[]): void {
    const [first, ...rest] = nodes;
    if (typeof first === 'object' && (first.mark === 'strong' || first.mark === 'em')) {
      const words = plainText(first.children)
        .replace(/\s*[:.]\s*$/, '')
        .trim();
      if (WHOLE_LABEL.test(words) || (IS_ABSTRACT.test(words) && this.#sections.length === 1)) {
        this.#head(words);
        const after = rest.map((node, i) =>
          i === 0 && typeof node === 'string' ? node.replace(/^[\s:.–—-]+/, '') : node,
        );
        if (plainText(after).trim()) this.#add(after);
        return;
      }
    }
    this.#add(nodes);
  }

  #add(nodes: readonly Inline[]): void {
    this.#sections.at(-1)!.paragraphs.push(nodes.filter((node) => node !== ''));
  }

  take(): Section[] {
    this.paragraph();
    return this.#sections.filter((section) => section.paragraphs.length > 0);
  }
}

/** What publishers and libraries write where there is no abstract. */
const NONE =
  /^\s*(?:<[\w:]+>\s*){0,3}(?:no abstract(?: is)?(?: available)?|abstract (?:is )?not available|\[?no abstract\]?|n\/a|not available|none)\s*\.?\s*(?:<\/[\w:]+>\s*){0,3}$/i;

/**
 * An abstract of a service (JATS, HTML, or plain text with printed labels) as sections in reading order. Headings are kept,
 * a leading "Abstract" is dropped, sections without words are left out. Linear in the length of `raw`; never throws.
 */
export function cleanAbstract(raw: string): Section[] {
  if (NONE.test(raw)) return [];
  const builder = new AbstractBuilder();
  const markup = withoutTokens(unescapeTags(raw));
  const pieces = tokens(markup);
  const isPlain = pieces.every(
    (token) => token.type === 'text' || !(BLOCKS.has(token.name) || HEADINGS.has(token.name)),
  );
  for (const token of pieces) {
    if (token.type === 'text') {
      if (!isPlain) builder.inline.text(token.text);
      else
        token.text.split(/\n\s*\n|\r\r/).forEach((text, i) => {
          if (i) builder.paragraph();
          builder.inline.text(text);
        });
    } else if (HEADINGS.has(token.name)) {
      if (token.type === 'open') builder.heading();
      else builder.paragraph();
    } else if (BLOCKS.has(token.name)) builder.paragraph();
    else {
      if (token.name === 'br') builder.inline.text(' ');
      feed(builder.inline, token);
    }
  }
  return builder
    .take()
    .flatMap(divideByLabels)
    .map(withoutLeadingAbstract)
    .filter((section) => /[\p{L}\p{N}]/u.test(section.paragraphs.map(plainText).join('')));
}

/** The first words "Abstract" of an abstract, where they can only be its heading, taken off. */
function withoutLeadingAbstract(section: Section, index: number): Section {
  const [first, ...others] = section.paragraphs;
  const [words, ...rest] = first ?? [];
  if (index !== 0 || section.heading || typeof words !== 'string') return section;
  if (IS_ABSTRACT.test(words) && !rest.length) return { paragraphs: others };
  const left = words.replace(LEADING_ABSTRACT, '').trimStart();
  if (left === words) return section;
  const kept = left || rest.length ? [[left, ...rest].filter((node) => node !== '')] : [];
  return { paragraphs: [...kept, ...others] };
}

/**
 * An unheaded section whose words carry printed labels ("BACKGROUND: … METHODS: …"), divided at them. Believed only where
 * it begins with a label and at least two different ones are printed alike, since "results:" also occurs in sentences.
 */
function divideByLabels(section: Section): Section[] {
  if (section.heading || section.paragraphs.length !== 1) return [section];
  return divideNodes(section.paragraphs[0]!.map(withColons)) ?? [section];
}

/** A text with a colon behind its bare labels, where it begins with one and has several. */
function withColons(node: Inline): Inline {
  if (typeof node !== 'string') return node;
  const labels = new Set([...node.matchAll(BARE)].map(([, , label]) => label));
  const isLabelled = labels.size >= FEWEST_BARE && node.search(BARE) === 0;
  return isLabelled ? node.replace(BARE, '$1$2: ') : node;
}

function divideNodes(nodes: readonly Inline[]): Section[] | undefined {
  const labels: string[] = [];
  const sections: { heading?: string; paragraphs: Inline[][] }[] = [{ paragraphs: [[]] }];
  for (const node of nodes) {
    if (typeof node !== 'string') {
      sections.at(-1)!.paragraphs[0]!.push(node);
      continue;
    }
    let from = 0;
    for (const match of node.matchAll(LABEL)) {
      const label = match[2]!;
      const start = match.index + match[1]!.length;
      const printed = label === label.toUpperCase() || (/^[A-Z]/.test(label) && (match[1] !== ' ' || start === 0));
      if (!printed) continue;
      push(sections.at(-1)!.paragraphs[0]!, node.slice(from, start).trim());
      sections.push({ heading: label, paragraphs: [[]] });
      labels.push(label.toLowerCase());
      from = match.index + match[0].length;
    }
    push(sections.at(-1)!.paragraphs[0]!, from === 0 ? node : node.slice(from));
  }
  const opensWithLabel =
    plainText(sections[0]!.paragraphs[0]!)
      .replace(/^abstract[\s:.]*/i, '')
      .trim() === '';
  if (!opensWithLabel || new Set(labels).size < 2) return undefined;
  return sections.slice(1).map(({ heading, paragraphs }) => ({
    ...(heading && {
      heading: heading === heading.toUpperCase() ? heading[0] + heading.slice(1).toLowerCase() : heading,
    }),
    paragraphs: paragraphs.filter((paragraph) => plainText(paragraph).trim() !== ''),
  }));
}

function push(nodes: Inline[], text: string): void {
  if (text) nodes.push(text);
}
