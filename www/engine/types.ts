// What goes into a comparison and what comes out of it: the options, and the report of version 1. Documents are in document.ts.

/**
 * What a comparison can be told. Everything has a default that is right for articles; a name that is not known, or a
 * value that is out of its range, is refused. Whatever is set, the report holds true.
 */
export interface Options {
  /** Look for what stands in both texts at another place. If not, it is deleted here and inserted there. Default: true. */
  moves?: boolean;
  /** Look for page furniture. If not, every block is a heading or a paragraph. Default: true. */
  furniture?: boolean;
  /** Tell the same words in another order as one change. If not, as a deletion and an insertion. Default: true. */
  order?: boolean;
  /** Join changes that have only small words between them. Default: true. */
  join?: boolean;
  /** Tell a sentence of which little is kept as replaced whole. Default: true. */
  whole?: boolean;
  /** Let changes begin and end where a person would have them. Default: true. */
  slide?: boolean;
  /** Know words by their stems and numbers by their kinds when sentences are paired. Default: true. */
  stems?: boolean;
  /** Pair one sentence with several. Default: true. */
  groups?: boolean;
  /**
   * What finds the words of scripts that write no spaces: `intl` the dictionary of the platform, which finds those that a reader
   * sees; `grapheme` none, so that each character is a word and the report is the same in every engine. Default: `intl`.
   */
  segmenter?: 'intl' | 'grapheme';
  /** Share of weighted words, 0 to 1, from which a pair of sentences is beyond doubt. */
  anchor?: number;
  /** Share of weighted words, 0 to 1, from which two sentences far apart may be a pair at all. */
  candidate?: number;
  /** Share of weighted words, 0 to 1, from which two sentences at the same place are a pair. */
  fill?: number;
  /** Share of weighted words, 0 to 1, from which a pair out of order is a move. */
  likeness?: number;
  /** Weight of shared words that a move needs, 0 to 100; a word that occurs once in each text weighs 1. */
  evidence?: number;
  /** Share of a word, 0 to 2, that each further stretch of matched words inside a sentence has to earn. */
  runCost?: number;
  /** Share of weighted words, 0 to 1, below which a sentence is told as replaced whole. */
  kept?: number;
  /** Pairs of sentences (0.3 to 0.5 µs each) that may be compared one by one; with more the comparison is content with less, and says so in `report.precise`. */
  work?: number;
}

/**
 * A stretch of one of the two texts, `[start, end)`, counted in UTF-16 code units as `String.prototype.slice` counts.
 * An empty one marks the place where the other side's text would stand.
 */
export type Span = [start: number, end: number];

/** The outcome of a comparison: numbers only, no copy of either text. */
export interface Report {
  /** The version of this shape. New fields may come within it; none goes or changes its meaning. */
  version: 1;
  /** False if some limit on work was reached: then the report is coarser than it could be, and true all the same. */
  precise: boolean;
  /**
   * What found the words of scripts that write no spaces (Thai, Lao, Khmer, Burmese, Chinese, Japanese): `intl` the
   * platform's `Intl.Segmenter`; `grapheme` nothing, each character is a word, because it was asked for or because the platform
   * has no dictionary; `none` there was no such text.
   */
  segmenter: 'intl' | 'grapheme' | 'none';
  /**
   * The name and the version of the dictionary, such as `ICU 77.1, Unicode 16.0`, where one was used and the engine tells them:
   * Node does, browsers do not.
   */
  dictionary?: string;
  /** The paragraphs of each text, in the order of the text. */
  blocks: { before: Block[]; after: Block[] };
  /** Which paragraphs stand level, from top to bottom. Every block stands in exactly one row. */
  rows: Row[];
  /** All differences, ordered by their place in after, then in before. */
  changes: Change[];
  /** What stands in both texts in another place. The spans of one side never overlap. */
  moves: Move[];
  /** The longest stretches that stand word for word in both texts, longest first, at most 20. */
  passages: Passage[];
  /**
   * Where the structure of two documents differs over text that both have, ordered by its place in after, then in before. None
   * where a text came as a string.
   */
  formats: FormatChange[];
  summary: Summary;
}

/** A paragraph. */
export interface Block {
  span: Span;
  /** `furniture` is what a page puts around a text: section names, credits, links to other stories. */
  kind: 'heading' | 'paragraph' | 'furniture';
  /** The part of the story's frame that it is; null for the story's own paragraphs, subheads and all other furniture. */
  role: Exclude<Role, 'dateline'> | null;
}

/** A part of the frame of a story. A dateline is the place, date and agency before a paragraph's first words: `LONDON (Agency) —`. */
export type Role = 'headline' | 'standfirst' | 'byline' | 'dateline' | 'timestamp';

/** What may differ between two versions of a story and changes what it says. */
export type Fact = 'number' | 'name' | 'negation' | 'quotation';

