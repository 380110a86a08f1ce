// A comparison → Markdown, HTML, JSON, a link: escaped so that the texts can hold anything, and complete.

import { readFileSync, readdirSync } from 'node:fs';
import { compare, ready } from 'article-diff';
import { expect, test } from 'vitest';
import type { FlowPiece } from '../../www/export/flow.js';
import { changeListHtml, changeListText } from '../../www/export/change-list.js';
import { correctionText } from '../../www/export/correction.js';
import { toDocx } from '../../www/export/docx.js';
import { fileName } from '../../www/export/file-name.js';
import { toHtml } from '../../www/export/html.js';
import { toJson } from '../../www/export/json.js';
import { carriesTexts, fromFragment, readingOf, toFragment, unpack } from '../../www/export/link.js';
import { escapeInline, markdownLine, toMarkdown } from '../../www/export/markdown.js';
import { escapeHtml } from '../../www/export/markup.js';
import { summaryText } from '../../www/export/summary.js';
import { EMPHASIS } from '../../www/i18n/format.js';
import { officeToText } from '../../www/import/office.js';
import { runAtOnce } from '../../www/import/time-slices.js';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { LANGUAGES, english, translatorFor } from '../../www/i18n/languages.js';
import { HIDDEN_BY_DEFAULT, filterFor } from '../../www/view/model/filters.js';
import { buildModel } from '../../www/view/model/model.js';
import type { Model } from '../../www/view/model/types.js';

await ready;

const modelOf = (before: string, after: string): Model => buildModel(compare(before, after), before, after);
/** The paragraphs alone: without the head of the Markdown. */
const markdown = (before: string, after: string, hide = HIDDEN_BY_DEFAULT): string =>
  toMarkdown({ model: modelOf(before, after), shown: filterFor(hide), i18n: english })
    .split('\n\n')
    .slice(1)
    .join('\n\n')
    .replace(/^(?:>.*\n+)+/, '')
    .trimEnd();
const html = (before: string, after: string, hide = HIDDEN_BY_DEFAULT): string =>
  toHtml(modelOf(before, after), hide, english, new Date(Date.UTC(2026, 4, 5)));

const docx = (before: string, after: string, hide = HIDDEN_BY_DEFAULT): Uint8Array =>
  toDocx({ model: modelOf(before, after), shown: filterFor(hide), i18n: english }, { date: new Date(0) });

type Pair = readonly [before: string, after: string];

const PAIRS = {
  story: [
    'The ferry left at noon with 2,000 people.\n\nThe band played on.',
    'The ferry left at dusk with 3,000 people.\n\nThe band played on.\n\nNobody was hurt.',
  ],
  moved: [
    'The lighthouse keeper retired after forty years.\n\nFish prices rose again this spring.\n\nThe school got a new roof in May.\n\nA library opened near the port.',
    'Fish prices rose again this spring.\n\nThe school got a new roof in May.\n\nA library opened near the port.\n\nThe lighthouse keeper retired after forty years.',
  ],
  hostile: [
    '<img src=x onerror=alert(1)> *bold* _it_ `code` [link](javascript:alert(1)) & &amp; ~~x~~ # one',
    '<script>alert("1")</script> *bold* _it_ `code` [link](http://evil.example) & &amp; ~~y~~ # two',
  ],
} satisfies Record<string, Pair>;

test('what was cut is struck and what was added is bold', () => {
  expect(markdown(...PAIRS.story)).toBe(
    'The ferry left at ~~noon~~**dusk** with ~~2,000~~**3,000** people.\n\nThe band played on.\n\n**Nobody was hurt.**',
  );
  expect(markdown('Nets, and boats.', 'Nets and boats.')).toBe('Nets<del>,</del> and boats.');
  expect(markdown('Same “words”.', 'Same "words".'), 'what is hidden reads as After has it').toBe('Same "words".');
});

test('a mark that Markdown would not read as one is written as HTML', () => {
  const line = (...pieces: (readonly [FlowPiece['kind'], string])[]): string =>
    markdownLine(pieces.map(([kind, text]) => ({ kind, text })));
  expect(line(['same', 'a '], ['cut', 'b '], ['new', 'c '], ['same', 'd']), 'gaps stay outside').toBe(
    'a ~~b~~ **c** d',
  );
  expect(line(['same', 'nets'], ['cut', ','], ['same', ' and'])).toBe('nets<del>,</del> and');
  expect(line(['same', 'nets '], ['new', '(two)'], ['same', ' and'])).toBe('nets **(two)** and');
  expect(line(['same', '橋は'], ['new', '「新しい」'], ['same', 'です'])).toBe('橋は<ins>「新しい」</ins>です');
  expect(line(['same', 'x'], ['note', 'moved here:'], ['same', 'y'])).toBe('x *moved here:* y');
  expect(line(['new', '   '])).toBe('');
});

