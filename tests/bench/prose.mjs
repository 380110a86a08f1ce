// Our own articles and a seed become prose of any length, and an edited version of it.
//
// Up to the length of the articles themselves it is they that are taken. Beyond, a chain of word pairs learnt from them makes
// new sentences, and some of the longer words are changed for made-up ones whose frequencies fall off as those of a language
// do: ten megabytes out of the few thousand words of our articles would repeat themselves as no book does.
import { randomFrom } from '../quality/random.mjs';
import { TEXTS } from '../quality/texts.mjs';

/** Share of longer lower-case words that are changed for made-up ones, and the ranks of those, common to rare. */
const MADE_UP = 0.3, RANKS = [40, 400_000];
const END = '\n';

const followers = new Map();
for (const { lang, paragraphs } of TEXTS) {
  if (lang !== 'en') continue;
  for (const sentence of paragraphs.slice(1).flat()) {
    const words = [END, ...sentence.split(' '), END];
    for (let i = 1; i < words.length; i++) {
      if (!followers.has(words[i - 1])) followers.set(words[i - 1], []);
      followers.get(words[i - 1]).push(words[i]);
    }
  }
}

const ONSETS = ['b', 'br', 'c', 'd', 'dr', 'f', 'g', 'gl', 'h', 'k', 'l', 'm', 'n', 'p', 'pl', 'r', 's', 'st', 't', 'tr', 'v', 'w'];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const CODAS = ['', 'n', 'r', 's', 't', 'l', 'nd', 'rk', 'ss', 'm'];

/** The made-up word of a rank: the same in every book. */
function wordOf(rank) {
  const random = randomFrom(rank);
  let word = '';
  for (let n = 2 + random.below(2); n > 0; n--) word += random.pick(ONSETS) + random.pick(NUCLEI) + random.pick(CODAS);
  return word;
}

/** A writer of sentences: one seed, one book. */
export function writer(seed) {
  const random = randomFrom(seed), [common, rare] = RANKS;
  const madeUp = () => wordOf(Math.floor(common * (rare / common) ** random.next()));
  const dress = (word) => (/^[a-z]{5,}/.test(word) && random.chance(MADE_UP) ? word.replace(/^[a-z]+/, madeUp)
    : word.replace(/\d/g, () => String(1 + random.below(9))));
  const sentence = () => {
    const words = [];
    for (let word = random.pick(followers.get(END)); word !== END && words.length < 45; word = random.pick(followers.get(word))) words.push(dress(word));
    return words.join(' ').replace(/[,;:–—-]*$/, '').replace(/(?<![.!?”])$/, '.');
  };
  const paragraph = () => Array.from({ length: 2 + random.below(5) }, sentence);
  return { random, sentence, paragraph };
}

export const print = (paragraphs) => paragraphs.map((p) => p.join(' ')).join('\n\n');

/** Our English articles one after the other, to about `bytes` bytes. */
function articles(bytes) {
  const out = [];
  let size = 0;
  for (const p of TEXTS.filter(({ lang }) => lang === 'en').flatMap(({ paragraphs }) => paragraphs)) {
    if (size >= bytes) break;
    out.push(p); size += Buffer.byteLength(p.join(' ')) + 2;
  }
  return out;
}

/** Paragraphs of about `bytes` bytes in all. */
export function book(seed, bytes) {
  const { paragraph } = writer(seed), out = [];
  for (let size = 0; size < bytes;) { const p = paragraph(); out.push(p); size += Buffer.byteLength(p.join(' ')) + 2; }
  return out;
}

/**
 * How often an editor does what: words by the word; commas, numbers and sentences by the sentence; paragraphs by the paragraph.
 * An ordinary revision touches most paragraphs, a light one every third.
 */
const RATES = {
  ordinary: { word: 0.02, number: 0.3, comma: 0.08, sentenceGone: 0.06, sentenceNew: 0.08, paragraphGone: 0.04, paragraphNew: 0.06, paragraphMoved: 0.02 },
  light: { word: 0.003, number: 0.05, comma: 0.02, sentenceGone: 0.01, sentenceNew: 0.015, paragraphGone: 0.01, paragraphNew: 0.01, paragraphMoved: 0.005 },
};

export function edited(paragraphs, seed, rate = RATES.ordinary) {
  const pen = writer(seed + 500), { chance, below, pick } = pen.random;
  const edit = (sentence) => {
    const words = sentence.split(' ').map((word) => (chance(rate.word) ? pick(pen.sentence().split(' ')) : word));
    if (chance(rate.comma)) { const k = below(words.length); words[k] = words[k].includes(',') ? words[k].replace(',', '') : words[k].replace(/([a-z])$/, '$1,'); }
    const text = words.join(' ');
    return chance(rate.number) ? text.replace(/\d/, (d) => String((Number(d) % 9) + 1)) : text;
  };
  const out = paragraphs.map((p) => p.filter(() => !chance(rate.sentenceGone)).map(edit)).filter((p) => p.length && !chance(rate.paragraphGone));
  for (const p of out) for (let k = p.length; k > 0; k--) if (chance(rate.sentenceNew)) p.splice(k, 0, pen.sentence());
  const woven = out.flatMap((p) => (chance(rate.paragraphNew) ? [p, pen.paragraph()] : [p]));
  // a moved paragraph goes up to forty paragraphs on
  for (let k = woven.length - 1; k > 0; k--) if (chance(rate.paragraphMoved)) { const [p] = woven.splice(k, 1); woven.splice(Math.min(woven.length, k + 2 + below(40)), 0, p); }
  return woven;
}

function pair(before, seed, rate) {
  return { before: print(before), after: print(edited(before, seed, rate)) };
}

/** The named inputs: each is made when it is asked for. */
export const ORDINARY = {
  '4 KB': () => pair(articles(4e3), 1),
  '10 KB': () => pair(articles(10e3), 2),
  '100 KB': () => pair(book(3, 100e3), 3),
  '1 MB': () => pair(book(4, 1e6), 4),
  '10 MB': () => pair(book(5, 10e6), 5),
};

export const LIGHT = { '1 MB, lightly edited': () => pair(book(6, 1e6), 6, RATES.light) };

/** Small letters that take the places of `a` to `z`. */
const CYRILLIC = 'абцдефгхийклмнопярстувшыйз', ARABIC = 'ابتدهفجحيقكلمنوصعرسطثذشخغز';

/** The same article in letters of another alphabet: what is compared is the same, and only the characters are others. */
const spelled = (letters) => (text) => text.replace(/[a-z]/gi, (letter) => {
  const other = letters[letter.toLowerCase().charCodeAt(0) - 97];
  return letter < 'a' ? other.toUpperCase() : other;
});

/** The same article in signs, one for two letters, without spaces between the words. */
export const signed = (text) => text.replace(/[a-z]{1,2}/gi, (letters) => {
  const [first, second = 0] = [...letters.toLowerCase()].map((letter) => letter.charCodeAt(0) - 96);
  return String.fromCharCode(0x4e00 + 7 * (27 * first + second));
}).replace(/ /g, '').replace(/\.(?!\d)/g, '。').replace(/,(?!\d)/g, '，');

const both = ({ before, after }, write) => ({ before: write(before), after: write(after) });

/** The article of 10 KB in other scripts. */
export const SCRIPTS = Object.fromEntries(Object.entries({ Cyrillic: spelled(CYRILLIC), Arabic: spelled(ARABIC), Chinese: signed })
  .map(([script, write]) => [`10 KB in ${script}`, () => both(ORDINARY['10 KB'](), write)]));
