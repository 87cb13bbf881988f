import type { CslName } from '../model/work';
import { cleanText } from '../works/clean';
import { groupName, nameFromText } from '../works/names';
import type { HtmlPage } from './html';

const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** What pages are called that say nothing of themselves in their titles. */
const GENERIC =
  /^(?:home(?: ?page)?|welcome|index|untitled|article|articles|abstract|full text|publications?|details?|view|view (?:article|content|item)|document|documents?|download|news|page|pdf|redirect|search(?: results)?|resource|publication details?|default|main|title|site|blog|reports?)$/i;

/**
 * What a page is called: as a citation, in its data, in OpenGraph, in its main heading, in its title. One that says only what the
 * site is called, or nothing, gives way to the next. Empty where there is none.
 */
export function pageTitle(
  page: HtmlPage,
  head: { one(...names: readonly string[]): string },
  inData: string,
  site: string,
): string {
  const cited = head.one(
    'citation_title',
    'bepress_citation_title',
    'eprints.title',
    'dc.title',
    'dcterms.title',
    'prism.title',
  );
  if (cited && !isGeneric(cited, site)) return cited;
  const headings = page.blocks.filter(({ tag }) => tag === 'h1').map(({ markup }) => markup);
  const shared = withoutSite(head.one('og:title', 'twitter:title'), site);
  const own = withoutSite(page.title, site);
  const given = [inData, shared, ...headings.slice(0, 3), own].filter((words) => cleanText(words) !== '');
  return given.find((words) => !isGeneric(cleanText(words), site)) ?? cited ?? given[0] ?? '';
}

const isGeneric = (title: string, site: string): boolean =>
  GENERIC.test(title.trim()) || (site !== '' && compact(title) === compact(site));

/** A title without the name of its site before or behind it. */
function withoutSite(title: string, site: string): string {
  const parts = title.split(/\s+[|–—·»-]\s+|\s*\|\s*/);
  const name = compact(site);
  if (parts.length < 2 || !name) return title;
  if (compact(parts.at(-1)!) === name)
    return title.slice(0, title.lastIndexOf(parts.at(-1)!)).replace(/[\s|–—·»-]+$/, '');
  return compact(parts[0]!) === name ? title.slice(parts[0]!.length).replace(/^[\s|–—·»-]+/, '') : title;
}

/**
 * Names in elements of which each may have several: "Tarn, Ada; Fell, Bo". Commas divide people only where one element has all
 * of them, since "De Souza, Ana Maria" is one person: "Ada Tarn, Bo Fell and Cy Weld", "Tarn A, Fell B, Weld C".
 */
function divided(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const words = cleanText(line);
    if (words.includes(';')) return words.split(/\s*;\s*/);
    const parts = words.split(/\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+/).filter(Boolean);
    const isWhole = (name: string) => /^\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+)+$/u.test(name) && name.length < 60;
    const isList = lines.length === 1 && (parts.length > 2 || /\s(?:and|&)\s/.test(words)) && parts.every(isWhole);
    return isList ? parts : [words];
  });
}

/** "Tarn A" and "Tarn AB" as family and initials; anything else as `nameFromText` reads it. */
function nameOf(words: string): CslName | undefined {
  const short = /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}?[\p{L}'’-]{2,})?),? (\p{Lu}{1,3})$/u.exec(words.trim());
  if (!short) return nameFromText(words.replace(/^by\s+/i, ''));
  return { family: short[1]!, given: [...short[2]!].map((initial) => `${initial}.`).join(' ') };
}

/** Whoever is no person: pages give the site, its team or an address as their author. */
const isNobody = (name: string, site: string): boolean =>
  name === '' ||
  /^https?:|@|^(?:admin(?:istrator)?|webmaster|staff|editor(?:s|ial team)?|user|guest|unknown|anonymous|none|null|author)$/i.test(
    name,
  ) ||
  (site !== '' && compact(name) === compact(site));

/**
 * The authors of the first of several lists that has any, without repeats.
 *
 * @param cited - As citation tags or Dublin Core give them; @param inData - as JSON-LD does; @param loose - as pages do.
 */
export function authorsOf(
  cited: readonly string[],
  inData: readonly { readonly name: string; readonly isGroup: boolean }[],
  loose: readonly string[],
  site: string,
): (CslName | undefined)[] {
  const people = (lines: readonly string[]) =>
    divided(lines)
      .filter((name) => !isNobody(name, site))
      .map(nameOf);
  const found = people(cited);
  const stated =
    found.length > 0
      ? found
      : inData
          .filter(({ name }) => !isNobody(name, site))
          .map(({ name, isGroup }) => (isGroup ? groupName(name) : nameOf(name)));
  const names = stated.length > 0 ? stated : people(loose);
  const keys = names.map((name) => compact(`${name?.family ?? ''} ${name?.given ?? ''}${name?.literal ?? ''}`));
  return names.filter((name, i) => name && keys.indexOf(keys[i]!) === i).slice(0, 500);
}
