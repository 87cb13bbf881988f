import type { Found, SnapshotBlock, SnapshotLink } from '../model/snapshot';
import { bareLabel } from '../references/label';
import type { Detector } from './detector';

const NUMBER = /^\s*[[(]?\s*(?:(?:foot|end)?note |ref\.? |n\. ?)?\d{1,3}[a-z]?\s*[\])]?\s*$/i;

/** Fragments that say that they lead to a note or reference of another page. */
const TO_ENTRY = /#\S*(?:note|ref|bib|cit|fn|id)-?\d/i;
const YEARS = /^\s*(?:1[5-9]|20)\d\d[a-z]?(?:\s?[-–—/]\s?\d{2,4})?\s*$/;

const NAMED = /^\s*(\p{Lu}[\p{L}’'-]+)[^\d]{1,60}((?:1[5-9]|20)\d\d)[a-z]?\)?\s*$/u;

const SEPARATOR = /^[\s,;·&–—-]*(?:and)?\s*$/;

/** Classes of links that say that they cite. */
const CITING = /\bcit(?:e|ation)\b/;

/** Where counters lead. */
const COUNTED = /#(?:comment|respond|repl|disqus)/;

/** Longest label that is looked at, UTF-16 units. */
const LONGEST_LABEL = 120;

/** Words that must stand in the same sentence before numbers are believed to support them: not a pager, not a counter. */
const FEWEST_WORDS = 3;

/** Links to other documents whose labels are numbers or years, standing in brackets or raised behind words. */
export const numberLinks: Detector = (page) =>
  page.blocks.flatMap((block, index) => {
    if (block.place === 'navigation' || block.place === 'code') return [];
    return [...groups(block), ...nameLinks(block)].flatMap((group) =>
      group.map((number): Found => {
        const { start, end, href, identifier, label } = block.links[number]!;
        return {
          kind: identifier ? 'identifier-link' : TO_ENTRY.test(href) || NAMED.test(label) ? 'marker' : 'document-link',
          block: index,
          start,
          end,
          link: number,
          identifiers: identifier ? [identifier] : [],
          confidence: 0.7,
        };
      }),
    );
  });

const leadsAway = (link: SnapshotLink): boolean =>
  link.href !== '' && !link.href.startsWith('#') && !/^(?:javascript|mailto|tel|data):/i.test(link.href);

/** Names with a year that lead to where another page has them (`Tarn (2012)`, `bibliography.html#Tarn-2012`) or, in brackets, a numbered entry. */
const nameLinks = ({ links }: SnapshotBlock): number[][] =>
  links.flatMap((link, index) => {
    const [, name, year] = NAMED.exec(link.label.slice(0, LONGEST_LABEL)) ?? [];
    if (!name || !year || !leadsAway(link)) return [];
    const { href, before } = link;
    const fragment = href.split('#', 2)[1];
    const isIn = /[[(;,]\s?$/.test(before) && TO_ENTRY.test(href);
    return isIn || (fragment?.includes(name) && fragment.includes(year)) ? [[index]] : [];
  });

/** Runs of number links that together fill a bracket or a superscript and follow words. */
function groups(block: SnapshotBlock): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  let isYears = false;
  block.links.forEach((link, index) => {
    const label = link.label.slice(0, LONGEST_LABEL);
    const fits = leadsAway(link) && (NUMBER.test(label) || YEARS.test(label));
    const goesOn =
      fits && run.at(-1) === index - 1 && isYears === YEARS.test(label) && SEPARATOR.test(link.gap ?? 'far');
    if (goesOn) run.push(index);
    else if (fits) {
      run = [index];
      isYears = YEARS.test(label);
      runs.push(run);
    } else run = [];
  });
  return runs.filter((group) => isCitation(block, group));
}

function isCitation(block: SnapshotBlock, group: readonly number[]): boolean {
  const first = block.links[group[0]!]!;
  const last = block.links[group.at(-1)!]!;
  const { before, label, href } = first;
  // The sentence that the bracket ends; a title or label of a word or two is a counter's.
  const sentence =
    before
      .replace(/[\s.!?([（［]+$|\([^()]*\)/g, '')
      .split(/[.!?:]\s/)
      .at(-1) ?? '';
  const words = sentence.match(/\p{L}{2,}/gu)?.length ?? 0;
  // A language without spaces says much in one word.
  const letters = before.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu)?.length ?? 0;
  if (words < FEWEST_WORDS && letters < 8) return false;
  const isYears = YEARS.test(label);
  // A counter of answers, or what goes by its number there: an issue, a page.
  if (COUNTED.test(href) || (href.endsWith(bareLabel(label)) && /[/=]\d+$/.test(href))) return false;
  if (first.isRaised && last.isRaised) return !isYears;
  if (!isYears && CITING.test(first.hints)) return true;
  const own = /^\s*[[(].*[\])]\s*$/.test(label);
  if (own || (/^\s*(?:foot|end)?note /i.test(label) && TO_ENTRY.test(href))) return true;
  const isOpen = /[[(（［]\s*(?:see|e\.g\.|cf\.)?\s*$/.test(before);
  const isClosed = /^\s*(?:[\])）］]|[;,])/.test(last.after.slice(0, 10));
  return isOpen && isClosed && (!isYears || group.length > 1 || TO_ENTRY.test(href));
}
