// Files that are meant to harm → what is wrong with them, by name, or the words in them; never a hang and never other words.
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { officeToText } from '../../www/import/office.js';
import { readFile } from '../../www/import/read-file.js';
import { runAtOnce } from '../../www/import/time-slices.js';
import type { UnreadableCode } from '../../www/import/unreadable.js';
import { WORD, WORD_READ, docx, paragraph, run, zip } from './word-documents.js';

const words = paragraph(run('Words.'));
const part = (xml: string): Uint8Array => zip({ 'word/document.xml': xml });
const root = (inner: string): string => `<w:document xmlns:w="w"><w:body>${inner}</w:body></w:document>`;

/** A document with a number of 16 or 32 bits written over, at an offset behind each header of a kind. */
function patched(signature: number, offset: number, value: number, bytes: 2 | 4, whole = docx(words)): Uint8Array {
  const copy = whole.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at++) {
    if (view.getUint32(at, true) !== signature) continue;
    if (bytes === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
  }
  return copy;
}
const ENTRY = 0x02014b50;
const END = 0x06054b50;

/** 105 MB of spaces in 100 KB: as a part of a document, with a true checksum of nothing. */
const bomb = (): Uint8Array => {
  const all = zip({ 'word/document.xml': 'x' }, { stored: true });
  const packed = deflateRawSync(Buffer.alloc(105_000_000, 0x20));
  const head = all.subarray(0, 30 + 'word/document.xml'.length);
  const table = all.subarray(head.length + 1);
  const made = new Uint8Array(head.length + packed.length + table.length);
  made.set(head);
  made.set(packed, head.length);
  made.set(table, head.length + packed.length);
  const view = new DataView(made.buffer);
  const start = head.length + packed.length;
  view.setUint16(start + 10, 8, true);
  view.setUint32(start + 20, packed.length, true);
  view.setUint32(made.length - 6, start, true);
  return made;
};

