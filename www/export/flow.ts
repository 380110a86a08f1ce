// Model → one text with its changes, paragraph by paragraph, as plain data: what Markdown and the fragment of HTML are written
// from. It says what the inline view draws.
import { partitionPoint } from '../partition-point.js';
import type { Format } from '../report-types.js';
import type { Side } from '../sides.js';
import type { RenderContext } from '../view/context.js';
import { objectLabel } from '../view/labels.js';
import { shorten } from '../view/model/excerpts.js';
import { piecesOf } from '../view/model/marks.js';
import { spanOf } from '../view/model/paragraphs.js';
import { endRunsOf, runsOf, type ObjectName, type ObjectRun, type Run } from '../view/model/runs.js';
import type { ChangeStop, FormatStop, Item, Look, Paragraph } from '../view/model/types.js';
import { weaveItem, weaveMove, type Strand } from '../view/model/weave.js';
import { describeStopShort } from '../view/reading/describe-stop.js';

/** Length, in UTF-16 units, of the words that name a paragraph which moved away. */
const MOVED_PARAGRAPH_LENGTH = 80;

export interface FlowPiece {
  /** `note`: words of the interface, not of either text. */
  kind: 'same' | 'cut' | 'new' | 'note';
  /** Of a picture, its name. */
  text: string;
  /** The change to which a piece that was cut or is new belongs. */
  stop?: ChangeStop | FormatStop;
  /** The links and marks of the text, outer ones first. */
  formats?: readonly Format[];
  /** Where these differ. */
  differences?: readonly FormatStop[];
  /** The picture that it stands for. */
  object?: ObjectName;
}

export interface FlowLine {
  kind: Paragraph['kind'];
  /** What the document says of it. */
  look: Look | null;
  /** White space at its start, where that is kept. */
  indent: string;
  pieces: FlowPiece[];
}

class Page {
  readonly #context: RenderContext;
  readonly #lines: FlowLine[] = [];
  #line: FlowLine = { kind: 'paragraph', look: null, indent: '', pieces: [] };

  constructor(context: RenderContext) {
    this.#context = context;
  }

  /** Begins a line as `paragraph` is one. */
  begin(paragraph: Paragraph | undefined, kind = paragraph?.kind ?? 'paragraph'): void {
    const look = paragraph?.look ?? null;
    const indent = paragraph && look?.kinds.includes('preformatted') ? this.#indentOf(paragraph) : '';
    this.#line = { kind, look, indent, pieces: [] };
    this.#lines.push(this.#line);
  }

  note(text: string): void {
    this.#line.pieces.push({ kind: 'note', text });
  }

  /** Adds the words from `start` to `end` of a side. A line break in After begins a line. */
  add(kind: 'same' | 'cut' | 'new', { side, start, end }: Stretch, stop?: ChangeStop): void {
    const text = this.#context.model.texts[side].slice(start, end);
    let from = start;
    for (const { 0: space, index } of [...text.matchAll(/\s*\n\s*/g), { 0: '', index: text.length }]) {
      const to = start + index;
      this.#addWords(kind, { side, start: from, end: to }, stop);
      from = to + space.length;
      if (!space) break;
      if (kind === 'cut') this.#push({ kind, text: ' ', ...(stop && { stop }) });
      // A moved stretch may begin with a line break: a note on the move stays on its line.
      else if (this.#line.pieces.some((piece) => piece.kind !== 'note')) {
        this.begin(this.#paragraphAt(side, from), this.#line.kind === 'furniture' ? 'furniture' : 'paragraph');
      }
    }
  }

  /** Adds words that are in one paragraph. */
  #addWords(kind: 'same' | 'cut' | 'new', { side, start, end }: Stretch, stop?: ChangeStop): void {
    const text = this.#context.model.texts[side];
    const paragraph = this.#paragraphAt(side, start);
    if (!paragraph) return this.#push({ kind, text: text.slice(start, end), ...(stop && { stop }) });
    const context = { ...this.#context, isFlow: true };
    const runs: Run[] = runsOf(paragraph, [start, end], context);
    if (side === 'after' && end === paragraph.end) runs.push(...endRunsOf(paragraph, context));
    for (const run of runs) {
      if (run.kind === 'object') {
        this.#addObject(run, kind);
        continue;
      }
      const { formats } = run;
      // What differs in structure is told of After, which has the same words.
      const differences = side === 'after' ? run.stops : [];
      this.#push({
        kind,
        text: text.slice(run.start, run.end),
        ...(stop && { stop }),
        ...(formats.length && { formats }),
        ...(differences.length && { differences }),
      });
      // Behind the last of its words.
      for (const difference of differences) if (difference.after[1] <= run.end) this.#tell(difference);
    }
  }

  #addObject({ object, stop, gone }: ObjectRun, around: 'same' | 'cut' | 'new'): void {
    if (!object) return;
    const isOther = stop && stop.format.kind !== 'alt';
    const kind = gone ? 'cut' : isOther && around === 'same' ? 'new' : around;
    const text = objectLabel(object, this.#context.i18n);
    this.#push({ kind, text, object, ...(isOther && { stop }) });
    if (stop && !isOther) this.#tell(stop);
    this.#push({ kind: 'same', text: ' ' });
  }

  #tell(difference: FormatStop): void {
    this.note(`(${describeStopShort(difference, this.#context)})`);
  }

  #push(piece: FlowPiece): void {
    if (!piece.text) return;
    const last = this.#line.pieces.at(-1);
    if (last && isLike(last, piece)) last.text += piece.text;
    else this.#line.pieces.push(piece);
  }

  #paragraphAt(side: Side, offset: number): Paragraph | undefined {
    const paragraphs = this.#context.model.paragraphs[side];
    const found = paragraphs[partitionPoint(paragraphs, ({ end }) => end < offset)];
    return found && found.start <= offset ? found : undefined;
  }

  #indentOf({ side, start }: Paragraph): string {
    const text = this.#context.model.texts[side];
    return text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  }

  /** The lines that have any words. */
  get filledLines(): FlowLine[] {
    return this.#lines.filter(({ pieces }) => pieces.some(({ text }) => text.trim()));
  }
}

