// Rich Text Format → its text, to the letter; and files that are meant to harm.
import { expect, test } from 'vitest';
import { readFile } from '../../www/import/read-file.js';
import { rtfToText } from '../../www/import/rtf.js';
import { runAtOnce } from '../../www/import/time-slices.js';

const bytesOf = (rtf: string): Uint8Array => Uint8Array.from(Buffer.from(rtf, 'latin1'));
const read = (rtf: string): string => runAtOnce(rtfToText(bytesOf(rtf)));
/** A document as word processors begin it. */
const doc = (body: string): string =>
  String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset204 Arial;}{\f2\fnil\fcharset128 Mincho;}{\f3\ftech\fcharset2 Symbol;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}{\info{\title Hidden title}{\author Nobody}}` +
  `${body}}`;

const CASES: readonly (readonly [name: string, body: string, text: string])[] = [
  ['paragraphs and breaks', String.raw`One.\par Two\line lines.\par\par Three.`, 'One.\n\nTwo\nlines.\n\nThree.'],
  ['line ends of the file', 'One \r\nword.\\par\r\nTwo.', 'One word.\n\nTwo.'],
  ['a line end behind a backslash', 'One.\\\nTwo.', 'One.\n\nTwo.'],
  ['formats', String.raw`A {\b bold} and {\i\ul slanted\ulnone} word.`, 'A bold and slanted word.'],
  ['bytes of the code page', String.raw`caf\'e9 \'a7 3`, 'café § 3'],
  [
    'signs by name',
    String.raw`\ldblquote a\rdblquote\emdash b\endash c\~d\_e\-f\bullet`,
    '“a”—b–c\u00a0d\u2011e\u00adf•',
  ],
  ['escaped braces', String.raw`\{a\} \\ b`, '{a} \\ b'],
  ['Unicode with what others read', String.raw`\u8211\'96 \u8212- \u233?`, '– — é'],
  ['a negative number', String.raw`\u-3913?`, '\uf0b7'],
  ['two halves of a character', String.raw`\u-10179?\u-8704?`, '😀'],
  ['no fallback', String.raw`{\uc0 \u8217 s}\u8217's`, '’s’s'],
  ['a fallback of two bytes', String.raw`{\uc2\u27700\'90\'85}x`, '水x'],
  ['a fallback that is a sign', String.raw`\u8226\bullet x`, '•x'],
  ['a fallback ends with its group', String.raw`{\u8226}x`, '•x'],
  ['Cyrillic by its font', String.raw`{\f1 \'cf\'f0\'e8\'e2\'e5\'f2}, caf\'e9`, 'Привет, café'],
  [
    'Japanese, with a second byte that is a letter',
    String.raw`{\f2 \'93\'fa\'96{}\'83A}`.replace('{}', "\\'7b"),
    '日本ア',
  ],
  ['a bullet of a symbol font', String.raw`{\f3 \'b7} x`, '• x'],
  ['fields', String.raw`{\field{\*\fldinst HYPERLINK "http://evil.example"}{\fldrslt A link}} here`, 'A link here'],
  [
    'numbers of a list are no text',
    String.raw`{\listtext\f3\'b7\tab}First\par{\pntext 1.\tab}Second`,
    'First\n\nSecond',
  ],
  ['tracked changes', String.raw`a {\deleted cut }{\revised new }b\deleted gone\deleted0  c`, 'a new b c'],
  ['hidden words', String.raw`a {\v hidden }b\v no\plain  c`, 'a b c'],
  ['heads and feet', String.raw`{\header Page head}{\footerf Foot}Text.`, 'Text.'],
  [
    'footnotes',
    String.raw`Text{\super\chftn}{\footnote\pard{\super\chftn} A note.} goes on.`,
    'Text goes on.\n\nA note.',
  ],
  ['comments', String.raw`Text{\*\atnid N}{\*\annotation A remark.}.`, 'Text.'],
  ['pictures', String.raw`a{\pict\pngblip 89504e47}b{\*\shppict{\pict 00ff}}{\nonshppict{\pict ff}}c`, 'abc'],
  ['bytes that are no RTF', 'a{\\pict\\bin5 }}{{\\}b', 'ab'],
  [
    'a box beside the text',
    String.raw`Text {\shp{\*\shpinst\shpleft0{\sp{\sn x}{\sv y}}{\shptxt\pard In the box.\par}}{\shprslt twice}}goes on.\par Next.`,
    'Text goes on.\n\nIn the box.\n\nNext.',
  ],
  ['an object and its words', String.raw`{\object{\*\objdata 0105}{\result{Words}}} here`, 'Words here'],
  ['the same twice', String.raw`{\upr{caf?}{\*\ud{caf\u233?}}}`, 'café'],
  ['a group that nobody knows', String.raw`a{\*\something new words}b{\unknown c}`, 'abc'],
  [
    'a table',
    String.raw`Before.\par\trowd\cellx1\cellx2\pard\intbl Day\cell Fare\cell\row\trowd\cellx1\cellx2\pard\intbl Mon\par day\cell 2,000\cell\row\pard After.`,
    'Before.\n\nDay\tFare\nMon day\t2,000\n\nAfter.',
  ],
  ['empty cells', String.raw`\trowd\pard\intbl\cell b\cell\cell\row\pard x`, '\tb\n\nx'],
  ['a table without its marks', String.raw`\trowd a\cell b\cell\row c`, 'a\tb\n\nc'],
  [
    'a table in a cell',
    String.raw`\trowd\pard\intbl a {\itap2 b\nestcell c\nestcell{\nonesttables\par}\nestrow}d\cell e\cell\row`,
    'a b c d\te',
  ],
];

