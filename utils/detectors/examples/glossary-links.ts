import type { SnapshotTarget } from '../../model/snapshot';
import type { Example } from '../detector';
import { exampleOf, REFERENCES } from './page';

const term = (part: Partial<SnapshotTarget>): SnapshotTarget => ({ ...REFERENCES[0]!, tag: 'dt', ...part });

const TERMS: readonly SnapshotTarget[] = [
  ...REFERENCES,
  term({ id: 'term-silt', hints: '', heading: 'Words', text: 'silt Fine earth that water carries.', label: '' }),
  term({ id: 'w2', hints: 'glossary', heading: '', text: 'Ebb: the tide as it falls.', label: '' }),
  term({ id: 'module.open', hints: 'function', heading: 'Functions', text: 'open(path) Opens a file.', label: '' }),
];

/** What `glossary-links` must find, and where it must be silent. */
export const examples: readonly Example[] = [
  exampleOf('a term, by its name', 'The {silt|#term-silt} settles.', ['page-note «silt» #term-silt'], TERMS),
  exampleOf('a term, by the list it is in', 'At {ebb|#w2} it waits.', ['page-note «ebb» #w2'], TERMS),
  exampleOf('a function of a manual', 'Use {open|#module.open}.', [], TERMS),
  exampleOf('a number of the glossary', 'See {2|#w2}.', [], TERMS),
];
