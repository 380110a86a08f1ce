// Every word shown to a person exists in every language, in all its plural forms, and is used somewhere.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Translator, plain } from '../../www/i18n/format.js';
import { LANGUAGES, bestLanguage } from '../../www/i18n/languages.js';
import english from '../../www/i18n/en.js';
import type { AnyMessages, MessageKey } from '../../www/i18n/messages.js';

type Entry = string | Readonly<Record<string, string>>;

const messagesOf = async (language: string): Promise<AnyMessages> =>
  ((await import(`../../www/i18n/${language}.ts`)) as { default: AnyMessages }).default;
const entriesOf = async (language: string): Promise<Record<string, Entry>> => (await messagesOf(language)) as never;
const englishEntries = english as unknown as Record<string, Entry>;

/** Keys that a language may leave out: numbers are then written in digits. */
const OPTIONAL = new Set(['number.words']);
/** Plural forms that only very large or broken numbers ask for; `other` stands in for them. */
const RARE = new Set(['many']);

const isText = (entry: Entry | undefined): entry is string => typeof entry === 'string';
/** The values that a text is given, its number aside. */
const namesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)(?::(?:word|lower))?\}/g)].map(([, name = '']) => name))]
    .filter((name) => name !== 'n')
    .sort();

for (const language of LANGUAGES) {
  test(`${language} has every word, in every plural form`, async () => {
    const entries = await entriesOf(language);
    const wanted = Object.keys(english).filter((key) => !OPTIONAL.has(key));
    expect(
      Object.keys(entries)
        .filter((key) => !OPTIONAL.has(key))
        .sort(),
    ).toStrictEqual(wanted.toSorted());
    const forms = new Intl.PluralRules(language)
      .resolvedOptions()
      .pluralCategories.filter((form) => language === 'ar' || !RARE.has(form));
    for (const key of wanted) {
      const entry = entries[key];
      const own = englishEntries[key];
      const texts = isText(entry) ? [entry] : forms.map((form) => entry?.[form]);
      for (const [i, text] of texts.entries()) expect(typeof text, `${key} lacks "${forms[i]}"`).toBe('string');
      if (forms.length > 1 && !isText(own)) expect(typeof entry, `${key} needs its plural forms`).not.toBe('string');
      const many = texts.at(-1) ?? '';
      expect(namesIn(many), `${key} is given other values`).toStrictEqual(
        namesIn((isText(own) ? own : own?.other) ?? ''),
      );
      expect((many.match(/\*/g) ?? []).length % 2, `${key} has an open stress`).toBe(0);
    }
  });
}

/** All sources of the interface but the texts themselves. */
function sources(): string {
  const www = join(import.meta.dirname, '../../www');
  return readdirSync(www, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|html)$/.test(name) && !/\.test\.ts$|^(i18n|pkg|wasm)/.test(name))
    .map((name) => readFileSync(join(www, name), 'utf8'))
    .join('\n');
}

test('each key that the code asks for exists, and each key is asked for', () => {
  const code = sources();
  const keys = Object.keys(english);
  const exact = [...code.matchAll(/\bt\(\s*'([\w.-]+)'/g), ...code.matchAll(/data-(?:words|label)="([\w.-]+)"/g)].map(
    ([, key = '']) => key,
  );
  expect(exact.length).toBeGreaterThan(50);
  for (const key of exact) expect(keys.includes(key), `the code asks for ${key}`).toBeTruthy();
  const starts = [...code.matchAll(/`((?:[a-z]+[.-])+)\$\{/g)].map(([, start = '']) => start);
  const literal = new Set([...code.matchAll(/'([\w.-]+\.[\w.-]+)'/g)].map(([, key]) => key));
  const idle = keys.filter(
    (key) =>
      !exact.includes(key) &&
      !literal.has(key) &&
      !starts.some((start) => key.startsWith(start)) &&
      key !== 'number.words',
  );
  expect(idle.filter((key) => !['quote', 'times', 'elided'].includes(key))).toStrictEqual([]);
});

test('numbers, plurals and lists follow the language', async () => {
  const german = new Translator('de', await messagesOf('de'));
  expect(german.t('nav.count', { n: 1234 })).toBe('1.234 Änderungen');
  const arabic = new Translator('ar', await messagesOf('ar'));
  expect(arabic.dir).toBe('rtl');
  expect(arabic.t('nav.count', { n: 2 })).toBe('تغييران');
  const spoken = new Translator('en', english);
  expect(spoken.t('sum.unit.paragraph', { n: 4 })).toBe('four paragraphs');
  expect(plain(spoken.t('sum.number', { n: 1 }))).toBe('one number changed');
  expect(spoken.percent(0.999), 'only the whole is 100 %').toBe('99%');
  expect(() => spoken.t('no.such.words' as MessageKey)).toThrow(/no\.such\.words/);
});

test('a tag finds its language with its region, or else without', () => {
  expect(bestLanguage('pt-br')).toBe('pt-BR');
  expect(bestLanguage('pt-PT')).toBe('pt');
  expect(bestLanguage('zh-Hant-TW')).toBe('zh');
  expect(bestLanguage('tlh', null, '', 'de-CH')).toBe('de');
  expect(bestLanguage('tlh')).toBe('en');
});

test('a star in a value is no emphasis', () => {
  const text = new Translator('en', english).t('sum.share.all', { inner: 'A*B', outer: 'C' });
  expect(plain(text)).toBe('Everything in A*B is also in C.');
});

test('the empty page names the same kinds of files in every language, and the page opens them', async () => {
  const endingsIn = (text: string): string[] => (text.match(/\.[a-z]+/g) ?? []).sort();
  const named = endingsIn(english['page.anywhere']);
  expect(named).toStrictEqual(['.docx', '.html', '.md', '.odt', '.pdf', '.rtf', '.txt']);
  const accepted = readFileSync(join(import.meta.dirname, '../../www/import/open.ts'), 'utf8');
  for (const ending of named) expect(accepted).toContain(`${ending},`);
  for (const language of LANGUAGES) {
    const { 'page.anywhere': sentence } = await messagesOf(language);
    expect(endingsIn(String(sentence)), language).toStrictEqual(named);
  }
});
