// Markup → what may be parsed, and pieces of it → lines.
import { expect, test } from 'vitest';
import { stripActiveMarkup } from '../../www/import/strip-active-markup.js';
import { TextBuilder } from '../../www/import/text-builder.js';
import { runAtOnce } from '../../www/import/time-slices.js';

const strip = (html: string): string => runAtOnce(stripActiveMarkup(html));

test('gaps become lines, and only where words stand on both sides', () => {
  const text = new TextBuilder();
  text.endBlock();
  text.addFlowing('  Head\n  line ');
  text.endBlock();
  text.endBlock(1);
  text.addFlowing(' one ');
  text.addFlowing(' two');
  text.addFlowing('three ');
  text.addFlowing(' ');
  text.lineBreak();
  text.addFlowing('four');
  text.cellBorder();
  text.cellBorder();
  text.addFlowing('six');
  text.endBlock();
  expect(text.text).toBe('Head line\n\none twothree\nfour\t\tsix');
});

test('blanks at the end of a line are dropped, those within it stay', () => {
  const text = new TextBuilder();
  text.addExact('a  b ');
  text.addExact(' \t ');
  text.endBlock();
  text.addExact('  c');
  text.addExact(' ');
  text.cellBorder();
  text.addExact('d');
  expect(text.text).toBe('a  b\n\n  c\td');
});

test('a text is built in one pass, however many lines it has', () => {
  /** Milliseconds for `n` paragraphs, the least of three. */
  const time = (n: number): number =>
    Math.min(
      ...Array.from({ length: 3 }, () => {
        const start = performance.now();
        const text = new TextBuilder();
        for (let i = 0; i < n; i++) {
          text.addFlowing('A line of some words.');
          text.endBlock(i % 3 ? 2 : 1);
          text.addFlowing('cell');
          text.cellBorder();
        }
        expect(text.text.length).toBeGreaterThan(n * 25);
        return performance.now() - start;
      }),
    );
  time(1000);
  // Four times the lines take four times as long; where each looked at all lines before it, sixteen times.
  expect(time(80_000)).toBeLessThan(time(20_000) * 10 + 20);
});

test('of markup only elements, words and what hides them are left', () => {
  for (const [html, quiet] of [
    [
      '<p style="color: red" onclick=\'x()\' HIDDEN class=a>One &amp; two</P>',
      '<p data-style="color: red" hidden>One &amp; two</p>',
    ],
    ['<img alt="a > b" src=x onerror=alert(1)>after', '<img>after'],
    ['<a href=javascript:x()//>a</a>', '<a>a</a>'],
    ['<script>if (a < b) "</p>";</SCRIPT >after', 'after'],
    [
      '<style>p > a {}</style><base href="x"><link rel=stylesheet href=y><meta http-equiv=refresh content=0>after',
      'after',
    ],
    ['<!-- <p> --><!doctype html><?xml version="1.0"?><p>after', '<p>after'],
    ['5 < 6 and 7 > 6 <3 </ >', '5 &lt; 6 and 7 > 6 &lt;3 &lt;/ >'],
    ['<p/hidden/onclick=x()>after', '<p hidden>after'],
    ['<p a"b=\'c>d\' =e "f>after', '<p>after'],
    ['<p constructor=x toString __proto__=y>after', '<p>after'],
    ['<script>never ends', ''],
    ['<!-- never ends', ''],
    ['<p style="never ends', ''],
    ['<', '&lt;'],
  ] as const) {
    expect(strip(html), html).toBe(quiet);
  }
  for (const html of ["<a '", '<!--', '<style>', '<p style="', '<']) {
    const started = performance.now();
    strip(html.repeat(300_000));
    expect(performance.now() - started, `${html} is read in one walk`).toBeLessThan(5000);
  }
});
