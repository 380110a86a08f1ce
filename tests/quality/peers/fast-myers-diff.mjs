// fast-myers-diff on words, given numbers for words, which is what it is fastest on.
import { lcs } from 'fast-myers-diff';
import { buildReport, tokensOf } from './report.mjs';

export const name = 'fast-myers-diff';
export const ready = Promise.resolve();

export function diff(before, after) {
  const ids = new Map();
  const number = (token) => { let id = ids.get(token); if (id === undefined) ids.set(token, (id = ids.size)); return id; };
  const tokens = { before: tokensOf(before), after: tokensOf(after) };
  return { tokens, matches: [...lcs(Uint32Array.from(tokens.before, number), Uint32Array.from(tokens.after, number))] };
}

const starts = (tokens) => { let at = 0; return [0, ...tokens.map((token) => (at += token.length))]; };

export function compare(before, after) {
  const { tokens, matches } = diff(before, after);
  const b = starts(tokens.before), a = starts(tokens.after);
  return buildReport(before, after, matches.map(([i, j, n]) => [b[i], b[i + n], a[j], a[j + n]]));
}
