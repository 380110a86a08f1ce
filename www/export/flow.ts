// Model → one text with its changes, paragraph by paragraph, as plain data: what Markdown and the fragment of HTML are written
// from. It says what the inline view draws.
import { shorten } from '../view/model/excerpts.js';
import { piecesOf } from '../view/model/marks.js';
import { spanOf } from '../view/model/paragraphs.js';
import type { ChangeStop, Item, Paragraph } from '../view/model/types.js';
import { weaveItem, weaveMove, type Strand } from '../view/model/weave.js';
import type { RenderContext } from '../view/context.js';

/** Length, in UTF-16 units, of the words that name a paragraph which moved away. */
const MOVED_PARAGRAPH_LENGTH = 80;

export interface FlowPiece {
  /** `note`: words of the interface, not of either text. */
  kind: 'same' | 'cut' | 'new' | 'note';
  text: string;
  /** The change to which a piece that was cut or is new belongs. */
  stop?: ChangeStop;
}

export interface FlowLine {
  kind: Paragraph['kind'];
  pieces: FlowPiece[];
}

class Page {
  readonly #lines: FlowLine[] = [];
  #line: FlowLine = { kind: 'paragraph', pieces: [] };

  begin(kind: Paragraph['kind']): void {
    this.#line = { kind, pieces: [] };
    this.#lines.push(this.#line);
  }

  /** Adds words. A line break in the text of After begins a paragraph. */
  add(kind: FlowPiece['kind'], text: string, stop?: ChangeStop): void {
    const parts = kind === 'cut' ? [text.replace(/\s*\n\s*/g, ' ')] : text.split(/\s*\n\s*/);
    parts.forEach((part, i) => {
      // A moved stretch may begin with a line break: a note on the move stays on its line.
      if (i && this.#line.pieces.some((piece) => piece.kind !== 'note')) {
        this.begin(this.#line.kind === 'furniture' ? 'furniture' : 'paragraph');
      }
      if (!part) return;
      const last = this.#line.pieces.at(-1);
      if (last?.kind === kind && last.stop === stop && kind !== 'note') last.text += part;
      else this.#line.pieces.push(stop ? { kind, text: part, stop } : { kind, text: part });
    });
  }

  /** The lines that have any words. */
  get filledLines(): FlowLine[] {
    return this.#lines.filter(({ pieces }) => pieces.some(({ text }) => text.trim()));
  }
}

export interface Flow {
  lines: FlowLine[];
  /** How many lines of page furniture were left out. */
  furniture: number;
}

/** `furniture`: whether page furniture is written too. */
export function flowOf(context: RenderContext, { furniture }: { furniture: boolean }): Flow {
  const page = new Page();
  let leftOut = 0;
  for (const item of context.model.items) {
    if (item.furniture && !furniture) leftOut += Math.max(item.before.length, item.after.length);
    else writeItem(page, item, context);
  }
  return { lines: page.filledLines, furniture: leftOut };
}

function writeItem(page: Page, item: Item, context: RenderContext): void {
  const { model, shown, i18n } = context;
  page.begin((item.after[0] ?? item.before[0])?.kind ?? 'paragraph');
  const isMoveShown = shown(item.move ?? { class: 'moved' });
  if (item.half === 'before') {
    const text = model.texts.before.slice(...(spanOf(item.before) ?? [0, 0]));
    if (isMoveShown) page.add('note', `${i18n.t('mark.away')} ${shorten(text, MOVED_PARAGRAPH_LENGTH)}`);
    return;
  }
  if (item.half && isMoveShown) page.add('note', i18n.t('mark.here'));
  const strands = weaveItem(item);
  if (strands) writeStrands(page, strands, item, context);
  // Words that correspond to another item cannot be woven into this one: its sides are written one after the other.
  else for (const paragraph of [...item.before, ...item.after]) writeParagraph(page, paragraph, context);
}

function writeStrands(page: Page, strands: readonly Strand[], item: Item, context: RenderContext): void {
  const { model, shown, i18n } = context;
  for (const strand of strands) {
    const text = model.texts[strand.side].slice(strand.start, strand.end);
    switch (strand.kind) {
      case 'same':
        page.add('same', text);
        break;
      case 'away':
        if (shown(strand.stop)) page.add('note', `${i18n.t('mark.away')} ${shorten(text)}`);
        break;
      case 'here':
        if (shown(strand.stop)) page.add('note', i18n.t('mark.here'));
        writeStrands(page, weaveMove(strand.stop, item.stops), item, context);
        break;
      default:
        if (shown(strand.stop) && strand.stop.class !== 'break') page.add(strand.kind, text, strand.stop);
        // The text of a hidden difference is that of After.
        else if (strand.kind === 'new') page.add('same', text);
    }
  }
}

function writeParagraph(page: Page, paragraph: Paragraph, { model, shown }: RenderContext): void {
  page.begin(paragraph.kind);
  const { side } = paragraph;
  for (const { start, end, change } of piecesOf(paragraph, shown)) {
    if (start === end) continue;
    const kind = side === 'before' ? 'cut' : 'new';
    page.add(change ? kind : 'same', model.texts[side].slice(start, end), change?.stop);
  }
}
