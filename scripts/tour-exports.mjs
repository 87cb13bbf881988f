// Reads exported files back with parsers that are not ours, as a reference manager would.
import { spawnSync } from 'node:child_process';
import { BibLatexParser } from 'biblatex-csl-converter';

/** DOIs of a file, lower case, sorted: what two readings of it must agree on. */
const sorted = (dois) =>
  dois
    .filter(Boolean)
    .map((doi) => doi.toLowerCase())
    .sort();

const READERS = {
  bib: (text) => {
    const parser = new BibLatexParser(text, { processUnexpected: true, processUnknown: true });
    const { entries, errors } = parser.parse();
    if (errors.length > 0) throw new Error(`the BibTeX parser found an error: ${JSON.stringify(errors[0])}`);
    return Object.values(entries).map((entry) => entry.fields.doi);
  },
  ris: (text) =>
    text
      .split(/^ER {2}-.*$/m)
      .filter((record) => /^TY {2}- /m.test(record))
      .map((record) => /^DO {2}- (.+)$/m.exec(record)?.[1].trim()),
  json: (text) => JSON.parse(text).map((item) => item.DOI),
};

const PANDOC = { bib: 'bibtex', ris: 'ris', json: 'csljson' };

/** DOIs as pandoc reads them; undefined where there is no pandoc that knows the format. */
function pandocDois(extension, text) {
  const run = spawnSync('pandoc', ['-f', PANDOC[extension], '-t', 'csljson'], { input: text, encoding: 'utf8' });
  // Older pandocs know fewer formats.
  if (run.error || /unknown input format/i.test(run.stderr)) return undefined;
  if (run.status !== 0) throw new Error(`pandoc refuses it: ${run.stderr.trim()}`);
  return JSON.parse(run.stdout).map((item) => item.DOI);
}

/**
 * Reads an exported reading list back.
 *
 * @param {'bib' | 'ris' | 'json'} extension
 * @param {string} text
 * @returns {{ dois: string[], readers: string }} The DOIs of its works, and who read them alike.
 * @throws {Error} Where a reader refuses the file, or two differ.
 */
export function readBack(extension, text) {
  const dois = sorted(READERS[extension](text));
  const again = pandocDois(extension, text);
  if (again && sorted(again).join() !== dois.join()) throw new Error(`pandoc reads ${sorted(again)}, not ${dois}`);
  return { dois, readers: again ? 'a parser and pandoc' : 'a parser' };
}
