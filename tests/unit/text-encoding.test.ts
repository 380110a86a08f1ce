// Bytes of files → text: encodings are told apart, damage is told, and what is no text is refused.
import { describe, expect, test } from 'vitest';
import { ENCODINGS, decode } from '../../www/import/text-encoding.js';
import { encodeOneByte, encodeTwoBytes, encodeUtf32 } from './encodings.js';

const ONE_BYTE: Record<string, readonly string[]> = {
  // Node's decoder knows no curly quotation marks here; browsers do, and are tried with them in tests/e2e/import.spec.ts.
  'windows-1252': [
    'Der Bürgermeister eröffnete am Montag die «neue» Brücke über den Fluß.',
    'Le café rouvre après la pause, à côté de la gare.',
    'El año pasado, la compañía vendió más pan que nunca.',
    'El 1.º de mayo, el señor Núñez volvió a su pueblo después de veinte años.',
    'Naïve café',
  ],
  'windows-1251': [
    'Мэр открыл новый мост в понедельник утром. «Наконец», сказал он.',
    'Міський голова відкрив міст, і всі зраділи.',
    'Привет',
  ],
  'windows-1250': [
    'Burmistrz otworzył w poniedziałek nowy most, na który wszyscy długo czekali.',
    'Starosta otevřel v pondělí nový most přes řeku, příští týden začne další stavba.',
    'A polgármester hétfőn megnyitotta az új hidat, amelyre mindenki régóta várt.',
  ],
  'windows-1253': ['Ο δήμαρχος άνοιξε τη Δευτέρα τη νέα γέφυρα της πόλης.'],
  'windows-1254': ['Başkan yeni köprüyü açtı; şehir için iyi bir gün, dedi. Işıklar yandı.'],
  'windows-1255': ['ראש העיר פתח ביום שני את הגשר החדש של העיר.'],
  'windows-1256': ['افتتح رئيس البلدية الجسر الجديد صباح الاثنين.'],
  'windows-874': ['นายกเทศมนตรีเปิดสะพานใหม่เมื่อวันจันทร์ ทุกคนดีใจมาก', 'สะพานใหม่'],
  'iso-8859-2': ['Burmistrz otworzył w poniedziałek nowy most. Mieszkańcy się cieszą, że są bliżej świata.'],
  'koi8-r': ['Мэр открыл новый мост в понедельник утром, и все были рады.'],
  'koi8-u': ['Міський голова відкрив новий міст у понеділок, і її мешканці зраділи.'],
  ibm866: ['Мэр открыл новый мост в понедельник утром, и все были рады.'],
  macintosh: ['Der Bürgermeister eröffnete am Montag die neue Brücke über den Fluß, wie geplant.'],
};
const TWO_BYTES: Record<string, readonly string[]> = {
  shift_jis: ['市長は月曜日に新しい橋の開通式に出席した。「やっとです」と話した。'],
  'euc-jp': ['市長は月曜日に新しい橋の開通式に出席した。「やっとです」と話した。'],
  'euc-kr': ['시장은 월요일에 새 다리를 열었다. 모두가 기뻐했다.'],
  gb18030: [
    '市长在星期一宣布新桥开通，他说这是大家等了很久的一天。',
    '本报讯（记者）昨日上午，江边的旧码头重新开放，三百多名居民前来参观。',
    // Traditional characters, which the first national standard did not have.
    '市長在星期一宣布新橋開通，他說這是大家等了很久的一天。',
    '新桥',
  ],
  big5: ['市長在星期一宣布新橋開通，他說這是大家等了很久的一天。'],
};

describe('an encoding is known by the letters of its languages', () => {
  for (const [encoding, texts] of Object.entries(ONE_BYTE)) {
    test(encoding, () => {
      for (const text of texts)
        expect(decode(encodeOneByte(text, encoding))).toMatchObject({ text, encoding, guessed: true });
    });
  }
  for (const [encoding, texts] of Object.entries(TWO_BYTES)) {
    test(encoding, () => {
      for (const text of texts)
        expect(decode(encodeTwoBytes(text, encoding))).toMatchObject({ text, encoding, guessed: true });
    });
  }

  test('windows-1258, whose tones are marks of their own', () => {
    // Vietnamese letters with their tones apart, as that encoding has them.
    const written =
      'Thi\u0323 trươ\u0309ng kha\u0301nh tha\u0300nh câ\u0300u mơ\u0301i va\u0300o sa\u0301ng thư\u0301 hai.';
    const { text, encoding } = decode(encodeOneByte(written, 'windows-1258'));
    expect({ text, encoding }).toStrictEqual({ text: written.normalize('NFC'), encoding: 'windows-1258' });
    expect(text).toContain('cầu mới');
  });

  test('a guess comes with other encodings that read differently', () => {
    const { encoding, others } = decode(encodeOneByte('Привет', 'windows-1251'));
    expect(others.length).toBeGreaterThan(2);
    expect(others).not.toContain(encoding);
    for (const other of others) expect(ENCODINGS).toContain(other);
  });
});