test('no sign of the texts means anything in Markdown', () => {
  expect(escapeInline('a*b_c`d[e]<f>~g~|\\&amp;')).toBe('a\\*b\\_c\\`d\\[e\\]\\<f\\>\\~g\\~\\|\\\\\\&amp;');
  expect(escapeInline('see http://x.example or www.x.example')).toBe('see http\\://x.example or www\\.x.example');
  for (const [text, escaped] of [
    ['# one', '\\# one'],
    ['1. one', '1\\. one'],
    ['- one', '\\- one'],
    ['+ one', '\\+ one'],
    ['12) one', '12\\) one'],
    ['    code', 'code'],
  ] as const) {
    const [line = ''] = markdown(`${text} and two and three.`, `${text} and two and four.`).split('\n');
    expect(line.replace(/^## /, '').startsWith(escaped), line).toBeTruthy();
  }
  expect(markdown(...PAIRS.hostile)).not.toMatch(/(?<!\\)<(?!\/?(?:del|ins|em)>)/);
});

test('moves are told at both ends', () => {
  const told = markdown(...PAIRS.moved);
  expect(told).toMatch(/\*moved from here: The lighthouse keeper/);
  expect(told).toMatch(/\*moved here:\* The lighthouse keeper retired after forty years\./);
});

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' };

/** The texts of the cases. */
function casePairs(): [string, Pair][] {
  const cases = new URL('../cases/', import.meta.url);
  const read = (path: string): string => readFileSync(new URL(path, cases), 'utf8');
  const pairs = readdirSync(cases, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }): [string, Pair] => [name, [read(`${name}/before.txt`), read(`${name}/after.txt`)]]);
  expect(pairs.length > 50, 'the cases are where they were').toBeTruthy();
  return pairs;
}

