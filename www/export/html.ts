// Model → one HTML file that needs nothing else: no script, no address, its styles inside. It opens anywhere and prints
// well, in black and white too.
import type { Translator } from '../i18n/format.js';
import { SIDES, type Names, type Side } from '../sides.js';
import type { RenderContext } from '../view/context.js';
import { describeSide, hiddenLabel, madeOn, moveNoteLabel } from '../view/labels.js';
import { legendLabel, legendSample } from '../view/legend.js';
import { shorten } from '../view/model/excerpts.js';
import { countsOf, filterFor, type Filter } from '../view/model/filters.js';
import { legendOf, sampleOf } from '../view/model/legend.js';
import { markParagraph, roleOf, type Piece } from '../view/model/marks.js';
import { frameLines } from '../view/model/frame.js';
import { summarise } from '../view/model/summary.js';
import { titleOf } from '../view/model/title.js';
import { endRunsOf, runsOf, type Run } from '../view/model/runs.js';
import type { Item, Model, Paragraph } from '../view/model/types.js';
import { sideLabel } from '../view/side-labels.js';
import colours from '../view/styles/colours.css?inline';
import styles from './saved-page.css?inline';
import { writeBlocks, type BlockLine } from './blocks.js';
import { escapeHtml, writeEmphasis, writeMark, writeObject, writeText } from './markup.js';

/** Length of a title, in UTF-16 units. */
const TITLE_LENGTH = 70;

interface PageContext extends RenderContext {
  /** The element of a heading of a level. */
  headingTag: (level: number) => string;
}

/** The runs from `start` to `end` of a paragraph. */
function writeRuns(runs: readonly Run[], { side }: Paragraph, context: RenderContext): string {
  const text = context.model.texts[side];
  return runs
    .map((run) =>
      run.kind === 'object' ? `${writeObject(run, context)} ` : writeText(text.slice(run.start, run.end), run, context),
    )
    .join('');
}

function writePiece({ start, end, change }: Piece, paragraph: Paragraph, context: RenderContext): string {
  const { model, i18n } = context;
  const { side } = paragraph;
  const inside = (from: number, to: number): string =>
    writeRuns(runsOf(paragraph, [start + from, start + to], context), paragraph, context);
  if (!change) return inside(0, end - start);
  const text = model.texts[side].slice(start, end);
  if (text) return writeMark(change.stop, side, text, { i18n }, inside);
  return change.stop.class === 'break' ? '<mark class="surface break">¶</mark>' : '';
}

function lineOf(paragraph: Paragraph, context: RenderContext): BlockLine {
  const { side, kind, look } = paragraph;
  const { groups, whole } = markParagraph(paragraph, context.shown);
  const html = groups.map(({ move, pieces }) => {
    const inside = pieces.map((piece) => writePiece(piece, paragraph, context)).join('');
    return move ? `<mark class="${roleOf(move, side)}">${inside}</mark>` : inside;
  });
  html.push(writeRuns(endRunsOf(paragraph, context), paragraph, context));
  const classes = [kind, ...(look?.kinds ?? []), ...(whole ? ['whole', roleOf(whole, side)] : [])];
  return { look, tag: 'p', attributes: ` class="${classes.join(' ')}" dir="auto"`, html: html.join('') };
}

/** The page's title is the first heading; the highest ones of both documents are right below it. */
function headingTags({ paragraphs }: Model): (level: number) => string {
  const levels = SIDES.flatMap((side) => paragraphs[side].map(({ look }) => look?.heading ?? 6));
  const top = levels.reduce((one, other) => Math.min(one, other), 6);
  return (level) => `h${Math.min(6, level - top + 2)}`;
}

function writeCell(item: Item, side: Side, context: PageContext): string {
  if (!item[side].length) return '<td class="none"></td>';
  const isMoveShown = item.half && context.shown(item.move ?? { class: 'moved' });
  const note = isMoveShown ? `<p class="note">${escapeHtml(moveNoteLabel(item, side, context))}</p>` : '';
  const lines = item[side].map((paragraph) => lineOf(paragraph, context));
  // Seen only where the sides stand one above the other.
  const name = item.stops.some(context.shown) ? ` data-side="${escapeHtml(sideLabel(side, context))}"` : '';
  return `<td class="${side}${isMoveShown ? ' moved' : ''}"${name}>${note}${writeBlocks(lines, context.headingTag)}</td>`;
}

function writeRow(item: Item, context: PageContext): string {
  const classes = [item.relation, item.furniture && 'furniture', !item.stops.some(context.shown) && 'quiet'].filter(
    Boolean,
  );
  return `<tr class="${classes.join(' ')}">${SIDES.map((side) => writeCell(item, side, context)).join('')}</tr>`;
}

/** What the marks mean, each shown by itself. */
const writeLegend = ({ model, shown, i18n }: RenderContext): string =>
  legendOf(model, shown)
    .map((entry) => {
      const { tag, classes } = sampleOf(entry.look);
      const label = escapeHtml(legendLabel(entry, i18n));
      const mark = `<${tag} class="${classes.join(' ')}">${escapeHtml(legendSample(entry, i18n))}</${tag}>`;
      return `<li>${mark}${entry.look === 'break' ? ` ${label}` : ''}</li>`;
    })
    .join('');

function writeColumnName(side: Side, context: RenderContext): string {
  const { model, i18n } = context;
  const name = escapeHtml(sideLabel(side, context));
  return `<th scope="col">${name} <small>${escapeHtml(describeSide(side, model.report.summary, i18n))}</small></th>`;
}

/** A whole HTML document. What `hide` names is not drawn, but counted all the same. `date`: when it was saved. */
export function toHtml(model: Model, hide: readonly Filter[], i18n: Translator, date?: Date, names?: Names): string {
  const shown = filterFor(hide);
  const context: PageContext = { model, shown, i18n, headingTag: headingTags(model), ...(names && { names }) };
  const hidden = hiddenLabel(context);
  const title = escapeHtml(shorten(titleOf(model) || i18n.t('side.after'), TITLE_LENGTH));
  const counts = countsOf(model.stops).map(
    ({ kind, n }) => `<li>${escapeHtml(i18n.t(`filter.${kind}`))} <b>${i18n.number(n)}</b></li>`,
  );
  return `<!doctype html>
<html lang="${i18n.language}" dir="${i18n.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – article-diff</title>
<style>${colours}${styles}</style>
</head>
<body>
<header>
<h1 dir="auto">${title}</h1>
<p class="summary">${writeEmphasis(summarise(model, i18n))}</p>
${frameLines(model, i18n)
  .map((line) => `<p class="frame" dir="auto">${escapeHtml(line)}</p>\n`)
  .join('')}<ul class="counts">${counts.join('')}</ul>
<ul class="legend">${writeLegend(context)}</ul>
${hidden ? `<p class="hidden">${escapeHtml(hidden)}</p>` : ''}
</header>
<main>
<table>
<thead><tr>${SIDES.map((side) => writeColumnName(side, context)).join('')}</tr></thead>
<tbody>
${model.items.map((item) => writeRow(item, context)).join('\n')}
</tbody>
</table>
</main>
${date ? `<footer>${escapeHtml(madeOn(date, i18n))}</footer>` : ''}
</body>
</html>
`;
}