/** Blocks that stand level. */
export interface Row {
  /** Indices into `report.blocks.before`. */
  before: number[];
  /** Indices into `report.blocks.after`. */
  after: number[];
  relation: 'same' | 'edited' | 'split' | 'merged' | 'moved' | 'inserted' | 'deleted';
  /** Index into `report.moves` where `relation` is `moved`, else null. */
  move: number | null;
  /** How alike the two sides are by their words, from 0 to 1; 0 where there is one side only. */
  likeness: number;
}

/** What two sides of a change differ in, from the shallowest to the deepest. */
export type ChangeClass =
  /** White space, line ends, zero-width characters, soft hyphens. */
  | 'spacing'
  /** Quotation marks, dashes, ellipses, apostrophes, ligatures, width, Unicode composition. */
  | 'typography'
  /** Upper and lower case. */
  | 'case'
  /** A paragraph break that comes or goes. */
  | 'break'
  /** Punctuation marks. */
  | 'punctuation'
  /** One word for a near-identical one: organise and organize, a slip of typing. */
  | 'spelling'
  /** A number, date, time, percentage or amount of money, always whole. */
  | 'number'
  /** A capitalised name for another. */
  | 'name'
  /** The same words in another order. */
  | 'order'
  /** Anything else. */
  | 'wording';

/** One difference. */
export interface Change {
  op: 'insert' | 'delete' | 'replace';
  class: ChangeClass;
  /** How much of the text the change is. */
  unit: 'word' | 'sentence' | 'paragraph';
  before: Span;
  after: Span;
  /** Whether it lies inside quotation marks. */
  quoted: boolean;
  /** Whether it lies in page furniture. */
  furniture: boolean;
  /**
   * The facts that differ between the two sides, in the order of `Fact`: none for what merely stands on both sides, none for a
   * time stamp, and none for a dateline that came or went whole. A word that says no counts where it came or went; the parts of
   * a name in another order count as a name.
   */
  facts: Fact[];
  /**
   * The part of the story's frame that the change lies in as a whole; null in the story itself. A change of a time stamp or a
   * dateline is no news, and is best told on a line of its own.
   */
  field: Role | null;
}

/** A stretch that stands in both texts in another place. What differs inside it is among the changes. */
export interface Move {
  unit: 'phrase' | 'sentence' | 'paragraph';
  before: Span;
  after: Span;
}

/** A stretch that stands word for word in both texts. */
export interface Passage {
  before: Span;
  after: Span;
  /** Its length in words. */
  words: number;
}

/** What a span of a document may be, by the names of the report. */
export type FormatKind =
  /** Leads to an address. */
  | 'link'
  /** A picture, by its source. */
  | 'image'
  /** The alternative text of a picture. */
  | 'alt'
  /** A heading, by its level: `"2"`. */
  | 'heading'
  /** An item of a list: `"ordered"` or `"unordered"`. */
  | 'list'
  /** An item of a list inside another list, by its depth from `"2"`. */
  | 'depth'
  /** The following have no value: `""` says that it is there. */
  | 'quote'
  | 'preformatted'
  | 'table'
  | 'caption'
  | 'emphasis'
  | 'strong'
  | 'underline'
  | 'strike'
  | 'code'
  | 'sub'
  | 'sup'
  /** Something from elsewhere, such as a video, by its source. */
  | 'embed';

/**
 * A difference of structure over text that both documents have. It holds for every word of both spans: over `before` the value
 * is `was`, over `after` it is `now`. What takes no text, such as a picture, has an empty span on the side where it is missing.
 */
export interface FormatChange {
  kind: FormatKind;
  before: Span;
  after: Span;
  /** The address, the level and so on in the first document; null where the text is nothing of the kind. */
  was: string | null;
  /** The same in the second document. */
  now: string | null;
}

/** Furniture is left out of all of it, but of `formats`. */
export interface Summary {
  /** Words of each text. */
  words: { before: number; after: number };
  /** Words of each text that stand in the other, in place or moved. */
  shared: { before: number; after: number };
  /** shared / words, from 0 to 1: how much of each text stands in the other. */
  containment: { before: number; after: number };
  /** 2 · shared / (words of before + words of after), from 0 to 1. */
  similarity: number;
  /** How many changes there are of each class, and how many moves under `moved`. A class without any may be absent. */
  counts: Partial<Record<ChangeClass | 'moved', number>>;
  /** Quotations outside furniture that differ; each is counted once, however many of its words do. */
  quotations: Quotations;
  /** How many differences of structure there are: the length of `report.formats`. */
  formats: number;
}

/** How many quotations stand in both texts with other words, only in after, and only in before. */
export interface Quotations {
  changed: number;
  added: number;
  cut: number;
}

/** How far a comparison has come. */
export interface Progress {
  /** What it is at. */
  stage: string;
  /** From 0 to 1. */
  done: number;
}
