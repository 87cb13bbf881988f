import type { PageLanguage, PageWord } from '../../utils/formats/page-words';
import { IN_ENGLISH } from '../../utils/formats/page-words';
import type { WorkKind } from '../../utils/model/work';
import { KIND_WORDS } from '../../utils/notes/words';
import { language, wordsOf } from '../../utils/words/words';

const say = wordsOf('topicPage');
const sayKind = wordsOf('note');

/** The words of a topic page in the reader's language, as data: they go to the worker that writes, and into the file. */
export const pageLanguage = (): PageLanguage => ({
  language: language(),
  words: Object.fromEntries(
    (Object.keys(IN_ENGLISH.words) as PageWord[]).map((word) => [word, say(word, '{0}', '{1}')]),
  ) as Record<PageWord, string>,
  kinds: Object.fromEntries(Object.entries(KIND_WORDS).map(([kind, word]) => [kind, sayKind(word)])) as Record<
    WorkKind,
    string
  >,
});
