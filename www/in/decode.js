// Bytes of a text file → its text. A mark at the start decides; then what the bytes can only be (UTF-16 by its zeros,
// UTF-8 by its strictness); then what the file says of itself; then what its letters make likely.
import { Unreadable } from './unreadable.js';

/** Bytes looked at where a guess is needed. */
const SAMPLE = 65_536;
/** Bytes at the start in which HTML and XML say their encoding. */
const HEAD = 2048;

const MARKS = [[[0xef, 0xbb, 0xbf], 'utf-8'], [[0xff, 0xfe], 'utf-16le'], [[0xfe, 0xff], 'utf-16be']];

/**
 * Encodings older than Unicode, with the letters that texts in them hold most. `wide`: more than one byte a letter.
 * The first of equals wins, so the commonest come first.
 */
const LEGACY = [
  { name: 'windows-1252', common: 'éèêàâçùûîôëïäöüßñáíóúãõåøæœÄÖÜÉÀ’‘“”«»–—…€£§°·¿¡' },
  { name: 'windows-1251', common: 'оеаинтсрвлкмдпуяьызбгйчіїєўОВПНСКМАИТРЕ«»—–№' },
  { name: 'windows-1250', common: 'ąćęłńóśźżčďěňřšťůžýáíéúőűăîşţâäöüßŁŚŻČŘŠŽ„”’–—…§°' },
  { name: 'windows-1253', common: 'αοιετσνηυρπκμλωςάέήίόύώγδΑΕΟΤΗΚΠΜ«»’–—' },
  { name: 'windows-1254', common: 'ıİşŞğĞçÇöÖüÜâî’‘“”–—…' },
  { name: 'windows-1255', common: 'יוהלאמתרבשנםדחקעפסכטגןזךץצףּ–—”„' },
  { name: 'windows-1256', common: 'اليمنوتربةدعكسهفقحجشصطخضغذثزءأإئىظؤآ،؟؛' },
  { name: 'koi8-r', common: 'оеаинтсрвлкмдпуяьызбгйчОВПНСКМАИТРЕ' },
  { name: 'shift_jis', wide: true, common: /[\u3041-\u30ff、。「」]/u },
  { name: 'euc-jp', wide: true, common: /[\u3041-\u30ff、。「」]/u },
  { name: 'euc-kr', wide: true, common: /[\uac00-\ud7a3]/u },
  { name: 'gb18030', wide: true, common: /[的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长，。、“”：；（）]/u },
  { name: 'big5', wide: true, common: /[的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手用主行方又如前所本見經頭面公同三已老從動兩長，。、「」：；（）]/u },
];

const plausible = (common) => (common instanceof RegExp ? (letter) => common.test(letter) : (letter) => common.includes(letter));

/**
 * @param {Uint8Array} bytes
 * @param {{ markup?: boolean }} [how] markup: HTML or XML, which may name its encoding
 * @returns {{ text: string, encoding: string }}
 * @throws {Unreadable} 'binary' where the bytes are no text
 */
export function decode(bytes, { markup = false } = {}) {
  for (const [mark, encoding] of MARKS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return { text: read(bytes, encoding), encoding };
  }
  const sample = bytes.subarray(0, SAMPLE);
  const wide = wideByZeros(sample);
  if (wide) return { text: read(bytes, wide), encoding: wide };
  if (sample.includes(0)) throw new Unreadable('binary');
  const utf8 = readStrictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: refuseControls(utf8), encoding: 'utf-8' };
  const said = markup ? saidEncoding(bytes) : null;
  const encoding = said && said !== 'utf-8' ? said : likeliest(sample);
  return { text: refuseControls(read(bytes, encoding)), encoding };
}

// The mark at the start is no part of the text; the decoder takes it away.
const read = (bytes, encoding) => new TextDecoder(encoding).decode(bytes);

function readStrictly(bytes, encoding, more = false) {
  try { return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: more }); } catch { return null; }
}

/** Text of Latin letters in UTF-16 has a zero in every other byte. */
function wideByZeros(sample) {
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2]++;
  const half = sample.length / 2;
  if (half < 1) return null;
  if (zeros[1] > half * 0.3 && zeros[0] < half * 0.02) return 'utf-16le';
  if (zeros[0] > half * 0.3 && zeros[1] < half * 0.02) return 'utf-16be';
  return null;
}

/** What <meta charset>, <meta http-equiv> or <?xml encoding?> say, if the platform knows the name. */
function saidEncoding(bytes) {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const said = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ?? /<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1];
  try { return said ? new TextDecoder(said).encoding : null; } catch { return null; }
}

/** The encoding in which most of what is not ASCII comes out as letters that its languages use much. */
function likeliest(sample) {
  let best = { name: 'windows-1252', score: -1 };
  for (const { name, wide, common } of LEGACY) {
    // Two-byte encodings have rules that other texts break; a sample may end within a letter.
    const text = wide ? readStrictly(sample, name, true) : read(sample, name);
    if (text === null) continue;
    const fits = plausible(common);
    const letters = [...text].filter((letter) => letter > '\u007f');
    if (!letters.length) continue;
    const score = letters.filter(fits).length / letters.length - letters.filter((letter) => /[\ufffd\u0080-\u009f]/.test(letter)).length / letters.length
      - (wide ? 0 : strewn(text));
    if (score > best.score) best = { name, score };
  }
  return best.name;
}

/** Share of words that mix Latin letters with another script: nobody writes so, but a wrong encoding does. */
function strewn(text) {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const mixed = words.filter((word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/u.test(word));
  return words.length ? (mixed.length / words.length) * 2 : 0;
}

/** Control characters that no text has, in more than a stray place, tell a file that is none. */
function refuseControls(text) {
  const head = text.slice(0, SAMPLE);
  const strange = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  if (strange > Math.max(2, head.length / 200)) throw new Unreadable('binary');
  return text;
}
