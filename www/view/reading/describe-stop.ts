// A stop → a sentence about it in plain language: "“2,000” became “3,000”".
import type { Translator } from '../../i18n/format.js';
import type { Side } from '../../sides.js';
import { shorten } from '../model/excerpts.js';
import { paragraphNumber } from '../model/paragraphs.js';
import type { Model, MoveStop, Stop } from '../model/types.js';

/** Length, in UTF-16 units, up to which a change is quoted in a sentence about it. */
export const MAX_QUOTE_LENGTH = 90;

/** A comma of any script: it is hard to see in a sentence that quotes it. */
const COMMA = /^\s*[,،、，]\s*$/u;

interface Context {
  model: Model;
  i18n: Translator;
}

/** A sentence that quotes the words of the stop. */
export function describeStop(stop: Stop, { model, i18n }: Context): string {
  const quote = (side: Side) =>
    i18n.t('quote', { text: shorten(model.texts[side].slice(...stop[side]), MAX_QUOTE_LENGTH) });
  if (stop.kind === 'move')
    return i18n.t(`sentence.move.${stop.unit}`, { text: quote('after'), ...paragraphsOfMove(stop, model) });
  switch (stop.class) {
    case 'break':
      return i18n.t(
        stop.before[1] - stop.before[0] < stop.after[1] - stop.after[0] ? 'sentence.split' : 'sentence.merged',
      );
    case 'order':
      return i18n.t('sentence.order', { before: quote('before'), after: quote('after') });
    case 'spacing':
      return i18n.t('sentence.spacing');
    default:
  }
  if (stop.op === 'replace') return i18n.t('sentence.replace', { before: quote('before'), after: quote('after') });
  const side = stop.op === 'delete' ? 'before' : 'after';
  if (COMMA.test(model.texts[side].slice(...stop[side]))) return i18n.t(`sentence.comma.${stop.op}`);
  return i18n.t(`sentence.${stop.op}.${stop.unit}`, { text: quote(side) });
}

/** A sentence for a place where the words of the stop are shown beside it: whole sentences and paragraphs are not quoted. */
export function describeStopShort(stop: Stop, context: Context): string {
  if (stop.kind === 'move')
    return context.i18n.t(`sentence.short.move.${stop.unit}`, paragraphsOfMove(stop, context.model));
  if (stop.op === 'replace' || stop.unit === 'word' || stop.class === 'break' || stop.class === 'spacing')
    return describeStop(stop, context);
  return context.i18n.t(`sentence.short.${stop.op}.${stop.unit}`);
}

/** From which paragraph to which paragraph a move goes. */
const paragraphsOfMove = (stop: MoveStop, model: Model) => ({
  from: paragraphNumber(model, 'before', stop.before[0]),
  to: paragraphNumber(model, 'after', stop.after[0]),
});
