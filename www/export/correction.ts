// Model → a draft of a correction: a sentence for each fact that is another in After. An editor writes the rest.
import type { Translator } from '../i18n/format.js';
import { bothSides, type Side } from '../sides.js';
import { isFact, kindOf } from '../view/model/filters.js';
import { inReadingOrder } from '../view/model/stops.js';
import type { ChangeStop, Model } from '../view/model/types.js';

/** The draft; empty where no fact was changed. */
export function correctionText(model: Model, i18n: Translator): string {
  const sentences = inReadingOrder(model.stops)
    .filter((stop) => stop.kind === 'change')
    .filter((stop) => isFact(kindOf(stop)))
    .map((stop) => correctionOf(stop, model, i18n));
  // The same figure may have been wrong in several places.
  return [...new Set(sentences)].join('\n');
}

function correctionOf(stop: ChangeStop, model: Model, i18n: Translator): string {
  const kind = kindOf(stop);
  const words = bothSides((side) => model.texts[side].slice(...stop[side]).trim());
  if (stop.op === 'replace' && (kind === 'number' || kind === 'name'))
    return i18n.t(`out.correction.${kind}`, { ...words });
  // A figure alone, or a word out of a quotation, would say nothing.
  const sentences = bothSides((side) => sentencesAround(stop, side, model, i18n));
  return i18n.t('out.correction.sentence', { ...sentences });
}

/** The sentences of one side that a change touches. */
function sentencesAround(stop: ChangeStop, side: Side, { texts, paragraphs }: Model, { language }: Translator): string {
  const start = stop[side][0];
  const end = Math.max(start + 1, (stop.more.at(-1) ?? stop)[side][1]);
  const home = paragraphs[side].find((paragraph) => paragraph.end >= start);
  if (!home) return '';
  const text = texts[side].slice(home.start, home.end);
  const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].filter(
    ({ index, segment }) => home.start + index < end && home.start + index + segment.length > start,
  );
  return sentences
    .map(({ segment }) => segment)
    .join('')
    .trim();
}
