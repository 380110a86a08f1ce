// Every word shown to a person exists in every language, in all its plural forms, and is used somewhere.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../.ci/steps.mjs';
import { LANGUAGES, Words, bestLanguage, plain } from '../../www/words.js';
import english from '../../www/words/en.js';
import { inEachBrowser } from './harness.mjs';
import { give, said, shown, story } from './widget.mjs';

const entriesOf = async (language) => (await import(`../../www/words/${language}.js`)).default;

/** Keys that a language may leave out: numbers are then written in digits. */
const OPTIONAL = new Set(['number.words']);
/** Plural forms that only very large or broken numbers ask for; `other` stands in for them. */
const RARE = new Set(['many']);

for (const language of LANGUAGES) {
  test(`${language} has every word, in every plural form`, async () => {
    const entries = await entriesOf(language);
    const wanted = Object.keys(english).filter((key) => !OPTIONAL.has(key));
    assert.deepEqual(Object.keys(entries).filter((key) => !OPTIONAL.has(key)).sort(), wanted.sort());
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      .filter((form) => language === 'ar' || !RARE.has(form));
    const names = (text) => [...new Set([...text.matchAll(/\{(\w+)(?::word)?\}/g)].map(([, name]) => name))].filter((name) => name !== 'n').sort();
    for (const key of wanted) {
      const entry = entries[key];
      const texts = typeof entry === 'string' ? [entry] : forms.map((form) => {
        assert.equal(typeof entry[form], 'string', `${key} lacks "${form}"`);
        return entry[form];
      });
      if (forms.length > 1 && typeof english[key] !== 'string') assert.notEqual(typeof entry, 'string', `${key} needs its plural forms`);
      const own = typeof english[key] === 'string' ? english[key] : english[key].other;
      const many = texts.at(-1);
      assert.deepEqual(names(many), names(own), `${key} is given other values`);
      assert.equal((many.match(/\*/g) ?? []).length % 2, 0, `${key} has an open stress`);
    }
  });
}

test('each key that the code asks for exists, and each key is asked for', () => {
  const files = ['www', 'www/view', 'www/in', 'www/out'].flatMap((folder) => {
    try { return readdirSync(join(root, folder)).map((name) => join(root, folder, name)); } catch { return []; }
  }).filter((name) => /\.(js|html)$/.test(name));
  const code = files.map((name) => readFileSync(name, 'utf8')).join('\n');
  const keys = Object.keys(english);
  const exact = [...code.matchAll(/\bt\(\s*'([\w.-]+)'/g), ...code.matchAll(/data-(?:words|label)="([\w.-]+)"/g)].map(([, key]) => key);
  for (const key of exact) assert.ok(keys.includes(key), `the code asks for ${key}`);
  const starts = [...code.matchAll(/`((?:[a-z]+[.-])+)\$\{/g)].map(([, start]) => start);
  const literal = new Set([...code.matchAll(/'([\w.-]+\.[\w.-]+)'/g)].map(([, key]) => key));
  const idle = keys.filter((key) => !exact.includes(key) && !literal.has(key) && !starts.some((start) => key.startsWith(start)) && key !== 'number.words');
  assert.deepEqual(idle.filter((key) => !['quote', 'times', 'elided'].includes(key)), []);
});

test('numbers, plurals and lists follow the language', async () => {
  const german = new Words('de', await entriesOf('de'));
  assert.equal(german.t('nav.count', { n: 1234 }), '1.234 Änderungen');
  const arabic = new Words('ar', await entriesOf('ar'));
  assert.equal(arabic.dir, 'rtl');
  assert.equal(arabic.t('nav.count', { n: 2 }), 'تغييران');
  const spoken = new Words('en', english);
  assert.equal(spoken.t('sum.more.paragraph', { n: 4 }), 'four paragraphs');
  assert.equal(plain(spoken.t('sum.number', { n: 1 })), 'one number differs');
  assert.equal(spoken.percent(0.999), '99%', 'only the whole is 100 %');
  assert.throws(() => spoken.t('no.such.words'), /no\.such\.words/);
  assert.equal(bestLanguage('tlh', 'pt-BR'), 'pt');
});

inEachBrowser('the interface speaks eight languages', async ({ open }) => {
  const page = await open('/');
  await give(page, story);
  for (const language of LANGUAGES) {
    await page.click('#settings summary');
    await page.selectOption('#language', language);
    await page.keyboard.press('Escape');
    const entries = await entriesOf(language);
    await page.getByRole('button', { name: entries['view.inline'], exact: true }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), language);
    assert.equal(await page.evaluate(() => document.documentElement.dir), language === 'ar' ? 'rtl' : 'ltr');
    await shown(page);
    assert.ok((await said(page)).length > 10);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${language} fits at 1280`);
    assert.ok(await page.locator('article-diff .bar-line').evaluate((line) => line.scrollWidth <= line.clientWidth), `the bar fits in ${language}`);
  }
});

inEachBrowser('the language comes from the browser', async ({ open }) => {
  const page = await open('/', { locale: 'de-DE' });
  assert.equal(await page.locator('#example').textContent(), 'Ein Beispiel');
  assert.equal(await page.getAttribute('#text-before', 'placeholder'), 'Hier die frühere Fassung einfügen.');
});
