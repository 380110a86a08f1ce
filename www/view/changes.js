// Stops → the list of changes in plain language, gravest first. Each has a line of its context and a way to it.
import { el } from './dom.js';
import { drawMark } from './marks.js';
import { shorten } from './inline.js';
import { paragraphNumber } from './rows.js';
import { LENSES, SURFACE, gravestLens } from './lens.js';
import { homeSide } from './model.js';

/** Letters of context on either side of a change. */
const CONTEXT = 60;
/** Letters of a change that are quoted in a sentence about it. */
const QUOTED = 90;

/** Entries of a group above which the browser leaves out those that are far away. */
const MANY = 100;

/** Shown stops → [lens, stops] in order of gravity; reading order inside. */
export function groupByGravity(stops) {
  const groups = new Map(LENSES.map((lens) => [lens, []]));
  for (const stop of stops) (groups.get(gravestLens(stop)) ?? groups.get('wording')).push(stop);
  return [...groups].filter(([, list]) => list.length);
}

/** A change in one sentence: "“2,000” became “3,000”". */
export function sayStop(stop, { texts, words, model }) {
  const quote = (side) => words.t('quote', { text: shorten(texts[side].slice(...stop[side]), QUOTED) });
  if (stop.kind === 'move') {
    return words.t(`say.move.${stop.unit}`, { text: quote('after'), ...placesOf(stop, { model }) });
  }
  if (stop.lens === 'break') return words.t(stop.before[1] - stop.before[0] < stop.after[1] - stop.after[0] ? 'say.split' : 'say.merged');
  if (stop.lens === 'order') return words.t('say.order', { before: quote('before'), after: quote('after') });
  if (stop.lens === 'spacing') return words.t('say.spacing');
  const unit = stop.unit === 'word' ? 'word' : stop.unit;
  if (stop.op === 'replace') return words.t('say.replace', { before: quote('before'), after: quote('after') });
  return words.t(`say.${stop.op}.${unit}`, { text: quote(stop.op === 'delete' ? 'before' : 'after') });
}

/** From which paragraph to which a move goes. */
const placesOf = (stop, { model }) => ({
  from: paragraphNumber(model, 'before', stop.before[0]), to: paragraphNumber(model, 'after', stop.after[0]),
});

/** Whether the words themselves are better left to the line of context: whole sentences, and moves. */
const whole = (stop) => stop.kind === 'move' || (stop.op !== 'replace' && stop.unit !== 'word' && stop.lens !== 'break' && stop.lens !== 'spacing');

/** The words around a change, with the change itself drawn in them. */
function drawContext(stop, { texts, model, words }) {
  const side = homeSide(stop);
  const text = texts[side];
  const [start, end] = stop[side];
  const home = model.paragraphs[side].find((p) => p.end >= start) ?? { start, end };
  const from = leftEdge(text, Math.max(home.start, start - CONTEXT), home.start);
  const to = rightEdge(text, Math.min(Math.max(home.end, end), end + CONTEXT), home.end);
  const line = el('p', { class: 'context', dir: 'auto' });
  line.append(`${from > home.start ? '…' : ''}${text.slice(from, start)}`);
  const other = side === 'after' ? 'before' : 'after';
  if (stop.kind === 'change' && stop[other][0] < stop[other][1]) {
    line.append(drawMark(stop, other, shorten(texts[other].slice(...stop[other]), QUOTED * 2), words));
  }
  const own = text.slice(start, end);
  if (own) line.append(drawMark(stop, side, own.length > QUOTED * 2 ? shorten(own, QUOTED * 2) : own, words));
  line.append(`${text.slice(end, Math.max(end, to))}${to < home.end ? '…' : ''}`);
  for (const mark of line.querySelectorAll('.m')) delete mark.dataset.stop;
  return line;
}

/** Moves an edge to the nearest gap between words, so that no word and no letter is cut. */
function leftEdge(text, at, least) {
  if (at <= least) return least;
  const gap = text.slice(at, at + 20).search(/\s/);
  return gap < 0 ? safe(text, at) : at + gap + 1;
}
function rightEdge(text, at, most) {
  if (at >= most) return most;
  const gap = text.slice(at - 20, at).search(/\s\S*$/);
  return gap < 0 ? safe(text, at) : at - 20 + gap;
}
const safe = (text, at) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);

function drawEntry(stop, context) {
  const { words } = context;
  const say = whole(stop) ? words.t(`say.short.${stop.kind === 'move' ? 'move' : stop.op}.${stop.unit}`, placesOf(stop, context)) : sayStop(stop, context);
  const kind = words.t(`lens.one.${stop.lens}`);
  return el('li', { class: 'entry', part: 'entry', data: { entry: stop.id } },
    el('p', { class: 'say' }, el('span', { class: `kind ${stop.lens}` }, kind), ' ', el('span', { dir: 'auto' }, say)),
    stop.lens === 'spacing' ? null : drawContext(stop, context),
    el('p', { class: 'entry-actions' },
      el('button', { type: 'button', class: 'plain', data: { jump: stop.id } }, words.t('entry.show')),
      el('button', { type: 'button', class: 'plain', data: { copy: stop.id } }, words.t('entry.copy'))));
}

/** Differences that only look different, told as sorts with a count instead of one by one. */
function drawSorts(stops, { texts, words }) {
  const sorts = new Map();
  for (const stop of stops) {
    const key = JSON.stringify([texts.before.slice(...stop.before), texts.after.slice(...stop.after)]);
    sorts.set(key, (sorts.get(key) ?? 0) + 1);
  }
  const show = (text) => (text.trim() ? words.t('quote', { text: shorten(text) }) : blankName(text, words));
  return [...sorts].sort((x, y) => y[1] - x[1]).slice(0, 40).map(([key, n]) => {
    const [before, after] = JSON.parse(key);
    return el('li', { class: 'entry sort' },
      el('p', { class: 'say' },
        el('span', { dir: 'auto' }, words.t('say.replace', { before: show(before), after: show(after) })),
        ' ', el('span', { class: 'times' }, words.t('times', { n }))));
  });
}

function blankName(text, words) {
  if (text === '') return words.t('blank.none');
  if (/\n.*\n/s.test(text)) return words.t('blank.paragraph');
  if (/[\n\r\u2028\u2029]/.test(text)) return words.t('blank.line');
  if (/\u00a0|\u202f/.test(text)) return words.t('blank.nobreak');
  return words.t(text.length > 1 ? 'blank.spaces' : 'blank.space');
}

/**
 * The whole list. `stops` are the shown ones in reading order.
 * @param {import('./model.js').Stop[]} stops
 * @param {{ model: any, texts: any, words: any }} context
 * @returns {HTMLElement[]} one section a group
 */
export function drawChanges(stops, context) {
  const { words } = context;
  return groupByGravity(stops).map(([lens, list]) => {
    const head = el('h2', { class: `group-name ${lens}` }, `${words.t(`lens.${lens}`)} `,
      el('span', { class: 'count' }, words.number(list.length)));
    const entries = SURFACE.has(lens) ? drawSorts(list, context) : null;
    const box = el('ol', { class: list.length > MANY ? 'entries many' : 'entries', role: 'list' });
    if (entries) box.append(...entries);
    return { section: el('section', { class: `group ${lens}`, part: `group ${lens}` }, head, box), box, rest: entries ? [] : list };
  }).map(({ section, box, rest }) => Object.assign(section, {
    // Long groups are filled by and by: see chunks.js.
    fill: (from, to) => box.append(...rest.slice(from, to).map((stop) => drawEntry(stop, context))),
    size: rest.length,
  }));
}
