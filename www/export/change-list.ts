// Model → a list of the shown changes for a mail or a chat, a line for each in the order of reading: as plain text, and as
// HTML in which what is gone is struck out and what is new is underlined.
import type { Translator } from '../i18n/format.js';
import type { RenderContext } from '../view/context.js';
import { placeLabel } from '../view/labels.js';
import { shorten } from '../view/model/excerpts.js';
import { APPEARANCE, KINDS, countByKind, isWholeUnit, kindOf, type Kind } from '../view/model/filters.js';
import { changesOf } from '../view/model/quotations.js';
import { inReadingOrder } from '../view/model/stops.js';
import { titleOf } from '../view/model/title.js';
import type { ChangeStop, Stop } from '../view/model/types.js';
import { describeStop } from '../view/reading/describe-stop.js';
import { namesLabel } from '../view/side-labels.js';
import { escapeHtml } from './markup.js';
import { plainSummary } from './summary.js';

/** Length of a title, in UTF-16 units. */
const TITLE_LENGTH = 120;
/** Length up to which the words of a change are told. */
const MAX_WORDS_LENGTH = 200;

/** What a change says: its words before and after where it has both, else a sentence. */
type Saying = { before: string; after: string } | { sentence: string };

interface ListLine {
  /** Where the change is: "¶ 3"; empty for a line about many places. */
  place: string;
  /** What kind of change it is. */
  kind: string;
  sayings: readonly Saying[];
}

function linesOf(context: RenderContext): ListLine[] {
  const { model, shown, i18n } = context;
  const lines = inReadingOrder(model.stops.filter(shown))
    .filter((stop) => !APPEARANCE.has(kindOf(stop)))
    .map((stop) => ({
      place: placeLabel(stop, context),
      kind: i18n.t(`filter.one.${kindOf(stop)}`),
      sayings: sayingsOf(stop, context),
    }));
  const counts = countByKind(model.stops, shown);
  const countLine = (kind: Kind): ListLine => ({
    place: '',
    kind: i18n.t(`filter.${kind}`),
    sayings: [{ sentence: i18n.number(counts[kind].shown) }],
  });
  // What differs in appearance only would be a long list that says nothing.
  return [...lines, ...KINDS.filter((kind) => APPEARANCE.has(kind) && counts[kind].shown).map(countLine)];
}

function sayingsOf(stop: Stop, context: RenderContext): Saying[] {
  if (stop.kind !== 'change' || isWholeUnit(stop)) return [{ sentence: describeStop(stop, context) }];
  return changesOf(stop).map((change) => sayingOf(change, context));
}

function sayingOf(change: ChangeStop, context: RenderContext): Saying {
  const words = (side: 'before' | 'after') =>
    shorten(context.model.texts[side].slice(...change[side]), MAX_WORDS_LENGTH);
  const [before, after] = [words('before'), words('after')];
  if (before && after) return { before, after };
  return { sentence: describeStop({ ...change, more: [] }, context) };
}

const writeText = (saying: Saying, i18n: Translator): string =>
  'sentence' in saying ? saying.sentence : i18n.t('frame.change', saying);

function writeHtml(saying: Saying, i18n: Translator): string {
  if ('sentence' in saying) return escapeHtml(saying.sentence);
  const before = `<del>${escapeHtml(saying.before)}</del>`;
  return i18n.t('frame.change', { before, after: `<ins>${escapeHtml(saying.after)}</ins>` });
}

const shortTitle = ({ model }: RenderContext): string => shorten(titleOf(model), TITLE_LENGTH);

export function changeListText(context: RenderContext): string {
  const { model, i18n } = context;
  const lines = linesOf(context).map(({ place, kind, sayings }) => {
    const said = sayings.map((saying) => writeText(saying, i18n)).join('; ');
    return `${place ? `${place} · ` : '• '}${kind}: ${said}`;
  });
  return [
    [shortTitle(context), namesLabel(context), plainSummary(model, i18n)].filter(Boolean).join('\n'),
    lines.join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function changeListHtml(context: RenderContext): string {
  const { model, i18n } = context;
  const title = shortTitle(context);
  const items = linesOf(context).map(({ place, kind, sayings }) => {
    const said = sayings.map((saying) => writeHtml(saying, i18n)).join('; ');
    return `<li>${place ? `${escapeHtml(place)} · ` : ''}<b>${escapeHtml(kind)}:</b> ${said}</li>`;
  });
  return [
    title ? `<p><b>${escapeHtml(title)}</b></p>` : '',
    `<p>${escapeHtml([namesLabel(context), plainSummary(model, i18n)].filter(Boolean).join('\n')).replaceAll('\n', '<br>')}</p>`,
    items.length ? `<ul>${items.join('')}</ul>` : '',
  ].join('');
}
