import type english from '../../locales/en.json';
import { native } from '../platform/native';

type Messages = typeof english;

/** A part of the message files: the words of one surface. */
export type Surface = keyof Messages;

/** The name of one thing that a surface can say. */
export type WordOf<S extends Surface> = keyof Messages[S];

/**
 * Says something in the reader's language. `{0}` is replaced by the first value, and so on; numbers are written as the language
 * writes them. Where a message has forms for numbers (`one`, `other` …), the first value chooses among them.
 */
export type Say<Word> = (word: Word, ...values: readonly (string | number)[]) => string;

/**
 * Messages as they were read. They are kept because a page's script outlives an update of the extension, after which the browser
 * tells it nothing any more, and then it has to say so.
 */
const read = new Map<string, string>();

/** One message of the browser's; empty where there is none of this name. */
function message(name: string): string {
  const known = read.get(name);
  if (known !== undefined) return known;
  const found = native.i18n.getMessage(name);
  read.set(name, found);
  return found;
}

let spoken: string | undefined;

/**
 * The language that the words are in, for dates, numbers and lists, as a BCP 47 tag. It is the browser's own, with its region,
 * where there are words in that language; otherwise English, so that one sentence never holds two languages.
 */
export function language(): string {
  if (spoken) return spoken;
  const ours = message('extension_language');
  const browsers = native.i18n.getUILanguage();
  spoken = browsers.split('-')[0] === ours ? browsers : ours;
  return spoken;
}

/** Languages that are written from right to left, by the first part of their tag. */
const FROM_RIGHT = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|ug|ur|yi)(?:-|$)/;

/** The direction in which the words are written. */
export const direction = (): 'ltr' | 'rtl' => (FROM_RIGHT.test(language()) ? 'rtl' : 'ltr');

/** Gives one of the extension's own pages its language and its title, "Library · Ibid". */
export function introduce(page: Document, title: string): void {
  page.documentElement.lang = language();
  page.documentElement.dir = direction();
  page.title = `${title} · Ibid`;
}

let forms: { readonly plural: Intl.PluralRules; readonly number: Intl.NumberFormat } | undefined;

/** The rules of the language for numbers, made when they are first wanted. */
function rules() {
  forms ??= { plural: new Intl.PluralRules(language()), number: new Intl.NumberFormat(language()) };
  return forms;
}

/** The voice of one surface: its messages of `locales/`, as the browser gives them. */
export function wordsOf<S extends Surface>(surface: S): Say<WordOf<S>> {
  return (word, ...values) => {
    const name = `${surface}_${String(word)}`;
    const [first] = values;
    const text =
      typeof first === 'number'
        ? message(`${name}_${rules().plural.select(first)}`) || message(`${name}_other`) || message(name)
        : message(name);
    return text.replace(/\{(\d)\}/g, (_whole, index: string) => {
      const value = values[Number(index)] ?? '';
      return typeof value === 'number' ? rules().number.format(value) : value;
    });
  };
}
