// Bytes in an unnamed encoding → the encodings that they may be in, the most probable first.
//
// Each encoding, with each language written in it, is asked how probable it makes these bytes; the largest answer
// wins (naive Bayes). What all answers have in common, the ASCII characters, is left out.
//
//   bytes ef f0 e8 e2 e5 f2    windows-1251, Russian: привет      six frequent letters in a row: probable
//                              windows-1252, French:  ïðèâåò      letters that French hardly uses: improbable
//                              gb18030:               镳桠弪      characters of the second level: improbable
import {
  ONE_BYTE,
  TWO_BYTES,
  type ByteRow,
  type Language,
  letterShareOf,
  lettersOf,
  scriptOf,
} from './encoding-models.js';

/** Bytes that are looked at. The first that is not ASCII begins them: before it, all encodings say the same. */
const SAMPLE_BYTES = 65_536;

/** How probable each thing is, among all characters that are not ASCII. */
const PROBABILITY = {
  /** A letter as a capital, compared with the same letter as a small one. */
  capital: 0.06,
  /** A currency sign, a degree, a fraction. */
  sign: 3e-4,
  /** A letter that the language does not use. */
  foreign: 3e-4,
  /** A byte that is no character of the encoding, or a control character. */
  invalid: 1e-7,
  /** A character of UTF-8 in full: bytes of another encoding hardly ever follow its rules. */
  utf8: 0.01,
  /** A byte that does not fit into UTF-8: damage to a file is more probable than a character that does not exist. */
  stray: 1e-5,
  /** A script that does not fit the share of ASCII letters, once for the text: an English page with a word of Russian. */
  otherScript: 1e-3,
};

/** Share of characters beyond ASCII, among letters, that texts in Latin letters stay below and others above. */
const MAX_LATIN_SHARE = 0.3;

/** How much less probable a pair of neighbours is than its two characters. */
const PAIR = {
  /** A capital after a small letter. */
  capitalInside: 0.02,
  /** A capital after a capital: a headline. It is more probable than its two characters. */
  capitalRun: 15,
  /** A capital at the end of a word. */
  capitalAtEnd: 0.1,
  /** A small letter beyond ASCII that begins a word in Latin letters: `él`, `über`. */
  smallAtStart: 0.1,
  /** Letters of two scripts in one word. */
  twoScripts: 0.003,
  /** A combining mark with no letter before it. */
  looseMark: 0.003,
  /** A sign that touches a letter: `caf°`. */
  signAtLetter: 0.2,
};

/** Quotation marks, dashes and other usual signs, the most frequent first. */
const MARKS = [...'’“”—–‘…«»\u00a0•„،·£©€°¿¡§؟؛›‹®½'];

export interface Guess {
  readonly encoding: string;
  /** Natural logarithm of the probability; only differences mean something. */
  readonly score: number;
}

/** The encodings that `bytes` may be in, the most probable first. Equal ones stand in the order of their frequency. */
export function guessEncoding(bytes: Uint8Array): Guess[] {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 1);
  const sample = bytes.subarray(start, start + SAMPLE_BYTES);
  const pairs = countPairs(sample);
  const mostlyAscii = isMostlyAscii(sample);
  const guesses = [
    { encoding: 'utf-8', score: scoreUtf8(sample) },
    ...ONE_BYTE.map(({ name, languages, prior }) => ({
      encoding: name,
      score: Math.log(prior) + scoreOneByte(pairs, name, languages, mostlyAscii),
    })),
    ...TWO_BYTES.map((encoding) => ({ encoding: encoding.name, score: scoreTwoBytes(sample, encoding) })),
  ];
  return guesses.sort((one, other) => other.score - one.score);
}

function isMostlyAscii(sample: Uint8Array): boolean {
  let ascii = 0;
  let other = 0;
  for (const byte of sample) {
    if (byte > 0x7f) other++;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ascii++;
  }
  return other < (other + ascii) * MAX_LATIN_SHARE;
}

/** Two neighbouring bytes, of which one at least is not ASCII, and how often they occur. */
interface BytePair {
  readonly first: number;
  readonly second: number;
  readonly count: number;
}

/** The pairs of a sample. The first byte has a blank before it, so that every byte is once the second of a pair. */
function countPairs(sample: Uint8Array): BytePair[] {
  const counts = new Uint32Array(0x10000);
  let before = 0x20;
  for (const byte of sample) {
    const pair = before * 256 + byte;
    counts[pair] = (counts[pair] ?? 0) + 1;
    before = byte;
  }
  const pairs: BytePair[] = [];
  counts.forEach((count, pair) => {
    if (count && pair & 0x8080) pairs.push({ first: pair >> 8, second: pair & 0xff, count });
  });
  return pairs;
}

type Kind = 'small' | 'capital' | 'letter' | 'mark' | 'sign' | 'other';

/** What one byte of an encoding is. */
interface ByteMeaning {
  readonly text: string;
  readonly kind: Kind;
  readonly script: string;
}

const SCRIPT_NAMES = ['Latin', 'Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Thai'] as const;
const SCRIPT_TESTS = SCRIPT_NAMES.map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const);

function kindOf(text: string): Kind {
  if (/\p{Ll}/u.test(text)) return 'small';
  if (/\p{Lu}/u.test(text)) return 'capital';
  if (/\p{M}/u.test(text)) return 'mark';
  if (/\p{L}/u.test(text)) return 'letter';
  return /[\p{S}\p{No}§¶]/u.test(text) ? 'sign' : 'other';
}

const meanings = new Map<string, readonly ByteMeaning[]>();

