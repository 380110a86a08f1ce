// HTML → documents, in Node. tests/e2e/html.spec.ts holds that browsers read the same.
import { expect, test } from 'vitest';
import type { ArticleDocument } from '../../www/engine/document.js';
import { read } from '../../www/html/node.js';
import { htmls } from './htmls.js';

/** A document as lines: its text, and for each block and mark what it is and over which words. */
const shown = ({ text, blocks, marks }: ArticleDocument): string[] => [
  text,
  ...[...blocks, ...marks].map(({ span, ...rest }) => `${Object.values(rest).join(' ')} [${text.slice(...span)}]`),
];

test('blocks and marks', () => {
  expect(
    shown(
      read(
        '<h2>The ferry</h2>\n<p>It <b>will</b> sail <a href="/soon"><em>again</em> soon</a>.</p><ul><li>One<ol><li>Inner</ol><li>Two</ul>' +
          '<blockquote><p>Nobody was hurt.</p></blockquote><pre>a  b\n c</pre>',
      ),
    ),
  ).toStrictEqual([
    'The ferry\n\nIt will sail again soon.\n\nOne\nInner\nTwo\n\nNobody was hurt.\n\na  b\n c',
    'heading 2 [The ferry]',
    'paragraph [It will sail again soon.]',
    'list-item unordered 1 [One\nInner]',
    'list-item ordered 2 [Inner]',
    'list-item unordered 1 [Two]',
    'quotation [Nobody was hurt.]',
    'paragraph [Nobody was hurt.]',
    'preformatted [a  b\n c]',
    'strong [will]',
    'link /soon [again soon]',
    'emphasis [again]',
  ]);
});

test('pictures, captions and what comes from elsewhere take no text', () => {
  const document = read(
    '<p>Before.</p><figure><img src="/a.jpg" alt="The ferry"><figcaption>At Holm</figcaption></figure>' +
      '<iframe src="https://video.test/1">no frames</iframe><p>A <img src="b.png"> in a line</p><video><source src="c.mp4"></video>',
  );
  expect(document.text).toBe('Before.\n\nAt Holm\n\nA in a line');
  expect(document.marks).toStrictEqual([
    { kind: 'image', source: '/a.jpg', alternative: 'The ferry', span: [9, 9] },
    { kind: 'image', source: 'b.png', span: [19, 19] },
  ]);
  expect(document.blocks.filter(({ kind }) => kind === 'embed')).toStrictEqual([
    { kind: 'embed', source: 'https://video.test/1', span: [18, 18] },
    { kind: 'embed', source: 'c.mp4', span: [29, 29] },
  ]);
});

test('a row of a table is a line, and its cells are cells', () => {
  expect(
    shown(
      read('<table><caption>Ferries</caption><tr><th>Day<th>Time<tr><td><p>Monday</p><td></td><td>10<br>11</table>'),
    ),
  ).toStrictEqual([
    'Ferries\nDay\tTime\nMonday\t\t10 11',
    'caption [Ferries]',
    'table-cell [Day]',
    'table-cell [Time]',
    'table-cell [Monday]',
    'paragraph [Monday]',
    'table-cell [10 11]',
  ]);
});

test('white space is that of a reader', () => {
  expect(read(' <p> One\n two <b> three </b> </p> <div>four<br><br>five</div>six').text).toBe(
    'One two three\n\nfour\n\nfive\nsix',
  );
  expect(read('<p>a<b> b</b><i>c </i>d&nbsp; e</p>').text).toBe('a bc d\u00a0 e');
  expect(read('').text).toBe('');
});

test('what nobody reads is left out', () => {
  expect(
    read(
      '<title>t</title><style>p{}</style><script>alert(1)</script><p hidden>h</p><p style="display:none">n</p><p>Seen</p><textarea>x</textarea>',
    ).text,
  ).toBe('Seen');
});

test('a wrapper of normal weight is not bold', () => {
  expect(read('<b style="font-weight:normal"><p>All of it</p></b>').marks).toStrictEqual([]);
});

test('named parts are one document', () => {
  const { text, blocks } = read({
    title: 'The ferry sails',
    standfirst: '<p>After <i>twelve</i> weeks</p>',
    body: '<p>One.</p><p>Two.</p>',
    captions: ['At Holm', 'At Ellerby'],
  });
  expect(text).toBe('The ferry sails\n\nAfter twelve weeks\n\nOne.\n\nTwo.\n\nAt Holm\n\nAt Ellerby');
  expect(blocks.map(({ kind, part, span }) => [kind, part, text.slice(...span)])).toStrictEqual([
    ['heading', 'title', 'The ferry sails'],
    ['paragraph', 'standfirst', 'After twelve weeks'],
    ['paragraph', 'standfirst', 'After twelve weeks'],
    ['paragraph', 'body', 'One.'],
    ['paragraph', 'body', 'Two.'],
    ['caption', 'captions', 'At Holm'],
    ['caption', 'captions', 'At Ellerby'],
  ]);
  expect(read({}).text).toBe('');
});

test('whatever the HTML, every span is inside the text, in the order of opening', () => {
  for (const html of htmls) {
    const { text, blocks, marks, rangeOf } = read(html);
    for (const { span } of [...blocks, ...marks]) {
      expect(span[0] >= 0 && span[0] <= span[1] && span[1] <= text.length, html.slice(0, 80)).toBeTruthy();
    }
    expect(rangeOf([0, 1])).toBeNull();
  }
});

test('markup that nests deeper than a stack, and a long one, are read at once', () => {
  expect(read(`${'<div>'.repeat(50_000)}deep`).text).toBe('deep');
  const start = performance.now();
  const long = read('<p>A <b>word</b> and a <a href="/x">link</a>.</p>'.repeat(20_000));
  expect(long.marks.length).toBe(40_000);
  expect(performance.now() - start).toBeLessThan(20_000);
});
