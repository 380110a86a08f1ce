// A stop → a sentence about it in plain language: "“2,000” became “3,000”".
import type { Translator } from '../../i18n/format.js';
import type { Side } from '../../sides.js';
import { shorten } from '../model/excerpts.js';
import { isWholeUnit, kindOf } from '../model/filters.js';
import { paragraphNumber } from '../model/paragraphs.js';
import { changesOf } from '../model/quotations.js';
import { homeSide, isEmpty } from '../model/stops.js';
import type { FormatKind } from '../../report-types.js';
import type { ChangeStop, FormatStop, Model, MoveStop, Stop } from '../model/types.js';

/** Length, in UTF-16 units, up to which a change is quoted in a sentence about it. */
export const MAX_QUOTE_LENGTH = 90;

/** A comma of any script: it is hard to see in a sentence that quotes it. */
const COMMA = /^\s*[,،、，]\s*$/u;

interface Context {
  model: Model;
  i18n: Translator;
}

/** A sentence that quotes the words of the stop. */
export function describeStop(stop: Stop, context: Context): string {
  const { model, i18n } = context;
  const sentence = describeStopShort(stop, context);
  if (stop.kind === 'format' || (stop.kind === 'change' && !isWholeUnit(stop))) return sentence;
  const side = stop.kind === 'change' && stop.op === 'delete' ? 'before' : 'after';
  return i18n.t('sentence.text', { sentence, text: quoteOf(stop, side, { model, i18n }) });
}

/** A line that can stand alone: "Number: “2,000” became “3,000”". */
export const tellStop = (stop: Stop, context: Context): string =>
  `${context.i18n.t(`filter.one.${kindOf(stop)}`)}: ${describeStop(stop, context)}`;

/** What a screen reader hears of the stop that the reader went to: "3 of 11: Number. “2,000” became “3,000”". */
export const announceStop = (stop: Stop, at: { index: number; n: number }, context: Context): string =>
  context.i18n.t('nav.announce', {
    i: at.index + 1,
    n: at.n,
    kind: context.i18n.t(`filter.one.${kindOf(stop)}`),
    what: describeStop(stop, context),
  });

const quoteOf = (stop: Stop, side: Side, { model, i18n }: Context): string =>
  i18n.t('quote', { text: shorten(model.texts[side].slice(...stop[side]), MAX_QUOTE_LENGTH) });

/** A sentence for a place where the words of the stop are shown beside it: whole sentences and paragraphs are not quoted. */
export function describeStopShort(stop: Stop, context: Context): string {
  const { i18n } = context;
  if (stop.kind === 'format') return describeFormat(stop, context);
  if (stop.kind === 'move') return i18n.t(`sentence.move.${stop.unit}`, paragraphsOfMove(stop, context.model));
  if (stop.op !== 'replace' && isWholeUnit(stop)) return i18n.t(`sentence.${stop.op}.${unitName(stop)}`);
  return i18n.list(changesOf(stop).map((change) => describeChange(change, context)));
}

/** What came or went as a whole: a headline is told as one, not as a paragraph. */
function unitName({ unit, field }: ChangeStop) {
  if (unit === 'paragraph' && field && field !== 'dateline') return field;
  return unit;
}

function describeChange(stop: ChangeStop, context: Context): string {
  const { model, i18n } = context;
  const quote = (side: Side) => quoteOf(stop, side, context);
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
  return i18n.t(`sentence.${stop.op}.word`, { text: quote(side) });
}

/** "“here” now leads to “https://…”", "“The harbour”: heading 2 → heading 4", "picture a.jpg → picture b.jpg". */
function describeFormat(stop: FormatStop, context: Context): string {
  const { i18n } = context;
  const { kind, was, now } = stop.format;
  const text = quoteOf(stop, homeSide(stop), context);
  if (kind === 'link') {
    const how = was === null ? 'added' : now === null ? 'cut' : 'changed';
    return i18n.t(`sentence.link.${how}`, { text, was: addressOf(was), now: addressOf(now) });
  }
  const told = [stop.format, ...(stop.alt ? [stop.alt] : [])].map((format) =>
    i18n.t('sentence.format', {
      text: isEmpty(stop[homeSide(stop)]) ? i18n.t(`filter.one.${stop.class}`) : text,
      was: nameOfFormat(format.kind, format.was, i18n),
      now: nameOfFormat(format.kind, format.now, i18n),
    }),
  );
  return i18n.list(told);
}

const addressOf = (address: string | null): string => shorten(address ?? '', MAX_QUOTE_LENGTH);

/** What a value of a format is called. */
function nameOfFormat(kind: FormatKind, value: string | null, i18n: Translator): string {
  if (value === null) return i18n.t('format.none');
  if (kind === 'list') return i18n.t(value === 'ordered' ? 'format.ordered' : 'format.unordered');
  if (kind === 'link') return value;
  return i18n.t(`format.${kind}`, {
    value: kind === 'alt' ? i18n.t('quote', { text: shorten(value) }) : addressOf(value),
  });
}

/** From which paragraph to which paragraph a move goes. */
const paragraphsOfMove = (stop: MoveStop, model: Model) => ({
  from: paragraphNumber(model, 'before', stop.before[0]),
  to: paragraphNumber(model, 'after', stop.after[0]),
});
