// The data that the view draws. It holds no DOM and no words of the interface, and refers to the two texts by offsets.
import type { Both, Side } from '../../sides.js';
import type {
  Block,
  Change,
  ChangeClass,
  Fact,
  Format,
  FormatChange,
  Move,
  Report,
  Role,
  Row,
  Span,
} from '../../report-types.js';

interface StopBase {
  /** The same for the same change after a keystroke elsewhere; see stops.ts. */
  id: string;
  quoted: boolean;
  furniture: boolean;
  /** The facts that differ, as in the report. */
  facts: readonly Fact[];
  /** The part of the story's frame that it lies in. */
  field: Role | null;
  before: Span;
  after: Span;
  /** The index of the first item that the stop is in, on each side; −1 where there is none. */
  item: Both<number>;
}

export interface ChangeStop extends StopBase {
  kind: 'change';
  class: ChangeClass;
  op: Change['op'];
  unit: Change['unit'];
  /** Further changes of the same quotation, in the order of the text. They have the same id, and are counted with this one. */
  more: ChangeStop[];
}

export interface MoveStop extends StopBase {
  kind: 'move';
  class: 'moved';
  op: 'move';
  unit: Move['unit'];
}

export interface FormatStop extends StopBase {
  kind: 'format';
  /** Links, pictures and what else comes from elsewhere; or how words and paragraphs are set. */
  class: 'links' | 'formatting';
  op: 'format';
  unit: 'word';
  /** What differs. */
  format: FormatChange;
  /** The alternative text that differs with the picture. */
  alt: FormatChange | null;
}

/** A difference that the reader can step to: a change, the changes of one quotation, a move, or a difference of structure. */
export type Stop = ChangeStop | MoveStop | FormatStop;

export type StopClass = Stop['class'];

/** The part of a stop that lies in one paragraph. An empty one marks the place where the other side's words would be. */
export interface Mark<S extends Stop = Stop> {
  start: number;
  end: number;
  stop: S;
  /** Whether the change is in the white space between two paragraphs. */
  gap?: boolean;
}

export interface Paragraph {
  side: Side;
  index: number;
  /** Its number for a person, counted from 1; null for page furniture, which is not counted. */
  number: number | null;
  start: number;
  end: number;
  kind: Block['kind'];
  changes: Mark<ChangeStop>[];
  moves: Mark<MoveStop>[];
  formats: Mark<FormatStop>[];
  /** What the document says of the paragraph as a whole; null where the text has no structure. */
  look: Look | null;
  /** The links, pictures and marks in it, outer ones first. What takes no text is at a place between its start and its end. */
  inside: readonly Format[];
}

/** How a paragraph is set. */
export interface Look {
  /** The level of a heading, 1 to 6. */
  heading?: number;
  list?: {
    ordered: boolean;
    depth: number;
    /** Its number in its list; null where the item began above. */ number: number | null;
  };
  /** What else it is. */
  kinds: ('quote' | 'preformatted' | 'table' | 'caption')[];
}

/** The paragraphs that are drawn level with each other: a row of the report, or one end of a move. */
export interface Item {
  index: number;
  relation: Row['relation'];
  before: Paragraph[];
  after: Paragraph[];
  /** Whether all its paragraphs are page furniture. */
  furniture: boolean;
  move: MoveStop | null;
  /** The side whose end of a move this is; the other end is another item. Null for everything else. */
  half: Side | null;
  stops: Stop[];
}

export interface Model {
  report: Report;
  texts: Both<string>;
  stops: Stop[];
  byId: Map<string, Stop>;
  paragraphs: Both<Paragraph[]>;
  items: Item[];
}

/** What the kind of a stop depends on: a stop, or what is known of one. */
export type Classed = Pick<Stop, 'class'> & Partial<Pick<Stop, 'op' | 'unit' | 'furniture' | 'facts' | 'field'>>;

/** Tells whether a stop, or anything of its class, is shown. */
export type IsShown = (stop: Classed) => boolean;
