// Documents → a saved page, a fragment of HTML, Markdown and a Word document: headings, lists, quotations, links and marks are
// written as such, and where they differ is told.
import { strFromU8, unzipSync } from 'fflate';
import { compare, ready } from 'article-diff';
import { expect, test } from 'vitest';
import { formatsOf } from '../../www/engine/document.js';
import { toDocx } from '../../www/export/docx.js';
import { toHtml } from '../../www/export/html.js';
import { toMarkdown } from '../../www/export/markdown.js';
import { reportToHtml, type HtmlOptions } from '../../www/export/render.js';
import { safeAddress } from '../../www/export/safe-address.js';
import { read } from '../../www/html/node.js';
import { english } from '../../www/i18n/languages.js';
import type { RenderContext } from '../../www/view/context.js';
import { HIDDEN_BY_DEFAULT, filterFor } from '../../www/view/model/filters.js';
import { buildModel } from '../../www/view/model/model.js';
import { htmls } from './htmls.js';

await ready;

const BEFORE = `<h2>The ferry will sail again</h2>
<p>The <b>old</b> ferry to Holm will sail <a href="https://news.test/ferry">again</a> from Monday.</p>
<ul><li>Two boats in the morning<li>One boat at night<ul><li>Not on Sundays</ul></ul><ol><li>Pay first<li>Then board</ol>
<blockquote><p>Nobody was hurt.</p></blockquote>
<table><tr><th>Day<th>Fare<tr><td>Monday<td>12 crowns</table><pre>  sail()
    again()</pre>
<figure><img src="/finch.jpg" alt="Ann Finch"><figcaption>The captain of the ferry</figcaption></figure>`;
const AFTER = BEFORE.replace('news.test', 'casino.test')
  .replace('/finch.jpg', '/ambler.jpg')
  .replaceAll('h2>', 'h3>')
  .replace('12 crowns', '15 crowns')
  .replace('<b>old</b>', 'old')
  .replace('Nobody was hurt.', 'Nobody was <em>badly</em> hurt.')
  .replace('<li>One boat', '<li>No lorries<li>One boat');

function contextOf(before: string, after: string, hide = HIDDEN_BY_DEFAULT): RenderContext {
  const [one, other] = [read(before), read(after)];
  const structure = { before: formatsOf(one), after: formatsOf(other) };
  const model = buildModel(compare(one, other), one.text, other.text, structure);
  return { model, shown: filterFor(hide), i18n: english };
}

const fragment = (before: string, after: string, options?: HtmlOptions): Promise<string> => {
  const [one, other] = [read(before), read(after)];
  return reportToHtml(compare(one, other), one, other, { hide: [], summary: false, ...options });
};

/** The paragraphs alone: without the head. */
const markdown = (before: string, after: string): string =>
  toMarkdown(contextOf(before, after, [])).replace(/^(?:>.*\n+)+/, '');

const page = (before: string, after: string): string => {
  const whole = toHtml(contextOf(before, after).model, [], english);
  return whole.slice(whole.indexOf('<table>'), whole.indexOf('</main>'));
};

function word(before: string, after: string, hide: typeof HIDDEN_BY_DEFAULT = []) {
  const files = unzipSync(toDocx(contextOf(before, after, hide), { date: new Date(0) }));
  const part = (name: string): string => strFromU8(files[`word/${name}`]!);
  // Who changed it and when is the same everywhere.
  const document = part('document.xml').replace(/ w:id="\d+" w:author="article-diff" w:date="[^"]+"/g, '');
  return {
    links: [...part('_rels/document.xml.rels').matchAll(/Target="([^"]*)" TargetMode/g)].map(([, target]) => target),
    numbering: part('numbering.xml'),
    paragraphs: document.match(/<w:p>.*?<\/w:p>/gs)!,
  };
}

/** Every element is closed, by one of its own name and in turn. */
function expectWellFormed(markup: string): void {
  const open: string[] = [];
  for (const [, end, name, empty] of markup.matchAll(/<(\/?)([a-z][\w:]*)[^<>]*?(\/?)>/g)) {
    if (end) expect(open.pop(), markup).toBe(name);
    else if (!empty) open.push(name!);
  }
  expect(open, markup).toStrictEqual([]);
}

