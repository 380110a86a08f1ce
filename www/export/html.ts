// Model → one HTML file that needs nothing else: no script, no address, its styles inside. It opens anywhere and prints
// well, in black and white too.
import type { Translator } from '../i18n/format.js';
import { SIDES, type Side } from '../sides.js';
import type { RenderContext } from '../view/context.js';
import { describeSide, hiddenLabel, moveNoteLabel } from '../view/labels.js';
import { shorten } from '../view/model/excerpts.js';
import { filterFor, type Filter } from '../view/model/filters.js';
import { markParagraph, roleOf, tagOf, type Piece } from '../view/model/marks.js';
import { frameLines } from '../view/model/frame.js';
import { summarise } from '../view/model/summary.js';
import type { Item, Model, Paragraph, Stop } from '../view/model/types.js';
import colours from '../view/styles/colours.css?inline';
import styles from './saved-page.css?inline';
import { escapeHtml, withoutColon, writeEmphasis, writeMark } from './markup.js';
import { countsOf } from './summary.js';

/** Length of a title, in UTF-16 units. */
const TITLE_LENGTH = 70;

function writePiece({ start, end, change }: Piece, paragraph: Paragraph, { model, i18n }: RenderContext): string {
  const text = model.texts[paragraph.side].slice(start, end);
  if (change && text) return writeMark(change.stop, paragraph.side, text, { i18n });
  return change?.stop.class === 'break' ? '<mark class="break">¶</mark>' : escapeHtml(text);
}

function writeParagraph(paragraph: Paragraph, context: RenderContext): string {
  const { side, kind } = paragraph;
  const { groups, whole } = markParagraph(paragraph, context.shown);
  const html = groups.map(({ move, pieces }) => {
    const inside = pieces.map((piece) => writePiece(piece, paragraph, context)).join('');
    return move ? `<mark class="${roleOf(move, side)}">${inside}</mark>` : inside;
  });
  return `<p class="${kind}${whole ? ` whole ${roleOf(whole, side)}` : ''}" dir="auto">${html.join('')}</p>`;
}

function writeCell(item: Item, side: Side, context: RenderContext): string {
  if (!item[side].length) return '<td class="none"></td>';
  const isMoveShown = item.half && context.shown(item.move ?? { class: 'moved' });
  const note = isMoveShown ? `<p class="note">${escapeHtml(moveNoteLabel(item, side, context))}</p>` : '';
  return `<td class="${side}">${note}${item[side].map((paragraph) => writeParagraph(paragraph, context)).join('\n')}</td>`;
}

function writeRow(item: Item, context: RenderContext): string {
  const classes = [item.relation, item.furniture && 'furniture', !item.stops.some(context.shown) && 'quiet'].filter(
    Boolean,
  );
  return `<tr class="${classes.join(' ')}">${SIDES.map((side) => writeCell(item, side, context)).join('')}</tr>`;
}

/** What the marks mean, each shown by itself. */
function writeLegend(stops: readonly Stop[], i18n: Translator): string {
  const roles = new Map(stops.flatMap((stop) => SIDES.map((side) => [roleOf(stop, side), side] as const)));
  return [...roles]
    .map(([role, side]) => {
      const tag = tagOf(role, side);
      return `<li><${tag} class="${role}">${escapeHtml(withoutColon(i18n.t(`mark.${role}`)))}</${tag}></li>`;
    })
    .join('');
}

function writeColumnName(side: Side, { report }: Model, i18n: Translator): string {
  const name = escapeHtml(i18n.t(`side.${side}`));
  return `<th scope="col">${name} <small>${escapeHtml(describeSide(side, report.summary, i18n))}</small></th>`;
}

function writeDate(date: Date, i18n: Translator): string {
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' });
  return `<footer>${escapeHtml(i18n.t('out.made', { date: format.format(date) }))}</footer>`;
}

/** A whole HTML document. What `hide` names is not drawn, but counted all the same. `date`: when it was saved. */
export function toHtml(model: Model, hide: readonly Filter[], i18n: Translator, date?: Date): string {
  const shown = filterFor(hide);
  const context: RenderContext = { model, shown, i18n };
  const hidden = hiddenLabel(context);
  const title = escapeHtml(shorten(firstLine(model) || i18n.t('side.after'), TITLE_LENGTH));
  const counts = countsOf(model).map(
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
<ul class="legend">${writeLegend(model.stops.filter(shown), i18n)}</ul>
${hidden ? `<p class="hidden">${escapeHtml(hidden)}</p>` : ''}
</header>
<main>
<table>
<thead><tr>${SIDES.map((side) => writeColumnName(side, model, i18n)).join('')}</tr></thead>
<tbody>
${model.items.map((item) => writeRow(item, context)).join('\n')}
</tbody>
</table>
</main>
${date ? writeDate(date, i18n) : ''}
</body>
</html>
`;
}

/** The first line of the story, for a title. */
export function firstLine({ paragraphs, texts }: Model): string {
  for (const side of ['after', 'before'] as const) {
    const first = paragraphs[side].find(({ kind }) => kind !== 'furniture') ?? paragraphs[side][0];
    if (first) return texts[side].slice(first.start, first.end);
  }
  return '';
}
