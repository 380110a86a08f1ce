// A stretch without anything shown → one line that says how much is folded, and opens it. What is folded still can
// be found with the browser's own search: finding it opens the fold.
import { whenIdle } from '../idle.js';
import { el } from './dom.js';
import { renumber } from './keep.js';

/** Letters above which a closed fold is left empty until it is opened. */
const HEAVY = 60_000;

const lettersOf = (item) => [...item.before, ...item.after].reduce((sum, p) => sum + p.end - p.start, 0);

/** What the line says. */
function foldLabel({ fold, items }, shown, words) {
  const n = items.reduce((sum, item) => sum + Math.max(item.before.length, item.after.length), 0);
  if (fold === 'furniture') {
    const before = items.reduce((sum, item) => sum + item.before.length, 0);
    const after = items.reduce((sum, item) => sum + item.after.length, 0);
    return [words.t('fold.furniture', { n: before + after }), words.t('fold.furniture.sides', { before, after })];
  }
  const hidden = new Set(items.flatMap((item) => item.stops.filter((stop) => !shown(stop) && !stop.furniture))).size;
  if (!hidden) return [words.t('fold.same', { n }), ''];
  return [words.t('fold.hidden', { n }), words.t('fold.hidden.count', { n: hidden })];
}

/**
 * @param {{ fold: 'same' | 'furniture', items: any[] }} entry
 * @param {{ shown: (stop: any) => boolean, words: any, opened: Set<string>, asTable: boolean, onopen: () => void }} context
 * @param {(item: any) => Node} draw
 */
export function drawFold(entry, context, draw) {
  const { shown, words, opened, asTable, onopen } = context;
  const key = foldKey(entry, context.texts);
  const [label, more] = foldLabel(entry, shown, words);
  const button = el('button', { type: 'button', class: 'fold-button', part: 'fold', 'aria-expanded': 'false' },
    el('span', {}, label), more && el('small', {}, more));
  const inside = el('div', { class: 'fold-inside' });
  let rows = () => entry.items.map(draw);
  const fill = () => {
    if (!inside.childElementCount) inside.append(...rows());
  };
  const set = (open) => {
    if (open) { fill(); inside.removeAttribute('hidden'); } else inside.setAttribute('hidden', 'until-found');
    button.setAttribute('aria-expanded', String(open));
    if (open) opened.add(key); else opened.delete(key);
  };
  set(opened.has(key));
  // Built while nobody waits, so that the browser's own search finds what is inside.
  if (!opened.has(key) && entry.items.reduce((sum, item) => sum + lettersOf(item), 0) <= HEAVY) {
    whenIdle(() => { if (inside.isConnected) fill(); });
  }
  button.addEventListener('click', () => { set(!opened.has(key)); onopen(); });
  inside.addEventListener('beforematch', () => { set(true); onopen(); });
  const head = asTable
    ? el('div', { class: `fold ${entry.fold}`, role: 'row' }, el('div', { role: 'cell', 'aria-colspan': '2' }, button))
    : el('div', { class: `fold ${entry.fold}` }, button);
  const box = el('div', { class: 'fold-box' }, head, inside);
  const number = (items) => Object.assign(box.dataset, { first: items[0].index, last: items.at(-1).index });
  number(entry.items);
  return Object.assign(box, {
    open: () => { if (!opened.has(key)) { set(true); onopen(); } },
    /** The same lines, in another place: what is built stays, what is not is built from `items`. */
    renew: (items, redraw) => {
      number(items);
      rows = () => items.map(redraw);
      for (const [i, row] of [...inside.children].entries()) renumber(row, items[i]);
    },
  });
}

/** A fold is known again after a keystroke elsewhere by the first words it holds. */
function foldKey({ fold, items }, texts) {
  const p = items[0].before[0] ?? items[0].after[0];
  return `${fold}:${texts[p.side].slice(p.start, Math.min(p.end, p.start + 60))}`;
}
