// A paragraph and its stops → what is marked in it and how, as data: the views draw it, and the export to HTML writes it.
import type { Side } from '../../sides.js';
import { kindOf, type Kind } from './filters.js';
import type { ChangeStop, IsShown, Mark, MoveStop, Paragraph, Stop } from './types.js';

/** What a mark says about its text. It is also the end of the mark's `::part` name and of its message key. */
export type Role = 'was' | 'now' | 'cut' | 'new' | 'order' | 'surface' | 'away' | 'here' | 'format';

export interface MarkDescription {
  role: Role;
  tag: 'del' | 'ins' | 'mark';
  flags: {
    /** Punctuation alone, of a few characters: it needs a minimum size to be seen. */
    tiny: boolean;
    /** White space alone. */
    blank: boolean;
    /** So long that it is tinted and barred instead of struck or underlined. */
    long: boolean;
    /** It alters a quotation. */
    quoted: boolean;
  };
}

/** Length, in UTF-16 units, above which a mark is drawn as a long one. */
const MAX_SHORT_LENGTH = 48;
/** Length, in UTF-16 units, up to which punctuation alone is drawn as a tiny mark. */
const MAX_TINY_LENGTH = 3;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The element that draws a role on one side: what is only in Before is gone, what is only in After is new, and what moved is neither. */
export function tagOf(role: Role, side: Side): MarkDescription['tag'] {
  if (role === 'away' || role === 'here' || role === 'format') return 'mark';
  return side === 'before' ? 'del' : 'ins';
}

/** What a stop says about its text on one side. */
export function roleOf(stop: Stop, side: Side): Role {
  if (stop.kind === 'move') return side === 'before' ? 'away' : 'here';
  if (stop.kind === 'format') return 'format';
  if (stop.class === 'order') return 'order';
  if (stop.class === 'typography' || stop.class === 'spacing' || stop.class === 'break') return 'surface';
  if (stop.op === 'replace') return side === 'before' ? 'was' : 'now';
  return side === 'before' ? 'cut' : 'new';
}

/** Kinds that have the colour of a fact. A kind is a class of its marks: style sheets name these three, too. */
export const FACT_COLOURS: readonly Kind[] = ['number', 'name', 'negation'];

/**
 * What a mark is coloured for: its class, or the fact in it. A time stamp is not coloured as the number that it is, and neither is a number
 * in another notation.
 */
export function colourOf(stop: Stop): string {
  const kind = kindOf(stop);
  return FACT_COLOURS.includes(kind) || kind === 'timestamp' || kind === 'spelling' ? kind : stop.class;
}

/** How `text`, which a stop marks on one side, is drawn. */
export function describeMark(stop: Stop, side: Side, text: string): MarkDescription {
  const role = roleOf(stop, side);
  const blank = text.trim() === '';
  return {
    role,
    tag: tagOf(role, side),
    flags: {
      tiny: !blank && text.length <= MAX_TINY_LENGTH && !LETTER_OR_DIGIT.test(text),
      blank,
      long: (stop.unit !== 'word' && stop.op !== 'replace') || text.length > MAX_SHORT_LENGTH,
      quoted: stop.quoted && role !== 'surface',
    },
  };
}

/** White space at the ends of a marked text stays outside of its mark: a line under nothing looks like a mistake. */
export function trimMark(text: string): { lead: string; inner: string; trail: string } {
  const inner = text.trim();
  if (!inner) return { lead: '', inner: text, trail: '' };
  const at = text.indexOf(inner);
  return { lead: text.slice(0, at), inner, trail: text.slice(at + inner.length) };
}

/** A stretch of a paragraph that has the same marks all along. An empty one is a place; see `Mark`. */
export interface Piece {
  start: number;
  end: number;
  change: Mark<ChangeStop> | null;
  move: Mark<MoveStop> | null;
}

/** Cuts a paragraph at the borders of its shown marks. */
export function* piecesOf(paragraph: Paragraph, shown: IsShown): Generator<Piece> {
  const changes = paragraph.changes.filter((mark) => shown(mark.stop));
  const moves = paragraph.moves.filter((mark) => mark.start < mark.end && shown(mark.stop));
  let at = paragraph.start;
  let c = 0;
  let m = 0;
  for (;;) {
    while ((moves[m]?.end ?? Infinity) <= at) m++;
    const nextMove = moves[m];
    const move = nextMove && nextMove.start <= at ? nextMove : null;
    const border = move ? move.end : (nextMove?.start ?? Infinity);
    const change = changes[c];
    if (change && change.start <= at) {
      const end = Math.max(at, Math.min(change.end, border));
      yield { start: at, end, change, move };
      at = end;
      if (at >= change.end) c++;
    } else if (at < paragraph.end) {
      const end = Math.min(paragraph.end, change?.start ?? Infinity, border);
      yield { start: at, end, change: null, move };
      at = end;
    } else return;
  }
}

/** Pieces that stand together inside one moved sentence or phrase, or outside of any. */
export interface PieceGroup {
  move: MoveStop | null;
  pieces: Piece[];
}

/** What a marked paragraph looks like, whatever it is drawn with. */
export interface MarkedParagraph {
  groups: PieceGroup[];
  /** The change that covers the paragraph as a whole, which was cut or added then. */
  whole: ChangeStop | null;
}

export function markParagraph(paragraph: Paragraph, shown: IsShown): MarkedParagraph {
  const pieces = [...piecesOf(paragraph, shown)];
  const groups: PieceGroup[] = [];
  let groupMark: Mark<MoveStop> | null = null;
  for (const piece of pieces) {
    // A paragraph that moved as a whole is shown by its cell; only moved sentences and phrases need a frame inside.
    const mark = piece.move && piece.move.stop.unit !== 'paragraph' ? piece.move : null;
    const last = groups.at(-1);
    if (last && mark === groupMark) last.pieces.push(piece);
    else groups.push({ move: mark?.stop ?? null, pieces: [piece] });
    groupMark = mark;
  }
  const texts = pieces.filter(({ start, end }) => end > start);
  return { groups, whole: texts.length === 1 ? (texts[0]?.change?.stop ?? null) : null };
}
