// The scorer of moves is scored itself: an answer made from the truth gets full marks whichever way round it is told,
// an answer with a wrong move does not, and an answer without moves recalls nothing.

import { expect, test } from 'vitest';
import { buildReport } from './peers/report.mjs';
import { scoreMoves, simulateMoves } from './simulate-moves.mjs';
import { TEXTS } from './texts.mjs';

const pairs = TEXTS.flatMap((text) => Array.from({ length: 12 }, (_, seed) => simulateMoves(text, seed)));

// Each surviving sentence as [before span, after span, runs of its unchanged words].
function sentencesOf({ before, after }) {
  const spans = (side) => {
    const out = new Map();
    for (const w of side.words) {
      if (w.unit < 0) continue;
      const span = out.get(w.unit) ?? [w.start, w.end];
      out.set(w.unit, [span[0], w.end]);
    }
    return out;
  };
  const from = spans(before),
    to = spans(after),
    at = new Map(after.words.map((w) => [w.slot, w]));
  return [...from]
    .filter(([unit]) => to.has(unit))
    .map(([unit, span]) => ({
      unit,
      before: span,
      after: to.get(unit),
      runs: before.words
        .filter((w) => w.unit === unit && at.has(w.slot))
        .map((w) => [w.start, w.end, at.get(w.slot).start, at.get(w.slot).end]),
    }))
    .filter((s) => s.runs.length);
}

// Which sentences may stay where they are: a longest row that ascends on both sides. `last` takes the other one where two are as long.
function staying(sentences, pair, last) {
  const place = (s) => pair.after.order.get(s.unit),
    rows = [];
  for (const s of sentences) {
    const longest = rows
      .filter((row) => place(row.at(-1)) < place(s))
      .reduce((best, row) => (row.length + last > best.length ? row : best), []);
    rows.push([...longest, s]);
  }
  return new Set(rows.reduce((best, row) => (row.length + last > best.length ? row : best), []).map((s) => s.unit));
}

function answer(pair, last) {
  const sentences = sentencesOf(pair),
    keep = staying(sentences, pair, last);
  const runs = sentences.filter((s) => keep.has(s.unit)).flatMap((s) => s.runs);
  const moves = sentences.filter((s) => !keep.has(s.unit));
  return { sentences, keep, report: buildReport(pair.before.text, pair.after.text, runs, moves) };
}

test('the pairs hold moves of both kinds, and pairs without any', () => {
  const kinds = pairs.flatMap((p) => p.moves.map((m) => m.kind));
  expect(kinds.filter((k) => k === 'sentence').length > 50).toBeTruthy();
  expect(kinds.filter((k) => k === 'paragraph').length > 30).toBeTruthy();
  expect(pairs.some((p) => !p.moves.length)).toBeTruthy();
});

for (const last of [false, true]) {
  test(`the truth gets full marks (${last ? 'one' : 'the other'} choice of what stays)`, () => {
    for (const pair of pairs) {
      const score = scoreMoves(pair, answer(pair, last).report);
      expect([score.wrong, score.missed], `${pair.lang} ${pair.seed}`).toStrictEqual([[], []]);
    }
  });
}

test('a move between two sentences that have nothing to do with each other is wrong', () => {
  let tried = 0;
  for (const pair of pairs) {
    const { sentences, keep } = answer(pair, false);
    const still = sentences.filter((s) => keep.has(s.unit));
    if (still.length < 6) continue;
    const [one, other] = [still[1], still[4]];
    const runs = still.filter((s) => s !== one && s !== other).flatMap((s) => s.runs);
    const report = buildReport(pair.before.text, pair.after.text, runs, [
      { before: one.before, after: other.after, runs: [] },
    ]);
    const score = scoreMoves(pair, report);
    expect(score.right).toBe(0);
    tried++;
  }
  expect(tried > 50).toBeTruthy();
});

test('a sentence that stayed is no move, even where its words are right', () => {
  for (const pair of pairs.filter((p) => !p.moves.length)) {
    const { sentences } = answer(pair, false);
    const [stayed, ...rest] = sentences;
    const report = buildReport(
      pair.before.text,
      pair.after.text,
      rest.flatMap((s) => s.runs),
      [stayed],
    );
    expect(scoreMoves(pair, report).right).toBe(0);
  }
});

test('who tells no move recalls none', () => {
  for (const pair of pairs) {
    const { sentences, keep } = answer(pair, false);
    const report = buildReport(
      pair.before.text,
      pair.after.text,
      sentences.filter((s) => keep.has(s.unit)).flatMap((s) => s.runs),
    );
    expect(scoreMoves(pair, report).recalled).toBe(0);
  }
});
