// Archives and the documents in them → text, or the name of what is wrong with them.
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { officeToText } from '../../www/import/office.js';
import { runAtOnce, runInSlices } from '../../www/import/time-slices.js';
import { type XmlElement, readXml, wordsOf } from '../../www/import/xml.js';
import { type ZipEntry, inflate, listZip, unzip } from '../../www/import/zip.js';
import { WORD, WORD_READ, docx, paragraph, run, zip } from './word-documents.js';

const entryOf = (bytes: Uint8Array, name: string): ZipEntry => {
  const entry = listZip(bytes).get(name);
  if (!entry) throw new Error(`no ${name}`);
  return entry;
};
const unpacked = (bytes: Uint8Array, name: string, maxBytes = 1e6): Uint8Array =>
  runAtOnce(unzip(bytes, entryOf(bytes, name), maxBytes));

test('files come out of an archive as they went in', () => {
  const files = { 'a/one.txt': 'one '.repeat(5000), 'é.txt': 'two' };
  for (const how of [{}, { stored: true }, { comment: 'PK is in the comment too' }]) {
    const bytes = zip(files, how);
    expect([...listZip(bytes).keys()]).toStrictEqual(Object.keys(files));
    for (const [name, text] of Object.entries(files)) expect(Buffer.from(unpacked(bytes, name)).toString()).toBe(text);
  }
});

test('broken, locked and endless archives are refused by name', () => {
  const bytes = zip({ 'one.txt': 'one '.repeat(5000) });
  expect(() => listZip(bytes.subarray(0, bytes.length - 30))).toThrow(expect.objectContaining({ code: 'damaged' }));
  expect(() => listZip(new Uint8Array(5))).toThrow(expect.objectContaining({ code: 'damaged' }));
  const spoilt = bytes.slice();
  spoilt.fill(0xff, 40, 60);
  expect(() => unpacked(spoilt, 'one.txt')).toThrow(expect.objectContaining({ code: 'damaged' }));
  const locked = zip({ 'one.txt': 'one' }, { locked: true });
  expect(() => unpacked(locked, 'one.txt')).toThrow(expect.objectContaining({ code: 'locked' }));
  expect(() => unpacked(bytes, 'one.txt', 1000)).toThrow(expect.objectContaining({ code: 'too-large' }));
  const bomb = deflateRawSync(Buffer.alloc(50_000_000));
  expect(() => runAtOnce(inflate(bomb, 1_000_000))).toThrow(expect.objectContaining({ code: 'too-large' }));
});

test('an archive that says a smaller size than it has is refused all the same', () => {
  const bytes = zip({ 'word/document.xml': new Uint8Array(20_000_000) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length - 30; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  expect(() => unpacked(bytes, 'word/document.xml')).toThrow(expect.objectContaining({ code: 'too-large' }));
});

test('a flipped byte is seen by the checksum', () => {
  for (const stored of [true, false]) {
    const text = 'The harbour opened on Monday. '.repeat(20);
    const bytes = zip({ 'one.txt': text }, { stored });
    const { packedSize } = entryOf(bytes, 'one.txt');
    const start = 30 + 'one.txt'.length;
    for (let i = 0; i < packedSize; i++) {
      const flipped = bytes.slice();
      flipped[start + i] = (flipped[start + i] ?? 0) ^ 1;
      let read: string;
      try {
        read = Buffer.from(unpacked(flipped, 'one.txt')).toString();
      } catch (error) {
        expect(error).toMatchObject({ name: 'Unreadable', code: 'damaged' });
        continue;
      }
      // A bit behind the last code of the deflated bytes means nothing.
      expect(read, `byte ${i}`).toBe(text);
    }
  }
});

test('a Word document is read as it stands with all changes accepted', () => {
  expect(runAtOnce(officeToText(WORD))).toBe(WORD_READ);
  const framed = paragraph(run('One.')) + `<w:sdt><w:sdtContent>${paragraph(run('Two.'))}</w:sdtContent></w:sdt>`;
  expect(runAtOnce(officeToText(docx(framed)))).toBe('One.\n\nTwo.');
  expect(() => runAtOnce(officeToText(zip({ 'content.xml': '<x/>' })))).toThrow(
    expect.objectContaining({ code: 'other-document' }),
  );
  expect(() => runAtOnce(officeToText(zip({ 'word/document.xml': '<w:document><w:body>' })))).toThrow(
    expect.objectContaining({ code: 'damaged' }),
  );
});

test('elements that are named as parts of every object are read as what they are', () => {
  const odd = paragraph('<w:r><w:toString/><w:constructor/><w:t>Words.</w:t></w:r>');
  expect(runAtOnce(officeToText(docx(odd)))).toBe('Words.');
});

test('a long document is read in slices, tells how far it is, and can be stopped', async () => {
  const bytes = docx(paragraph(run('A line of a long document, again and again.')).repeat(20_000));
  const shares: number[] = [];
  const text = await runInSlices(officeToText(bytes), { onProgress: (share) => shares.push(share) });
  expect(text.split('\n\n')).toHaveLength(20_000);
  expect(shares.length).toBeGreaterThan(2);
  expect(shares).toStrictEqual(shares.toSorted((one, other) => one - other));
  const stop = new AbortController();
  await expect(
    runInSlices(officeToText(bytes), { signal: stop.signal, onProgress: () => stop.abort() }),
  ).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
});

test('XML is read to the letter or called damaged', () => {
  const read = (xml: string): XmlElement => runAtOnce(readXml(xml));
  const {
    children: [one, two],
    attributes,
  } = read(
    '\ufeff<?xml version="1.0"?><!-- x --><r w:k="a &amp; &#x41;" l=\'"\'><w:t xml:space="preserve"> a &lt; &#66; &unknown; </w:t><u/><![CDATA[<c>]]></r>',
  );
  expect(attributes).toStrictEqual([
    { localName: 'k', value: 'a & A' },
    { localName: 'l', value: '"' },
  ]);
  expect(one?.localName).toBe('t');
  expect(one && wordsOf(one)).toBe(' a < B &unknown; ');
  expect(two?.localName).toBe('u');
  for (const bad of [
    '',
    'words',
    '<a>',
    '<a></b>',
    '<a></a',
    '<a b=c/>',
    '<a/><b/>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a/>',
    '<a>'.repeat(5000),
  ]) {
    expect(() => read(bad), bad.slice(0, 40)).toThrow(expect.objectContaining({ name: 'Unreadable', code: 'damaged' }));
  }
});
