// Makes pairs of texts in which it is known what was moved.
//
// simulate(paragraphs, donors, lang, seed, kind) → { before, after, links, moved }
//   paragraphs  string[]                the first version
//   donors      string[]                paragraphs of other texts, for what is inserted
//   kind        one of KINDS
//   links       Int32Array              for each code unit of before the one of after it became, or -1
//   moved       { unit, before }[]      what was taken to another place: its span in before

export const KINDS = ['paragraph', 'sentence', 'edited', 'phrase', 'none'];

function randomFrom(seed) { // xorshift32: small, and the same everywhere
  let state = (seed * 2654435769) >>> 0 || 1;
  return () => {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return state / 4294967296;
  };
}

const UNSPACED = new Set(['zh', 'ja', 'th']);
const segmenters = new Map();
function pieces(text, lang, granularity) {
  const key = `${lang} ${granularity}`;
  if (!segmenters.has(key)) segmenters.set(key, new Intl.Segmenter(lang, { granularity }));
  return [...segmenters.get(key).segment(text)];
}

// An abbreviation such as "Mr." must not end a sentence here: what is moved has to be one.
const UNFINISHED = /(?:^|[\s(])(?:\p{L}|\p{L}\.\p{L}|Mr|Mrs|Dr|St|Gen|No|Oct|S)\.$/u;
function sentences(text, lang) {
  const out = [];
  for (const { segment } of pieces(text, lang, 'sentence')) {
    if (out.length && UNFINISHED.test(out.at(-1).trimEnd())) out[out.length - 1] += segment;
    else out.push(segment);
  }
  return out.map((s) => s.trim()).filter(Boolean);
}

let lastId = 0;
const tokens = (sentence, lang, own) => pieces(sentence, lang, 'word').map((p) => ({ text: p.segment, word: p.isWordLike, id: own ? ++lastId : 0 }));
const letters = (sentence) => sentence.reduce((n, t) => n + (t.word ? t.text.length : 0), 0);
const long = (sentence) => sentence.filter((t) => t.word).length >= 6;

function lay(paragraphs, lang) {
  const spans = new Map();
  let text = '';
  paragraphs.forEach((paragraph, i) => {
    if (i) text += '\n\n';
    paragraph.forEach((sentence, k) => {
      if (k && !UNSPACED.has(lang)) text += ' ';
      else if (k && lang === 'th') text += ' ';
      for (const token of sentence) {
        if (token.id) spans.set(token.id, text.length);
        text += token.text;
      }
    });
  });
  return { text, spans };
}

export function simulate(paragraphs, donors, lang, seed, kind) {
  const random = randomFrom(seed), below = (n) => Math.floor(random() * n), pick = (list) => list[below(list.length)];
  lastId = 0;
  const before = paragraphs.map((p) => sentences(p, lang).map((s) => tokens(s, lang, true)));
  const strange = donors.map((p) => sentences(p, lang).map((s) => tokens(s, lang, false)));
  const strangeWords = strange.flat(2).filter((t) => t.word && t.text.length > (UNSPACED.has(lang) ? 1 : 3));
  let after = before.map((p) => p.map((s) => s.map((t) => ({ ...t }))));
  const change = (sentence) => {
    const words = sentence.filter((t) => t.word && t.id);
    if (words.length > 5) { const word = pick(words.slice(1)); word.text = pick(strangeWords).text; word.id = 0; }
  };

  // what happens in any revision, and must not be taken for a move
  for (const paragraph of after) for (const sentence of paragraph) if (random() < 0.12) change(sentence);
  if (random() < 0.6) after.splice(below(after.length), 1);
  if (random() < 0.6) { const p = pick(after); if (p.length > 1) p.splice(below(p.length), 1); }
  if (random() < 0.6) after.splice(below(after.length + 1), 0, pick(strange).map((s) => s.map((t) => ({ ...t }))));
  if (random() < 0.6) { const p = pick(after); p.splice(below(p.length + 1), 0, pick(strange.flat()).map((t) => ({ ...t }))); }

  const taken = [];
  const own = (list) => list.filter((t) => t.word && t.id).length >= 0.7 * list.filter((t) => t.word).length;
  const movable = (p) => own(p.flat()) && p.reduce((n, s) => n + letters(s), 0) >= 40;
  const moveParagraph = () => {
    const choices = after.map((p, i) => i).filter((i) => movable(after[i]) && !taken.some((m) => after[i].flat().some((t) => m.ids.has(t.id))));
    const from = pick(choices);
    const places = after.map((p, i) => i).filter((i) => Math.abs(i - from) >= 2);
    if (from === undefined || !places.length) return;
    const to = pick(places), [paragraph] = after.splice(from, 1);
    after.splice(to, 0, paragraph);
    if (kind === 'edited') paragraph.forEach(change);
    taken.push({ unit: 'paragraph', ids: new Set(paragraph.flat().map((t) => t.id).filter(Boolean)) });
  };
  const moveSentence = () => {
    const choices = [];
    after.forEach((p, i) => p.forEach((s, k) => {
      if (p.length > 1 && long(s) && letters(s) >= 25 && own(s) && !taken.some((m) => s.some((t) => m.ids.has(t.id)))) choices.push([i, k]);
    }));
    const [i, k] = pick(choices) ?? [];
    if (i === undefined) return;
    const targets = after.map((p, n) => n).filter((n) => n !== i && !taken.some((m) => after[n].flat().some((t) => m.ids.has(t.id))));
    if (!targets.length) return;
    const [sentence] = after[i].splice(k, 1), target = after[pick(targets)];
    target.splice(below(target.length + 1), 0, sentence);
    if (kind === 'edited') change(sentence);
    taken.push({ unit: 'sentence', ids: new Set(sentence.map((t) => t.id).filter(Boolean)) });
  };
  // a clause between a comma and the full stop goes to the end of another sentence of the text
  const movePhrase = () => {
    const choices = [];
    after.forEach((p) => p.forEach((s) => {
      const comma = s.findLastIndex((t) => /^[,，、،]/u.test(t.text)), end = s.at(-1);
      if (comma > 0 && !end.word && s.slice(comma).filter((t) => t.word).length >= 7 && s.slice(0, comma).filter((t) => t.word).length >= 4 && s.every((t) => t.id)) choices.push([s, comma]);
    }));
    const [from, comma] = pick(choices) ?? [];
    if (!from) return;
    const targets = after.flat().filter((s) => s !== from && long(s) && /^[.。।]$/u.test(s.at(-1).text));
    if (!targets.length) return;
    const phrase = from.splice(comma, from.length - 1 - comma), to = pick(targets);
    to.splice(to.length - 1, 0, ...phrase);
    taken.push({ unit: 'phrase', ids: new Set(phrase.map((t) => t.id).filter(Boolean)) });
  };
  if (kind === 'paragraph') { moveParagraph(); if (random() < 0.4) moveParagraph(); }
  if (kind === 'sentence') { moveSentence(); if (random() < 0.4) moveSentence(); }
  if (kind === 'edited') (random() < 0.5 ? moveParagraph : moveSentence)();
  if (kind === 'phrase') movePhrase();
  after = after.filter((p) => p.length);

  const a = lay(before, lang), b = lay(after, lang), links = new Int32Array(a.text.length).fill(-1);
  const kept = new Map(after.flat(2).filter((t) => t.id).map((t) => [t.id, t]));
  for (const token of before.flat(2)) {
    if (!kept.has(token.id)) continue;
    for (let k = 0; k < token.text.length; k++) links[a.spans.get(token.id) + k] = b.spans.get(token.id) + k;
  }
  const moved = taken.map(({ unit, ids }) => {
    const starts = [...ids].map((id) => a.spans.get(id));
    const last = before.flat(2).find((t) => t.id === Math.max(...ids));
    return { unit, before: [Math.min(...starts), a.spans.get(last.id) + last.text.length] };
  });
  return { before: a.text, after: b.text, links, moved };
}