/** What the 256 bytes of an encoding are. */
function meaningsOf(encoding: string): readonly ByteMeaning[] {
  let known = meanings.get(encoding);
  if (!known) {
    const decoder = new TextDecoder(encoding);
    known = Array.from({ length: 256 }, (_, byte) => {
      const text = decoder.decode(Uint8Array.of(byte));
      const script = SCRIPT_TESTS.find(([, test]) => test.test(text))?.[0] ?? '';
      return { text, kind: kindOf(text), script };
    });
    meanings.set(encoding, known);
  }
  return known;
}

/** The best of an encoding's languages. */
function scoreOneByte(
  pairs: readonly BytePair[],
  encoding: string,
  languages: readonly Language[],
  mostlyAscii: boolean,
): number {
  const meaning = meaningsOf(encoding);
  const totals = new Uint32Array(256);
  let between = 0;
  for (const { first, second, count } of pairs) {
    if (second > 0x7f) totals[second] = (totals[second] ?? 0) + count;
    between += count * pairPenalty(meaning[first], meaning[second]);
  }
  let best = -Infinity;
  for (const language of languages) {
    const chances = chancesOf(meaning, language);
    let score = between + ((scriptOf(language) === 'Latin') === mostlyAscii ? 0 : Math.log(PROBABILITY.otherScript));
    for (let byte = 0x80; byte < 256; byte++) score += (totals[byte] ?? 0) * (chances[byte] ?? 0);
    best = Math.max(best, score);
  }
  return best;
}

const isLetter = (kind: Kind): boolean => kind === 'small' || kind === 'capital' || kind === 'letter';

const beyondAscii = ({ text }: ByteMeaning): boolean => text > '\u007f';

function pairPenalty(first: ByteMeaning | undefined, second: ByteMeaning | undefined): number {
  if (!first || !second) return 0;
  if (second.kind === 'mark') return isLetter(first.kind) || first.kind === 'mark' ? 0 : Math.log(PAIR.looseMark);
  if (isLetter(first.kind) && isLetter(second.kind)) {
    if (first.script !== second.script) return Math.log(PAIR.twoScripts);
    if (second.kind !== 'capital') return 0;
    if (first.kind === 'small') return Math.log(PAIR.capitalInside);
    return first.kind === 'capital' && beyondAscii(first) && beyondAscii(second) ? Math.log(PAIR.capitalRun) : 0;
  }
  if (first.kind === 'capital' && beyondAscii(first)) return Math.log(PAIR.capitalAtEnd);
  if (second.kind === 'small' && second.script === 'Latin' && beyondAscii(second)) return Math.log(PAIR.smallAtStart);
  const signAtLetter =
    (first.kind === 'sign' && isLetter(second.kind)) || (isLetter(first.kind) && second.kind === 'sign');
  return signAtLetter ? Math.log(PAIR.signAtLetter) : 0;
}

/**
 * The share of each letter. Within an alphabet of n letters, the letter of rank r has the share ln((n + 1) / r) / n,
 * whatever the language (S. M. Gusein-Zade, 1988).
 */
const sharesByRank = (letters: readonly string[]): Map<string, number> =>
  new Map(letters.map((letter, i) => [letter, Math.log((letters.length + 1) / (i + 1)) / letters.length]));

const MARK_SHARES = sharesByRank(MARKS);

/** Logarithms of the chances of the 256 bytes. */
function chancesOf(meaning: readonly ByteMeaning[], language: Language): number[] {
  const letterShare = letterShareOf(language);
  const share = sharesByRank(lettersOf(language));
  return meaning.map(({ text, kind, script }) => {
    const small = share.get(text);
    if (small !== undefined) return Math.log(letterShare * small);
    const capital = kind === 'capital' ? share.get(text.toLowerCase()) : undefined;
    if (capital !== undefined) return Math.log(letterShare * PROBABILITY.capital * capital);
    if (/[\ufffd\u0080-\u009f]/.test(text)) return Math.log(PROBABILITY.invalid);
    const mark = MARK_SHARES.get(text);
    if (mark !== undefined) return Math.log((1 - letterShare) * mark);
    if (isLetter(kind) || kind === 'mark')
      return Math.log(PROBABILITY.foreign * (script === scriptOf(language) ? 1 : 0.1));
    return Math.log(PROBABILITY.sign);
  });
}

interface TwoByteEncoding {
  readonly rows: readonly ByteRow[];
  readonly single?: { readonly from: number; readonly to: number; readonly each: number };
}

function scoreTwoBytes(sample: Uint8Array, { rows, single }: TwoByteEncoding): number {
  let score = 0;
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = sample[i + 1];
    if (single && lead >= single.from && lead <= single.to) {
      score += Math.log(single.each);
      continue;
    }
    // Half a character: where a file was cut.
    if (trail === undefined) return score + Math.log(PROBABILITY.stray);
    const row = rows.find(
      ({ lead: [from, to], trail: [low, high] }) => lead >= from && lead <= to && trail >= low && trail <= high,
    );
    score += Math.log(row ? row.each : PROBABILITY.invalid);
    if (row) i++;
  }
  return score;
}

function scoreUtf8(sample: Uint8Array): number {
  let score = 0;
  for (let i = 0; i < sample.length; i++) {
    if ((sample[i] ?? 0) < 0x80) continue;
    const length = utf8Length(sample, i);
    // A sequence that is right as far as it goes, and only lacks its end, where a file was cut.
    if (length < 0) break;
    score += Math.log(length ? PROBABILITY.utf8 : PROBABILITY.stray);
    if (length) i += length - 1;
  }
  return score;
}

/** Bytes of the UTF-8 character at `at`; 0 where there is none, -1 where the bytes end within it. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i];
    if (next === undefined) return -1;
    if ((next & 0xc0) !== 0x80) return 0;
  }
  return length;
}