for (const [name, body, text] of CASES) {
  test(`read: ${name}`, () => {
    expect(read(doc(body))).toBe(text);
  });
}

test('documents of other systems are read in their code pages', () => {
  expect(read(String.raw`{\rtf1\mac caf\'8e}`)).toBe('café');
  expect(read(String.raw`{\rtf1\ansi\ansicpg1251{\fonttbl\f0\fnil Arial;}\f0\'cf\'f0}`)).toBe('Пр');
  expect(read(String.raw`{\rtf1\pc plain ASCII}`)).toBe('plain ASCII');
  expect(() => read(String.raw`{\rtf1\pc caf\'82}`)).toThrow(expect.objectContaining({ code: 'unknown' }));
});

test('what is broken or hostile is refused or read, and never hangs', () => {
  const damaged = expect.objectContaining({ name: 'Unreadable', code: 'damaged' }) as Error;
  const whole = doc(String.raw`One {\b two}.\par caf\'e9 \u8211?`);
  for (let end = 6; end < whole.length; end++)
    expect(() => read(whole.slice(0, end)), `cut at ${end}`).toThrow(damaged);
  expect(() => read(`{\\rtf1 ${'{'.repeat(100_000)}x${'}'.repeat(100_000)}}`)).toThrow(damaged);
  expect(() => read(`{\\rtf1 ${'{'.repeat(100_000)}`)).toThrow(damaged);
  expect(read(`{\\rtf1 ${'{'.repeat(5000)}x${'}'.repeat(5000)}}`)).toBe('x');
  expect(read(doc('a}b{c'))).toBe('a');
  expect(() => read(doc('\\bin99999999999 ')), 'bytes beyond the end').toThrow(damaged);
  expect(read(doc(String.raw`\u99999999999999?\'zz\'9 \uc999999999 \f9999 ok`))).toContain('ok');
  expect(read(doc(String.raw`\constructor\__proto__\toString words`))).toBe('\u2011_proto__words');
  expect(read(doc(`${'\\b'.repeat(1000)} ${'a'.repeat(1_000_000)}`))).toHaveLength(1_000_000);
  expect(read(doc('\\cell\\row'.repeat(20_000))).trim()).toBe('');
  expect(read(doc('<script>hacked()</script>'))).toBe('<script>hacked()</script>');
});

test('a file is known by its first bytes, whatever it is called', async () => {
  for (const name of ['story.rtf', 'story.doc', 'story.txt']) {
    const file = new File([Uint8Array.from(bytesOf(doc('Words.')))], name);
    expect(await readFile(file)).toStrictEqual({ name, text: 'Words.', decoding: null });
  }
  const plain = await readFile(new File(['Just words.'], 'story.rtf'));
  expect(plain.text).toBe('Just words.');
  await expect(readFile(new File(['{\\rtf1 }'], 'empty.rtf'))).rejects.toMatchObject({ code: 'empty' });
});
