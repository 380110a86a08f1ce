// Report → one to three sentences that say what happened: how much of one text stands in the other, what one has
// more, and what else differs, gravest first.
import { altersQuotation } from './lens.js';

/** Shares at which another word is used: "the whole", "almost the whole", "most", "about half", "little", "nothing". */
const SHARES = [[1, 'all'], [0.97, 'almost'], [0.6, 'most'], [0.4, 'half'], [0.04, 'little']];
const shareName = (share) => SHARES.find(([least]) => share >= least)?.[1] ?? 'none';

/** What each side has alone, in whole sentences and paragraphs of the story. */
export function extras(model) {
  const count = { before: { sentence: 0, paragraph: 0 }, after: { sentence: 0, paragraph: 0 } };
  const side = { deleted: 'before', inserted: 'after' };
  for (const item of model.items) {
    const where = side[item.relation];
    if (where && !item.furniture) count[where].paragraph += item[where].filter((p) => p.kind !== 'furniture').length;
  }
  for (const stop of model.stops) {
    if (stop.kind !== 'change' || stop.furniture || stop.unit !== 'sentence' || stop.op === 'replace') continue;
    const where = stop.op === 'delete' ? 'before' : 'after';
    const item = model.items[stop.item[where]];
    if (!item || side[item.relation] === where) continue;
    count[where].sentence++;
  }
  return count;
}

function shareSentence({ summary }, words) {
  const { before, after } = summary.containment;
  const name = { before: shareName(before), after: shareName(after) };
  const grave = (x) => ['all', 'almost'].includes(x);
  if (grave(name.before) && grave(name.after)) return words.t('sum.alike');
  // The side that is more at home in the other is the one to tell: it was probably taken from it.
  const [inner, outer] = after >= before ? ['after', 'before'] : ['before', 'after'];
  return words.t(`sum.share.${name[inner]}`, {
    inner: words.t(`side.${inner}`), outer: words.t(`side.${outer}`), share: words.percent(summary.containment[inner]),
  });
}

function moreSentence(model, words) {
  const count = extras(model);
  const clauses = ['before', 'after'].map((side) => {
    const parts = ['sentence', 'paragraph'].filter((unit) => count[side][unit])
      .map((unit) => words.t(`sum.more.${unit}`, { n: count[side][unit] }));
    return parts.length ? words.t('sum.more', { side: words.t(`side.${side}`), what: words.list(parts) }) : null;
  }).filter(Boolean);
  return clauses.length ? words.t('sum.sentence', { clauses: words.list(clauses) }) : '';
}

function otherSentence(model, words) {
  const count = {};
  const add = (key) => { count[key] = (count[key] ?? 0) + 1; };
  for (const stop of model.stops) {
    if (stop.furniture) continue;
    if (stop.kind === 'move') add('moved');
    else if (altersQuotation(stop)) add('quotation');
    else if (['number', 'name', 'order', 'punctuation'].includes(stop.lens)) add(stop.lens);
    else if (['wording', 'spelling', 'case'].includes(stop.lens)) {
      if (stop.op === 'replace' || stop.unit === 'word') add('small');
    }
  }
  const parts = ['quotation', 'number', 'name', 'order', 'moved', 'small', 'punctuation'].filter((key) => count[key])
    .map((key) => words.t(`sum.${key}`, { n: count[key] }));
  return parts.length ? words.t('sum.sentence', { clauses: words.list(parts) }) : '';
}

/**
 * The summary in words, with marks of stress (see words.js).
 * @param {{ report: any, stops: any[], items: any[], texts: { before: string, after: string } }} model
 * @param {import('../words.js').Words} words
 */
export function summarise(model, words) {
  const { report, texts, stops } = model;
  if (texts.before === texts.after) return words.t('sum.identical');
  const deep = stops.filter((stop) => !stop.furniture && stop.lens !== 'typography' && stop.lens !== 'spacing');
  if (!deep.length) {
    const quiet = stops.filter((stop) => !stop.furniture).length;
    return quiet ? words.t('sum.surface', { n: quiet }) : words.t('sum.furniture');
  }
  if (!report.summary.words.before || !report.summary.words.after) return words.t('sum.share.none', {
    inner: words.t('side.after'), outer: words.t('side.before') });
  return [shareSentence(report, words), moreSentence(model, words), otherSentence(model, words)]
    .filter(Boolean).map(capitalise).join(words.t('sum.gap'));
}

/** A sentence begins with a capital, behind a mark of stress too. */
function capitalise(sentence) {
  return sentence.replace(/^(\u0001?)(\p{Ll})/u, (_, stress, letter) => stress + letter.toUpperCase());
}
