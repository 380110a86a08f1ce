// The measures of a report once more, slow and plain: from its runs, word by word. `src/assemble/words.rs` counts the same from its own
// tables; where the two part, one of them is wrong.
import { runsOf } from './runs.mjs';

/** Changes that leave a word the same word. */
const SAME_WORD = new Set(['spacing', 'typography', 'case', 'break']);
/** Words of the shortest stretch that counts as a passage. */
const LEAST = 3;

/** Words as [start, end], as the platform cuts them. */
function wordsOf(text, lang) {
  return [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)]
    .filter((piece) => piece.isWordLike).map(({ index, segment }) => [index, index + segment.length]);
}

const covers = (span, at) => span[0] <= at && at < span[1];

/**
 * @param {object} report @param {string} before @param {string} after @param {string} [lang] for cutting words
 * @returns {{ words, shared, containment, similarity, passages }} as in the report, but with every passage, longest first
 */
export function measure(report, before, after, lang = 'und') {
  const { inPlace, moved } = runsOf(report, before, after);
  const story = (side, at) => !report.blocks[side].some((b) => b.kind === 'furniture' && covers(b.span, at));
  const words = { before: wordsOf(before, lang).filter(([at]) => story('before', at)), after: wordsOf(after, lang).filter(([at]) => story('after', at)) };

  // which character of Before stands where in After
  const partner = new Map();
  for (const [s, e, x] of [...inPlace, ...moved]) for (let k = 0; k < e - s; k++) partner.set(s + k, x + k);

  // a word stands in the other text when every difference inside it leaves it the same word, or only its place in an order changed
  const isShared = (side, [start, end]) => {
    const inside = report.changes.filter(({ [side]: span }) => span[0] < end && span[1] > start);
    return inside.every((c) => SAME_WORD.has(c.class)) || inside.some((c) => c.class === 'order');
  };
  const shared = { before: words.before.filter((w) => isShared('before', w)), after: words.after.filter((w) => isShared('after', w)) };

  // the word of the other side: where any of its characters went, or the nth word of a change that re-dresses n words
  const at = { before: new Map(), after: new Map() };
  for (const side of ['before', 'after']) words[side].forEach(([s, e], i) => { for (let k = s; k < e; k++) at[side].set(k, i); });
  const counterpart = (i) => {
    const [start, end] = words.before[i];
    for (let k = start; k < end; k++) if (partner.has(k) && at.after.has(partner.get(k))) return at.after.get(partner.get(k));
    const change = report.changes.find((c) => SAME_WORD.has(c.class) && c.op === 'replace' && c.before[0] <= start && c.before[1] >= end);
    if (!change) return undefined;
    const ordinal = words.before.filter(([s, e]) => s >= change.before[0] && e <= start).length;
    return words.after.findIndex(([s]) => s >= change.after[0]) + ordinal;
  };
  const ordered = (side, [start, end]) => report.changes.some((c) => c.class === 'order' && c[side][0] < end && c[side][1] > start);
  const followers = words.before.map((w, i) => (isShared('before', w) && !ordered('before', w) ? counterpart(i) : undefined));

  // the longest stretches whose words follow one another on both sides
  const passages = [];
  for (let first = 0; first < followers.length;) {
    if (followers[first] === undefined) { first++; continue; }
    let last = first;
    while (followers[last + 1] === followers[last] + 1) last++;
    const count = last - first + 1;
    if (count >= LEAST) passages.push({ before: [words.before[first][0], words.before[last][1]], after: [words.after[followers[first]][0], words.after[followers[last]][1]], words: count });
    first = last + 1;
  }
  passages.sort((p, q) => q.words - p.words || p.before[0] - q.before[0]);

  const count = { before: words.before.length, after: words.after.length }, total = count.before + count.after;
  const found = { before: shared.before.length, after: shared.after.length };
  return {
    words: count,
    shared: found,
    containment: { before: count.before ? found.before / count.before : 0, after: count.after ? found.after / count.after : 0 },
    similarity: total ? (found.before + found.after) / total : 1,
    passages,
  };
}
