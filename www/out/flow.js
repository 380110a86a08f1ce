// Model → one text with its changes, paragraph by paragraph, as plain data: what Markdown is written from. It says what
// the inline reading draws.
import { pieces } from '../view/marks.js';
import { shorten, weave } from '../view/inline.js';

/**
 * @typedef {{ kind: 'same' | 'cut' | 'new' | 'note', text: string }} Piece
 *   note: words of ours, not of either text
 * @typedef {{ kind: 'heading' | 'paragraph' | 'furniture', pieces: Piece[] }} Line
 */

const stretch = (paragraphs) => (paragraphs.length ? [paragraphs[0].start, paragraphs.at(-1).end] : null);

class Page {
  /** @type {Line[]} */
  lines = [];
  #line = null;

  begin(kind) { this.#line = { kind, pieces: [] }; this.lines.push(this.#line); }

  /** Adds words; a line break in what After holds begins a paragraph there. */
  add(kind, text) {
    const parts = kind === 'cut' ? [text.replace(/\s*\n\s*/g, ' ')] : text.split(/\s*\n\s*/);
    parts.forEach((part, i) => {
      // A moved stretch may begin with the gap before it: what we say of it stays on its line.
      if (i && this.#line.pieces.some((piece) => piece.kind !== 'note')) this.begin(this.#line.kind === 'furniture' ? 'furniture' : 'paragraph');
      if (!part) return;
      const last = this.#line.pieces.at(-1);
      if (last?.kind === kind && kind !== 'note') last.text += part;
      else this.#line.pieces.push({ kind, text: part });
    });
  }

  /** The lines that hold something. */
  get filled() { return this.lines.filter((line) => line.pieces.some(({ text }) => text.trim())); }
}

/**
 * @param {any} model  @param {(stop: any) => boolean} shown
 * @param {import('../words.js').Words} words
 * @param {{ furniture: boolean }} how whether page furniture is told
 * @returns {{ lines: Line[], furniture: number }} furniture: lines left out
 */
export function flow(model, shown, words, { furniture }) {
  const page = new Page();
  let leftOut = 0;
  for (const item of model.items) {
    if (item.furniture && !furniture) leftOut += Math.max(item.before.length, item.after.length);
    else writeItem(page, item, { model, shown, words });
  }
  return { lines: page.filled, furniture: leftOut };
}

function writeItem(page, item, context) {
  const { model: { texts }, shown, words } = context;
  page.begin((item.after[0] ?? item.before[0])?.kind ?? 'paragraph');
  const [before, after] = [stretch(item.before), stretch(item.after)];
  const moveShown = shown(item.move ?? { lens: 'moved' });
  if (item.half === 'before') {
    if (moveShown) page.add('note', `${words.t('mark.away')} ${shorten(texts.before.slice(...before), 80)}`);
    return;
  }
  if (item.half && moveShown) page.add('note', words.t('mark.here'));
  const changes = item.stops.filter(({ kind }) => kind === 'change');
  const moves = item.stops.filter((stop) => stop.kind === 'move' && stop !== item.move);
  const list = item.half && item.move ? weave(item.move.before, item.move.after, changes, [])
    : weave(before ?? [0, 0], after ?? [0, 0], changes, moves);
  if (list) writePieces(page, list, changes, context);
  // Words that answer to another line cannot be woven into this one: its sides stand one after the other.
  else for (const paragraph of [...item.before, ...item.after]) writeParagraph(page, paragraph, context);
}

function writePieces(page, list, changes, context) {
  const { model: { texts }, shown, words } = context;
  for (const { kind, side, start, end, stop } of list) {
    const text = texts[side].slice(start, end);
    if (kind === 'same') page.add('same', text);
    else if (kind === 'away') {
      if (shown(stop)) page.add('note', `${words.t('mark.away')} ${shorten(text)}`);
    } else if (kind === 'here') {
      if (shown(stop)) page.add('note', words.t('mark.here'));
      writePieces(page, weave(stop.before, stop.after, changes, []) ?? [{ kind: 'same', side: 'after', start, end }], changes, context);
    } else if (!shown(stop) || stop.lens === 'break') {
      // What is hidden reads as After has it.
      if (kind === 'new') page.add('same', text);
    } else page.add(kind, text);
  }
}

function writeParagraph(page, paragraph, { model: { texts }, shown }) {
  page.begin(paragraph.kind);
  for (const { start, end, change } of pieces(paragraph, shown)) {
    if (start < end) page.add(change ? { before: 'cut', after: 'new' }[paragraph.side] : 'same', texts[paragraph.side].slice(start, end));
  }
}
