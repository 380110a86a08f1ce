// Model → Markdown: what was cut is ~~struck out~~, what was added is **bold**, and every special character of the texts
// themselves is escaped.
import type { Format } from '../report-types.js';
import type { RenderContext } from '../view/context.js';
import { TAGS } from '../view/model/structure.js';
import type { Look } from '../view/model/types.js';
import { namesLabel } from '../view/side-labels.js';
import { cellsOf, flowOf, type FlowLine, type FlowPiece } from './flow.js';
import { safeAddress } from './safe-address.js';
import { summaryText } from './summary.js';

/** What has a meaning inside a line of Markdown, including HTML and GitHub's strikethrough. */
const SPECIAL = /[\\`*_[\]<>~|&]/g;

/** Text → the same text in Markdown, anywhere but at the start of a line. */
export const escapeInline = (text: string): string =>
  text
    .replace(/[\t\r\n\f\v\u0085\u2028\u2029]+/g, ' ')
    .replace(SPECIAL, '\\$&')
    // An address would become a link, and the escapes in it with it.
    .replace(/\b(https?|ftp|mailto)(:)/gi, '$1\\$2')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`);

/** Escapes what has a meaning only at the start of a line: headings, lists, quotations, rules, numbered items. */
const escapeStart = (line: string): string =>
  line
    .replace(/^ +/, '')
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');

type MarkedKind = Exclude<FlowPiece['kind'], 'same'>;

interface Marker {
  marker?: string;
  tag: string;
}

/** How a kind of piece is marked, in Markdown and in HTML. */
const MARKERS: Readonly<Record<MarkedKind, Marker>> = {
  cut: { marker: '~~', tag: 'del' },
  new: { marker: '**', tag: 'ins' },
  note: { marker: '*', tag: 'em' },
};

/** How it is marked in a document, whose own words may be bold and struck out. */
const MARKERS_IN_DOCUMENT: Readonly<Record<MarkedKind, Marker>> = {
  ...MARKERS,
  cut: { tag: 'del' },
  new: { tag: 'ins' },
};

const MARKERS_OF_FORMATS: Partial<Record<Format['kind'], string>> = { strong: '**', emphasis: '*', strike: '~~' };

const isBlank = (character: string): boolean => character === '' || /\s/u.test(character);
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);

/** A stretch of Markdown, and the characters around it. */
interface Stretch {
  inner: string;
  before: string;
  after: string;
}

/** Markers of emphasis have no effect between a letter and a punctuation mark, as in `nets~~,~~ and`: there HTML is used. */
function surround({ marker, tag }: Marker, { inner, before, after }: Stretch): string {
  const characters = [...inner];
  const opens = !isPunctuation(characters[0] ?? '') || isOutside(before);
  const closes = !isPunctuation(characters.at(-1) ?? '') || isOutside(after);
  return marker && opens && closes ? `${marker}${inner}${marker}` : `<${tag}>${inner}</${tag}>`;
}

/** A marked stretch. White space at its ends stays outside. `before` and `after` are the characters around it. */
function writeMark(mark: Marker, text: string, before: string, after: string): string {
  const words = text.trim();
  if (!words) return text.replace(/\s+/g, ' ');
  const lead = /^\s/u.test(text) ? ' ' : '';
  const trail = /\s$/u.test(text) ? ' ' : '';
  const stretch = { inner: escapeInline(words), before: lead || before, after: trail || after };
  return `${lead}${surround(mark, stretch)}${trail}`;
}

const isOutside = (character: string): boolean => isBlank(character) || isPunctuation(character);

/** The first or the last character that a piece has in Markdown; of a marked one it is a marker. */
function edgeOf(piece: FlowPiece | undefined, end: 'first' | 'last'): string {
  if (!piece) return '';
  if (piece.kind !== 'same' || piece.formats || piece.object) return '*';
  return [...piece.text].at(end === 'first' ? 0 : -1) ?? '';
}

/** Neighbours of one kind as one: Markdown cannot tell where the first one ends. */
function joinNeighbours(pieces: readonly FlowPiece[]): FlowPiece[] {
  const joined: FlowPiece[] = [];
  for (const { kind, text, formats = [], object } of pieces) {
    const last = joined.at(-1);
    const isSame = last?.kind === kind && kind !== 'note' && !object && !last.object;
    if (
      isSame &&
      (last.formats ?? []).length === formats.length &&
      formats.every((one) => last.formats?.includes(one))
    ) {
      last.text += text;
    } else if (text) joined.push({ kind, text, ...(formats.length && { formats }), ...(object && { object }) });
  }
  return joined;
}

/** A piece with its links and marks around its mark; white space at its ends stays outside of all of them. */
function writeFormatted({ kind, text, formats = [] }: FlowPiece): string {
  const words = text.trim();
  if (!words) return text.replace(/\s+/g, ' ');
  const marked =
    kind === 'same' ? escapeInline(words) : surround(MARKERS_IN_DOCUMENT[kind], alone(escapeInline(words)));
  const inner = formats.reduceRight((written, format) => {
    const tag = TAGS[format.kind];
    // One inside another is HTML: three or more asterisks in a row are read in more than one way.
    const marker = formats.length > 1 ? undefined : MARKERS_OF_FORMATS[format.kind];
    if (tag) return surround({ tag, ...(marker && { marker }) }, alone(written));
    const address = format.kind === 'link' ? safeAddress(format.value) : null;
    return address ? `[${written}](<${address.replace(/[<>\\]/g, encodeURIComponent)}>)` : written;
  }, marked);
  return `${/^\s/u.test(text) ? ' ' : ''}${inner}${/\s$/u.test(text) ? ' ' : ''}`;
}

