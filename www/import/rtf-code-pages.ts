// Code pages and character sets of Rich Text Format → the platform's decoders.
import { Unreadable } from './unreadable.js';

/** Code pages by their numbers, as WHATWG's Encoding Standard calls them. */
const ENCODINGS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  54936: 'gb18030',
  65001: 'utf-8',
  ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [1250 + i, `windows-${1250 + i}`])),
};

/** The code pages of `\fcharset`, by its numbers. */
const CHARACTER_SETS: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  78: 932,
  79: 949,
  80: 936,
  81: 950,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** The set of signs in fonts such as Symbol and Wingdings. */
const SYMBOLS = 2;
/** Stands for the code page of such a font. */
export const SYMBOL_PAGE = -1;
/** Where office programs put the signs of such a font in Unicode. */
const SYMBOLS_AT = 0xf000;

/** @returns undefined where the font says nothing of it */
export const codePageOf = (characterSet: number): number | undefined =>
  characterSet === SYMBOLS ? SYMBOL_PAGE : CHARACTER_SETS[characterSet];

const decoders = new Map<number, TextDecoder>();

const SPACE = 0x20;

/** @throws {Unreadable} 'unknown' where the code page is none that browsers know, and the bytes are more than ASCII */
export function decodeBytes(bytes: Uint8Array, codePage: number): string {
  if (codePage === SYMBOL_PAGE) return [...bytes].map(symbolOf).join('');
  const encoding = ENCODINGS[codePage];
  if (encoding) {
    const decoder = decoders.get(codePage) ?? new TextDecoder(encoding);
    decoders.set(codePage, decoder);
    return decoder.decode(bytes);
  }
  if (bytes.some((byte) => byte > 0x7f)) throw new Unreadable('unknown', `code page ${codePage}`);
  return new TextDecoder('latin1').decode(bytes);
}

const symbolOf = (byte: number): string =>
  // The bullet of Symbol and of Wingdings.
  byte === 0xb7 || byte === 0xa7 ? '\u2022' : String.fromCharCode(byte > SPACE ? SYMBOLS_AT + byte : byte);
