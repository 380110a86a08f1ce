// A comparison → Markdown, HTML, JSON, a link: escaped so that the texts can hold anything, and complete.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { compare, ready } from '../../www/core.js';
import { toJson } from '../../www/out/json.js';
import { carriesTexts, fromFragment, toFragment } from '../../www/out/link.js';
import { escapeInline, markdownLine, toMarkdown } from '../../www/out/markdown.js';
import { escapeHtml, toHtml } from '../../www/out/saved.js';
import { summaryText } from '../../www/out/summary.js';
import { HIDDEN_AT_FIRST, lensFor } from '../../www/view/lens.js';
import { buildModel } from '../../www/view/model.js';
import { LANGUAGES, english, wordsFor } from '../../www/words.js';

await ready;
const model = (before, after) => buildModel(compare(before, after), before, after);
const markdown = (before, after, hide = HIDDEN_AT_FIRST) => toMarkdown(model(before, after), lensFor(hide), english).split('\n\n').slice(1).join('\n\n')
  .replace(/^(?:>.*\n+)+/, '').trimEnd();
const html = (before, after, hide = HIDDEN_AT_FIRST) => toHtml(model(before, after), hide, english, new Date(Date.UTC(2026, 4, 5)));

const PAIRS = {
  story: ['The ferry left at noon with 2,000 people.\n\nThe band played on.', 'The ferry left at dusk with 3,000 people.\n\nThe band played on.\n\nNobody was hurt.'],
  moved: ['The lighthouse keeper retired after forty years.\n\nFish prices rose again this spring.\n\nThe school got a new roof in May.\n\nA library opened near the port.',
    'Fish prices rose again this spring.\n\nThe school got a new roof in May.\n\nA library opened near the port.\n\nThe lighthouse keeper retired after forty years.'],
  hostile: ['<img src=x onerror=alert(1)> *bold* _it_ `code` [link](javascript:alert(1)) & &amp; ~~x~~ # one', '<script>alert("1")</script> *bold* _it_ `code` [link](http://evil.example) & &amp; ~~y~~ # two'],
};

test('what was cut is struck and what was added is bold', () => {
  assert.equal(markdown(...PAIRS.story),
    'The ferry left at ~~noon~~**dusk** with ~~2,000~~**3,000** people.\n\nThe band played on.\n\n**Nobody was hurt.**');
  assert.equal(markdown('Nets, and boats.', 'Nets and boats.'), 'Nets<del>,</del> and boats.');
  assert.equal(markdown('Same “words”.', 'Same "words".'), 'Same "words".', 'what is hidden reads as After has it');
});

test('a mark that Markdown would not read as one is written as HTML', () => {
  const line = (...pieces) => markdownLine(pieces.map(([kind, text]) => ({ kind, text })));
  assert.equal(line(['same', 'a '], ['cut', 'b '], ['new', 'c '], ['same', 'd']), 'a ~~b~~ **c** d', 'gaps stay outside');
  assert.equal(line(['same', 'nets'], ['cut', ','], ['same', ' and']), 'nets<del>,</del> and');
  assert.equal(line(['same', 'nets '], ['new', '(two)'], ['same', ' and']), 'nets **(two)** and');
  assert.equal(line(['same', '橋は'], ['new', '「新しい」'], ['same', 'です']), '橋は<ins>「新しい」</ins>です');
  assert.equal(line(['same', 'x'], ['note', 'moved here:'], ['same', 'y']), 'x *moved here:* y');
  assert.equal(line(['new', '   ']), '');
});

