// Labelled lines → pairs of texts with the places that differ.
import fs from 'node:fs';
import { around } from './contexts.mjs';

export const CLASSES =
  ['spacing', 'typography', 'case', 'break', 'punctuation', 'spelling', 'number', 'name', 'order', 'wording'];

const here = new URL('.', import.meta.url);
const LINE = /^(\S+)\s+(\S+)\s+(yes|no|any)\s+(.+)$/;

// Characters that cannot be seen, or that the notation itself uses.
const WORDS = {
  sp: ' ', nbsp: '\u00a0', nnbsp: '\u202f', thin: '\u2009', tab: '\t', lf: '\n', crlf: '\r\n',
  zwsp: '\u200b', zwnj: '\u200c', zwj: '\u200d', wj: '\u2060', bom: '\ufeff', shy: '\u00ad',
  lrm: '\u200e', rlm: '\u200f', slash: '/', open: '[', close: ']',
};

function escape(word) {
  if (word in WORDS) return WORDS[word];
  if (word.startsWith('nfd:')) return word.slice(4).normalize('NFD');
  if (word.startsWith('U+')) return String.fromCodePoint(parseInt(word.slice(2), 16));
  throw new Error(`unknown escape {${word}}`);
}

/** One sentence in bracket notation → both versions and the bracketed spans, in UTF-16 code units from its start. */
export function parse(notation) {
  const text = { before: '', after: '' }, spans = [];
  let open = null, side = null;
  for (const [part, word] of notation.matchAll(/\{([^}]*)\}|[^]/gu)) {
    const literal = word !== undefined;
    if (!literal && part === '[' && !open) {
      open = { before: [text.before.length, 0], after: [text.after.length, 0] };
      side = 'before';
    } else if (!literal && part === '/' && side === 'before') side = 'after';
    else if (!literal && part === ']' && side === 'after') {
      open.before[1] = text.before.length;
      open.after[1] = text.after.length;
      spans.push(open);
      open = side = null;
    } else {
      const piece = literal ? escape(word) : part === '¶' ? '\n\n' : part;
      if (side !== 'after') text.before += piece;
      if (side !== 'before') text.after += piece;
    }
  }
  if (open) throw new Error(`a bracket is not closed: ${notation}`);
  if (!spans.length) throw new Error(`nothing differs: ${notation}`);
  return { ...text, spans };
}

const shift = ([start, end], by) => [start + by, end + by];

/** Every labelled line of every file, set into its own small text. */
export function readCases() {
  const cases = [];
  for (const file of fs.readdirSync(here).filter((name) => name.endsWith('.txt')).sort()) {
    fs.readFileSync(new URL(file, here), 'utf8').split('\n').forEach((line, i) => {
      if (!line || line.startsWith('#')) return;
      const where = `${file}:${i + 1}`, [, lang, label, quoted, notation] = LINE.exec(line) ?? [];
      if (!CLASSES.includes(label)) throw new Error(`${where}: no such class: ${line}`);
      const { head, tail } = around(lang), sentence = parse(notation);
      cases.push({
        where, lang, label, quoted, notation, file: file.slice(0, -4),
        before: head + sentence.before + tail,
        after: head + sentence.after + tail,
        spans: sentence.spans.map((s) => ({ before: shift(s.before, head.length), after: shift(s.after, head.length) })),
      });
    });
  }
  return cases;
}

/** The same case with its two versions changed over. */
export const mirror = (c) => ({
  ...c, before: c.after, after: c.before, spans: c.spans.map((s) => ({ before: s.after, after: s.before })),
});
