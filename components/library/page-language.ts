import type { PageLanguage, PageWord } from '../../utils/formats/page-words';
import { IN_ENGLISH } from '../../utils/formats/page-words';
import { KINDS, type WorkKind } from '../../utils/model/work';
import { kindWord } from '../../utils/notes/words';
import { language, wordsOf } from '../../utils/words/words';

const say = wordsOf('topicPage');
const sayKind = wordsOf('note');

/** The words of a topic page in the reader's language, as data: they go to the worker that writes, and into the file. */
export const pageLanguage = (): PageLanguage => ({
  language: language(),
  words: Object.fromEntries(
    (Object.keys(IN_ENGLISH.words) as PageWord[]).map((word) => [word, say(word, '{0}', '{1}')]),
  ) as Record<PageWord, string>,
  kinds: Object.fromEntries(KINDS.map((kind) => [kind, sayKind(kindWord(kind))])) as Record<WorkKind, string>,
});
