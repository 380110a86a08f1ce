// (labelled case, report) → what is wrong with the report, in words; nothing when all is right.

const DIGIT = /\p{N}/u;
const SPACE = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/u;
const segmenters = new Map();
function segmenter(lang) {
  if (!segmenters.has(lang)) segmenters.set(lang, new Intl.Segmenter(lang, { granularity: 'word' }));
  return segmenters.get(lang);
}

// A mark may be a little wider than the bracket: out to the ends of the words, and over the marks and the white
// space beside them. A number may also take its unit or its currency along, a word on each side.
function room(text, [start, end], lang, label) {
  let [from, to] = [start, end];
  const pieces = [...segmenter(lang).segment(text)].map((p) => [p.index, p.index + p.segment.length, p.isWordLike]);
  for (const [s, e, word] of pieces) {
    if (word && s < end && e > start) { from = Math.min(from, s); to = Math.max(to, e); }
    if (word && (s === to && start === end)) to = e;
    if (word && (e === from && start === end)) from = s;
  }
  const widen = (words) => {
    for (let left = words, k = pieces.length - 1; k >= 0; k--) {
      const [s, e, word] = pieces[k];
      if (e > from) continue;
      if (word && left-- <= 0) break;
      if (!word && text.slice(s, e).includes('\n') && !text.slice(start, end).includes('\n')) break;
      from = s;
    }
    for (let left = words, k = 0; k < pieces.length; k++) {
      const [s, e, word] = pieces[k];
      if (s < to) continue;
      if (word && left-- <= 0) break;
      if (!word && text.slice(s, e).includes('\n') && !text.slice(start, end).includes('\n')) break;
      to = e;
    }
  };
  // A compound such as Japan-U.K. is a run without white space; scripts without spaces end at the word.
  if (!['zh', 'ja', 'th'].includes(lang)) {
    while (from > 0 && !SPACE.test(text[from - 1])) from--;
    while (to < text.length && !SPACE.test(text[to])) to++;
  }
  widen(label === 'number' ? 1 : 0);
  return [from, to];
}

const inside = ([s, e], [from, to]) => s >= from && e <= to;

export function faults(c, report) {
  const found = [], show = (x) => `${x.class} [${c.before.slice(...x.before)}/${c.after.slice(...x.after)}]`;
  if (report.moves.length) found.push(`${report.moves.length} move(s)`);
  if (!report.changes.length) return [...found, 'no change at all'];
  const rooms = c.spans.map((s) => ({
    before: room(c.before, s.before, c.lang, c.label), after: room(c.after, s.after, c.lang, c.label),
  }));
  for (const change of report.changes) {
    if (change.class !== c.label) found.push(`class ${show(change)}`);
    if (c.quoted !== 'any' && change.quoted !== (c.quoted === 'yes')) found.push(`quoted ${change.quoted} ${show(change)}`);
    if (change.furniture) found.push(`furniture ${show(change)}`);
    if (!rooms.some((r) => inside(change.before, r.before) && inside(change.after, r.after))) found.push(`place ${show(change)}`);
  }
  for (const span of c.spans) {
    const touching = report.changes.filter((x) => ['before', 'after'].some((side) =>
      x[side][0] <= span[side][1] && x[side][1] >= span[side][0]));
    if (!touching.length) found.push(`nothing at [${c.before.slice(...span.before)}/${c.after.slice(...span.after)}]`);
    if (c.label !== 'number') continue;
    for (const side of ['before', 'after']) {
      const digits = [...c[side].slice(...span[side]).matchAll(/\p{N}[\p{N}.,:'’\s٫٬]*/gu)]
        .map((m) => [span[side][0] + m.index, span[side][0] + m.index + m[0].replace(/[^\p{N}]+$/u, '').length]);
      for (const [s, e] of digits) {
        const cut = touching.some((x) => x[side][0] < e && x[side][1] > s && !(x[side][0] <= s && x[side][1] >= e));
        const half = touching.some((x) => {
          const [from, to] = x[side];
          return to > from && ((DIGIT.test(c[side][from - 1] ?? '') && DIGIT.test(c[side][from]))
            || (DIGIT.test(c[side][to - 1]) && DIGIT.test(c[side][to] ?? '')));
        });
        if (cut || half) found.push(`number cut ${touching.map(show).join(' ')}`);
      }
    }
  }
  return [...new Set(found)];
}
