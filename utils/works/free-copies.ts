import type { FreeCopy } from '../model/work';

const VERSIONS: readonly (FreeCopy['version'] | undefined)[] = ['published', 'accepted', 'submitted', undefined];

/** An address a reader may be sent to: absolute, http or https; undefined for anything else (`javascript:`, half an address). */
export function webAddress(raw: unknown): string | undefined {
  if (typeof raw !== 'string' || raw.length > 2000) return undefined;
  try {
    const url = new URL(raw.trim());
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.') ? url.href : undefined;
  } catch {
    return undefined;
  }
}

const sameAddress = (url: string): string => url.replace(/^https?:\/\/(?:www\.|dx\.)?/, '').replace(/\/$/, '');

/** Free copies of several records as one list without repeats: published before accepted before submitted, pages before files. */
export function uniteFreeCopies(copies: readonly FreeCopy[]): FreeCopy[] {
  const byAddress = new Map<string, FreeCopy>();
  for (const copy of copies) {
    const key = sameAddress(copy.url);
    const known = byAddress.get(key);
    byAddress.set(key, known ? { ...copy, ...known } : copy);
  }
  return [...byAddress.values()]
    .sort(
      (a, b) =>
        VERSIONS.indexOf(a.version) - VERSIONS.indexOf(b.version) || Number(a.isPdf ?? 0) - Number(b.isPdf ?? 0),
    )
    .slice(0, 10);
}
