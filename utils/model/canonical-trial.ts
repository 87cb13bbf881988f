import type { Scheme } from './identifier';

/**
 * Numbers of trial registers: prefix as their register prints it, what may stand behind it, and the number itself. The registers are
 * the primary ones of the World Health Organization's network (who.int/clinical-trials-registry-platform) and ClinicalTrials.gov.
 */
const REGISTERS = String.raw`
NCT \d{8}
ISRCTN \d{8}
ACTRN 126\d{11}
DRKS \d{8}
KCT \d{7}
PACTR 20\d{13}
TCTR 20\d{9}
LBCTR 20\d{8}
NTR \d{3,4}
UMIN \d{9}
RPCEC \d{8}
JapicCTI- \d{6}
jRCT [s\d]\d{9}
IRCT \d{9,14}N\d{1,3}
CTRI/ 20\d\d\/\d\d\d?\/\d{6}
SLCTR/ 20\d\d\/\d{3}
RBR- (?=[a-z]*\d)[a-z\d]{6,8}
ChiCTR (?:[A-Z]{2,6}-)?\d{8,10}`
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [prefix: string, number: string]);

/** One pattern for all, each number in a group of its own. */
const ALL = REGISTERS.map(([prefix, number]) => `${prefix.replace(/[/-]$/, '')}[-\\s:/]{0,2}(${number})`).join('|');

/** A number of any register in a text: `NCT01234567`, `ACTRN 12605000000000`. No groups; case does not count. */
export const TRIAL = `\\b(?:${ALL.replace(/\((?!\?)/g, '(?:')})(?![a-z\\d])`;

const PARTS = new RegExp(`^(?:JPRN-)?(?:${ALL})$`, 'i');

/**
 * A trial's number as its register prints it.
 *
 * @returns The prefix (`NCT`, `CTRI/`), and the number with it; undefined when no register gives such numbers.
 */
export function canonicalTrial(raw: string): readonly [prefix: string, value: string] | undefined {
  const match = PARTS.exec(raw.trim());
  const index = match ? match.slice(1).findIndex((number) => number !== undefined) : -1;
  const prefix = REGISTERS[index]?.[0];
  const number = match?.[index + 1];
  if (!prefix || !number) return undefined;
  if (prefix === 'RBR-' || prefix === 'jRCT') return [prefix, prefix + number.toLowerCase()];
  // Older Chinese numbers carry the kind of study, and a hyphen before it.
  const isOld = prefix === 'ChiCTR' && (number.length === 8 || !/^\d/.test(number));
  return [prefix, prefix + (isOld ? '-' : '') + number.toUpperCase()];
}

/** Registers whose numbers have a scheme of their own. */
const OWN_SCHEMES: { readonly [prefix: string]: Scheme } = { NCT: 'nct', ISRCTN: 'isrctn', ChiCTR: 'chictr' };

/** The scheme of a trial's number. */
export const schemeOfTrial = (raw: string): Scheme => OWN_SCHEMES[canonicalTrial(raw)?.[0] ?? ''] ?? 'trial';
