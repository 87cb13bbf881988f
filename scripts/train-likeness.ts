import { writeFileSync } from 'node:fs';
import { packModel } from '../utils/works/likeness/packed';
import { threshold } from '../utils/works/rank-sentences';
import { figures } from './likeness/figures';
import { scoresOf, train } from './likeness/model';
import { type Example, foldOf, readExamples } from './likeness/sets';

const USE =
  'npm run train:likeness -- FOLDER [--check], where FOLDER has scifact/, evidence_inference/ and scisumm/, each with a dev.json. ' +
  'Writes the weights; with --check only says how well such weights do on texts they have not seen.';

const TARGET = 'public/likeness.json';
const FOLDS = 5;

/** Scores of every example from a model that has seen nothing of its text, not even its words' counts. */
function heldOut(examples: readonly Example[]) {
  return Array.from({ length: FOLDS }, (_none, fold) => {
    const isHeld = ({ text }: Example) => foldOf(text, FOLDS, 'outer') === fold;
    const model = train(examples.filter((example) => !isHeld(example)));
    return examples.filter(isHeld).map((example) => ({ example, scores: scoresOf(example, model) }));
  }).flat();
}

/** Learns how sentences are ranked, or says how well what is learnt holds. @returns an exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const folder = args.find((arg) => !arg.startsWith('--'));
  if (!folder) {
    console.error(USE);
    return 1;
  }
  const examples = readExamples(folder);
  if (args.includes('--check')) {
    console.log(figures(heldOut(examples), threshold));
  } else writeFileSync(TARGET, `${JSON.stringify(packModel(train(examples)))}\n`);
  return 0;
}
