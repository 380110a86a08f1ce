// The entry `article-diff/render`: a report and its texts → a fragment of HTML, for mail, print, a server's answer and pages without
// JavaScript. What was cut is <del>, what was added is <ins>, and a paragraph, a heading, a list of a document is one. It needs no script
// and no style.
import { ArticleDiffError } from '../engine/errors.js';
import { formatsOf, isDocument, type ArticleDocument } from '../engine/document.js';
import type { Report } from '../engine/types.js';
import { translatorFor } from '../i18n/languages.js';
import type { Both } from '../sides.js';
import type { RenderContext } from '../view/context.js';
import { hiddenLabel } from '../view/labels.js';
import { HIDDEN_BY_DEFAULT, cleanHide, filterFor, type Filter } from '../view/model/filters.js';
import { frameLines } from '../view/model/frame.js';
import { buildModel } from '../view/model/model.js';
import { summarise } from '../view/model/summary.js';
import { cellsOf, flowOf, type FlowLine, type FlowPiece } from './flow.js';
import { writeBlocks, type BlockLine } from './blocks.js';
import { escapeHtml, writeEmphasis, writeMark, writeObject, writeText } from './markup.js';

export type { Filter } from '../view/model/filters.js';
export type { ArticleDocument } from '../engine/document.js';
export type { Report } from '../engine/types.js';
export { ArticleDiffError, type ErrorCode } from '../engine/errors.js';

export interface HtmlOptions {
  /** The language of the sentence and of the marks' names, as a tag of BCP 47. Default: 'en'. */
  lang?: string;
  /** What is not marked, as in the property `hide` of the element; hidden page furniture is left out. Default: its default. */
  hide?: Iterable<Filter>;
  /** Whether the sentence that says what differs stands first. Default: true. */
  summary?: boolean;
  /** The level of the headings of the text, 1 to 6. Default: 3. */
  headingLevel?: number;
}

/** What the names of all classes begin with, so that no style of a host meets them by chance. */
const PREFIX = 'article-diff-';

/** Neighbours of one change, which have one mark, or one piece. */
function groupsOf(pieces: readonly FlowPiece[]): FlowPiece[][] {
  const groups: FlowPiece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1)?.[0];
    if (last?.stop?.kind === 'change' && last.stop === piece.stop && last.kind === piece.kind)
      groups.at(-1)!.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function writeGroup(group: readonly FlowPiece[], context: RenderContext): string {
  const { i18n } = context;
  const [{ kind, stop }] = group as [FlowPiece];
  const text = group.map((piece) => piece.text).join('');
  if (kind === 'note') return ` <small class="${PREFIX}note" lang="${i18n.language}">${escapeHtml(text)}</small> `;
  const inside = (from: number, to: number): string => {
    let at = 0;
    return group
      .map((piece) => {
        const start = at;
        at += piece.text.length;
        const words = piece.text.slice(Math.max(0, from - start), Math.max(0, to - start));
        return words && writePiece(piece, words, context);
      })
      .join('');
  };
  return stop?.kind === 'change' && text.trim()
    ? writeMark(stop, kind === 'cut' ? 'before' : 'after', text, { i18n, prefix: PREFIX }, inside)
    : inside(0, text.length);
}

function writePiece(piece: FlowPiece, words: string, context: RenderContext): string {
  const { kind, stop, object, formats = [], differences = [] } = piece;
  if (!object) return writeText(words, { formats, stops: differences }, context, PREFIX);
  const difference = stop?.kind === 'format' ? stop : null;
  return writeObject({ kind: 'object', object, stop: difference, gone: kind === 'cut' }, context, PREFIX);
}