test('the saved page holds all of both texts, in the marks alone what differs', () => {
  const pairs = casePairs();
  for (const [name, [before, after]] of [
    ...Object.entries<Pair>(PAIRS),
    ...pairs,
    ...pairs.map(([own, [one, other]]): [string, Pair] => [`${own}, turned`, [other, one]]),
  ]) {
    const page = html(before, after, []);
    const cells = (side: string): string =>
      [...page.matchAll(new RegExp(`<td class="${side}[^>]*>(.*?)</td>`, 'gs'))]
        .map(([, cell = '']) =>
          cell.replace(/<p class="note">.*?<\/p>|<mark class="surface break">¶<\/mark>/g, '').replace(/<[^>]*>/g, ''),
        )
        .join(' ')
        .replace(/&(amp|lt|gt|quot|#39|#13);/g, (_, entity: string) => ENTITIES[entity] ?? '');
    const bare = (text: string): string => [...text.replace(/\s/g, '').replaceAll('\0', '\ufffd')].sort().join('');
    expect(bare(cells('before')), `${name}, before`).toBe(bare(before));
    expect(bare(cells('after')), `${name}, after`).toBe(bare(after));
  }
  expect(html(...PAIRS.story)).toMatch(/<del class="was number[^"]*" title="[^"]+">2,000<\/del>/);
});

test('the saved page has no script, no address and no handler, whatever the texts say', () => {
  const page = html(...PAIRS.hostile, []);
  expect(page).not.toMatch(
    /<(?!\/?(?:!doctype|html|head|meta|title|style|body|header|h1|p|em|ul|li|b|main|table|thead|tbody|tr|th|td|small|del|ins|mark|footer)\b)[^>]*>/i,
  );
  expect(page).not.toMatch(/<[a-z][^>]*\s(?:on\w+|src|href|style)\s*=/i);
  expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/);
  expect(escapeHtml('<a href="x">\'&')).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;');
  for (const text of ['</title><script>1</script>', '--><b>'])
    expect(!html(text, `${text} more`).includes(text)).toBeTruthy();
});

test('the list of changes has a line for each, as text and as HTML', () => {
  const [before, after] = [
    'Harbour opens\n\nIt cost 2,000 crowns, said Per Dahlgren. He left. The band played “on”.',
    'Harbour opens\n\nIt cost 3,000 crowns, said Per Lundgren. The band played "on".\n\nA new line came in.',
  ];
  const context = { model: modelOf(before, after), shown: filterFor(HIDDEN_BY_DEFAULT), i18n: english };
  expect(changeListText(context).split('\n\n')[1]?.split('\n')).toStrictEqual([
    '¶ 2 · Number: 2,000 → 3,000',
    '¶ 2 · Name: Dahlgren → Lundgren',
    '¶ 2 (Before) · Cut: A sentence was cut: “He left.”',
    '¶ 3 · Added: A paragraph was added: “A new line came in.”',
  ]);
  expect(changeListText(context)).toMatch(/^Harbour opens\n/);
  expect(changeListHtml(context)).toContain('<li>¶ 2 · <b>Number:</b> <del>2,000</del> → <ins>3,000</ins></li>');
  const all = { ...context, shown: filterFor([]) };
  expect(changeListText(all), 'what differs in appearance is counted').toMatch(/• Typography: 2$/);
  const hostile = { ...context, model: modelOf(...PAIRS.hostile), shown: filterFor([]) };
  expect(changeListHtml(hostile)).not.toMatch(/<(?!\/?(?:p|b|br|ul|li|del|ins)>)/);
});

test('the draft of a correction says each wrong fact once', () => {
  expect(
    correctionText(
      modelOf(
        'It cost 2,000 crowns. Mr. Per Dahlgren paid 2,000 of them. The mayor did attend. “We never doubted,” she said. It rained.',
        'It cost 3,000 crowns. Mr. Per Lundgren paid 3,000 of them. The mayor did not attend. “We always doubted,” she said. It poured.',
      ),
      english,
    ).split('\n'),
  ).toStrictEqual([
    'An earlier version of this article said 2,000; it is 3,000.',
    'An earlier version of this article gave the name Dahlgren; it is Lundgren.',
    'An earlier version of this article said: The mayor did attend. It should have said: The mayor did not attend.',
    'An earlier version of this article said: “We never doubted,” she said. It should have said: “We always doubted,” she said.',
  ]);
  expect(correctionText(modelOf('It rained.', 'It poured.'), english)).toBe('');
});

/** A Word document → its text where all changes are accepted; where all are rejected, if `rejected`. */
function readDocx(bytes: Uint8Array, rejected: boolean): string {
  const files = unzipSync(bytes);
  const turned = strFromU8(files['word/document.xml']!)
    .replace(/(<\/?w:)(ins|del)\b/g, (_, tag: string, name: string) => tag + (name === 'ins' ? 'del' : 'ins'))
    .replace(/(<\/?w:)(t|delText)\b/g, (_, tag: string, name: string) => tag + (name === 't' ? 'delText' : 't'));
  // Text that is the same in both is written as text, wherever it stands.
  const document = turned.replace(
    /(<w:(ins|del) [^>]*[^/]>.*?<\/w:\2>)|<(\/?)w:delText\b/gs,
    (all, change: string | undefined, _, slash: string) => (change ? all : `<${slash}w:t`),
  );
  const read = rejected ? zipSync({ ...files, 'word/document.xml': strToU8(document) }) : bytes;
  return runAtOnce(officeToText(read));
}

test('who accepts all changes of the Word document has After, who rejects them has Before', () => {
  /** Words, and where lines and paragraphs end; blanks at their ends are of no matter. */
  const bare = (text: string): string =>
    text
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      // What XML cannot hold.
      .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd')
      .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
      .replace(/\n{2,}/g, '\n\n')
      .trim();
  for (const [name, [before, after]] of [...Object.entries<Pair>(PAIRS), ...casePairs()]) {
    const bytes = docx(before, after, []);
    expect(bare(readDocx(bytes, false)), `${name}, accepted`).toBe(bare(after));
    expect(bare(readDocx(bytes, true)), `${name}, rejected`).toBe(bare(before));
  }
  const quiet = docx('Same “words”, old.', 'Same "words", new.');
  expect(bare(readDocx(quiet, true)), 'what is hidden reads as After has it').toBe('Same "words", old.');
  const xml = strFromU8(unzipSync(quiet)['word/document.xml']!);
  expect(xml).toContain('<w:del w:id="0" w:author="article-diff" w:date="1970-01-01T00:00:00Z">');
});

/** What the classes of a mark in the saved page look like, read from the page and not from the model. */
function looksIn(part: string): Set<string> {
  const looks = new Set<string>();
  for (const [, tag = '', names = ''] of part.matchAll(/<(del|ins|mark) class="([^"]*)"/g)) {
    const has = (name: string) => names.split(' ').includes(name);
    if (has('break')) looks.add('break');
    else if (has('surface')) looks.add('surface');
    else if (tag === 'mark') looks.add(has('away') ? 'away' : 'here');
    else {
      looks.add(tag === 'del' ? 'gone' : 'new');
      if (has('order')) looks.add('order');
      if (has('number') || has('name') || has('negation')) looks.add('fact');
      if (has('quoted')) looks.add('quoted');
    }
  }
  return looks;
}

