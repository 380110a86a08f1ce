// Every word shown to a person comes through here: one file a language under words/, plural rules, numbers and
// lists by Intl. English is part of this module, so a page is never without words.
import en from './words/en.js';

/** The other languages, each in a file that is fetched when first wanted; named one by one, so that any bundler finds them. */
const FILES = {
  de: () => import('./words/de.js'),
  fr: () => import('./words/fr.js'),
  es: () => import('./words/es.js'),
  pt: () => import('./words/pt.js'),
  ar: () => import('./words/ar.js'),
  ja: () => import('./words/ja.js'),
  zh: () => import('./words/zh.js'),
};

/** The languages that there are, in the order in which a list shows them. */
export const LANGUAGES = ['en', ...Object.keys(FILES)];

/** Language tags → the best language there is, by the first subtag. */
export function bestLanguage(...tags) {
  for (const tag of tags) {
    const language = String(tag ?? '').toLowerCase().split('-')[0];
    if (LANGUAGES.includes(language)) return language;
  }
  return 'en';
}

/** The words of one language. */
export class Words {
  #entries; #locale; #plurals; #numbers; #percents; #lists;

  /** @param {string} language  @param {Record<string, any>} entries  @param {string} [locale] a full tag for Intl */
  constructor(language, entries, locale = language) {
    this.language = language;
    this.dir = language === 'ar' ? 'rtl' : 'ltr';
    this.#entries = entries;
    this.#locale = locale;
    this.#plurals = new Intl.PluralRules(language);
  }

  /** The first formatter of a page takes a browser 20 to 60 ms: made when wanted, or while there is nothing else to do. */
  warmUp() {
    this.percent(1);
    this.list([]);
  }

  number(n) {
    this.#numbers ??= new Intl.NumberFormat(this.#locale);
    return this.#numbers.format(n);
  }

  /** A share as a percentage; 100 % and 0 % are kept for what is truly all or nothing. */
  percent(share) {
    const hundredth = Math.round(share * 100);
    const honest = share < 1 && hundredth === 100 ? 99 : share > 0 && hundredth === 0 ? 1 : hundredth;
    this.#percents ??= new Intl.NumberFormat(this.#locale, { style: 'percent' });
    return this.#percents.format(honest / 100);
  }

  list(parts) {
    this.#lists ??= new Intl.ListFormat(this.#locale, { type: 'conjunction' });
    return this.#lists.format(parts);
  }

  /** Small numbers as words where the language file has them ("two"), else as digits. */
  spelled(n) { return this.#entries['number.words']?.[n] ?? this.number(n); }

  /**
   * The words for `key`. An entry with plural forms is chosen by `values.n`; `{name}` is replaced by the value
   * (numbers in the language's digits), `{n:word}` by the number spelled; `*…*` marks stress, which `stressed`
   * in view/dom.js draws and `plain` takes out.
   */
  t(key, values = {}) {
    let entry = this.#entries[key] ?? en[key];
    if (entry === undefined) throw new Error(`no words for "${key}"`);
    if (typeof entry !== 'string') entry = entry[this.#plurals.select(values.n ?? 0)] ?? entry.other;
    return entry.replaceAll('*', '\u0001').replace(/\{(\w+)(:word)?\}/g, (_, name, word) => {
      const value = values[name];
      if (typeof value === 'number') return word ? this.spelled(value) : this.number(value);
      return value ?? '';
    });
  }

  /** Whether `key` has words. */
  has(key) { return key in this.#entries || key in en; }
}

/** Takes the marks of stress out of a sentence. */
export const plain = (sentence) => sentence.replaceAll('\u0001', '');

const loaded = new Map([['en', new Words('en', en)]]);

/** English, at once. */
export const english = loaded.get('en');

/**
 * The words for a language tag; the file is fetched when first wanted, English stands in when it cannot be.
 * @param {string} tag
 * @returns {Words | Promise<Words>} at once when they are here already
 */
export function wordsFor(tag) {
  const language = bestLanguage(tag);
  const known = loaded.get(language);
  if (known) return known;
  return FILES[language]().then((file) => {
    const words = new Words(language, file.default);
    loaded.set(language, words);
    return words;
  }, () => english);
}