/** A stretch of which nobody knows what stands around it: markers have no effect beside punctuation marks at its ends. */
const alone = (inner: string): Stretch => ({ inner, before: 'x', after: 'x' });

/** Pieces → one line. `isDocument`: whether its words may be bold and struck out themselves. */
export function markdownLine(pieces: readonly FlowPiece[], isDocument = false): string {
  const markers = isDocument ? MARKERS_IN_DOCUMENT : MARKERS;
  const parts = joinNeighbours(pieces);
  const written = parts.map((part, i) => {
    const { kind, text, formats, object } = part;
    if (formats) return writeFormatted(part);
    const words = object ? `[${text}]` : text;
    if (kind === 'same') return escapeInline(words);
    const [previous, next] = [parts[i - 1], parts[i + 1]];
    if (kind !== 'note') return writeMark(markers[kind], words, edgeOf(previous, 'last'), edgeOf(next, 'first'));
    // A note stands apart from the words of the texts.
    const isClose = previous && !/\s$/.test(previous.text);
    return `${isClose ? ' ' : ''}${writeMark(markers.note, words, ' ', ' ')}${next && !/^\s/.test(next.text) ? ' ' : ''}`;
  });
  return written.join('').replace(/ {2,}/g, ' ').trim();
}

/** Whether a line begins with unmarked words of a text. */
const startsPlain = (pieces: readonly FlowPiece[]): boolean => pieces.find(({ text }) => text.trim())?.kind === 'same';

/** A line as what it is: a heading, an item of a list, a part of a quotation. */
function writeLine({ kind, look, pieces }: FlowLine): string {
  const isPlain = startsPlain(pieces);
  if (!look) {
    const line = markdownLine(pieces);
    if (kind === 'heading') return `## ${line}`;
    return isPlain ? escapeStart(line) : line;
  }
  const line = markdownLine(pieces, true);
  if (look.heading) return `${'#'.repeat(look.heading)} ${line}`;
  return isPlain ? escapeStart(line) : line;
}

/** Preformatted text is HTML: what was cut and added could not be told in a block of code. */
function writePreformatted(lines: readonly FlowLine[]): string {
  const written = lines.map(({ indent, pieces }) => {
    const words = pieces.map(({ kind, text }) => {
      const escaped = text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
      return kind === 'same' ? escaped : `<${MARKERS[kind].tag}>${escaped}</${MARKERS[kind].tag}>`;
    });
    return indent + words.join('');
  });
  return `<pre>${written.join('\n')}</pre>`;
}

function writeTable(lines: readonly FlowLine[]): string {
  const rows = lines.map(({ pieces }) => cellsOf(pieces).map((cell) => markdownLine(cell, true)));
  const width = Math.max(...rows.map((cells) => cells.length));
  const [head, ...rest] = rows.map(
    (cells) => `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`,
  );
  return [head, `|${' --- |'.repeat(width)}`, ...rest].join('\n');
}

/** How a line is set off from the margin, at its beginning and where it goes on. */
function marginOf(look: Look | null): [first: string, further: string] {
  if (!look) return ['', ''];
  const quote = look.kinds.includes('quote') ? '> ' : '';
  const { list } = look;
  if (!list) return [quote, quote];
  const outer = '    '.repeat(list.depth - 1);
  const marker = list.number === null ? '    ' : list.ordered ? `${list.number}. ` : '- ';
  return [`${quote}${outer}${marker}`, `${quote}${outer}    `];
}

/** Lines of one kind that stand together are one list, one table or one quotation. */
function writeLines(lines: readonly FlowLine[]): string[] {
  const blocks: string[] = [];
  let previous: Look | null = null;
  for (let i = 0; i < lines.length;) {
    const line = lines[i]!;
    const { look } = line;
    const kind = (['preformatted', 'table'] as const).find((one) => look?.kinds.includes(one));
    let end = i + 1;
    while (kind && lines[end]?.look?.kinds.includes(kind)) end++;
    const [first, further] = marginOf(look);
    const block = first + writeTogether(lines.slice(i, end), kind).replaceAll('\n', `\n${further}`);
    const isInList = look?.list && previous?.list;
    const isInQuote = look?.kinds.includes('quote') && previous?.kinds.includes('quote');
    if (isInList && look.list?.number !== null) blocks.push(`${blocks.pop()!}\n${block}`);
    else if (isInList || isInQuote) blocks.push(`${blocks.pop()!}\n${further.trimEnd()}\n${block}`);
    else blocks.push(block);
    previous = look;
    i = end;
  }
  return blocks;
}

function writeTogether(lines: readonly FlowLine[], kind: 'preformatted' | 'table' | undefined): string {
  if (kind === 'preformatted') return writePreformatted(lines);
  return kind === 'table' ? writeTable(lines) : lines.map(writeLine).join('\n');
}

/** The whole document; it ends with a line end. `furniture`: whether page furniture is written too. */
export function toMarkdown(context: RenderContext, { furniture = false } = {}): string {
  const { model, i18n } = context;
  const flow = flowOf(context, { furniture });
  const head = [namesLabel(context), ...summaryText(model, i18n).split('\n')]
    .filter(Boolean)
    .map((line) => `> ${escapeStart(escapeInline(line))}`)
    .join('\n>\n');
  const body = writeLines(flow.lines);
  if (flow.furniture) body.push(`*${escapeInline(i18n.t('out.furniture', { n: flow.furniture }))}*`);
  return `${[head, ...body].join('\n\n')}\n`;
}
