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

const paragraphOf = (stop: ChangeStop, side: Side, { paragraphs }: Model) =>
  paragraphs[side].find(({ start, end }) => start <= stop[side][0] && stop[side][1] <= Math.max(end, stop[side][0]));

function lineOf(part: Part, stops: readonly ChangeStop[], model: Model, i18n: Translator): string {
  const { texts } = model;
  const name = i18n.t(`filter.one.${part}`);
  const [first] = stops;
  if (first && isWholeUnit(first)) {
    const side = first.op === 'delete' ? 'before' : 'after';
    const text = shorten(texts[side].slice(...first[side]), MAX_LINE_LENGTH);
    return i18n.t(side === 'before' ? 'frame.delete' : 'frame.insert', { name, text });
  }
  const changed = (stop: ChangeStop) => {
    const { before, after } = bothSides((side) => shorten(texts[side].slice(...stop[side])));
    if (stop.op === 'replace') return i18n.t('frame.change', { before, after });
    return i18n.t(`sentence.${stop.op}.word`, { text: i18n.t('quote', { text: before || after }) });
  };
  const line = first && paragraphOf(first, 'after', model);
  const isShort = part === 'timestamp' && line && line.end - line.start <= MAX_LINE_LENGTH;
  if (!isShort || stops.some(({ op }) => op !== 'replace'))
    return i18n.t('frame.replace', { name, text: i18n.list(stops.map(changed)) });
  let at = line.start;
  let text = '';
  for (const stop of stops) {
    text += texts.after.slice(at, stop.after[0]) + changed(stop);
    at = Math.max(at, stop.after[1]);
  }
  return i18n.t('frame.replace', { name, text: `${text}${texts.after.slice(at, line.end)}`.trim() });
}
