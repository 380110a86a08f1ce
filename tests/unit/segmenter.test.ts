// Words of scripts without spaces: by the engine's dictionary, which the report names, or by none.
import { beforeAll, expect, test } from 'vitest';
import { compare, ready, type Options } from 'article-diff';

const BEFORE = '東京都で新しい図書館が開館した。',
  AFTER = '京都府で新しい図書館が開館した。';

beforeAll(() => ready);

test('a report names the dictionary that found its words', () => {
  const report = compare(BEFORE, AFTER);
  expect(report.segmenter).toBe('intl');
  expect(report.dictionary).toBe(`ICU ${process.versions.icu}, Unicode ${process.versions.unicode}`);
});

test('a text whose words have spaces needs no dictionary', () => {
  const report = compare('It was late.', 'It was early.');
  expect(report.segmenter).toBe('none');
  expect(report).not.toHaveProperty('dictionary');
});

test('without a dictionary each character is a word', () => {
  const report = compare(BEFORE, AFTER, { segmenter: 'grapheme' });
  expect(report.segmenter).toBe('grapheme');
  expect(report).not.toHaveProperty('dictionary');
  expect(report.summary.words.before).toBe(BEFORE.length - 1);
  expect(compare(BEFORE, AFTER).summary.words.before).toBeLessThan(BEFORE.length - 1);
});

test.each([['icu'], [''], [true], [1], [null], [{}]])('the segmenter %j is refused', (segmenter) => {
  const options = { segmenter } as unknown as Options;
  expect(() => compare(BEFORE, AFTER, options)).toThrow(
    expect.objectContaining({ code: 'invalid-option', message: 'The option `segmenter` takes "intl" or "grapheme".' }),
  );
});
