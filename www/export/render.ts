// The entry `article-diff/render`: a report and its texts → a fragment of HTML, for mail, print, a server's answer and pages without
// JavaScript. What was cut is <del>, what was added is <ins>, and each paragraph or heading is one. It needs no script and no style.
import { ArticleDiffError } from '../engine/errors.js';
import type { Report } from '../engine/types.js';
import type { Translator } from '../i18n/format.js';
import { translatorFor } from '../i18n/languages.js';
import type { RenderContext } from '../view/context.js';
import { hiddenLabel } from '../view/labels.js';
import { HIDDEN_BY_DEFAULT, cleanHide, filterFor, type Filter } from '../view/model/filters.js';
import { frameLines } from '../view/model/frame.js';
import { buildModel } from '../view/model/model.js';
import { summarise } from '../view/model/summary.js';
import { flowOf, type FlowLine, type FlowPiece } from './flow.js';
import { escapeHtml, writeEmphasis, writeMark } from './markup.js';

export type { Filter } from '../view/model/filters.js';
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

const isCut = ({ kind }: FlowPiece): boolean => kind === 'cut';

function writePiece(piece: FlowPiece, i18n: Translator): string {
  const { kind, text, stop } = piece;
  if (kind === 'note') return ` <small class="${PREFIX}note" lang="${i18n.language}">${escapeHtml(text)}</small> `;
  return stop && text.trim()
    ? writeMark(stop, isCut(piece) ? 'before' : 'after', text, { i18n, prefix: PREFIX })
    : escapeHtml(text);
}

function writeLine({ kind, pieces }: FlowLine, i18n: Translator, headingLevel: number): string {
  const tag = kind === 'heading' ? `h${headingLevel}` : 'p';
  const className = kind === 'furniture' ? ` class="${PREFIX}furniture"` : '';
  return `<${tag}${className} dir="auto">${pieces
    .map((piece) => writePiece(piece, i18n))
    .join('')
    .trim()}</${tag}>`;
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
 * texts. All text is escaped. Rejects with an ArticleDiffError where the report is not one of these texts.
 */
export async function reportToHtml(
  report: Report,
  before: string,
  after: string,
  { lang = 'en', hide = HIDDEN_BY_DEFAULT, summary = true, headingLevel = 3 }: HtmlOptions = {},
): Promise<string> {
  checkBelongs(report, before, after);
  const i18n = await translatorFor(lang);
  const filters = cleanHide(hide);
  const context: RenderContext = { model: buildModel(report, before, after), shown: filterFor(filters), i18n };
  const { lines, furniture } = flowOf(context, { furniture: !filters.includes('furniture') });
  const level = Math.min(6, Math.max(1, Math.trunc(headingLevel) || 3));
  const body = lines.map((line) => writeLine(line, i18n, level));
  return [
    `<div class="${PREFIX}report">`,
    ...(summary ? writeNotes(context, furniture) : []),
    ...body,
    '</div>',
    '',
  ].join('\n');
}

/** A report of other texts would be drawn as nonsense that looks right. */
function checkBelongs(report: Report, before: string, after: string): void {
  if (typeof before !== 'string' || typeof after !== 'string') {
    throw new ArticleDiffError('not-a-string', 'before and after must be strings');
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