test('a fragment has the headings, lists, quotations and tables of the later document', async () => {
  const html = await fragment(BEFORE, AFTER);
  const inner = html.replace(/ dir="auto"| class="[^"]*"| title="[^"]*"| lang="en"/g, '').split('\n');
  expect(inner.slice(1, -2)).toStrictEqual([
    '<h3><mark>The ferry will sail again</mark> <small>(“The ferry will sail again”: heading 2 → heading 3)</small></h3>',
    '<p>The <mark>old</mark> <small>(“old”: bold → none)</small>  ferry to Holm will sail <mark><span>again</span></mark> <small>(“again” now leads to https://casino.test/ferry, not to https://news.test/ferry)</small>  from Monday.</p>',
    '<ul><li><p>Two boats in the morning</p></li><li><p><ins>No lorries</ins></p></li><li><p>One boat at night</p><ul><li><p>Not on Sundays</p></li></ul></li></ul>',
    '<ol><li value="1"><p>Pay first</p></li><li value="2"><p>Then board</p></li></ol>',
    '<blockquote><p>Nobody was <ins><em>badly</em></ins> hurt.</p></blockquote>',
    '<table><tr><td>Day</td><td>Fare</td></tr><tr><td>Monday</td><td><del>12</del><ins>15</ins> crowns</td></tr></table>',
    '<pre><span>  sail()</span>',
    '<span>    again()</span></pre>',
    '<p><mark><del><span>[picture finch.jpg]</span></del></mark> <mark><span>[picture “Ann Finch”]</span></mark> The captain of the ferry</p>',
  ]);
  expect(html).toContain('<span class="article-diff-link" title="https://casino.test/ferry">again</span>');
  expect(html).toMatch(
    /<mark class="article-diff-format article-diff-links" title="[^"]*finch.jpg → picture \/ambler.jpg"/,
  );
});

test('the highest heading of a document has the level that was asked for', async () => {
  const story = '<h2>One</h2><p>A line of text.</p><h3>Two</h3><h4>Three</h4>';
  expect(await fragment(story, story, { headingLevel: 4 })).toMatch(/<h4 .*One.*<h5 .*Two.*<h6 .*Three/s);
});

test('what is hidden is not told, and reads as After has it', async () => {
  const html = await fragment(BEFORE, AFTER, { hide: ['formatting', 'links'] });
  expect(html).not.toContain('<mark');
  expect(html).toContain('title="https://casino.test/ferry"');
  expect(html).not.toContain('<strong>');
});

test('words that were cut are set as Before has them', async () => {
  const html = await fragment(
    '<p>The band <em>played on and <b>on</b></em> until noon, and nobody left.</p>',
    '<p>The band stopped at noon, and nobody left.</p>',
  );
  expect(html).toMatch(/<del [^>]*><em>played on and <\/em><em><strong>on<\/strong><\/em> until<\/del>/);
  expectWellFormed(html);
});

test('Markdown has the headings, lists, quotations and tables of the later document', () => {
  expect(markdown(BEFORE, AFTER).split('\n')).toStrictEqual([
    '### The ferry will sail again *(“The ferry will sail again”: heading 2 → heading 3)*',
    '',
    'The old *(“old”: bold → none)* ferry to Holm will sail [again](<https://casino.test/ferry>) *(“again” now leads to https\\://casino.test/ferry, not to https\\://news.test/ferry)* from Monday.',
    '',
    '- Two boats in the morning',
    '- <ins>No lorries</ins>',
    '- One boat at night',
    '    - Not on Sundays',
    '1. Pay first',
    '2. Then board',
    '',
    '> Nobody was <em><ins>badly</ins></em> hurt.',
    '',
    '| Day | Fare |',
    '| --- | --- |',
    '| Monday | <del>12</del><ins>15</ins> crowns |',
    '',
    '<pre>  sail()',
    '    again()</pre>',
    '',
    '<del>\\[picture finch.jpg\\]</del> <ins>\\[picture “Ann Finch”\\]</ins> The captain of the ferry',
    '',
  ]);
});

test('bold words and added words are told apart in Markdown', () => {
  expect(markdown('<p>It is <b>very</b> cold.</p>', '<p>It is <b>very</b> cold today.</p>')).toBe(
    'It is **very** cold <ins>today</ins>.\n',
  );
});

test('the saved page has both documents as what they are', () => {
  const html = page(BEFORE, AFTER);
  expect(html).toMatch(/<td class="before"[^>]*><h2 .*<td class="after"[^>]*><h3 /);
  expect(html).toContain('<strong>old</strong>');
  expect(html).toContain('<ol><li value="2"><p class="paragraph" dir="auto">Then board</p></li></ol>');
  expect(html).toMatch(/<blockquote><p [^>]*>Nobody was <ins [^>]*><em>badly<\/em><\/ins> hurt\./);
  expect(html).toContain('title="https://news.test/ferry">again</span>');
  expect(html).toContain('title="/ambler.jpg">[picture “Ann Finch”]</span>');
});

