// Bytes of Rich Text Format → its tokens: braces, control words and symbols, and stretches of literal bytes.

export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'end' }
  /** `\par`, `\u8211`: a name in letters, and a number or null. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** `\~`: a sign that is no letter. */
  | { readonly kind: 'symbol'; readonly sign: string }
  /** `\'e9`: a byte written as two digits of base 16; null where they are none. */
  | { readonly kind: 'byte'; readonly byte: number | null }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const APOSTROPHE = 0x27;
const SPACE = 0x20;
const HYPHEN = 0x2d;
/** Letters and digits of the longest control word that is read as one: names have 32 letters, numbers 10 digits. */
const MAX_NAME = 32;
const MAX_DIGITS = 10;

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
/** Line ends of the file mean nothing. */
const isLineEnd = (byte: number): boolean => byte === 0x0a || byte === 0x0d;

const OPENS: RtfToken = { kind: 'open' };
const CLOSES: RtfToken = { kind: 'close' };
const ENDS: RtfToken = { kind: 'end' };

export class RtfTokens {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The share that is read, from 0 to 1. */
  get share(): number {
    return this.#at / this.#bytes.length;
  }

  /** @returns a token of the kind `end` once there is no other */
  next(): RtfToken {
    while (isLineEnd(this.#peek())) this.#at++;
    const byte = this.#peek();
    if (byte < 0) return ENDS;
    if (byte === OPEN || byte === CLOSE) {
      this.#at++;
      return byte === OPEN ? OPENS : CLOSES;
    }
    return byte === BACKSLASH ? this.#readControl() : this.#readLiteral();
  }

  /** Leaves out what follows `\binN`: it is no RTF. */
  skipBytes(count: number): void {
    this.#at = Math.min(this.#bytes.length, this.#at + Math.max(0, count));
  }

  #peek(): number {
    return this.#bytes[this.#at] ?? -1;
  }

  #readLiteral(): RtfToken {
    const start = this.#at;
    for (let byte = this.#peek(); byte >= 0; byte = this.#peek()) {
      if (byte === OPEN || byte === CLOSE || byte === BACKSLASH || isLineEnd(byte)) break;
      this.#at++;
    }
    return { kind: 'bytes', bytes: this.#bytes.subarray(start, this.#at) };
  }

  #readControl(): RtfToken {
    this.#at++;
    const byte = this.#peek();
    if (byte < 0) return ENDS;
    if (isLetter(byte)) return this.#readWord();
    this.#at++;
    if (byte !== APOSTROPHE) return { kind: 'symbol', sign: String.fromCharCode(byte) };
    const digits = String.fromCharCode(...this.#bytes.subarray(this.#at, this.#at + 2));
    const isByte = /^[\da-f]{2}$/i.test(digits);
    if (isByte) this.#at += 2;
    return { kind: 'byte', byte: isByte ? parseInt(digits, 16) : null };
  }

  #readWord(): RtfToken {
    const name = this.#readWhile(isLetter, MAX_NAME);
    const isNegative = this.#peek() === HYPHEN && isDigit(this.#bytes[this.#at + 1] ?? -1);
    if (isNegative) this.#at++;
    const digits = this.#readWhile(isDigit, MAX_DIGITS);
    // One space belongs to the word.
    if (this.#peek() === SPACE) this.#at++;
    return { kind: 'word', name, value: digits ? Number(digits) * (isNegative ? -1 : 1) : null };
  }

  #readWhile(isPart: (byte: number) => boolean, most: number): string {
    const start = this.#at;
    while (this.#at - start < most && isPart(this.#peek())) this.#at++;
    return String.fromCharCode(...this.#bytes.subarray(start, this.#at));
  }
}
