// Model → one HTML file that needs nothing else: no script, no address, its style inside. It opens anywhere and prints
// well, in black and white too.
import { countsOf } from './summary.js';
import { style } from './style.js';
import { lensFor } from '../view/lens.js';
import { pieces, roleOf } from '../view/marks.js';
import { paragraphNumber } from '../view/rows.js';
import { summarise } from '../view/summary.js';
import { shorten } from '../view/inline.js';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text → HTML that shows it, inside an element or a quoted attribute. */
export const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter])
  // A carriage return written as it is would be read as another line end.
  .replaceAll('\r', '&#13;').replaceAll('\0', '\ufffd');

const TAGS = { was: 'del', cut: 'del', now: 'ins', new: 'ins', order: 'mark', surface: 'mark', away: 'mark', here: 'mark' };
const LETTER = /[\p{L}\p{N}]/u;

const stressed = (sentence) => sentence.split('\u0001').map((part, i) => (i % 2 ? `<em>${escapeHtml(part)}</em>` : escapeHtml(part))).join('');

/** A marked stretch; white space at its ends stays outside. */
function writeMark(stop, side, text, words) {
  const role = roleOf(stop, side);
  const tiny = text.trim() && text.length <= 3 && !LETTER.test(text) ? ' tiny' : '';
  const altered = stop.quoted && role !== 'surface' ? ' quoted' : '';
  const say = words.t(`mark.${altered ? 'quoted.' : ''}${role}`).replace(/[:：]\s*$/, '');
  const [, lead, inner, trail] = text.trim() ? /^(\s*)(.*?)(\s*)$/su.exec(text) : ['', '', text, ''];
  const kind = `${role} ${stop.lens}${tiny}${altered}`;
  return `${escapeHtml(lead)}<${TAGS[role]} class="${kind}" title="${escapeHtml(say)}">${escapeHtml(inner)}</${TAGS[role]}>${escapeHtml(trail)}`;
}

function writeParagraph(paragraph, { texts, shown, words }) {
  const text = texts[paragraph.side];
  let html = '';
  let move = null;
  for (const piece of pieces(paragraph, shown)) {
    const inside = piece.move && piece.move.stop.unit !== 'paragraph' ? piece.move : null;
    if (inside !== move) {
      if (move) html += '</mark>';
      if (inside) html += `<mark class="${roleOf(inside.stop, paragraph.side)}">`;
      move = inside;
    }
    const part = text.slice(piece.start, piece.end);
    if (piece.change && part) html += writeMark(piece.change.stop, paragraph.side, part, words);
    else if (piece.change?.stop.lens === 'break') html += '<mark class="break">¶</mark>';
    else html += escapeHtml(part);
  }
  if (move) html += '</mark>';
  const inked = paragraph.changes.filter((mark) => mark.start < mark.end && shown(mark.stop));
  const whole = inked.length === 1 && inked[0].start === paragraph.start && inked[0].end === paragraph.end
    ? ` whole ${roleOf(inked[0].stop, paragraph.side)}` : '';
  return `<p class="${paragraph.kind}${whole}" dir="auto">${html}</p>`;
}

function writeCell(item, side, context) {
  const { words, shown, model } = context;
  const other = side === 'before' ? 'after' : 'before';
  if (!item[side].length) return '<td class="none"></td>';
  const moved = item.half && shown(item.move ?? { lens: 'moved' });
  const note = moved ? `<p class="note">${escapeHtml(words.t(`move.note.${side}`, { n: item.move ? paragraphNumber(model, other, item.move[other][0]) : 0 }))}</p>` : '';
  return `<td class="${side}">${note}${item[side].map((paragraph) => writeParagraph(paragraph, context)).join('\n')}</td>`;
}

function writeRow(item, context) {
  const look = [item.relation, item.furniture && 'furniture', !item.stops.some(context.shown) && 'quiet'].filter(Boolean).join(' ');
  return `<tr class="${look}">${writeCell(item, 'before', context)}${writeCell(item, 'after', context)}</tr>`;
}

/** What the marks mean, each shown by itself. */
function writeLegend(stops, words) {
  const roles = new Set(stops.flatMap((stop) => ['before', 'after'].map((side) => roleOf(stop, side))));
  const said = (role) => words.t(`mark.${role}`).replace(/[:：]\s*$/, '');
  return [...roles].map((role) => `<li><${TAGS[role]} class="${role}">${escapeHtml(said(role))}</${TAGS[role]}></li>`).join('');
}

/**
 * @param {any} model see view/model.js
 * @param {string[]} hide lenses that are not drawn; they are counted all the same
 * @param {import('../words.js').Words} words
 * @param {Date} [date] when it was saved; left out if not given
 * @returns {string} a whole HTML document
 */
export function toHtml(model, hide, words, date) {
  const shown = lensFor(hide);
  const { report: { summary }, texts } = model;
  const context = { model, texts, shown, words };
  const hidden = model.stops.filter((stop) => !shown(stop)).length;
  const title = shorten(firstLine(model) || words.t('side.after'), 70);
  const side = (name, other) => `<th scope="col">${escapeHtml(words.t(`side.${name}`))} <small>${escapeHtml(words.t('side.words', {
    n: summary.words[name], share: words.percent(summary.containment[name]), other: words.t(`side.${other}`) }))}</small></th>`;
  const made = date ? words.t('out.made', { date: new Intl.DateTimeFormat(words.language, { dateStyle: 'long', timeStyle: 'short' }).format(date) }) : '';
  return `<!doctype html>
<html lang="${words.language}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} – article-diff</title>
<style>${style}</style>
</head>
<body>
<header>
<h1 dir="auto">${escapeHtml(title)}</h1>
<p class="summary">${stressed(summarise(model, words))}</p>
<ul class="counts">${countsOf(model).map(([lens, n]) => `<li>${escapeHtml(words.t(`lens.${lens}`))} <b>${words.number(n)}</b></li>`).join('')}</ul>
<ul class="legend">${writeLegend(model.stops.filter(shown), words)}</ul>
${hidden ? `<p class="hidden">${escapeHtml(words.t('hidden.count', { n: hidden }))}</p>` : ''}
</header>
<main>
<table>
<thead><tr>${side('before', 'after')}${side('after', 'before')}</tr></thead>
<tbody>
${model.items.map((item) => writeRow(item, context)).join('\n')}
</tbody>
</table>
</main>
${made ? `<footer>${escapeHtml(made)}</footer>` : ''}
</body>
</html>
`;
}

/** The first line of the story, for a title. */
function firstLine({ paragraphs, texts }) {
  for (const side of ['after', 'before']) {
    const first = paragraphs[side].find(({ kind }) => kind !== 'furniture') ?? paragraphs[side][0];
    if (first) return texts[side].slice(first.start, first.end);
  }
  return '';
}
