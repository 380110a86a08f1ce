// The worst inputs that we know of: what makes a comparison slow is seldom prose.
//
// A recipe takes the bytes that each text should have, about, and gives both texts. The same recipe serves the tests at a tenth of
// the length and the bench at the full one: what grows with the square of the length takes a hundred times as long there.
import { randomFrom } from '../quality/random.mjs';
import { book, edited, print, signed } from './prose.mjs';

/** A unit of text as often as it takes to fill the bytes, in whole numbers. */
const fill = (unit, bytes) => unit.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(unit))));

/** The same unit again and again in one text, another one in the other. */
const repeated = (before, after) => (bytes) => ({ before: fill(before, bytes), after: fill(after, bytes) });

/** Parts by a seeded random source until the bytes are filled, joined. */
function written(bytes, seed, part, between = '') {
  const random = randomFrom(seed),
    parts = [];
  for (let size = 0, number = 0; size < bytes; number++) {
    const next = part(random, number);
    parts.push(next);
    size += Buffer.byteLength(next) + between.length;
  }
  return parts.join(between);
}

/** Two texts of random parts: each has a seed of its own. */
const random = (part, between) => (bytes) => ({ before: written(bytes, 31, part, between), after: written(bytes, 32, part, between) });

/** A text of numbered parts, and the same with each fifth part changed. */
const numbered =
  (part, between = ' ') =>
  (bytes) => ({
    before: written(bytes, 33, (r, n) => part(n, r), between),
    after: written(bytes, 33, (r, n) => part(n % 5 === 4 ? n + 1_000_003 : n, r), between),
  });

function shuffled(list, seed) {
  const { below } = randomFrom(seed),
    out = [...list];
  for (let k = out.length - 1; k > 0; k--) {
    const j = below(k + 1);
    [out[k], out[j]] = [out[j], out[k]];
  }
  return out;
}

/** A text and what a change of its parts makes of it. */
const changed = (text, separator, change) => (bytes) => {
  const before = text(bytes);
  return { before, after: change(before.split(separator)).join(separator) };
};

const prose = (seed) => (bytes) => print(book(seed, bytes));
const sentences = (seed) => (bytes) => book(seed, bytes).flat().join('\n');
const letter = ({ below }) => String.fromCharCode(97 + below(26));
const from = (first, count) => (random) => String.fromCodePoint(first + random.below(count));
const word = (random) => Array.from({ length: 3 + random.below(6) }, () => letter(random)).join('');
const capital = (text) => text[0].toUpperCase() + text.slice(1);

function anyCharacter({ below, chance }) {
  if (chance(0.15)) return ' ';
  const code = chance(0.3) ? below(0x3000) : chance(0.7) ? below(0x10000) : below(0x110000);
  return code >= 0xd800 && code <= 0xdfff ? '' : String.fromCodePoint(code);
}

/** Words of Fibonacci: no word stands three times in a row, and each part of the text stands elsewhere too. */
function fibonacci(bytes, [one, other]) {
  let [last, text] = [other, one];
  while (text.length < bytes) [last, text] = [text, text + last];
  return text.slice(0, bytes);
}

