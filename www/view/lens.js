// Which differences are shown. A lens is a class of the report, or one of three that cut across classes:
// quotations altered, passages moved, page furniture. Pure data: no DOM, no words.

/** All lenses, gravest first: the order of the chips and of the list of changes. */
export const LENSES = [
  'quotation', 'number', 'name', 'wording', 'order', 'moved', 'spelling', 'case', 'punctuation', 'break',
  'typography', 'spacing', 'furniture',
];

/** Differences that only look different: they alter no quotation and are hidden unless asked for. */
export const SURFACE = new Set(['typography', 'spacing']);

/** What is hidden when nobody says anything. */
export const HIDDEN_AT_FIRST = ['typography', 'spacing', 'furniture'];

const allBut = (...shown) => LENSES.filter((lens) => !shown.includes(lens));

/** Named choices: preset → the lenses that it hides. */
export const PRESETS = {
  facts: allBut('quotation', 'number', 'name'),
  wording: HIDDEN_AT_FIRST,
  everything: [],
};

/** Any list of names → the lenses in it, in their own order. */
export const cleanHide = (names) => LENSES.filter((lens) => [...names].includes(lens));

/** The preset that hides exactly these lenses, or null. */
export function presetOf(hide) {
  const wanted = cleanHide(hide).join();
  return Object.keys(PRESETS).find((name) => cleanHide(PRESETS[name]).join() === wanted) ?? null;
}

/** Whether a change inside quotation marks alters what somebody is said to have said. */
export const altersQuotation = (stop) => stop.quoted && !SURFACE.has(stop.lens) && stop.lens !== 'break';

/** hide → a test for stops: is this one shown? */
export function lensFor(hide) {
  const hidden = new Set(hide);
  return (stop) => {
    if (stop.furniture && hidden.has('furniture')) return false;
    return !hidden.has(stop.lens) || (altersQuotation(stop) && !hidden.has('quotation'));
  };
}

/** The lens under which a stop is listed: the gravest that fits. */
export function gravestLens(stop) {
  if (stop.furniture) return 'furniture';
  return altersQuotation(stop) ? 'quotation' : stop.lens;
}

/** Stops → how many fall under each lens. A quoted number counts as a quotation and as a number. */
export function countLenses(stops) {
  const counts = Object.fromEntries(LENSES.map((lens) => [lens, 0]));
  for (const stop of stops) {
    if (stop.furniture) counts.furniture++;
    else {
      counts[stop.lens] = (counts[stop.lens] ?? 0) + 1;
      if (altersQuotation(stop)) counts.quotation++;
    }
  }
  return counts;
}
