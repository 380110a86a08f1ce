// Model → Markdown: what was cut is ~~struck out~~, what was added is **bold**, and every special character of the texts
// themselves is escaped.
import type { RenderContext } from '../view/context.js';
import { namesLabel } from '../view/labels.js';
import { flowOf, type FlowPiece } from './flow.js';
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

/** How a kind of piece is marked, in Markdown and in HTML. */
const MARKERS: Readonly<Record<MarkedKind, { marker: string; tag: string }>> = {
  cut: { marker: '~~', tag: 'del' },
  new: { marker: '**', tag: 'ins' },
  note: { marker: '*', tag: 'em' },
};

const isBlank = (character: string): boolean => character === '' || /\s/u.test(character);
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);

/**
 * A marked stretch. Markers of emphasis have no effect between a letter and a punctuation mark, as in `nets~~,~~ and`:
 * there HTML is used. `before` and `after` are the characters around the stretch.
 */
function writeMark(kind: MarkedKind, text: string, before: string, after: string): string {
  const words = text.trim();
  if (!words) return text.replace(/\s+/g, ' ');
  const lead = /^\s/u.test(text) ? ' ' : '';
  const trail = /\s$/u.test(text) ? ' ' : '';
  const { marker, tag } = MARKERS[kind];
  const characters = [...words];
  const opens = !isPunctuation(characters[0] ?? '') || isOutside(lead || before);
  const closes = !isPunctuation(characters.at(-1) ?? '') || isOutside(trail || after);
  const inner = escapeInline(words);
  return `${lead}${opens && closes ? `${marker}${inner}${marker}` : `<${tag}>${inner}</${tag}>`}${trail}`;
}

const isOutside = (character: string): boolean => isBlank(character) || isPunctuation(character);

/** The first or the last character that a piece has in Markdown; of a marked one it is a marker. */
function edgeOf(piece: FlowPiece | undefined, end: 'first' | 'last'): string {
  if (!piece) return '';
  if (piece.kind !== 'same') return '*';
  return [...piece.text].at(end === 'first' ? 0 : -1) ?? '';
}

/** Neighbours of one kind as one: Markdown cannot tell where the first one ends. */
function joinNeighbours(pieces: readonly FlowPiece[]): FlowPiece[] {
  const joined: FlowPiece[] = [];
  for (const { kind, text } of pieces) {
    const last = joined.at(-1);
    if (last?.kind === kind && kind !== 'note') last.text += text;
    else if (text) joined.push({ kind, text });
  }
  return joined;
}

/** Pieces → one line. */
export function markdownLine(pieces: readonly FlowPiece[]): string {
  const parts = joinNeighbours(pieces);
  const written = parts.map(({ kind, text }, i) => {
    if (kind === 'same') return escapeInline(text);
    const [previous, next] = [parts[i - 1], parts[i + 1]];
    if (kind !== 'note') return writeMark(kind, text, edgeOf(previous, 'last'), edgeOf(next, 'first'));
    // A note stands apart from the words of the texts.
    return `${previous && !/\s$/.test(previous.text) ? ' ' : ''}${writeMark(kind, text, ' ', ' ')}${next ? ' ' : ''}`;
  });
  return written.join('').replace(/ {2,}/g, ' ').trim();
}

/** Whether a line begins with unmarked words of a text. */
const startsPlain = (pieces: readonly FlowPiece[]): boolean => pieces.find(({ text }) => text.trim())?.kind === 'same';

/** The whole document; it ends with a line end. `furniture`: whether page furniture is written too. */
export function toMarkdown(context: RenderContext, { furniture = false } = {}): string {
  const { model, i18n } = context;
  const flow = flowOf(context, { furniture });
  const head = [namesLabel(context), ...summaryText(model, i18n).split('\n')]
    .filter(Boolean)
    .map((line) => `> ${escapeStart(escapeInline(line))}`)
    .join('\n>\n');
  const body = flow.lines.map(({ kind, pieces }) => {
    const line = markdownLine(pieces);
    if (kind === 'heading') return `## ${line}`;
    return startsPlain(pieces) ? escapeStart(line) : line;
  });
  if (flow.furniture) body.push(`*${escapeInline(i18n.t('out.furniture', { n: flow.furniture }))}*`);
  return `${[head, ...body].join('\n\n')}\n`;
}
