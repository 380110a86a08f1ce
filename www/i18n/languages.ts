// A language tag → the Translator for the nearest language that there is. English is part of this module, so the
// interface always has texts; every other language is a file that is fetched when first wanted.
import en from './en.js';
import { Translator } from './format.js';
import type { AnyMessages } from './messages.js';

/** The files, named one by one so that every bundler finds them. */
const FILES: Record<string, () => Promise<{ default: AnyMessages }>> = {
  de: () => import('./de.js'),
  fr: () => import('./fr.js'),
  es: () => import('./es.js'),
  pt: () => import('./pt.js'),
  'pt-BR': () => import('./pt-BR.js'),
  ar: () => import('./ar.js'),
  ja: () => import('./ja.js'),
  zh: () => import('./zh.js'),
};

/** The languages that there are, in the order in which a list shows them. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(FILES)];

/**
 * The language for the first tag that there is a language for: the same one with its region (`pt-BR`), or else the same
 * one without (`pt`). English if there is none.
 */
export function bestLanguage(...tags: readonly (string | null | undefined)[]): string {
  for (const tag of tags) {
    const wanted = String(tag ?? '').toLowerCase();
    const findLanguage = (name: string | undefined) => LANGUAGES.find((language) => language.toLowerCase() === name);
    const found = findLanguage(wanted) ?? findLanguage(wanted.split('-')[0]);
    if (found) return found;
  }
  return 'en';
}

export const english = new Translator('en', en);

const loaded = new Map<string, Translator>([['en', english]]);

/** The Translator for a language tag: at once if it is loaded, else as a promise. English is used if loading fails. */
export function translatorFor(tag: string): Translator | Promise<Translator> {
  const language = bestLanguage(tag);
  const known = loaded.get(language);
  const load = FILES[language];
  if (known || !load) return known ?? english;
  return load().then(
    (file) => {
      const translator = new Translator(language, file.default);
      loaded.set(language, translator);
      return translator;
    },
    () => english,
  );
}
