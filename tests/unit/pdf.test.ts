// A PDF → its text: paragraphs, words at line ends, what is printed on every page; and files that are meant to harm.
import { expect, test } from 'vitest';
import { type PdfWords, paragraphsOf } from '../../www/import/pdf-paragraphs.js';
import { readFile } from '../../www/import/read-file.js';
import { type PdfOptions, type PdfLine, column, pdf } from './pdf-documents.js';

// pdf.js wants it when it is loaded, and Node has none; only what draws uses it.
Object.assign(globalThis, { DOMMatrix: Object });

const fileOf = (bytes: Uint8Array, name = 'paper.pdf'): File => new File([Uint8Array.from(bytes)], name);
const read = async (pages: PdfLine[][], options?: PdfOptions): Promise<string> =>
  (await readFile(fileOf(pdf(pages, options)))).text;

const STORY = [
  ...column(['Harbour opens again'], 72, 760, 20),
  ...column(
    [
      'The harbour of Brenna opened on Monday after 2,000 days of work, and the may-',
      'or cut the ribbon in front of the old quay, which will become a market. The well-',
      'known band played until the rain came. It is a well-known band.',
    ],
    72,
    720,
  ),
  ...column(
    [
      '“We never doubted it,” she said. Nobody was hurt when the ferry ran aground in',
      'June, the harbour office said.',
    ],
    72,
    660,
  ),
];
const STORY_READ =
  'Harbour opens again\n\n' +
  'The harbour of Brenna opened on Monday after 2,000 days of work, and the mayor cut the ribbon in front of the old ' +
  'quay, which will become a market. The well-known band played until the rain came. It is a well-known band.\n\n' +
  '“We never doubted it,” she said. Nobody was hurt when the ferry ran aground in June, the harbour office said.';

test('lines become paragraphs, and words that were parted at line ends are whole again', async () => {
  expect(await read([STORY])).toBe(STORY_READ);
});

test('first lines that are set in begin paragraphs', async () => {
  const lines: PdfLine[] = [
    ['A first line that is as long as the others are, more or less,', 72, 700],
    ['and a second one that ends the paragraph at full width of it.', 72, 686],
    ['The next one is set in, which is how books do it, and is long', 86, 672],
    ['enough for two lines.', 72, 658],
  ];
  expect((await read([lines])).split('\n\n')).toStrictEqual([
    'A first line that is as long as the others are, more or less, and a second one that ends the paragraph at full width of it.',
    'The next one is set in, which is how books do it, and is long enough for two lines.',
  ]);
});

test('running heads and page numbers are left out, and a paragraph goes on over the page', async () => {
  const pages = [1, 2, 3].map((n): PdfLine[] => [
    ['The Brenna Herald', 72, 810, 9],
    ...column([`This is page ${n}, whose text is not the same as that of another page, and it goes`], 72, 700),
    [`Page ${n} of 3`, 280, 30, 9],
  ]);
  expect(await read(pages)).toBe(
    [1, 2, 3]
      .map((n) => `This is page ${n}, whose text is not the same as that of another page, and it goes`)
      .join(' '),
  );
  const [only = []] = pages;
  expect(await read([only]), 'of one page nothing can be known').toContain('The Brenna Herald');
});

test('items of a list are paragraphs of their own, and two columns are read one after the other', async () => {
  expect(await read([column(['• first item', '• second item', '3. third item'], 72, 700)])).toBe(
    '• first item\n\n• second item\n\n3. third item',
  );
  const columns = [
    ...column(['The left column begins here and', 'goes on to its last line, where it'], 72, 700),
    ...column(['breaks off and goes on in the right', 'column, to its end.'], 320, 700),
  ];
  expect(await read([columns])).toBe(
    'The left column begins here and goes on to its last line, where it breaks off and goes on in the right column, to its end.',
  );
});

test('lines of Chinese and Japanese are joined without a gap', () => {
  const at = (str: string, y: number): PdfWords => ({
    str,
    transform: [12, 0, 0, 12, 72, y],
    width: str.length * 12,
    height: 12,
    hasEOL: true,
  });
  expect(paragraphsOf([{ words: [at('港は月曜日に', 700), at('再開した。', 686)], height: 842 }])).toBe(
    '港は月曜日に再開した。',
  );
});

test('what no text can be had of is told apart', async () => {
  await expect(read([[]], { content: '0.5 g 72 72 300 400 re f' })).rejects.toMatchObject({ code: 'pdf-pictures' });
  await expect(read([STORY], { locked: true })).rejects.toMatchObject({ code: 'locked' });
});

test('files that are meant to harm are refused or read, and never hang', async () => {
  const whole = pdf([STORY]);
  const refused = async (bytes: Uint8Array): Promise<string> => {
    try {
      return (await readFile(fileOf(bytes))).text;
    } catch (error) {
      expect(error).toMatchObject({ name: 'Unreadable' });
      return (error as { code: string }).code;
    }
  };
  expect(await refused(Uint8Array.from(Buffer.from('%PDF-1.7\n')))).toBe('damaged');
  expect(await refused(whole.subarray(0, 200))).toBe('damaged');
  expect(await refused(whole.subarray(0, whole.length - 200))).toBe('damaged');
  const source = Buffer.from(whole).toString('latin1');
  const changed = (from: string | RegExp, to: string): Uint8Array =>
    Uint8Array.from(Buffer.from(source.replace(from, to), 'latin1'));
  // Where its table is not where it should be, pdf.js looks for the parts itself.
  expect(await refused(changed(/startxref\n\d+/, 'startxref\n7'))).toBe(STORY_READ);
  expect(['damaged', 'pdf-pictures']).toContain(await refused(changed('/Kids [4 0 R]', '/Kids [2 0 R]')));
  expect(['damaged', 'pdf-pictures']).toContain(await refused(changed('/Contents 5 0 R', '/Contents 4 0 R')));
  expect(await refused(changed(/<[\da-f]{20,}> Tj/, `${'['.repeat(100_000)} Tj`))).toBeTruthy();
  // Whatever it is called, its first bytes tell what it is.
  expect((await readFile(fileOf(whole, 'story.txt'))).text).toBe(STORY_READ);
});

test('a person who does not want to wait is heard', async () => {
  const stop = new AbortController();
  const pages = Array.from({ length: 40 }, () => STORY);
  await expect(
    readFile(fileOf(pdf(pages)), { signal: stop.signal, onProgress: () => stop.abort() }),
  ).rejects.toMatchObject({ name: 'AbortError' });
});
