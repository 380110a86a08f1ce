// Model → the lines about time stamps and datelines, which are no news: "Updated 10:32 → 11:45".
import type { Translator } from '../../i18n/format.js';
import { bothSides, type Side } from '../../sides.js';
import { shorten } from './excerpts.js';
import { isWholeUnit, kindOf } from './filters.js';
import { isEmpty } from './stops.js';
import type { ChangeStop, Model } from './types.js';

/** Length, in UTF-16 units, up to which the whole line of a time stamp is told, and not only what differs in it. */
const MAX_LINE_LENGTH = 80;

type Part = 'timestamp' | 'dateline';

/** One line for each line of the story whose time stamp or dateline differs. */
export function frameLines(model: Model, i18n: Translator): string[] {
  return (['timestamp', 'dateline'] as const).flatMap((part) => {
    const lines = new Map<string, ChangeStop[]>();
    for (const stop of model.stops) {
      if (stop.kind !== 'change' || kindOf(stop) !== part) continue;
      const key = keyOf(stop, model);
      lines.set(key, [...(lines.get(key) ?? []), stop]);
    }
    return [...lines.values()].map((stops) => lineOf(part, stops, model, i18n));
  });
}

/** Changes of the same paragraph have the same key. */
function keyOf(stop: ChangeStop, model: Model): string {
  const side: Side = isEmpty(stop.after) ? 'before' : 'after';
  return `${side} ${paragraphOf(stop, side, model)?.index}`;
}

/** The paragraph that a change is in on one side, or the next one where its words would stand before it. */
const paragraphOf = (stop: ChangeStop, side: Side, { paragraphs }: Model) =>
  paragraphs[side].find(({ end }) => stop[side][1] <= end);

function lineOf(part: Part, stops: readonly ChangeStop[], model: Model, i18n: Translator): string {
  const { texts } = model;
  const name = i18n.t(`filter.one.${part}`);
  const [first] = stops;
  const last = stops.at(-1);
  if (!first || !last) return '';
  const told = (before: string, after: string) => {
    if (!before || !after) return i18n.t(before ? 'frame.delete' : 'frame.insert', { name, text: before || after });
    return i18n.t('frame.replace', { name, text: i18n.t('frame.change', { before, after }) });
  };
  if (isWholeUnit(first) || (part === 'dateline' && stops.length === 1 && first.op === 'replace')) {
    const { before, after } = bothSides((side) => shorten(texts[side].slice(...first[side]), MAX_LINE_LENGTH));
    return told(before, after);
  }
  if (part === 'dateline') {
    const { before, after } = bothSides((side) => datelineOf(first, last, side, model));
    return told(before, after);
  }
  return i18n.t('frame.replace', { name, text: timestampOf(stops, model, i18n) });
}

/** What ends a dateline, behind its last change: a dash, a colon, or the bracket around an agency. */
const END_OF_DATELINE = /^[^\n]{0,40}?(?=\s*(?:[—–:：]|\s-))|^[^\n]{0,20}?[)）】]/u;

/** The dateline of one side, which begins its paragraph; empty where that has none. */
function datelineOf(first: ChangeStop, last: ChangeStop, side: Side, model: Model): string {
  const text = model.texts[side];
  const start = Math.min(paragraphOf(first, side, model)?.start ?? first[side][0], first[side][0]);
  const changed = text.slice(start, last[side][1]);
  const rest = changed.trim() && !/[—–:：]\s*$/u.test(changed) ? END_OF_DATELINE.exec(text.slice(last[side][1])) : null;
  return shorten(`${changed}${rest?.[0] ?? ''}`.replace(/\s*[—–:：-]\s*$/u, ''), MAX_LINE_LENGTH);
}

/** The line of a time stamp with both times in it; of a long line only what differs. */
function timestampOf(stops: readonly ChangeStop[], model: Model, i18n: Translator): string {
  const { texts } = model;
  const changed = (stop: ChangeStop) => {
    const { before, after } = bothSides((side) => shorten(texts[side].slice(...stop[side])));
    if (stop.op === 'replace') return i18n.t('frame.change', { before, after });
    return i18n.t(`sentence.${stop.op}.word`, { text: i18n.t('quote', { text: before || after }) });
  };
  const line = stops[0] && paragraphOf(stops[0], 'after', model);
  const isShort = line && line.end - line.start <= MAX_LINE_LENGTH;
  if (!isShort || stops.some(({ op }) => op !== 'replace')) return i18n.list(stops.map(changed));
  let at = line.start;
  let text = '';
  for (const stop of stops) {
    text += texts.after.slice(at, stop.after[0]) + changed(stop);
    at = Math.max(at, stop.after[1]);
  }
  return `${text}${texts.after.slice(at, line.end)}`.trim();
}
