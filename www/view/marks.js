// Paragraph → marked text. Every mark carries its stop's id, so that the partner on the other side can be lit, and
// says its kind to a screen reader through generated content (which is spoken, but neither copied nor found).
import { el } from './dom.js';

/** Letters above which a cut or an addition is tinted and barred instead of struck or underlined. */
const LONG = 48;

/**
 * Cuts a paragraph at the borders of its shown marks.
 * @param {import('./model.js').Paragraph} paragraph
 * @param {(stop: import('./model.js').Stop) => boolean} shown
 * @returns {Generator<{ start: number, end: number, change: any, move: any }>}
 */
export function* pieces(paragraph, shown) {
  const changes = paragraph.changes.filter((mark) => shown(mark.stop));
  const moves = paragraph.moves.filter((mark) => mark.start < mark.end && shown(mark.stop));
  let at = paragraph.start;
  let c = 0;
  let m = 0;
  for (;;) {
    while (m < moves.length && moves[m].end <= at) m++;
    const inside = moves[m]?.start <= at ? moves[m] : null;
    const border = inside ? inside.end : moves[m]?.start ?? Infinity;
    const change = changes[c];
    if (change && change.start <= at) {
      const end = Math.min(change.end, border);
      yield { start: at, end: Math.max(at, end), change, move: inside };
      at = Math.max(at, end);
      if (at >= change.end) c++;
    } else if (at < paragraph.end) {
      const end = Math.min(paragraph.end, change?.start ?? Infinity, border);
      yield { start: at, end, change: null, move: inside };
      at = end;
    } else return;
  }
}

/** Letters of one run above which only its ends are shown at first: a browser takes long to set a line of a book's length. */
const RUN = 12_000;
/** Letters shown at either end of such a run. */
const ENDS = 400;

/** Puts text into `box`; of a very long run the ends, and between them a button that says how much it holds. */
export function appendText(box, text, words) {
  if (text.length <= RUN) return void (text && box.append(text));
  const from = wordEdge(text, ENDS);
  const to = wordEdge(text, text.length - ENDS);
  const button = el('button', {
    type: 'button', class: 'elided', onclick: (event) => {
      event.stopPropagation();
      button.replaceWith(text.slice(from, to));
    },
  }, words.t('elided', { n: to - from }));
  box.append(text.slice(0, from), button, text.slice(to));
}

/** The nearest gap between words after an offset; where there is none, a place that cuts no letter. */
function wordEdge(text, at) {
  const gap = text.slice(at, at + 80).search(/\s/);
  if (gap >= 0) return at + gap;
  return /[\udc00-\udfff]/.test(text[at]) ? at + 1 : at;
}

/** What a mark is called on one side of one stop: the key under `mark.` in the words, and its look. */
export function roleOf(stop, side) {
  if (stop.kind === 'move') return side === 'before' ? 'away' : 'here';
  if (stop.lens === 'order') return 'order';
  if (stop.lens === 'typography' || stop.lens === 'spacing' || stop.lens === 'break') return 'surface';
  if (stop.op === 'replace') return side === 'before' ? 'was' : 'now';
  return side === 'before' ? 'cut' : 'new';
}

const TAG = { was: 'del', cut: 'del', now: 'ins', new: 'ins', order: 'mark', surface: 'mark', away: 'mark', here: 'mark' };

const LETTER = /[\p{L}\p{N}]/u;

/**
 * One mark.
 * @param {import('./model.js').Stop} stop  @param {'before' | 'after'} side  @param {string} text
 * @param {import('../words.js').Words} words
 */
export function drawMark(stop, side, text, words) {
  const role = roleOf(stop, side);
  const tiny = text.length <= 3 && !LETTER.test(text) && text.trim() !== '';
  const long = stop.unit !== 'word' && stop.op !== 'replace' ? true : text.length > LONG;
  const altered = stop.quoted && role !== 'surface' && stop.kind === 'change';
  const look = ['m', role, stop.lens, tiny && 'tiny', text.trim() === '' && 'blank', long && 'long', altered && 'quoted'];
  const node = el(TAG[role], {
    class: look.filter(Boolean).join(' '),
    part: `mark mark-${role}`,
    data: { stop: stop.id },
  });
  appendText(node, text, words);
  node.dataset.say = words.t(`mark.${altered ? 'quoted.' : ''}${role}`);
  if (long) node.dataset.end = words.t('mark.end');
  return node;
}

/**
 * Puts a mark into `box`. White space at its ends stays outside: a bar or a line under nothing looks like a mistake.
 */
export function appendMark(box, stop, side, text, words) {
  const inner = text.trim();
  if (!inner || inner === text) return box.append(drawMark(stop, side, text, words));
  const at = text.indexOf(inner);
  box.append(text.slice(0, at), drawMark(stop, side, inner, words), text.slice(at + inner.length));
}

/** The bare place on this side where the other side's words stand: nothing to see until its partner is lit. */
export function drawPlace(mark, words) {
  if (mark.stop.lens === 'break') {
    return el('mark', { class: 'm surface break', data: { stop: mark.stop.id, say: words.t('mark.surface') } }, '¶');
  }
  return el('span', { class: 'place', data: { stop: mark.stop.id } });
}

/**
 * A paragraph of one side as an element.
 * @param {import('./model.js').Paragraph} paragraph
 * @param {{ texts: { before: string, after: string }, shown: (stop: any) => boolean, words: any }} context
 */
export function drawParagraph(paragraph, { texts, shown, words }) {
  const text = texts[paragraph.side];
  // The text is in a language of its own, which nobody told: it must not be read out, or set, as the interface's.
  const box = el('p', { class: `block ${paragraph.kind}`, dir: 'auto', lang: '', part: `block ${paragraph.kind}` });
  const list = [...pieces(paragraph, shown)];
  // One mark over all of it (bare places aside): the paragraph as a whole was cut or added.
  const inked = list.filter(({ start, end }) => end > start);
  const whole = inked.length === 1 && inked[0].change ? inked[0].change.stop : null;
  let wrap = null;
  let wrapped = null;
  for (const { start, end, change, move } of list) {
    const part = text.slice(start, end);
    // A paragraph that moved as a whole is shown by its cell; only moved sentences and phrases need a frame inside.
    if (!move || move.stop.unit === 'paragraph') {
      wrap = null;
      wrapped = null;
    } else {
      if (wrapped !== move) {
        wrap = drawMark(move.stop, paragraph.side, '', words);
        wrap.classList.remove('blank', 'long');
        wrapped = move;
        box.append(wrap);
      }
    }
    const target = wrap ?? box;
    if (!change) appendText(target, part, words);
    else if (start === end) target.append(drawPlace(change, words));
    else appendMark(target, change.stop, paragraph.side, part, words);
  }
  if (whole) box.classList.add('whole', roleOf(whole, paragraph.side));
  return box;
}
