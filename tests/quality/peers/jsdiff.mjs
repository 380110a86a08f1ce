// jsdiff: npm "diff", its word diff. White space never makes an edit there, so it is read off both texts.
import { diffWords, diffWordsWithSpace } from 'diff';
import { buildReport, runsOfEdits } from './report.mjs';

export const name = 'jsdiff';
export const ready = Promise.resolve();
export const diff = (before, after) => diffWords(before, after);
export const diffWithSpace = (before, after) => diffWordsWithSpace(before, after);

/** Walks both texts by what the parts hold besides white space; equal white space between matches matches too. */
function runsOf(parts, before, after) {
  const runs = [], space = /\s/;
  let b = 0, a = 0;
  const skip = (text, at) => { while (at < text.length && space.test(text[at])) at++; return at; };
  for (const part of parts) {
    for (const c of part.value.split('')) {
      if (space.test(c)) continue;
      const nextB = part.added ? b : skip(before, b), nextA = part.removed ? a : skip(after, a);
      if (part.added) a = nextA + 1;
      else if (part.removed) b = nextB + 1;
      else {
        const last = runs.at(-1);
        if (last && last[1] === b && last[3] === a && before.slice(b, nextB) === after.slice(a, nextA)) { last[1] = nextB + 1; last[3] = nextA + 1; }
        else runs.push([nextB, nextB + 1, nextA, nextA + 1]);
        b = nextB + 1; a = nextA + 1;
      }
    }
  }
  return runs;
}

export const compare = (before, after) => buildReport(before, after, runsOf(diff(before, after), before, after));
export const compareWithSpace = (before, after) => buildReport(before, after,
  runsOfEdits(diffWithSpace(before, after).map((part) => [part.added ? 1 : part.removed ? -1 : 0, part.value])));
