// Bytes of a text file → its text, and how sure it is which encoding they are in. A mark at the start decides; then
// what the bytes can only be (UTF-32 and UTF-16 by their zeros, ISO-2022-JP by its escapes, UTF-8 by its strictness);
// then what the file says of itself; then what its letters make probable.
import { ONE_BYTE, TWO_BYTES } from './encoding-models.js';
import { guessEncoding } from './guess-encoding.js';
import { Unreadable } from './unreadable.js';

/** Bytes looked at where the zeros decide, and characters where control characters do. */
const SAMPLE = 65_536;
/** Bytes at the start in which HTML and XML say their encoding. */
const HEAD = 2048;
/** How many other encodings are offered beside the one that was guessed. */
const MAX_OFFERS = 6;

/** The longer marks come first: that of UTF-32 begins with that of UTF-16. */
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Every encoding that a file can be read in, for a list to choose from. */
export const ENCODINGS: readonly string[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  ...ONE_BYTE.map(({ name }) => name),
  ...TWO_BYTES.map(({ name }) => name),
  'iso-2022-jp',
];

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** Whether the encoding is only the most probable one: then a person should be able to choose another. */
  readonly guessed: boolean;
  /** Characters that could not be read, and stand in the text as U+FFFD. */
  readonly damaged: number;
  /** Other encodings in which the file reads differently, the most probable first. Empty where nothing was guessed. */
  readonly others: readonly string[];
}

/**
 * @param how `markup`: HTML or XML, which may name its encoding. `encoding`: what a person chose; nothing is guessed then.
 * @throws {Unreadable} 'binary' where the bytes are no text
 */
export function decode(
  bytes: Uint8Array,
  { markup = false, encoding: chosen }: { markup?: boolean; encoding?: string } = {},
): DecodedText {
  if (chosen) return read(bytes, chosen);
  for (const [mark, encoding] of MARKS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return read(bytes, encoding);
  }
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.includes(0)) {
    const encoding = encodingByZeros(sample);
    if (!encoding) throw new Unreadable('binary');
    return refuseControls(read(bytes, encoding));
  }
  if (isIso2022Jp(bytes)) return read(bytes, 'iso-2022-jp');
  const strict = readStrictly(bytes);
  if (strict !== null)
    return refuseControls({ text: strict, encoding: 'utf-8', guessed: false, damaged: 0, others: [] });
  const stated = markup ? statedEncoding(bytes) : null;
  if (stated && stated !== 'utf-8') return refuseControls(read(bytes, stated));
  return refuseControls(readProbable(bytes));
}

function read(bytes: Uint8Array, encoding: string): DecodedText {
  const text = textIn(bytes, encoding);
  return { text, encoding, guessed: false, damaged: count(text, /\ufffd/g), others: [] };
}

function readProbable(bytes: Uint8Array): DecodedText {
  const [best, ...rest] = guessEncoding(bytes).map(({ encoding }) => encoding);
  const result = read(bytes, best ?? 'windows-1252');
  const others: string[] = [];
  const start = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - 1);
  const sample = bytes.subarray(start, start + SAMPLE);
  const seen = new Set([textIn(sample, result.encoding)]);
  for (const encoding of rest) {
    const text = textIn(sample, encoding);
    if (seen.has(text)) continue;
    seen.add(text);
    others.push(encoding);
    if (others.length === MAX_OFFERS) break;
  }
  return { ...result, guessed: true, others };
}

function textIn(bytes: Uint8Array, encoding: string): string {
  if (encoding.startsWith('utf-32')) return readUtf32(bytes, encoding === 'utf-32le');
  const text = new TextDecoder(encoding).decode(bytes);
  // Vietnamese was written with the tone behind its letter; everybody else writes one character.
  return encoding === 'windows-1258' ? text.normalize('NFC') : text;
}

/** The platform has no decoder for UTF-32. The mark at the start is no part of the text. */
function readUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    if (at === 0 && code === 0xfeff) continue;
    parts.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code));
  }
  if (bytes.length % 4) parts.push('\ufffd');
  return parts.join('');
}

function readStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Japanese mail and old news: seven bits, with escapes between ASCII and characters of two bytes. */
function isIso2022Jp(bytes: Uint8Array): boolean {
  const escape = bytes.indexOf(0x1b);
  if (escape < 0 || bytes.some((byte) => byte > 0x7f)) return false;
  const next = String.fromCharCode(bytes[escape + 1] ?? 0, bytes[escape + 2] ?? 0);
  return ['$B', '$@', '(J', '(I', '$('].includes(next);
}

/**
 * Bytes with zeros among them: UTF-32 has two or three in four bytes; UTF-16 has them where its characters are ASCII,
 * if only at the ends of lines. The byte order is the one in which nearly all characters are letters of one script.
 */
function encodingByZeros(sample: Uint8Array): string | null {
  const zeros = [0, 0, 0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 4] = (zeros[i % 4] ?? 0) + 1;
  });
  const [a = 0, b = 0, c = 0, d = 0] = zeros.map((n) => n / Math.max(1, sample.length / 4));
  if (sample.length >= 4 && d > 0.98 && c > 0.9 && a < 0.5) return 'utf-32le';
  if (sample.length >= 4 && a > 0.98 && b > 0.9 && d < 0.5) return 'utf-32be';
  return (
    ['utf-16le', 'utf-16be'].find((encoding) =>
      looksLikeText(new TextDecoder(encoding).decode(sample.subarray(0, sample.length & ~1))),
    ) ?? null
  );
}

/** Share of characters that a text may lack to be one: a stray sign or two. */
const MAX_STRANGE = 0.02;
/** Share of its letters that are of the script that it has most of, ASCII aside. */
const MIN_ONE_SCRIPT = 0.8;
const SCRIPTS = (
  'Latin Cyrillic Greek Hebrew Arabic Armenian Georgian Ethiopic Hangul Devanagari Bengali Gujarati Gurmukhi Kannada ' +
  'Malayalam Sinhala Tamil Telugu Thai Lao Khmer Myanmar'
)
  .split(' ')
  .map((name) => new RegExp(`\\p{Script=${name}}`, 'gu'));
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

function looksLikeText(text: string): boolean {
  const strange = count(text, /[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\t\n\r\u200b-\u200f\ufeff]/gu) + count(text, /\ufffd/g);
  if (strange > text.length * MAX_STRANGE) return false;
  const letters = count(text, /[^\p{ASCII}\P{L}]/gu);
  // Where nothing but ASCII stands, the other byte order would be all Chinese of the rarest kind.
  if (!letters) return /[\p{L}\p{N}]/u.test(text);
  const most = Math.max(...[...SCRIPTS, EAST_ASIAN].map((script) => count(text.replace(/\p{ASCII}/gu, ''), script)));
  const hasAscii = /[ \n]/.test(text);
  return most > letters * MIN_ONE_SCRIPT && hasAscii;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What <meta charset>, <meta http-equiv> or <?xml encoding?> say, if the platform knows the name. */
function statedEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const stated =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1];
  try {
    return stated ? new TextDecoder(stated).encoding : null;
  } catch {
    return null;
  }
}

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;

/** Control characters that no text has, in more than a stray place, tell a file that is none. */
function refuseControls(decoded: DecodedText): DecodedText {
  const head = decoded.text.slice(0, SAMPLE);
  const strange = count(head, CONTROLS);
  if (strange > Math.max(2, head.length / 200)) throw new Unreadable('binary');
  return decoded;
}
