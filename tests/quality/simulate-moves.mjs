// Makes pairs of articles of which it is known what truly moved, and scores what a report says of it.
//
// A unit is a sentence, a slot is a word: both keep their number when they move, so that the truth is a list of numbers.
// A unit X that goes past Y may as truly be told as Y going past X. So the score asks for the relation: a found move is
// right when its two ends hold the same units and these truly changed places with something outside of it.
import { randomFrom } from './random.mjs';
import { runsOf } from './runs.mjs';

/** A found move is right when at least this part of its words, on each side, belongs to what truly moved. */
const ENOUGH = 0.8;

const WORD = /\p{Script=Han}|[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*/gu;

// Sentences of one mould with different matter: one goes, the other comes elsewhere, and no move is true.
const MOULDS = [
  ['Officials said on Monday that the plan would be reviewed by a committee of seven.', 'Officials said on Friday that no further comment would be made while the inquiry goes on.'],
  ['The company did not respond to a request for comment sent by letter.', 'The company said in a short note that its books were in order.'],
  ['According to figures from the ministry, prices rose by 3.1 percent in the year to June.', 'According to figures from the union, four in ten members work at night.'],
  ['“We are looking at every option,” a spokeswoman for the council said.', '“We are proud of what was done here,” a spokeswoman for the builders said.'],
  ['The decision is expected to take effect in the first week of April.', 'The decision surprised many who had followed the case from its beginning.'],
  ['It was the third such incident in the region within a month, the police said.', 'It was the warmest day in the region since records began, the weather office said.'],
  ['Residents were told to keep their windows closed until further notice.', 'Residents were offered tea and blankets in the gymnasium.'],
  ['More than 200 people took part in the meeting, which lasted until midnight.', 'More than 3,000 signatures were collected in front of the supermarket.'],
];
const BOILERPLATE = [
  'Readers with knowledge of the matter are asked to write to the editors.',
  'This article is part of a series on life away from the large towns.',
  'All figures were given by the parties themselves and could not be checked.',
];

/**
 * @param {{ lang: string, joiner: string, paragraphs: string[][] }} text
 * @param {number} seed
 */
export function simulateMoves({ lang, joiner, paragraphs }, seed) {
  // each text has its own row of numbers
  const salt = [...paragraphs[0][0]].reduce((sum, c) => (Math.imul(sum, 31) + c.codePointAt(0)) | 0, 0);
  const random = randomFrom(seed + salt), { chance, below, pick } = random;
  let slots = 0, units = 0;
  const unit = (sentence) => {
    const words = [...sentence.matchAll(WORD)];
    return { unit: units++, text: sentence, words: words.map((m) => ({ at: m.index, text: m[0], slot: slots++ })) };
  };
  const stranger = (sentence) => { const u = unit(sentence); u.words.forEach((w) => { w.slot = -1; }); u.unit = -1; return u; };
  // the last two paragraphs are kept back: new sentences and words are taken from them
  const donors = paragraphs.slice(-2).flat();
  const before = paragraphs.slice(0, -2).map((p) => p.map(unit));
  const decoy = { boilerplate: lang === 'en' && chance(0.4) ? pick(BOILERPLATE) : null, mould: lang === 'en' && chance(0.5) ? pick(MOULDS) : null };
  if (decoy.boilerplate) for (const k of [1, 3, 5]) if (before[k]) before[k].push(unit(decoy.boilerplate));
  const fading = decoy.mould ? unit(decoy.mould[0]) : null;
  if (fading) { const p = pick(before.slice(1)); p.splice(1 + below(p.length), 0, fading); }
  let after = before.map((p) => p.map((u) => ({ ...u, words: u.words.map((w) => ({ ...w })) })));

  const reserved = new Set(fading ? [fading.unit] : []);
  if (decoy.boilerplate) for (const p of before) for (const u of p) if (u.text === decoy.boilerplate) reserved.add(u.unit);
  const moves = [];
  const wanted = chance(0.2) ? 0 : 1 + below(2);
  for (let tries = 0; moves.length < wanted && tries < 20; tries++) {
    const whole = chance(0.4), long = 1 + below(3);
    if (whole) {
      const from = 1 + below(after.length - 1), size = Math.min(long, after.length - from, Math.max(1, after.length - 3));
      const group = after.slice(from, from + size).flat();
      if (group.some((u) => reserved.has(u.unit))) continue;
      const taken = after.splice(from, size);
      let to = 1 + below(after.length);
      if (to === from) to = to === after.length ? 1 : to + 1;
      if (to === from) { after.splice(from, 0, ...taken); continue; }
      after.splice(to, 0, ...taken);
      moves.push({ kind: 'paragraph', units: group.map((u) => u.unit) });
      group.forEach((u) => reserved.add(u.unit));
    } else {
      const home = after[1 + below(after.length - 1)], size = Math.min(long, home.length - 1);
      if (size < 1) continue;
      const from = below(home.length - size + 1);
      const group = home.slice(from, from + size);
      if (group.some((u) => reserved.has(u.unit) || u.words.length < 5)) continue;
      // not past a stock line of its own paragraph: which of its copies went would then be anybody's guess
      const target = chance(0.2) && !home.some((u) => reserved.has(u.unit)) ? home : pick(after.slice(1).filter((p) => p !== home));
      home.splice(from, size);
      let to = below(target.length + 1);
      if (target === home && to === from) to = from === home.length ? 0 : from + 1;
      target.splice(to, 0, ...group);
      moves.push({ kind: 'sentence', units: group.map((u) => u.unit) });
      group.forEach((u) => reserved.add(u.unit));
    }
    // half of them are edited on their way, a word or two a sentence and never more than one in seven
    if (chance(0.5)) {
      const ids = new Set(moves.at(-1).units);
      for (const u of after.flat()) if (ids.has(u.unit)) editLightly(u, Math.min(2, Math.floor(u.words.length / 7)));
      moves.at(-1).edited = true;
    }
  }
  function editLightly(u, times) {
    for (let n = 0; n < times; n++) {
      const w = u.words[below(u.words.length)], capital = /^\p{Lu}/u.test(w.text);
      const found = pick(donors.join(' ').match(WORD)), other = (capital ? found[0].toUpperCase() : found[0].toLowerCase()) + found.slice(1);
      if (w.slot >= 0 && other.toLowerCase() !== w.text.toLowerCase()) { w.replaced = other; w.slot = -1; }
    }
  }
  // what any edited article has besides
  for (const p of after) for (const u of p) if (!reserved.has(u.unit) && chance(0.15)) editLightly(u, 1);
  after = after.map((p) => p.filter((u) => reserved.has(u.unit) || after.flat().length < 8 || !chance(0.03)));
  for (const p of after) if (chance(0.08)) p.splice(below(p.length + 1), 0, stranger(pick(donors)));
  // decoys: a copy of what stayed where it was (else either might be the original), a stock line that goes once, a mould filled anew
  if (chance(0.4)) {
    const first = new Map(before.flat().map((u, i) => [u.unit, i])), then = new Map(after.flat().filter((u) => u.unit >= 0).map((u, i) => [u.unit, i]));
    const still = (u) => [...then].every(([v, i]) => v === u || (first.get(v) < first.get(u)) === (i < then.get(u)));
    const original = pick(after.flat().filter((u) => u.unit >= 0 && !reserved.has(u.unit) && u.words.length > 5 && u.words.every((w) => w.slot >= 0) && still(u.unit)));
    if (original) { const p = pick(after.slice(1)); p.splice(below(p.length + 1), 0, stranger(original.text)); }
  }
  if (decoy.boilerplate) { const homes = after.filter((p) => p.length > 1 && p.at(-1).text === decoy.boilerplate); if (homes.length > 1) pick(homes).pop(); }
  if (fading) {
    for (const p of after) { const k = p.findIndex((u) => u.unit === fading.unit); if (k >= 0) p.splice(k, 1); }
    const p = pick(after.slice(1).filter((x) => x.length)); if (p) p.splice(below(p.length + 1), 0, stranger(decoy.mould[1]));
  }
  after = after.filter((p) => p.length);
  return { lang, seed, moves, before: print(before, joiner), after: print(after, joiner) };
}

// { text, words: [{ start, end, slot, unit }], order: Map(unit → its place) }
function print(doc, joiner) {
  let text = '';
  const words = [], order = new Map();
  doc.forEach((p, i) => {
    if (i) text += '\n\n';
    p.forEach((u, j) => {
      if (j) text += joiner;
      if (u.unit >= 0) order.set(u.unit, order.size);
      let at = 0;
      for (const w of u.words) {
        text += u.text.slice(at, w.at);
        const shown = w.replaced ?? w.text;
        words.push({ start: text.length, end: text.length + shown.length, slot: w.slot, unit: u.unit });
        text += shown;
        at = w.at + w.text.length;
      }
      text += u.text.slice(at);
    });
  });
  return { text, words, order };
}

const within = (words, [start, end]) => words.filter((w) => w.start >= start && w.end <= end);

// Words that a move claims: what the report itself calls put in or taken out within it is no part of the claim, unless it stands
// at an end of the move, where it need not have been taken along.
function claimed(words, changes, side) {
  const put = changes.filter((c) => c.op !== 'replace' && c[side][1] > c[side][0]).map((c) => c[side]);
  const isPut = (w) => put.some(([s, e]) => s < w.end && e > w.start);
  const first = words.findIndex((w) => !isPut(w)), last = words.findLastIndex((w) => !isPut(w));
  return words.filter((w, i) => i < first || i > last || !isPut(w));
}

/**
 * How true the report's moves are.
 * @returns {{ found: number, right: number, truth: number, recalled: number, wrong: object[], missed: object[] }}
 */
export function scoreMoves(pair, report) {
  const { before, after } = pair;
  const at = { before: new Map(before.words.map((w) => [w.slot, w])), after: new Map(after.words.map((w) => [w.slot, w])) };
  at.before.delete(-1); at.after.delete(-1);
  const survives = [...before.order.keys()].filter((u) => after.order.has(u));
  const crosses = (u, v) => (before.order.get(u) - before.order.get(v)) * (after.order.get(u) - after.order.get(v)) < 0;

  const wrong = [];
  let right = 0;
  for (const move of report.moves) {
    const from = claimed(within(before.words, move.before), report.changes, 'before'), to = claimed(within(after.words, move.after), report.changes, 'after');
    const inFrom = new Set(from.map((w) => w.slot)), inTo = new Set(to.map((w) => w.slot));
    const units = new Set(from.filter((w) => w.slot >= 0 && inTo.has(w.slot)).map((w) => w.unit));
    const agrees = (w, other, opposite) => w.slot >= 0 && opposite.has(w.slot) ? other.has(w.slot) : units.has(w.unit);
    const share = (list, test) => (list.length ? list.filter(test).length / list.length : 0);
    const outside = survives.filter((u) => !units.has(u));
    const crossing = new Set([...units].filter((u) => after.order.has(u) && outside.some((v) => crosses(u, v))));
    const isRight = share(from, (w) => agrees(w, inTo, at.after)) >= ENOUGH && share(to, (w) => agrees(w, inFrom, at.before)) >= ENOUGH &&
      share(from, (w) => crossing.has(w.unit)) >= ENOUGH;
    if (isRight) right++;
    else wrong.push({ before: before.text.slice(...move.before), after: after.text.slice(...move.after) });
  }

  // Both what went and what it went past must stand matched; in place and moved together can only do that by telling the move.
  const { inPlace, moved } = runsOf(report, before.text, after.text);
  const matched = new Set();
  const starts = new Map(after.words.map((w) => [w.start, w]));
  for (const [s, e, x] of [...inPlace, ...moved]) {
    for (const w of within(before.words, [s, e])) {
      const other = starts.get(x + w.start - s);
      if (other && other.slot === w.slot && w.slot >= 0) matched.add(w.slot);
    }
  }
  const told = (units) => {
    const words = before.words.filter((w) => units.has(w.unit) && at.after.has(w.slot));
    return words.length > 0 && words.filter((w) => matched.has(w.slot)).length >= ENOUGH * words.length;
  };
  const missed = [];
  let recalled = 0, truth = 0;
  for (const move of pair.moves) {
    const units = new Set(move.units.filter((u) => after.order.has(u)));
    const passed = new Set(survives.filter((v) => !units.has(v) && [...units].some((u) => crosses(u, v))));
    if (!units.size || !passed.size) continue;   // other edits undid it
    truth++;
    if (told(units) && told(passed)) recalled++;
    else missed.push({ kind: move.kind, text: before.words.filter((w) => units.has(w.unit)).map((w) => before.text.slice(w.start, w.end)).join(' ') });
  }
  return { found: report.moves.length, right, truth, recalled, wrong, missed };
}
