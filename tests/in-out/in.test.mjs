// Bytes of files → text: encodings are told apart, archives are unpacked or refused by name, gaps become lines.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../www/in/decode.js';
import { docxToText } from '../../www/in/docx.js';
import { Lines } from '../../www/in/lines.js';
import { readXml } from '../../www/in/xml.js';
import { quieten } from '../../www/in/quieten.js';
import { inflate, listZip, unzip } from '../../www/in/zip.js';
import { deflateRawSync } from 'node:zlib';
import { WORD, WORD_READ, docx, p, r, zip } from './archive.mjs';

/** Text → bytes of a one-byte encoding, by asking the platform's decoder for each byte's letter. */
function encode(text, encoding) {
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from([...text], (letter) => {
    assert.ok(table.has(letter), `${encoding} has no ${letter}`);
    return table.get(letter);
  });
}

/** The same for encodings of two bytes a letter. */
function encodeWide(text, encoding) {
  const table = new Map();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if ([...letter].length === 1 && !table.has(letter)) table.set(letter, [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((letter) => (letter < '\u0080' ? [letter.charCodeAt(0)] : table.get(letter) ?? assert.fail(letter))));
}

const TEXTS = {
  // Node's decoder knows no curly quotation marks here; browsers do, and are tried with them in tests/e2e/in.test.mjs.
  'windows-1252': ['Der Bürgermeister eröffnete am Montag die «neue» Brücke über den Fluß.', 'Le café rouvre après la pause, à côté de la gare.',
    'El año pasado, la compañía vendió más pan que nunca.', 'Naïve café'],
  'windows-1251': ['Мэр открыл новый мост в понедельник утром. «Наконец», сказал он.', 'Міський голова відкрив міст, і всі зраділи.', 'Привет'],
  'windows-1250': ['Burmistrz otworzył w poniedziałek nowy most, na który wszyscy długo czekali.', 'Starosta otevřel v pondělí nový most přes řeku, příští týden začne další stavba.'],
  'windows-1253': ['Ο δήμαρχος άνοιξε τη Δευτέρα τη νέα γέφυρα της πόλης.'],
  'windows-1254': ['Başkan yeni köprüyü açtı; şehir için iyi bir gün, dedi. Işıklar yandı.'],
  'windows-1255': ['ראש העיר פתח ביום שני את הגשר החדש של העיר.'],
  'windows-1256': ['افتتح رئيس البلدية الجسر الجديد صباح الاثنين.'],
  'koi8-r': ['Мэр открыл новый мост в понедельник утром, и все были рады.'],
};
const WIDE = {
  shift_jis: '市長は月曜日に新しい橋の開通式に出席した。「やっとです」と話した。',
  'euc-jp': '市長は月曜日に新しい橋の開通式に出席した。「やっとです」と話した。',
  'euc-kr': '시장은 월요일에 새 다리를 열었다. 모두가 기뻐했다.',
  gb18030: '市长在星期一宣布新桥开通，他说这是大家等了很久的一天。',
  big5: '市長在星期一宣布新橋開通，他說這是大家等了很久的一天。',
};

for (const [encoding, texts] of Object.entries(TEXTS)) {
  test(`${encoding} is known by its letters`, () => {
    for (const text of texts) assert.deepEqual(decode(encode(text, encoding)), { text, encoding });
  });
}
for (const [encoding, text] of Object.entries(WIDE)) {
  test(`${encoding} is known by its letters`, () => assert.deepEqual(decode(encodeWide(text, encoding)), { text, encoding }));
}

test('Unicode is known by its mark, its zeros or its strictness, and the mark is no part of the text', () => {
  const text = 'Café “Öl”, мост, 橋 😀';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  assert.deepEqual(decode(Buffer.from(text)), { text, encoding: 'utf-8' });
  assert.deepEqual(decode(Buffer.from(`\ufeff${text}`)), { text, encoding: 'utf-8' });
  assert.deepEqual(decode(utf16), { text, encoding: 'utf-16le' });
  assert.deepEqual(decode(Buffer.from(utf16).swap16()), { text, encoding: 'utf-16be' });
  assert.equal(decode(Buffer.from('no mark at all', 'utf16le')).text, 'no mark at all');
  assert.equal(decode(Buffer.from('no mark at all', 'utf16le').swap16()).text, 'no mark at all');
  assert.equal(decode(new Uint8Array()).text, '');
});

test('markup may say its encoding, and is not believed against strict UTF-8', () => {
  const page = '<meta charset="windows-1251"><p>Мост</p>';
  assert.equal(decode(encode(page, 'windows-1251'), { markup: true }).text, page);
  assert.equal(decode(Buffer.from(page), { markup: true }).text, page);
  assert.equal(decode(encode('<meta charset="no-such">naïve', 'windows-1252'), { markup: true }).encoding, 'windows-1252');
});

test('what is no text is refused', () => {
  for (const bytes of [Uint8Array.of(1, 2, 3, 0, 0, 255, 7, 0), Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 31)]) {
    assert.throws(() => decode(bytes), { name: 'Unreadable', code: 'binary' });
  }
});