test('the legend of a saved page has each look that is drawn in it, and no other', () => {
  const cases = new URL('../cases/', import.meta.url);
  const read = (path: string): string => readFileSync(new URL(path, cases), 'utf8');
  const seen = new Set<string>();
  for (const { name } of readdirSync(cases, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const hide of [HIDDEN_BY_DEFAULT, []]) {
      const page = html(read(`${name}/before.txt`), read(`${name}/after.txt`), hide);
      const [, legend = ''] = /<ul class="legend">(.*?)<\/ul>/s.exec(page) ?? [];
      const [, body = ''] = /<tbody>(.*?)<\/tbody>/s.exec(page) ?? [];
      const explained = new Set(
        [...legend.matchAll(/<li>(.*?)<\/li>/gs)].map(([, entry = '']) => [...looksIn(entry)].at(-1) ?? ''),
      );
      const drawn = looksIn(body);
      for (const look of drawn) seen.add(look);
      expect([...explained].sort(), name).toStrictEqual([...drawn].sort());
    }
  }
  expect(seen.size, `the cases have every look: ${[...seen].join()}`).toBe(9);
});

test('where the sides of a saved page stand one above the other, each says which it is', () => {
  const page = html(...PAIRS.story);
  expect(page).toMatch(/<td class="before" data-side="Before">.*2,000/);
  expect(page).toMatch(/<td class="after" data-side="After">.*3,000/);
  expect(page, 'what is the same on both sides is read once').toMatch(/<td class="before"><p[^>]*>The band played on/);
});

test('everything goes out in every language', async () => {
  for (const language of LANGUAGES) {
    const words = await translatorFor(language);
    const one = modelOf(...PAIRS.story);
    expect(toHtml(one, HIDDEN_BY_DEFAULT, words)).toMatch(new RegExp(`<html lang="${language}" dir="${words.dir}">`));
    expect(toMarkdown({ model: one, shown: filterFor([]), i18n: words }).length > 100).toBeTruthy();
    expect(summaryText(one, words)).not.toContain(EMPHASIS);
    const context = { model: one, shown: filterFor(HIDDEN_BY_DEFAULT), i18n: words };
    expect(changeListText(context)).toMatch(/2[,.\s]?000 [→←] 3[,.\s]?000/);
    expect(correctionText(one, words)).toMatch(/2,000.*3,000/);
  }
});

test('the JSON is the report, with the texts that it counts in', () => {
  const [before, after] = PAIRS.story;
  const { texts, ...report } = JSON.parse(toJson(modelOf(before, after)));
  expect(texts).toStrictEqual({ before, after });
  expect(report).toStrictEqual(JSON.parse(JSON.stringify(compare(before, after))));
});