test('no sign of the texts means anything in Markdown', () => {
  assert.equal(escapeInline('a*b_c`d[e]<f>~g~|\\&amp;'), 'a\\*b\\_c\\`d\\[e\\]\\<f\\>\\~g\\~\\|\\\\\\&amp;');
  assert.equal(escapeInline('see http://x.example or www.x.example'), 'see http\\://x.example or www\\.x.example');
  for (const [text, escaped] of [['# one', '\\# one'], ['1. one', '1\\. one'], ['- one', '\\- one'], ['+ one', '\\+ one'], ['12) one', '12\\) one'], ['    code', 'code']]) {
    const [line] = markdown(`${text} and two and three.`, `${text} and two and four.`).split('\n');
    assert.ok(line.replace(/^## /, '').startsWith(escaped), line);
  }
  assert.doesNotMatch(markdown(...PAIRS.hostile), /(?<!\\)<(?!\/?(?:del|ins|em)>)/);
});

test('moves are told at both ends', () => {
  const told = markdown(...PAIRS.moved);
  assert.match(told, /\*moved away: The lighthouse keeper/);
  assert.match(told, /\*moved here:\* The lighthouse keeper retired after forty years\./);
});

test('the saved page holds all of both texts, in the marks alone what differs', () => {
  const cases = new URL('../cases/', import.meta.url);
  const pairs = readdirSync(cases, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => [name,
    ['before', 'after'].map((side) => readFileSync(new URL(`${name}/${side}.txt`, cases), 'utf8'))]);
  assert.ok(pairs.length > 50, 'the cases are where they were');
  for (const [name, [before, after]] of [...Object.entries(PAIRS), ...pairs, ...pairs.map(([own, pair]) => [`${own}, turned`, pair.toReversed()])]) {
    const page = html(before, after, []);
    const cells = (side) => [...page.matchAll(new RegExp(`<td class="${side}">(.*?)</td>`, 'gs'))].map(([, cell]) => cell
      .replace(/<p class="note">.*?<\/p>|<mark class="break">¶<\/mark>/g, '').replace(/<[^>]*>/g, '')).join(' ')
      .replace(/&(amp|lt|gt|quot|#39|#13);/g, (_, entity) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' })[entity]);
    const bare = (text) => [...text.replace(/\s/g, '').replaceAll('\0', '\ufffd')].sort().join('');
    assert.equal(bare(cells('before')), bare(before), `${name}, before`);
    assert.equal(bare(cells('after')), bare(after), `${name}, after`);
  }
  assert.match(html(...PAIRS.story), /<del class="was number[^"]*" title="[^"]+">2,000<\/del>/);
});

test('the saved page has no script, no address and no handler, whatever the texts say', () => {
  const page = html(...PAIRS.hostile, []);
  assert.doesNotMatch(page, /<(?!\/?(?:!doctype|html|head|meta|title|style|body|header|h1|p|em|ul|li|b|main|table|thead|tbody|tr|th|td|small|del|ins|mark|footer)\b)[^>]*>/i);
  assert.doesNotMatch(page, /<[a-z][^>]*\s(?:on\w+|src|href|style)\s*=/i);
  assert.match(page, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/);
  assert.equal(escapeHtml('<a href="x">\'&'), '&lt;a href=&quot;x&quot;&gt;&#39;&amp;');
  for (const text of ['</title><script>1</script>', '--><b>']) assert.ok(!html(text, `${text} more`).includes(text));
});

test('everything goes out in every language', async () => {
  for (const language of LANGUAGES) {
    const words = await wordsFor(language);
    const one = model(...PAIRS.story);
    assert.match(toHtml(one, HIDDEN_AT_FIRST, words), new RegExp(`<html lang="${language}" dir="${words.dir}">`));
    assert.ok(toMarkdown(one, lensFor([]), words).length > 100);
    assert.doesNotMatch(summaryText(one, words), /\u0001/);
  }
});

test('the JSON is the report, with the texts that it counts in', () => {
  const [before, after] = PAIRS.story;
  const { texts, ...report } = JSON.parse(toJson(model(before, after)));
  assert.deepEqual(texts, { before, after });
  assert.deepEqual(report, JSON.parse(JSON.stringify(compare(before, after))));
});

test('a link brings both texts back, whatever they hold', async () => {
  for (const [before, after] of [...Object.values(PAIRS), ['', ''], ['\ud800 alone \udc00', 'a\0b\r\nc\u2028😀'], ['x'.repeat(200_000), 'y']]) {
    const fragment = await toFragment(before, after);
    assert.match(fragment, /^#texts=1\.[\w-]*$/, 'safe in a link');
    assert.ok(carriesTexts(fragment));
    assert.deepEqual(await fromFragment(fragment), { before, after });
  }
});

test('a broken link is refused', async () => {
  const good = await toFragment(...PAIRS.story);
  for (const bad of [good.slice(0, -9), good.replace('1.', '2.'), '#texts=', '#texts=1.!!!', `${good.slice(0, 30)}AAAA${good.slice(34)}`]) {
    await assert.rejects(fromFragment(bad), bad);
  }
  const other = await toFragment(/** @type {any} */ (1), 'x');
  await assert.rejects(fromFragment(other), /not two texts/);
});
