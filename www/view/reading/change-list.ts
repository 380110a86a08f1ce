// Stops → the list of changes in plain language, gravest first. Each entry has the words around it and a way to them.
import { otherSide, type Side } from '../../sides.js';
import type { RenderContext } from '../context.js';
import { el } from '../dom.js';
import { placeLabel } from '../labels.js';
import { endOfWord, shorten, startOfWord } from '../model/excerpts.js';
import { APPEARANCE, KINDS, kindOf, type Kind } from '../model/filters.js';
import { changesOf } from '../model/quotations.js';
import { homeSide } from '../model/stops.js';
import type { Stop } from '../model/types.js';
import { describeStopShort, MAX_QUOTE_LENGTH } from './describe-stop.js';
import { withVisibleControls } from './direction-controls.js';
import { appendMark } from './draw-marks.js';

/** Length, in UTF-16 units, of the words shown on either side of a change. */
const CONTEXT_LENGTH = 60;
/** Length up to which the changed words themselves are shown whole. */
const MAX_CHANGE_LENGTH = MAX_QUOTE_LENGTH * 2;
/** Entries of a group above which the browser need not lay out those that are far away. */
const MANY_ENTRIES = 100;
/** Entries of a group of differences in appearance: each is a sort of difference with its count. */
const MAX_SORTS = 40;
/** Entries that are built at once. */
const ENTRIES_AT_ONCE = 60;
/** Milliseconds between two such batches: a frame. */
const PAUSE = 16;

type Context = Pick<RenderContext, 'model' | 'i18n'>;

interface Group {
  section: HTMLElement;
  list: HTMLElement;
  /** Stops whose entries are still to be built. */
  waiting: Stop[];
}

/** Shown stops in the order of reading → groups in order of gravity. */
function groupByGravity(stops: readonly Stop[]): [Kind, Stop[]][] {
  const groups = new Map<Kind, Stop[]>(KINDS.map((kind) => [kind, []]));
  for (const stop of stops) groups.get(kindOf(stop))?.push(stop);
  return [...groups].filter(([, list]) => list.length);
}

/** The words around a change, with the change marked in them; around all changes of a quotation, where there are more. */
function drawContext(stop: Stop, { model, i18n }: Context): HTMLElement {
  const { texts, paragraphs } = model;
  const side = homeSide(stop);
  const other = otherSide(side);
  const text = texts[side];
  const changes = stop.kind === 'change' ? changesOf(stop) : [stop];
  const start = stop[side][0];
  const end = (changes.at(-1) ?? stop)[side][1];
  const home = paragraphs[side].find((paragraph) => paragraph.end >= start) ?? { start, end };
  const from = startOfWord(text, Math.max(home.start, start - CONTEXT_LENGTH), home.start);
  const to = endOfWord(text, Math.min(Math.max(home.end, end), end + CONTEXT_LENGTH), home.end);
  const line = el('p', { class: 'context', dir: 'auto' });
  const append = (one: Stop, of: Side) => {
    const words = texts[of].slice(...one[of]);
    if (words)
      appendMark(
        line,
        one,
        { side: of, text: words.length > MAX_CHANGE_LENGTH ? shorten(words, MAX_CHANGE_LENGTH) : words },
        i18n,
      );
  };
  if (from > home.start) line.append('…');
  let at = from;
  for (const change of changes) {
    line.append(...withVisibleControls(text.slice(at, change[side][0])));
    if (change.kind === 'change') append(change, other);
    append(change, side);
    at = Math.max(at, change[side][1]);
  }
  line.append(...withVisibleControls(text.slice(at, Math.max(at, to))), to < home.end ? '…' : '');
  for (const mark of line.querySelectorAll<HTMLElement>('.m')) delete mark.dataset.stop;
  return line;
}

