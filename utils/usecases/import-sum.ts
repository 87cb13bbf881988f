import type { Failure } from '../model/failure';
import type { ImportCounts, ImportUndo } from '../model/imported';

/** A known work before it was changed, as an import gives it. */
interface Before {
  readonly item: { readonly id: string };
  readonly at: number;
}

/** Entries that are taken back at a time. */
const AT_ONCE = 500;

/** What the slices of one file came to, one after another. */
export interface ImportSum {
  add(slice: ImportCounts & { readonly undo: ImportUndo }): void;
  /** Says why no more were brought in, of which something was. */
  stop(failure: Failure): void;
  /** All counts together; undefined before anything was added. */
  counts(): ImportCounts | undefined;
  /** What is needed to undo all of it, in parts that each take a moment. */
  undo(): readonly ImportUndo[];
}

/** An empty sum. */
export function createImportSum(): ImportSum {
  let counts: ImportCounts | undefined;
  const items = new Set<string>();
  const passages: string[] = [];
  const before = new Map<string, Before>();

  /** A work that one slice has changed, and a later one again, goes back to what it was before both; one that was added goes. */
  function keep(line: string): void {
    const changed = JSON.parse(line) as Before;
    const { id } = changed.item;
    if (!items.has(id)) before.set(id, { item: before.get(id)?.item ?? changed.item, at: changed.at });
  }
  return {
    add({ undo, ...more }) {
      for (const line of undo.before) keep(line);
      for (const id of undo.items) items.add(id);
      passages.push(...undo.passages);
      counts = counts
        ? {
            ...more,
            fresh: counts.fresh + more.fresh,
            known: counts.known + more.known,
            unclear: counts.unclear + more.unclear,
            freshPassages: counts.freshPassages + more.freshPassages,
            knownPassages: counts.knownPassages + more.knownPassages,
            broken: [...counts.broken, ...more.broken],
          }
        : more;
    },
    stop(failure) {
      if (counts) counts = { ...counts, stopped: failure };
    },
    counts: () => counts,
    undo() {
      const added = [...items];
      const lines = [...before.values()].map((each) => JSON.stringify(each));
      const parts: ImportUndo[] = [];
      for (let from = 0; from < Math.max(added.length, passages.length, lines.length); from += AT_ONCE) {
        const part = <T>(all: readonly T[]) => all.slice(from, from + AT_ONCE);
        parts.push({ items: part(added), passages: part(passages), before: part(lines) });
      }
      return parts;
    },
  };
}