const REFUSED: readonly (readonly [name: string, file: () => Uint8Array, code: UnreadableCode])[] = [
  ['a bomb', bomb, 'too-large'],
  ['an archive cut in its table', () => WORD.subarray(0, WORD.length - 30), 'damaged'],
  ['an archive cut in its first file', () => WORD.subarray(0, 60), 'damaged'],
  ['nothing behind the signature', () => new Uint8Array([0x50, 0x4b, 3, 4]), 'damaged'],
  ['a table that lies elsewhere', () => patched(END, 16, 0xfffffff0, 4), 'damaged'],
  ['a table with more entries than there are', () => patched(END, 10, 0xffff, 2), 'damaged'],
  ['a file that lies elsewhere', () => patched(ENTRY, 42, 0xfffffff0, 4), 'damaged'],
  ['a file that lies within its table', () => patched(ENTRY, 42, 10, 4), 'damaged'],
  ['a file longer than the archive', () => patched(ENTRY, 20, 0x7fffffff, 4), 'damaged'],
  ['a file of no bytes', () => patched(ENTRY, 20, 0, 4), 'damaged'],
  ['a wrong checksum', () => patched(ENTRY, 16, 0x12345678, 4), 'damaged'],
  ['an unknown way of packing', () => patched(ENTRY, 10, 99, 2), 'damaged'],
  ['a locked file', () => patched(ENTRY, 8, 1, 2), 'locked'],
  ['names that are longer than the archive', () => patched(ENTRY, 28, 0xffff, 2), 'damaged'],
  ['no document in it', () => zip({ 'content.xml': '<x/>' }), 'other-document'],
  ['a document above the archive', () => zip({ '../word/document.xml': root(words) }), 'other-document'],
  ['a document at the root of the disk', () => zip({ '/word/document.xml': root(words) }), 'other-document'],
  ['a document behind a drive', () => zip({ 'C:\\word\\document.xml': root(words) }), 'other-document'],
  ['an archive in an archive', () => zip({ 'word.docx': WORD }), 'other-document'],
  ['a document type with entities', () => part('<!DOCTYPE d [<!ENTITY a "b">]><w:document/>'), 'damaged'],
  ['an entity that reads a file', () => part('<!DOCTYPE d SYSTEM "file:///etc/passwd"><w:document/>'), 'damaged'],
  ['elements that are not closed', () => part('<w:document><w:body>'), 'damaged'],
  ['elements that cross', () => part('<w:a><w:b></w:a></w:b>'), 'damaged'],
  ['5,000 levels', () => part('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)), 'damaged'],
  ['two roots', () => part(`${root(words)}${root(words)}`), 'damaged'],
  ['no XML', () => part('words'), 'damaged'],
  ['nothing', () => part(''), 'damaged'],
];

for (const [name, file, code] of REFUSED) {
  test(`refused: ${name}`, () => {
    expect(() => runAtOnce(officeToText(file()))).toThrow(expect.objectContaining({ name: 'Unreadable', code }));
  });
}

const READ: readonly (readonly [name: string, file: () => Uint8Array, text: string])[] = [
  [
    'a relation to a page elsewhere',
    () =>
      zip({
        'word/document.xml': root(words),
        'word/_rels/document.xml.rels': '<Relationship Target="https://evil.example"/>',
      }),
    'Words.',
  ],
  ['macros', () => zip({ 'word/document.xml': root(words), 'word/vbaProject.bin': 'Sub AutoOpen()' }), 'Words.'],
  ['files above the archive', () => zip({ 'word/document.xml': root(words), '../../etc/passwd': 'root' }), 'Words.'],
  [
    'a file named as a part of every object',
    () => zip({ __proto__x: 'x', constructor: 'x', 'word/document.xml': root(words) }),
    'Words.',
  ],
  [
    'elements named as parts of every object',
    () => docx(paragraph('<w:r><w:toString/><w:__proto__/><w:t>Words.</w:t></w:r>')),
    'Words.',
  ],
  ['markup as words', () => docx(paragraph(run('&lt;script&gt;hacked()&lt;/script&gt;'))), '<script>hacked()</script>'],
  ['an unknown entity', () => docx(paragraph(run('&evil;'))), '&evil;'],
  ['a comment that holds an end', () => docx(`<!-- </w:body> -->${words}`), 'Words.'],
  [
    'a field that runs a program',
    () => docx(paragraph(`<w:r><w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText></w:r>${run('Words.')}`)),
    'Words.',
  ],
  [
    'a comment of the archive that names a table',
    () => zip({ 'word/document.xml': root(words) }, { comment: 'PK\u0005\u0006' }),
    'Words.',
  ],
  ['all that documents have', () => WORD, WORD_READ],
];

for (const [name, file, text] of READ) {
  test(`read: ${name}`, () => {
    expect(runAtOnce(officeToText(file()))).toBe(text);
  });
}

const FILES: readonly (readonly [name: string, bytes: string, code: UnreadableCode])[] = [
  ['old.docx', '\xd0\xcf\x11\xe0\xa1\xb1', 'old-word'],
  ['rich.txt', '{\\rtf1 words', 'damaged'],
  ['picture.txt', '\x89PNG\r\n', 'binary'],
  ['picture.html', 'GIF89a', 'binary'],
  ['photo.md', '\xff\xd8\xff\xe0', 'binary'],
  ['packed.txt', '\x1f\x8b\x08', 'binary'],
  ['module.txt', '\x00asm\x01', 'binary'],
  ['program.txt', '\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00', 'binary'],
  ['empty.txt', '', 'empty'],
  ['blank.txt', ' \n\t ', 'empty'],
];

for (const [name, bytes, code] of FILES) {
  test(`refused: ${name} of ${JSON.stringify(bytes.slice(0, 8))}`, async () => {
    const file = new File([Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))], name);
    await expect(readFile(file)).rejects.toThrow(expect.objectContaining({ name: 'Unreadable', code }));
  });
}