function drawEntry(stop: Stop, context: Context): HTMLElement {
  const { i18n } = context;
  const name = kindOf(stop);
  const sentence = `sentence-${stop.id}`;
  // Its kind is the heading above it.
  const place = el('span', { class: `place-label ${name}` }, placeLabel(stop, context));
  const action = (key: 'show' | 'copy', data: Record<string, string>): HTMLElement =>
    el('button', { type: 'button', class: 'plain', 'aria-describedby': sentence, data }, i18n.t(`entry.${key}`));
  return el(
    'li',
    { class: 'entry', part: 'entry', data: { entry: stop.id } },
    el(
      'p',
      { class: 'sentence', id: sentence },
      place,
      ' ',
      el('span', { dir: 'auto' }, describeStopShort(stop, context)),
    ),
    stop.class === 'spacing' ? null : drawContext(stop, context),
    el('p', { class: 'entry-actions' }, action('show', { jump: stop.id }), action('copy', { copy: stop.id })),
  );
}

/** Differences in appearance only, as sorts with a count instead of one by one. */
function drawSorts(stops: readonly Stop[], { model: { texts }, i18n }: Context): HTMLElement[] {
  const sorts = new Map<string, { before: string; after: string; n: number }>();
  for (const stop of stops) {
    const before = texts.before.slice(...stop.before);
    const after = texts.after.slice(...stop.after);
    const key = JSON.stringify([before, after]);
    const sort = sorts.get(key);
    if (sort) sort.n++;
    else sorts.set(key, { before, after, n: 1 });
  }
  const name = (text: string) => (text.trim() ? i18n.t('quote', { text: shorten(text) }) : i18n.t(blankName(text)));
  return [...sorts.values()]
    .sort((x, y) => y.n - x.n)
    .slice(0, MAX_SORTS)
    .map(({ before, after, n }) => {
      const sentence = el(
        'span',
        { dir: 'auto' },
        i18n.t('sentence.replace', { before: name(before), after: name(after) }),
      );
      return el(
        'li',
        { class: 'entry sort' },
        el('p', { class: 'sentence' }, sentence, ' ', el('span', { class: 'times' }, i18n.t('times', { n }))),
      );
    });
}

function blankName(text: string) {
  if (text === '') return 'blank.none';
  if (/\n.*\n/s.test(text)) return 'blank.paragraph';
  if (/[\n\r\u2028\u2029]/.test(text)) return 'blank.line';
  if (/\u00a0|\u202f/.test(text)) return 'blank.nobreak';
  return text.length > 1 ? 'blank.spaces' : 'blank.space';
}

function drawGroup(kind: Kind, stops: Stop[], context: Context): Group {
  const { i18n } = context;
  const name = `${i18n.t(`filter.${kind}`)} `;
  const head = el(
    'h2',
    { class: `group-name ${kind}` },
    name,
    el('span', { class: 'count' }, i18n.number(stops.length)),
  );
  const list = el('ol', { class: stops.length > MANY_ENTRIES ? 'entries many' : 'entries', role: 'list' });
  const inSorts = APPEARANCE.has(kind);
  if (inSorts) list.append(...drawSorts(stops, context));
  const section = el('section', { class: `group ${kind}`, part: `group ${kind}` }, head, list);
  return { section, list, waiting: inSorts ? [] : stops };
}

/**
 * Draws the list into `box`, or `nothing`, what is said where it is empty. Where there are very many entries, the first are built now and the others in batches, for
 * as long as the list stays in the page.
 */
export function drawChangeList(box: Element, stops: readonly Stop[], context: Context, nothing: string): void {
  const groups = groupByGravity(stops).map(([kind, list]) => drawGroup(kind, list, context));
  const [first] = groups;
  if (!first) {
    box.replaceChildren(el('p', { class: 'nothing' }, nothing));
    return;
  }
  box.replaceChildren(...groups.map(({ section }) => section));
  const waiting = groups.flatMap(({ list, waiting: stopsOfGroup }) => stopsOfGroup.map((stop) => ({ list, stop })));
  let next = 0;
  const build = () => {
    for (const { list, stop } of waiting.slice(next, next + ENTRIES_AT_ONCE)) list.append(drawEntry(stop, context));
    next += ENTRIES_AT_ONCE;
    if (next < waiting.length && first.section.isConnected) setTimeout(build, PAUSE);
  };
  build();
}