test('Unicode is known by its mark, its zeros or its strictness, and the mark is no part of the text', () => {
  const text = 'Café “Öl”, мост, 橋 😀';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  const known = { guessed: false, damaged: 0, others: [] };
  expect(decode(Buffer.from(text))).toStrictEqual({ text, encoding: 'utf-8', ...known });
  expect(decode(Buffer.from(`\ufeff${text}`))).toStrictEqual({ text, encoding: 'utf-8', ...known });
  expect(decode(utf16)).toStrictEqual({ text, encoding: 'utf-16le', ...known });
  expect(decode(Buffer.from(utf16).swap16())).toStrictEqual({ text, encoding: 'utf-16be', ...known });
  expect(decode(Buffer.from('no mark at all', 'utf16le')).text).toBe('no mark at all');
  expect(decode(Buffer.from('no mark at all', 'utf16le').swap16()).text).toBe('no mark at all');
  expect(decode(new Uint8Array()).text).toBe('');
});

test('UTF-16 without a mark is known in every script', () => {
  for (const text of [
    'Мэр открыл новый мост.\nВсе были рады.\n',
    '市长在星期一宣布新桥开通。\n大家很高兴。\n',
    '시장은 월요일에 새 다리를 열었다.\n',
    'புதிய பாலம் திறக்கப்பட்டது. மக்கள் மகிழ்ந்தனர்.\n',
  ]) {
    const bytes = Buffer.from(text, 'utf16le');
    expect(decode(bytes)).toMatchObject({ text, encoding: 'utf-16le' });
    expect(decode(Buffer.from(bytes).swap16())).toMatchObject({ text, encoding: 'utf-16be' });
  }
});

test('UTF-32 is read, with a mark and without', () => {
  const text = 'Café “Öl”, мост, 橋 😀';
  for (const littleEndian of [true, false]) {
    const encoding = littleEndian ? 'utf-32le' : 'utf-32be';
    expect(decode(encodeUtf32(text, littleEndian))).toMatchObject({ text, encoding, damaged: 0 });
    expect(decode(encodeUtf32(`\ufeff${text}`, littleEndian))).toMatchObject({ text, encoding, damaged: 0 });
  }
});

test('ISO-2022-JP is known by its escapes', () => {
  // ESC $ B begins characters of two bytes, which are those of EUC-JP without their eighth bit; ESC ( B ends them.
  const text = '橋が開いた。Today.';
  const wide = [...encodeTwoBytes('橋が開いた。', 'euc-jp')].map((byte) => byte & 0x7f);
  const bytes = Uint8Array.of(0x1b, 0x24, 0x42, ...wide, 0x1b, 0x28, 0x42, ...Buffer.from('Today.'));
  expect(decode(bytes)).toMatchObject({ text, encoding: 'iso-2022-jp', guessed: false });
});

describe('UTF-8 with damage stays UTF-8, and says so', () => {
  const texts = [
    'Für die neue Brücke zahlte die Stadt 2 Millionen – “endlich”, sagte Müller.',
    'Новое здание школы открыли в понедельник утром.',
    'It’s open at last.',
    '市长在星期一宣布新桥开通。',
  ];
  test('a byte that does not belong there', () => {
    for (const text of texts) {
      const bytes = Buffer.from(text);
      const spoilt = Buffer.concat([bytes, Buffer.from([0xff]), bytes]);
      expect(decode(spoilt)).toMatchObject({
        text: `${text}\ufffd${text}`,
        encoding: 'utf-8',
        damaged: 1,
        guessed: true,
      });
    }
  });
  test('an end that is missing', () => {
    for (const text of texts.slice(0, 2)) {
      const bytes = Buffer.from(`${text} é`);
      expect(decode(bytes.subarray(0, -1))).toMatchObject({ text: `${text} \ufffd`, encoding: 'utf-8', damaged: 1 });
    }
  });
  test('one bad byte does not turn Chinese into Cyrillic', () => {
    const bytes = encodeTwoBytes('市长在星期一宣布新桥开通，他说这是大家等了很久的一天。', 'gb18030');
    const spoilt = Uint8Array.of(...bytes.subarray(0, 20), 0xff, ...bytes.subarray(20));
    expect(decode(spoilt).encoding).toBe('gb18030');
  });
});

test('markup may say its encoding, and is not believed against strict UTF-8', () => {
  const page = '<meta charset="windows-1251"><p>Мост</p>';
  expect(decode(encodeOneByte(page, 'windows-1251'), { markup: true }).text).toBe(page);
  expect(decode(Buffer.from(page), { markup: true }).text).toBe(page);
  const unknown = encodeOneByte('<meta charset="no-such">naïve', 'windows-1252');
  expect(decode(unknown, { markup: true }).encoding).toBe('windows-1252');
});

test('what a person chose is done', () => {
  const bytes = encodeOneByte('Привет', 'windows-1251');
  expect(decode(bytes, { encoding: 'koi8-r' })).toMatchObject({ encoding: 'koi8-r', guessed: false });
  for (const encoding of ENCODINGS) expect(decode(bytes, { encoding }).encoding).toBe(encoding);
});

test('what is no text is refused', () => {
  for (const bytes of [
    Uint8Array.of(1, 2, 3, 0, 0, 255, 7, 0),
    Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 31),
  ]) {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ name: 'Unreadable', code: 'binary' }));
  }
});
