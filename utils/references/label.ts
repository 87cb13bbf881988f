import { foldName } from './fold';

/** What a label in running text is like. */
export type LabelKind = 'number' | 'symbol' | 'year' | 'author-year' | 'key' | 'words' | 'empty';

const EDGES = /^[\s[\](){}.,;:'"^*※注註–—-]+|[\s[\](){}.,;:'"^–—-]+$/g;

/** A label without brackets and white space. */
export const bareLabel = (text: string): string => text.replace(/\s+/g, ' ').replace(EDGES, '');

const YEAR = /(?:1[5-9]|20)\d\d/;

/** Words that make a link one to a figure, table or section, whatever it leads to. */
const PLACE_NAME =
  /^\W*(?:fig|tab|eq|sec|chap|ch\.|appendix|box|scheme|chart|plate|algorithm|theorem|lemma|definition|example|part|step|listing|supp|video|movie|panel|abb|abschnitt|kapitel|cuadro|[§図表图圖第])/i;

/**
 * The end of a text behind which a number counts a figure, a table, an equation or a page, and cites nothing. What is also a plain
 * word counts only without an article: `in this case [3]` cites.
 */
export const PLACE_BEFORE =
  /(?:(?<!\p{L})(?:(?:fig(?:ure)?|tab(?:le)?|eqn?|equation|sec(?:tion)?|chapter|scheme|algorithm|theorem|lemma|vol(?:ume)?|version)s?|appendi(?:x|ces)|ch|nos?(?=\.)|pp?|abb|tabelle|abschnitt|kapitel|figura|tableau|chapitre|cuadro|(?<=(?:^|[.,;:(]|(?<!\p{L})(?:see|read|in|from|of|to|and|or|on|by|at))\s?)(?:boxe?|chart|plate|definition|example|part|step|case|item|line|page)s?)\.?|[図表图圖章節式§])\s?(?:[\dA-Z][\dA-Za-z.]{0,5}\s?(?:,|and|&|[–-])\s?){0,6}$/iu;

/** Sorts a link's text into what it may be. */
export function labelKind(text: string): LabelKind {
  if (/^[[(]?\d{1,3}[\])]?$/.test(text)) return 'number';
  const bare = bareLabel(text);
  if (bare === '') return /[*†‡§¶^]/.test(text) ? 'symbol' : 'empty';
  if (PLACE_NAME.test(text)) return 'words';
  if (/^(?:1[5-9]|20)\d\d[a-z]?(?:\s?[-–—/]\s?(?:\d{2,4})[a-z]?)?$/.test(bare)) return 'year';
  if (
    /^(?:(?:nb?|(?:(?:foot|end)?note|ref(?:erence)?)s?|fn|lower-alpha|nota|anm|cit(?:ation)?|注释?|註)\.?\s?)?\d{1,4}[a-z]?(?:\s?[,;–—-]\s?\d{1,4}[a-z]?)*$/i.test(
      bare,
    )
  )
    return 'number';
  if (/^(?:[†‡§¶#*]+|[a-z]|[ivxl]{1,5})$/i.test(bare)) return 'symbol';
  if (YEAR.test(bare) && /\p{Lu}/u.test(bare) && bare.length <= 120) return 'author-year';
  if (
    /^\[[^\]\s]{2,40}\]$/.test(text.trim()) ||
    (/^[\w:+./-]{4,50}$/.test(bare) && /\d/.test(bare) && /[a-z]/i.test(bare))
  )
    return 'key';
  return 'words';
}

/** Surnames and other capitalised words of a label, without particles and common words. */
const namesIn = (text: string): string[] =>
  (text.match(/\p{Lu}[\p{L}'’-]{1,}/gu) ?? []).filter(
    (word) => !/^(?:The|In|See|And|For|As|By|Of|From|cf|Also)$/i.test(word),
  );

/** Whether an author–year label, or a year with the words before it, can stand for a reference. */
export function namesMatch(label: string, before: string, reference: string): boolean {
  const head = foldName(reference.slice(0, 400));
  const names = namesIn(label);
  const named = names.length > 0 ? names : namesIn(before.slice(-60)).slice(-4);
  const year = YEAR.exec(label)?.[0];
  return named.some((name) => head.includes(foldName(name))) && (year === undefined || reference.includes(year));
}