/** Whether one piece goes on as another began. */
const isLike = (one: FlowPiece, other: FlowPiece): boolean =>
  one.kind === other.kind &&
  one.stop === other.stop &&
  !one.object &&
  !other.object &&
  (one.formats ?? []).every((format, i) => format === other.formats?.[i]) &&
  one.formats?.length === other.formats?.length &&
  (one.differences ?? []).every((stop, i) => stop === other.differences?.[i]) &&
  one.differences?.length === other.differences?.length;

interface Stretch {
  side: Side;
  start: number;
  end: number;
}

export interface Flow {
  lines: FlowLine[];
  /** How many lines of page furniture were left out. */
  furniture: number;
}

/** `furniture`: whether page furniture is written too. */
export function flowOf(context: RenderContext, { furniture }: { furniture: boolean }): Flow {
  const page = new Page(context);
  let leftOut = 0;
  for (const item of context.model.items) {
    if (item.furniture && !furniture) leftOut += Math.max(item.before.length, item.after.length);
    else writeItem(page, item, context);
  }
  return { lines: page.filledLines, furniture: leftOut };
}

function writeItem(page: Page, item: Item, context: RenderContext): void {
  const { model, shown, i18n } = context;
  page.begin(item.after[0] ?? item.before[0]);
  const isMoveShown = shown(item.move ?? { class: 'moved' });
  if (item.half === 'before') {
    const text = model.texts.before.slice(...(spanOf(item.before) ?? [0, 0]));
    if (isMoveShown) page.note(`${i18n.t('mark.away')} ${shorten(text, MOVED_PARAGRAPH_LENGTH)}`);
    return;
  }
  if (item.half && isMoveShown) page.note(i18n.t('mark.here'));
  const strands = weaveItem(item);
  if (strands) writeStrands(page, strands, item, context);
  // Words that correspond to another item cannot be woven into this one: its sides are written one after the other.
  else for (const paragraph of [...item.before, ...item.after]) writeParagraph(page, paragraph, context);
}

function writeStrands(page: Page, strands: readonly Strand[], item: Item, context: RenderContext): void {
  const { model, shown, i18n } = context;
  for (const strand of strands) {
    switch (strand.kind) {
      case 'same':
        page.add('same', strand);
        break;
      case 'away': {
        const text = model.texts[strand.side].slice(strand.start, strand.end);
        if (shown(strand.stop)) page.note(`${i18n.t('mark.away')} ${shorten(text)}`);
        break;
      }
      case 'here':
        if (shown(strand.stop)) page.note(i18n.t('mark.here'));
        writeStrands(page, weaveMove(strand.stop, item.stops), item, context);
        break;
      default:
        if (shown(strand.stop) && strand.stop.class !== 'break') page.add(strand.kind, strand, strand.stop);
        // The text of a hidden difference is that of After.
        else if (strand.kind === 'new') page.add('same', strand);
    }
  }
}

function writeParagraph(page: Page, paragraph: Paragraph, { shown }: RenderContext): void {
  page.begin(paragraph);
  const { side } = paragraph;
  for (const { start, end, change } of piecesOf(paragraph, shown)) {
    if (start === end) continue;
    const kind = side === 'before' ? 'cut' : 'new';
    page.add(change ? kind : 'same', { side, start, end }, change?.stop);
  }
}

/** The pieces of each cell of a row. */
export function cellsOf(pieces: readonly FlowPiece[]): FlowPiece[][] {
  const cells: FlowPiece[][] = [[]];
  for (const piece of pieces) {
    const parts = piece.kind === 'note' || piece.object ? [piece.text] : piece.text.split('\t');
    parts.forEach((text, i) => {
      if (i) cells.push([]);
      if (text) cells.at(-1)!.push({ ...piece, text });
    });
  }
  return cells;
}