test('a link brings both texts back, whatever they hold', async () => {
  for (const [before, after] of [
    ...Object.values(PAIRS),
    ['', ''],
    ['\ud800 alone \udc00', 'a\0b\r\nc\u2028😀'],
    ['x'.repeat(200_000), 'y'],
  ]) {
    const fragment = await toFragment(before, after);
    expect(fragment, 'safe in a link').toMatch(/^#texts=2\.[\w-]*$/);
    expect(carriesTexts(fragment)).toBeTruthy();
    expect(await fromFragment(fragment)).toStrictEqual({ before, after });
  }
});

test('a link says how its texts are read', async () => {
  const reading = { view: 'inline', hide: ['spacing', 'moved'], change: '1k2x-0' };
  const fragment = await toFragment(...PAIRS.story, reading);
  expect(fragment).toMatch(/^#texts=2\.[\w-]+&view=inline&hide=spacing\+moved&change=1k2x-0$/);
  expect(await fromFragment(fragment)).toStrictEqual({ before: PAIRS.story[0], after: PAIRS.story[1] });
  expect(readingOf(fragment)).toStrictEqual(reading);
  expect(readingOf(await toFragment('a', 'b', { view: 'inline', hide: [], change: null }))).toStrictEqual({
    view: 'inline',
    hide: [''],
  });
  expect(readingOf(await toFragment('a', 'b')), 'a link of before').toStrictEqual({});
});

test('what the texts are called is in the link, in the names of files and in every export', async () => {
  const [before, after] = PAIRS.story;
  const names = { before: 'Agency, 14:05', after: '<Ours> & *theirs*' };
  const named = { nameBefore: names.before, nameAfter: names.after };
  const fragment = await toFragment(before, after, { view: 'inline', hide: [], change: null, ...named });
  expect(readingOf(fragment)).toMatchObject(named);
  expect(await fromFragment(fragment)).toStrictEqual({ before, after });
  const day = new Date(2026, 4, 5);
  expect(fileName('The ferry', day, 'md', [names.before, ''])).toBe('2026-05-05-the-ferry-agency-14-05.md');
  const model = modelOf(before, after);
  const context = { model, shown: filterFor(HIDDEN_BY_DEFAULT), i18n: english, names };
  const page = toHtml(model, HIDDEN_BY_DEFAULT, english, day, names);
  expect(page).toContain('<th scope="col">Before: Agency, 14:05 <small>');
  expect(page).toContain('data-side="After: &lt;Ours&gt; &amp; *theirs*"');
  const line = 'Before: Agency, 14:05 · After: <Ours> & *theirs*';
  expect(changeListText(context).split('\n')).toContain(line);
  expect(changeListHtml(context)).toContain('Before: Agency, 14:05 · After: &lt;Ours&gt; &amp; *theirs*<br>');
  expect(toMarkdown(context)).toMatch(/^> Before: Agency, 14:05 · After: \\<Ours\\> \\& \\\*theirs\\\*\n/);
  const parts = unzipSync(toDocx(context, { date: day, names: line }));
  expect(strFromU8(parts['docProps/core.xml']!)).toContain('After: &lt;Ours&gt; &amp; *theirs*</dc:description>');
  expect(strFromU8(parts['[Content_Types].xml']!)).toContain('/docProps/core.xml');
  expect(strFromU8(parts['_rels/.rels']!)).toContain('Target="docProps/core.xml"');
  expect(Object.keys(unzipSync(toDocx(context, { date: day }))), 'without names').not.toContain('docProps/core.xml');
});

test('a broken link is refused', async () => {
  const good = await toFragment(...PAIRS.story);
  for (const bad of [
    good.slice(0, -9),
    good.replace('2.', '3.'),
    good.replace('2.', '1.'),
    '#texts=',
    '#texts=2.!!!',
    '#texts=1.!!!',
    '#texts=constructor.AAAA',
    `${good.slice(0, 30)}AAAA${good.slice(34)}`,
  ]) {
    await expect(fromFragment(bad), bad).rejects.toThrow();
  }
  const other = await toFragment(1 as unknown as string, 'x');
  await expect(fromFragment(other)).rejects.toThrow(/not two texts/);
});

test('a link with one changed letter shows these texts or none', async () => {
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let refused = 0;
  for (const pair of Object.values(PAIRS)) {
    const good = await toFragment(...pair);
    for (let at = '#texts=2.'.length; at < good.length; at++) {
      const letter = LETTERS[(LETTERS.indexOf(good.charAt(at)) + 1 + at) % 64] ?? 'A';
      if (letter === good.charAt(at)) continue;
      const changed = good.slice(0, at) + letter + good.slice(at + 1);
      const texts = await fromFragment(changed).catch(() => null);
      // The last letter has bits that mean nothing.
      if (texts) expect([texts.before, texts.after], changed).toStrictEqual(pair);
      else refused++;
    }
  }
  expect(refused).toBeGreaterThan(300);
});

test('links of version 1, which had no checksum, are still read', async () => {
  const packed = new Blob(['["one","two"]']).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const letters = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  expect(await fromFragment(`#texts=1.${letters}`)).toStrictEqual({ before: 'one', after: 'two' });
});

test('an endless link is refused', async () => {
  const zeros = new Blob([new Uint8Array(50_000_000)]).stream().pipeThrough(new CompressionStream('deflate'));
  const bomb = new Uint8Array(await new Response(zeros).arrayBuffer());
  await expect(unpack(bomb, 'deflate', 1_000_000)).rejects.toThrow(/too many bytes/);
});