test('in Word, accepting and rejecting bring back the structure too', () => {
  const { paragraphs, links, numbering } = word(BEFORE, AFTER);
  const [heading, linked, ...rest] = paragraphs as [string, string, ...string[]];
  expect(heading).toBe(
    '<w:p><w:pPr><w:pStyle w:val="Heading3"/><w:pPrChange><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t xml:space="preserve">The ferry will sail again</w:t></w:r></w:p>',
  );
  expect(linked).toContain(
    '<w:r><w:rPr><w:rPrChange><w:rPr><w:b/><w:bCs/></w:rPr></w:rPrChange></w:rPr><w:t xml:space="preserve">old</w:t></w:r>',
  );
  expect(linked).toMatch(
    /<w:hyperlink r:id="link1" w:history="1"><w:del>.*again<\/w:delText>.*<w:hyperlink r:id="link2" w:history="1"><w:ins>.*again<\/w:t>/,
  );
  expect(links).toStrictEqual(['https://news.test/ferry', 'https://casino.test/ferry']);
  const told = rest.map((paragraph) => [
    paragraph.match(/pStyle w:val="(\w+)"/)?.[1] ?? '',
    paragraph
      .match(/<w:ilvl w:val="\d"\/><w:numId w:val="\d+"/)?.[0]
      .match(/\d/g)
      ?.join() ?? '',
    paragraph.replace(/<[^>]*>/g, ''),
  ]);
  expect(told).toStrictEqual([
    ['ListParagraph', '0,1', 'Two boats in the morning'],
    ['ListParagraph', '0,1', 'No lorries'],
    ['ListParagraph', '0,1', 'One boat at night'],
    ['ListParagraph', '1,1', 'Not on Sundays'],
    ['ListParagraph', '0,2', 'Pay first'],
    ['ListParagraph', '0,2', 'Then board'],
    ['Quote', '', 'Nobody was badly hurt.'],
    ['', '', 'DayFare'],
    ['', '', 'Monday1215 crowns'],
    ['HTMLPreformatted', '', '  sail()    again()'],
    ['Caption', '', '[picture finch.jpg] [picture “Ann Finch”] The captain of the ferry'],
  ]);
  expect(numbering).toContain('<w:num w:numId="2"><w:abstractNumId w:val="1"/>');
  const quiet = word(BEFORE, AFTER, ['formatting', 'links']).paragraphs.slice(0, 2).join('');
  expect(quiet).not.toMatch(/PrChange|<w:del>|<w:ins>/);
});

test('a list that becomes another one is a tracked change in Word', () => {
  const story = '<p>What to bring.</p><ul><li>A coat<li>A hat</ul>';
  const { paragraphs } = word(story, story.replaceAll('ul>', 'ol>'));
  expect(paragraphs[1]).toContain(
    '<w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:pPrChange><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>',
  );
});

test('addresses that run or lead into the host are given to no program', () => {
  for (const address of ['https://a.test/b', 'mailto:desk@a.test', 'tel:+123'])
    expect(safeAddress(address)).toBe(address);
  for (const address of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc',
    '/soon',
    '#top',
    ' java\nscript:1',
    '',
  ]) {
    expect(safeAddress(address), address).toBeNull();
  }
  const hostile = '<p>See <a href="javascript:alert(1)">here</a> and <a href="/soon">there</a> &lt;b&gt; “now”.</p>';
  expect(markdown(hostile, hostile)).toBe('See here and there \\<b\\> “now”.\n');
  const sharp = '<p>See <a href="https://a.test/x>y)(<z&quot;">here</a> now, as we said.</p>';
  expect(markdown(sharp, sharp)).toMatch(/^See \[here\]\(<https:\/\/a\.test\/[^<>"\s]*>\) now/);
  expect(word(sharp, sharp).links[0]).not.toMatch(/[<>"]/);
});

test('whatever the documents hold, every export is whole and has no markup of theirs', async () => {
  for (const [i, html] of htmls.entries()) {
    const other = htmls[(i + 1) % htmls.length]!;
    for (const [before, after] of [
      [html, html],
      [html, other],
      [html, html.replace(/<(\/?)b>/g, '<$1i>').replaceAll('ul', 'ol')],
    ] as const) {
      const [piece, saved] = [await fragment(before, after), page(before, after)];
      expectWellFormed(piece);
      expectWellFormed(saved);
      for (const markup of [piece, saved])
        expect(markup).not.toMatch(/<(script|img|a|iframe|svg)\b|\s(on\w+|href|src|style)=/);
      expectWellFormed(word(before, after).paragraphs.join(''));
      const { text } = read(after);
      const told = piece.replace(
        /<small.*?<\/small>|<del .*?<\/del>|<span class="article-diff-object.*?<\/span>/gs,
        '',
      );
      const words = told
        .replace(/<[^>]*>/g, '')
        .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!);
      expect(words.replace(/\s/g, ''), after).toBe(text.replace(/\s/g, ''));
    }
  }
});

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

test.each([
  ['links and formatting', [], ['links', 'formatting']],
  ['links', ['formatting'], ['links']],
] as const)('the legend of a saved page explains the marks of structure: %s', (_, hide, explained) => {
  const { model } = contextOf(BEFORE, AFTER);
  const [, legend = ''] = /<ul class="legend">(.*?)<\/ul>/s.exec(toHtml(model, [...hide], english)) ?? [];
  const marks = [...legend.matchAll(/<mark class="format([^"]*)">([^<]*)<\/mark>/g)];
  expect(marks.map(([, name, text]) => `${text}:${name}`)).toStrictEqual(
    explained.map((kind) => (kind === 'links' ? 'Links, pictures: links' : 'Formatting:')),
  );
});
