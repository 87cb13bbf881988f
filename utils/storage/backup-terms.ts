import { type Term, withTerm, wordKey } from '../model/term';
import type { Compared, Restored } from '../usecases/backup';
import type { BackupRow } from '../usecases/backup-line';

/** Where the reader's own words are: not in the library, but where every page may read them. */
export interface TermHome {
  load(): Promise<readonly Term[]>;
  /** Rejects where they cannot be written. */
  change(change: (terms: readonly Term[]) => readonly Term[]): Promise<unknown>;
}

/** A home that is gone with the page: for rehearsals. */
export function termsInMemory(): TermHome {
  let terms: readonly Term[] = [];
  return {
    load: async () => terms,
    async change(change) {
      terms = change(terms);
    },
  };
}

/** The word that another would give way to: each is there once. */
const likeIt = (terms: readonly Term[], { id, word }: Term): Term | undefined =>
  terms.find((other) => other.id === id) ?? terms.find((other) => wordKey(other.word) === wordKey(word));
const isSame = (a: Term, b: Term): boolean => a.word === b.word && a.definition === b.definition;

/** The reader's own words as a table of a backup; what it gives and takes is as in `BackupStore`. Everything may reject. */
export function createTermTable(home: TermHome) {
  return {
    async batch(after: string | undefined, most: number): Promise<readonly BackupRow[]> {
      const byId = [...(await home.load())].sort((a, b) => (a.id < b.id ? -1 : 1));
      return byId
        .filter(({ id }) => after === undefined || id > after)
        .slice(0, most)
        .map((row) => ({ table: 'terms', row }));
    },
    async restore(rows: readonly Term[], replaces: boolean): Promise<Restored> {
      const done = { added: 0, replaced: 0, identical: 0, kept: 0 };
      if (rows.length === 0) return done;
      await home.change((stored) =>
        rows.reduce((terms, row) => {
          const there = likeIt(terms, row);
          const outcome = !there ? 'added' : isSame(there, row) ? 'identical' : replaces ? 'replaced' : 'kept';
          done[outcome] += 1;
          return outcome === 'added' || outcome === 'replaced' ? withTerm(terms, row) : terms;
        }, stored),
      );
      return done;
    },
    async compare(rows: readonly Term[]): Promise<Compared> {
      const counts = { identical: 0, changed: 0, missing: 0 };
      const stored = await home.load();
      for (const row of rows) {
        const there = likeIt(stored, row);
        counts[!there ? 'missing' : isSame(there, row) ? 'identical' : 'changed'] += 1;
      }
      return counts;
    },
  };
}
