import { GRADES, type Grade } from '../../utils/model/collection';
import { type LibraryWord, t } from './words';

/** The word for each grade, and the letter that stands for it in a grid. */
export const GRADE_WORDS: { readonly [Name in Grade]: LibraryWord } = {
  seminal: 'gradeSeminal',
  key: 'gradeKey',
  review: 'gradeReview',
  guidance: 'gradeGuidance',
};

/** What one work is to a topic, and the means to say something else. */
export interface GradeChoice {
  readonly value: Grade | undefined;
  readonly onChange: (grade: Grade | undefined) => void;
}

/** A list to choose a work's grade from. */
export function GradeSelect({ grade: { value, onChange } }: { readonly grade: GradeChoice }) {
  return (
    <label class="grade">
      <span class="hidden">{t('grade')}</span>
      <select
        value={value ?? ''}
        onChange={(event) => onChange((event.currentTarget.value || undefined) as Grade | undefined)}
      >
        <option value="">{t('gradeNone')}</option>
        {GRADES.map((grade) => (
          <option key={grade} value={grade}>
            {t(GRADE_WORDS[grade])}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How many works of a topic and a kind have a grade. */
export interface GradeCount {
  /** Id of the collection. */
  readonly row: string;
  readonly column: string;
  readonly grade: Grade;
  readonly count: number;
}

/** The grades in one cell of a grid, in words: “2 key, 1 review”. */
export const gradesText = (counts: readonly GradeCount[], row: string, column: string): string =>
  GRADES.flatMap((grade) => {
    const found = counts.find((each) => each.row === row && each.column === column && each.grade === grade);
    return found ? t('gradeCount', found.count, t(GRADE_WORDS[grade])) : [];
  }).join(', ');