/** Each list: a name, and the texts of so many bytes. */
export const WORST = {
  // Whole books
  'two unrelated books': (bytes) => ({ before: prose(11)(bytes), after: prose(12)(bytes) }),
  'one paragraph': (bytes) => {
    const before = book(15, bytes);
    return { before: before.flat().join(' '), after: edited(before, 15).flat().join(' ') };
  },
  'sentences shuffled, four to a paragraph': (bytes) => {
    const all = book(13, bytes).flat(),
      four = (list) => Array.from({ length: Math.ceil(list.length / 4) }, (_, k) => list.slice(4 * k, 4 * k + 4));
    return { before: print(four(all)), after: print(four(shuffled(all, 13))) };
  },
  'lines shuffled': changed(sentences(41), '\n', (lines) => shuffled(lines, 41)),
  'lines reversed': changed(sentences(42), '\n', (lines) => lines.reverse()),
  'words shuffled': changed(prose(14), /\s+/, (words) => shuffled(words, 14)),
  'words reversed': changed(prose(43), ' ', (words) => words.reverse()),
  'equal and different lines in turn': (bytes) => ({
    before: written(bytes, 44, (r, n) => (n % 2 ? `Line ${n} says ${word(r)} and ${word(r)}.` : 'The same line stands here.'), '\n'),
    after: written(bytes, 45, (r, n) => (n % 2 ? `Line ${n} says ${word(r)} and ${word(r)}.` : 'The same line stands here.'), '\n'),
  }),
  // Lines, sentences and words that are all equal
  'lines of a against lines of b': repeated('a\n', 'b\n'),
  'one sentence again and again, against another': repeated('The cat sat down.\n\n', 'Dogs run far.\n\n'),
  'one sentence again and again, in one paragraph': repeated('The cat sat down. ', 'The dog sat down. '),
  'short sentences that share a word, sections of 240': (bytes) => {
    const section = (r, n) => `${n % 241 ? '' : `\n\nChapter ${n} begins here with ${n}.\n\n`}The ${word(r)}. `;
    return { before: written(bytes, 46, section), after: written(bytes, 47, section) };
  },
  'equal lines, one more in the second': (bytes) => ({ before: fill('to be or not\n', bytes), after: `${fill('to be or not\n', bytes)}to be or not\n` }),
  'one word, against two in turn': repeated('word ', 'word else '),
  'ab ba, against ba ab and one more': (bytes) => ({ before: fill('ab ba ', bytes), after: `ba ${fill('ab ba ', bytes)}ba` }),
  'ab ba, against ba ba ab': repeated('ab ba ', 'ba ba ab '),
  'two words at random': random(({ chance }) => (chance(0.5) ? 'ab' : 'ba'), ' '),
  'sixteen words at random': random((r) => `w${r.below(16)}`, ' '),
  'words of Fibonacci': (bytes) => ({ before: fibonacci(bytes, ['ab ', 'ba ']), after: fibonacci(bytes, ['ba ', 'ab ']) }),
  '1 1 1, against 1 2 1': repeated('1 1 1 ', '1 2 1 '),
  'one-letter paragraphs': (bytes) => {
    const before = written(bytes, 16, letter, '\n\n').split('\n\n'),
      { chance, ...r } = randomFrom(17);
    const after = before.flatMap((c) => (chance(0.01) ? [] : chance(0.01) ? [c, letter(r)] : chance(0.01) ? [letter(r)] : [c]));
    return { before: before.join('\n\n'), after: after.join('\n\n') };
  },
  'two-letter lines': random((r) => letter(r) + letter(r), '\n'),
  // Nothing but white space, or hardly a space
  'blanks only': (bytes) => ({ before: ' '.repeat(bytes), after: ' '.repeat(bytes + 1) }),
  'line ends only': (bytes) => ({ before: '\n'.repeat(bytes), after: '\n'.repeat(bytes + 1) }),
  'tabs, and a word between at times': repeated(`${'\t'.repeat(20)}a`, `${'\t'.repeat(20)}b`),
  'line ends and carriage returns': repeated('a\r\n\r', 'a\n\r\r'),
  'one word': (bytes) => {
    const before = written(bytes, 20, letter),
      { below, ...r } = randomFrom(21),
      after = [...before];
    for (let k = 0; k < bytes / 1000; k++) after[below(after.length)] = letter({ below, ...r });
    return { before, after: after.join('') };
  },
  'one letter': (bytes) => ({ before: 'a'.repeat(bytes), after: 'a'.repeat(bytes + 1) }),
  // Marks
  'bare marks': repeated('* * *\n', '* *\n'),
  'marks at random': random((r) => r.pick(['!', '?', '.', ',', ';', '—', '*', '#', '(', ')', '"']), ' '),
  'marks without a space': random((r) => r.pick(['!', '?', '.', ',', ';', '—', '*', '#', '(', ')', '"'])),
  dots: (bytes) => ({ before: '.'.repeat(bytes), after: '.'.repeat(bytes + 1) }),
  'dots with spaces': repeated('. ', '. . ,'),
  'dashes that are not ASCII': (bytes) => ({ before: fill('—', bytes), after: fill('—–', bytes) }),
  'quotation marks within one another': repeated('“a ‘b “c ', '“a ‘b “d '),
  'quotation marks that only open': repeated('“', '„'),
  'straight quotation marks': repeated('"a" \'b\' ', '"a \'b\' '),
  'brackets that only open': repeated('(', '['),
  'brackets with words': repeated('(a ', '(b '),
  'hyphens at line ends': repeated('hyphen-\nated words-\n', 'hyphen-\nation word-\n'),
  // Characters that belong together
  flags: random((r) => String.fromCodePoint(0x1f1e6 + r.below(26))),
  'flags, all the same': (bytes) => ({ before: fill('🇫🇷', bytes), after: `${fill('🇫🇷', bytes)}🇫` }),
  'combining marks on one letter': (bytes) => ({ before: `a${fill('\u0301\u0302', bytes)}`, after: `a${fill('\u0302\u0301', bytes)}` }),
  'combining marks alone': random(from(0x300, 0x6f)),
  'combining marks on blanks': repeated(' \u0301', ' \u0302'),
  'emoji of joiners': repeated('👩‍👩‍👧‍👦', '👩‍👧‍👩‍👦'),
  'one chain of joiners': (bytes) => ({ before: fill('👩‍', bytes), after: `${fill('👩‍', bytes)}👧` }),
  'Hangul in parts': random((r) => r.pick(['ᄀ', 'ᄂ', 'ᅡ', 'ᅢ', 'ᆨ', 'ᆫ'])),
  'Hangul leading consonants only': repeated('ᄀ', 'ᄂ'),
  'Devanagari viramas': repeated('क्', 'ख्'),
  'Devanagari at random': random(from(0x900, 0x7f)),
  'signs that come before a cluster': repeated('\u0600', '\u0601'),
  'characters that print nothing': repeated('a\u200b\u200d\u2060', 'a\u200d\u200b\u2060'),
  'soft hyphens in words': repeated('soft\u00adhy\u00adphen ', 'softhy\u00adphen '),
  // Scripts
  'one paragraph of Chinese': (bytes) => {
    const { before, after } = WORST['one paragraph'](bytes * 0.7);
    return { before: signed(before), after: signed(after) };
  },
  'two signs of Chinese at random': random((r) => r.pick(['東', '京'])),
  'Chinese signs at random': random(from(0x4e00, 0x3000)),
  'Thai letters at random': random(from(0xe01, 0x2e)),
  'Thai vowels and tone marks': random(from(0xe01, 0x4e)),
  'Burmese at random': random(from(0x1000, 0x40)),
  'Japanese syllables at random': random(from(0x3041, 0x50)),
  'Arabic at random': random((r) => (r.chance(0.2) ? ' ' : from(0x620, 0x60)(r))),
  'right to left with marks of direction': repeated('שלום \u200fabc\u202e ', 'שלום \u200eabd\u202c '),
  'lone surrogates': random(({ below, chance }) => (chance(0.2) ? ' ' : String.fromCharCode(0xd800 + below(0x800)))),
  'private characters': random(from(0xe000, 0x1000)),
  'any characters': random(anyCharacter),
  'any characters without a space': random((r) => anyCharacter(r).trim()),
  'wide forms': random(from(0xff01, 0x5e)),
  'ligatures and other compatibility characters': random(from(0x2100, 0x100), ' '),
  'capitals against small letters': (bytes) => {
    const before = prose(48)(bytes);
    return { before, after: before.toUpperCase() };
  },
  // What the classes look for
  figures: numbered((n) => `${(n * 7919) % 100003}.${n % 10}`),
  'figures, dates and amounts': numbered((n) => `On ${1 + (n % 28)} May ${1900 + (n % 120)} it cost $${(n * 37) % 9999} million, or ${n % 100} percent.`),
  digits: random((r) => String(r.below(10))),
  'digits with commas': random((r) => `${r.below(1000)},`),
  negations: repeated('He did not say no, nor never. ', 'He did say no, not ever. '),
  names: numbered((n, r) => `${capital(word(r))} ${n > 1_000_000 ? 'Brown' : 'Green'}-${capital(word(r))}`),
  'addresses of mail': numbered((n, r) => `${word(r)}.${n}@mail.example.com`),
  'addresses of pages': numbered((n, r) => `https://www.example.com/${word(r)}/${n}?a=${n}&b=${word(r)}#top`),
  abbreviations: repeated('U.S. U.K. Mr. St. e.g. ', 'U.S. U.N. Mr. St. i.e. '),
  initials: random((r) => `${letter(r).toUpperCase()}.`, ' '),
  'items of a list': numbered((n, r) => `- ${word(r)} ${n}`, '\n'),
  'rows of a table': numbered((n, r) => `${n}\t${word(r)}\t${(n * 31) % 1000}\t${word(r)}`, '\n'),
  'columns of equal cells': repeated('0,0,0\n', '1,2,3\n'),
  'lines of page furniture': repeated('Share this article\nRead more: \nAdvertisement\n', 'Read more: \nShare this\nSign up\n'),
  'headlines three times each': numbered((n, r) => Array(3).fill(`${word(r)} ${word(r)} ${n}`).join('\n'), '\n\n'),
  'lines wrapped by hand': (bytes) => {
    const wrapped = (text) => text.replace(/(?=\S)(.{40,68})\s/g, '$1\n');
    const before = book(49, bytes);
    return { before: wrapped(print(before)), after: wrapped(print(edited(before, 49))) };
  },
  'one long word differs in each sentence': numbered((n, r) => `We say ${word(r)}${word(r)}${word(r)}${n} here.`),
  'slips in long words': random((r) => 'abcdefghijklmnop'.replace(/./g, (c) => (r.chance(0.05) ? letter(r) : c)), ' '),
  'words that a hash could take for one another': random((r) => Array.from({ length: 8 }, () => r.pick(['Aa', 'BB'])).join(''), ' '),
};