test('files come out of an archive as they went in', async () => {
  const files = { 'a/one.txt': 'one '.repeat(5000), 'é.txt': 'two' };
  for (const how of [{}, { stored: true }, { comment: 'PK is in the comment too' }]) {
    const bytes = new Uint8Array(zip(files, how));
    const table = listZip(bytes);
    assert.deepEqual([...table.keys()], Object.keys(files));
    for (const [name, text] of Object.entries(files)) assert.equal(Buffer.from(await unzip(bytes, table.get(name), 1e6)).toString(), text);
  }
});

test('broken, locked and endless archives are refused by name', async () => {
  const bytes = new Uint8Array(zip({ 'one.txt': 'one '.repeat(5000) }));
  assert.throws(() => listZip(bytes.subarray(0, bytes.length - 30)), { code: 'damaged' });
  assert.throws(() => listZip(new Uint8Array(5)), { code: 'damaged' });
  const spoilt = bytes.slice();
  spoilt.fill(0xff, 40, 60);
  await assert.rejects(unzip(spoilt, listZip(spoilt).get('one.txt'), 1e6), { code: 'damaged' });
  const locked = new Uint8Array(zip({ 'one.txt': 'one' }, { locked: true }));
  await assert.rejects(unzip(locked, listZip(locked).get('one.txt'), 1e6), { code: 'locked' });
  await assert.rejects(unzip(bytes, listZip(bytes).get('one.txt'), 1000), { code: 'too-large' });
  await assert.rejects(inflate(deflateRawSync(Buffer.alloc(50_000_000)), 1_000_000), { code: 'too-large' });
});

test('gaps become lines, and only where words stand on both sides', () => {
  const lines = new Lines();
  lines.end();
  lines.flow('  Head\n  line ');
  lines.end();
  lines.end(1);
  lines.flow(' one ');
  lines.flow(' two');
  lines.flow('three ');
  lines.flow(' ');
  lines.break();
  lines.flow('four');
  lines.tab();
  lines.tab();
  lines.flow('six');
  lines.end();
  assert.equal(lines.text, 'Head line\n\none twothree\nfour\t\tsix');
});

test('of markup only elements, words and what hides them are left', () => {
  for (const [html, quiet] of [
    ['<p style="color: red" onclick=\'x()\' HIDDEN class=a>One &amp; two</P>', '<p data-style="color: red" hidden>One &amp; two</p>'],
    ['<img alt="a > b" src=x onerror=alert(1)>after', '<img>after'],
    ['<a href=javascript:x()//>a</a>', '<a>a</a>'],
    ['<script>if (a < b) "</p>";</SCRIPT >after', 'after'],
    ['<style>p > a {}</style><base href="x"><link rel=stylesheet href=y><meta http-equiv=refresh content=0>after', 'after'],
    ['<!-- <p> --><!doctype html><?xml version="1.0"?><p>after', '<p>after'],
    ['5 < 6 and 7 > 6 <3 </ >', '5 &lt; 6 and 7 > 6 &lt;3 &lt;/ >'],
    ['<p/hidden/onclick=x()>after', '<p hidden>after'],
    ['<p a"b=\'c>d\' =e "f>after', '<p>after'],
    ['<script>never ends', ''], ['<!-- never ends', ''], ['<p style="never ends', ''], ['<', '&lt;'],
  ]) assert.equal(quieten(html), quiet, html);
  for (const html of ['<a \'', '<!--', '<style>', '<p style="', '<']) {
    const started = performance.now();
    quieten(html.repeat(300_000));
    assert.ok(performance.now() - started < 5000, `${html} is read in one walk`);
  }
});

test('a Word document is read as it stands with all changes accepted', async () => {
  assert.equal(await docxToText(new Uint8Array(WORD)), WORD_READ);
  assert.equal(await docxToText(new Uint8Array(docx(p(r('One.')) + '<w:sdt><w:sdtContent>' + p(r('Two.')) + '</w:sdtContent></w:sdt>'))), 'One.\n\nTwo.');
  await assert.rejects(docxToText(new Uint8Array(zip({ 'content.xml': '<x/>' }))), { code: 'not-docx' });
  await assert.rejects(docxToText(new Uint8Array(zip({ 'word/document.xml': '<w:document><w:body>' }))), { code: 'damaged' });
});

test('XML is read to the letter or called damaged', () => {
  const { children: [one, two], attributes } = readXml('\ufeff<?xml version="1.0"?><!-- x --><r w:k="a &amp; &#x41;" l=\'"\'><w:t xml:space="preserve"> a &lt; &#66; &unknown; </w:t><u/><![CDATA[<c>]]></r>');
  assert.deepEqual(attributes, [{ localName: 'k', value: 'a & A' }, { localName: 'l', value: '"' }]);
  assert.equal(one.localName, 't');
  assert.equal(one.textContent, ' a < B &unknown; ');
  assert.equal(two.localName, 'u');
  for (const bad of ['', 'words', '<a>', '<a></b>', '<a></a', '<a b=c/>', '<a/><b/>', '<!DOCTYPE a [<!ENTITY b "c">]><a/>', '<a>'.repeat(5000)]) {
    assert.throws(() => readXml(bad), { name: 'Unreadable', code: 'damaged' }, bad.slice(0, 40));
  }
});
