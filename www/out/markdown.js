// Model → Markdown: what was cut ~~struck~~, what was added **bold**, every sign of the texts' own escaped.
import { flow } from './flow.js';
import { summaryText } from './summary.js';

/** What means something inside a line of Markdown, HTML and GitHub's strikethrough included. */
const SPECIAL = /[\\`*_[\]<>~|&]/g;

/** Words → the same words in Markdown, anywhere but at the start of a line. */
export const escapeInline = (text) => text.replace(/[\t\r\n\f\v\u0085\u2028\u2029]+/g, ' ').replace(SPECIAL, '\\$&')
  // An address would be linked, and its signs with it.
  .replace(/\b(https?|ftp|mailto)(:)/gi, '$1\\$2').replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`);

/** What means something only where a line begins: headings, lists, quotations, rules, numbered items. */
const escapeStart = (line) => line.replace(/^ +/, '').replace(/^([#+=-])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2');

const SIGNS = { cut: ['~~', 'del'], new: ['**', 'ins'], note: ['*', 'em'] };

const isBlank = (letter) => letter === '' || /\s/u.test(letter);
const isSign = (letter) => /[\p{P}\p{S}]/u.test(letter);

/**
 * A marked stretch. Signs of emphasis do not count where they stand between a letter and a punctuation mark, as in
 * `nets~~,~~ and`: there, and only there, HTML says it.
 */
function mark({ kind, text }, before, after) {
  if (!text.trim()) return text.replace(/\s+/g, ' ');
  const [, lead, words, trail] = /^(\s*)(.*?)(\s*)$/su.exec(text);
  const [signs, tag] = SIGNS[kind];
  const edge = { before: lead ? ' ' : before, after: trail ? ' ' : after };
  const [first] = words;
  const last = [...words].at(-1);
  const opens = !isSign(first) || isBlank(edge.before) || isSign(edge.before);
  const closes = !isSign(last) || isBlank(edge.after) || isSign(edge.after);
  const inner = escapeInline(words);
  const marked = opens && closes ? `${signs}${inner}${signs}` : `<${tag}>${inner}</${tag}>`;
  return `${lead && ' '}${marked}${trail && ' '}`;
}

/** Pieces → one line. @param {import('./flow.js').Piece[]} pieces */
export function markdownLine(pieces) {
  const parts = pieces.filter(({ text }) => text);
  const edge = (piece, end) => (piece ? (piece.kind === 'same' ? (end ? [...piece.text].at(-1) : [...piece.text][0]) : '*') : '');
  const written = parts.map((piece, i) => {
    if (piece.kind === 'same') return escapeInline(piece.text);
    // Words of ours stand apart from the text's.
    const apart = piece.kind === 'note';
    const said = apart ? mark(piece, ' ', ' ') : mark(piece, edge(parts[i - 1], true), edge(parts[i + 1], false));
    return apart ? `${i && !/\s$/.test(parts[i - 1].text) ? ' ' : ''}${said}${i < parts.length - 1 ? ' ' : ''}` : said;
  });
  return written.join('').replace(/ {2,}/g, ' ').trim();
}

/**
 * @param {any} model see view/model.js
 * @param {(stop: any) => boolean} shown
 * @param {import('../words.js').Words} words
 * @param {{ furniture?: boolean }} [how] furniture: told as well
 * @returns {string} ends with a line end
 */
export function toMarkdown(model, shown, words, { furniture = false } = {}) {
  const told = flow(model, shown, words, { furniture });
  const head = summaryText(model, words).split('\n').map((line) => `> ${escapeStart(escapeInline(line))}`).join('\n>\n');
  const body = told.lines.map(({ kind, pieces }) => {
    const line = markdownLine(pieces);
    return kind === 'heading' ? `## ${line}` : plainStart(pieces) ? escapeStart(line) : line;
  });
  if (told.furniture) body.push(`*${escapeInline(words.t('out.furniture', { n: told.furniture }))}*`);
  return `${[head, ...body].join('\n\n')}\n`;
}

/** Whether a line begins with the text's own unmarked words. */
const plainStart = (pieces) => pieces.find(({ text }) => text.trim())?.kind === 'same';