function lineOf({ kind, look, indent, pieces }: FlowLine, context: RenderContext, headingTag: string): BlockLine {
  const write = (some: readonly FlowPiece[]): string =>
    groupsOf(some)
      .map((group) => writeGroup(group, context))
      .join('')
      .trim();
  const classes = [
    ...(kind === 'furniture' ? ['furniture'] : []),
    ...(look?.kinds.includes('caption') ? ['caption'] : []),
  ];
  const names = classes.map((name) => `${PREFIX}${name}`).join(' ');
  return {
    look,
    tag: kind === 'heading' ? headingTag : 'p',
    attributes: `${names && ` class="${names}"`} dir="auto"`,
    html: indent + write(pieces),
    ...(look?.kinds.includes('table') && { cells: cellsOf(pieces).map(write) }),
  };
}

function writeNotes(context: RenderContext, furniture: number): string[] {
  const { i18n, model } = context;
  const inLanguage = (className: string, html: string): string =>
    `<p class="${PREFIX}${className}" lang="${i18n.language}" dir="${i18n.dir}">${html}</p>`;
  const hidden = [hiddenLabel(context), furniture ? i18n.t('out.furniture', { n: furniture }) : ''].filter(Boolean);
  return [
    inLanguage('summary', writeEmphasis(summarise(model, i18n))),
    ...frameLines(model, i18n).map((line) => inLanguage('frame', escapeHtml(line))),
    ...hidden.map((text) => inLanguage('hidden', escapeHtml(text))),
  ];
}

/**
 * A comparison as HTML to be put into a page, a mail, or the tag <article-diff> itself, which shows it until it has compared the
 * texts. All text is escaped. Of documents, headings, lists, quotations, tables, links and marks are written as such; links lead
 * nowhere, and pictures are named. Rejects with an ArticleDiffError where the report is not one of these texts.
 */
export async function reportToHtml(
  report: Report,
  before: string | ArticleDocument,
  after: string | ArticleDocument,
  { lang = 'en', hide = HIDDEN_BY_DEFAULT, summary = true, headingLevel = 3 }: HtmlOptions = {},
): Promise<string> {
  const texts: Both<string> = { before: textOf(before), after: textOf(after) };
  checkBelongs(report, texts);
  const i18n = await translatorFor(lang);
  const filters = cleanHide(hide);
  const structure = { before: structureOf(before), after: structureOf(after) };
  const model = buildModel(report, texts.before, texts.after, structure);
  const context: RenderContext = { model, shown: filterFor(filters), i18n };
  const { lines, furniture } = flowOf(context, { furniture: !filters.includes('furniture') });
  const level = Math.min(6, Math.max(1, Math.trunc(headingLevel) || 3));
  // The highest level of a document becomes the level that is asked for.
  const top = Math.min(...lines.map(({ look }) => look?.heading ?? 6));
  const headingTag = (own: number): string => `h${Math.min(6, level + own - top)}`;
  const body = writeBlocks(
    lines.map((line) => lineOf(line, context, `h${level}`)),
    headingTag,
  );
  return [`<div class="${PREFIX}report">`, ...(summary ? writeNotes(context, furniture) : []), body, '</div>', ''].join(
    '\n',
  );
}

const textOf = (given: string | ArticleDocument): string => (isDocument(given) ? given.text : given);

const structureOf = (given: string | ArticleDocument) => (isDocument(given) ? formatsOf(given) : []);

/** A report of other texts would be drawn as nonsense that looks right. */
function checkBelongs(report: Report, { before, after }: Both<string>): void {
  if (typeof before !== 'string' || typeof after !== 'string') {
    throw new ArticleDiffError('not-a-string', 'before and after must be strings or documents');
  }
  if ((report as Partial<Report> | null)?.version !== 1) {
    throw new ArticleDiffError(
      'invalid-option',
      'reportToHtml() takes a report of version 1 and the two texts that were compared',
    );
  }
  const { blocks } = report;
  if ((blocks.before.at(-1)?.span[1] ?? 0) > before.length || (blocks.after.at(-1)?.span[1] ?? 0) > after.length) {
    throw new ArticleDiffError('invalid-option', 'the report is not one of these two texts');
  }
}
