// Documents in, formats out; and what the view makes of them: the sentence, the chips, the list.
import { compare, ready } from 'article-diff';
import { expect, test } from 'vitest';
import type { FormatChange } from '../../www/engine/types.js';
import { formatsOf } from '../../www/engine/document.js';
import { read } from '../../www/html/node.js';
import { plain } from '../../www/i18n/format.js';
import { english } from '../../www/i18n/languages.js';
import { filterFor, HIDDEN_BY_DEFAULT, kindOf } from '../../www/view/model/filters.js';
import { buildModel } from '../../www/view/model/model.js';
import { summarise } from '../../www/view/model/summary.js';
import { describeStop } from '../../www/view/reading/describe-stop.js';
import { htmls } from './htmls.js';

await ready;

function compared(before: string, after: string) {
  const [one, other] = [read(before), read(after)];
  const report = compare(one, other);
  const structure = { before: formatsOf(one), after: formatsOf(other) };
  const model = buildModel(report, one.text, other.text, structure);
  const words = ({ kind, was, now, before: span }: FormatChange) => [kind, one.text.slice(...span), was, now];
  return {
    report,
    model,
    formats: report.formats.map(words),
    sentence: plain(summarise(model, english)),
    told: model.stops.map((stop) => describeStop(stop, { model, i18n: english })),
  };
}

const STORY = `<h2>The ferry will sail again</h2>
<p>The <b>old</b> ferry to Holm will sail <a href="https://news.test/ferry">again</a> from Monday.</p>
<ul><li>Two boats in the morning<li>One boat at night</ul>
<figure><img src="/finch.jpg" alt="Ann Finch"><figcaption>The captain of the ferry</figcaption></figure>`;

test('equal documents differ in nothing', () => {
  const { report, sentence } = compared(STORY, STORY);
  expect(report.changes).toStrictEqual([]);
  expect(report.formats).toStrictEqual([]);
  expect(sentence).toBe('The two texts are identical.');
});

test.each([
  [
    'https://news.test/ferry',
    'https://casino.test/',
    [['link', 'again', 'https://news.test/ferry', 'https://casino.test/']],
    'The words are the same. One link now leads elsewhere.',
    ['“again” now leads to https://casino.test/, not to https://news.test/ferry'],
  ],
  [
    '/finch.jpg" alt="Ann Finch"',
    '/ambler.jpg" alt="Ruth Ambler"',
    [
      ['image', '', '/finch.jpg', '/ambler.jpg'],
      ['alt', '', 'Ann Finch', 'Ruth Ambler'],
    ],
    'The words are the same. One picture was replaced.',
    [
      'Link or picture: picture /finch.jpg → picture /ambler.jpg and Link or picture: alternative text “Ann Finch” → alternative text “Ruth Ambler”',
    ],
  ],
  [
    '<img src="/finch.jpg" alt="Ann Finch">',
    '',
    [
      ['image', '', '/finch.jpg', null],
      ['alt', '', 'Ann Finch', null],
    ],
    'The words are the same. One picture was removed.',
    undefined,
  ],
  [
    '<h2>',
    '<h4>',
    [['heading', 'The ferry will sail again', '2', '4']],
    'The words are the same. One formatting change.',
    ['“The ferry will sail again”: heading 2 → heading 4'],
  ],
  [
    '<b>old</b>',
    'old',
    [['strong', 'old', '', null]],
    'The words are the same. One formatting change.',
    ['“old”: bold → none'],
  ],
  [
    '<ul>',
    '<ol>',
    [['list', 'Two boats in the morning\nOne boat at night', 'unordered', 'ordered']],
    'The words are the same. One formatting change.',
    undefined,
  ],
] as [string, string, unknown[], string, string[] | undefined][])(
  '%s becomes %s',
  (was, now, formats, sentence, told) => {
    const after = STORY.replace(was, now)
      .replace('</h2>', now === '<h4>' ? '</h4>' : '</h2>')
      .replace('</ul>', now === '<ol>' ? '</ol>' : '</ul>');
    const found = compared(STORY, after);
    expect(found.report.changes).toStrictEqual([]);
    expect(found.formats).toStrictEqual(formats);
    expect(found.report.summary.formats).toBe(formats.length);
    expect(found.sentence).toBe(sentence);
    expect(found.sentence).not.toMatch(/identical/);
    if (told) expect(found.told).toStrictEqual(told);
    const back = compared(after, STORY);
    expect(back.report.formats.length).toBe(formats.length);
  },
);

test('links and pictures are shown by default, and where only facts are; formatting is not', () => {
  const after = STORY.replace('<b>old</b>', 'old').replace('news.test', 'casino.test');
  const { model } = compared(STORY, after);
  const shown = model.stops.filter(filterFor(HIDDEN_BY_DEFAULT)).map(kindOf);
  expect(shown).toStrictEqual(['links']);
  expect(model.stops.filter(filterFor([...HIDDEN_BY_DEFAULT, 'without-facts'])).map(kindOf)).toStrictEqual(['links']);
});

test('words and structure that differ are told in one sentence, and it does not say identical', () => {
  const { sentence } = compared(STORY, STORY.replace('Monday', 'Tuesday').replace('news.test', 'casino.test'));
  expect(sentence).toMatch(/one link now leads elsewhere/i);
  expect(sentence).not.toMatch(/identical/);
});

test('the structure tells which blocks are headings', () => {
  const { report } = compared(STORY, STORY);
  expect(report.blocks.after.map(({ kind }) => kind)).toStrictEqual([
    'heading',
    'paragraph',
    'paragraph',
    'paragraph',
    'paragraph',
  ]);
});

test('any two documents can be compared and drawn', () => {
  for (const before of htmls) {
    for (const after of htmls) {
      const { report, model } = compared(before, after);
      expect(model.stops.length).toBeLessThanOrEqual(
        report.changes.length + report.moves.length + report.formats.length,
      );
    }
  }
});

test('what is no document is refused by name', () => {
  const refused = (document: object) => {
    try {
      compare(document as unknown as string, '');
    } catch (error) {
      return error;
    }
    throw new Error('it was taken');
  };
  const text = 'One.';
  for (const [document, what] of [
    [{ text: 1, blocks: [], marks: [] }, /text, blocks, marks/],
    [{ text, blocks: null, marks: [] }, /text, blocks, marks/],
    [{ text, blocks: [], marks: [{ kind: 'blink', span: [0, 1] }] }, /blink/],
    [{ text, blocks: [{ kind: 'chapter', span: [0, 1] }], marks: [] }, /chapter/],
    [{ text, blocks: [], marks: [{ kind: 'strong', span: [0, 9] }] }, /\[0,9\]/],
    [{ text, blocks: [], marks: [{ kind: 'strong', span: [3, 1] }] }, /\[3,1\]/],
    [{ text, blocks: [], marks: [{ kind: 'strong' }] }, /span/],
  ] as [object, RegExp][]) {
    expect(refused(document)).toMatchObject({
      code: 'invalid-document',
      message: expect.stringMatching(what) as string,
    });
  }
});
