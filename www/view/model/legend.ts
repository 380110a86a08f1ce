// The marks of both texts → the looks that their marks have, for a legend that explains these and no other.
import { SIDES, type Side } from '../../sides.js';
import { KINDS, kindOf, type Kind } from './filters.js';
import { FACT_COLOURS, colourOf, markParagraph, roleOf, tagOf, type MarkDescription, type Role } from './marks.js';
import type { IsShown, Model, Paragraph, Stop } from './types.js';

/** Something about the looks of a mark that has a meaning of its own, in the order of a legend. */
export const LOOKS = [
  'gone',
  'new',
  'fact',
  'quoted',
  'order',
  'away',
  'here',
  'links',
  'formatting',
  'surface',
  'break',
] as const;

export type Look = (typeof LOOKS)[number];

export interface LegendEntry {
  look: Look;
  /** The kinds of the stops whose marks look so, gravest first. */
  kinds: readonly Kind[];
}

/** What a mark over some text looks like on one side. It may have several looks: a number that is new in a quotation. */
function looksOf(stop: Stop, side: Side): Look[] {
  const role = roleOf(stop, side);
  if (stop.class === 'break') return ['break'];
  if (role === 'away' || role === 'here' || role === 'surface') return [role];
  const looks: Look[] = [side === 'before' ? 'gone' : 'new'];
  if (role === 'order') looks.push(role);
  if (FACT_COLOURS.some((kind) => kind === colourOf(stop))) looks.push('fact');
  if (stop.quoted) looks.push('quoted');
  return looks;
}

/** The stops that a paragraph has marks of. Of an empty mark, a place alone, nothing is seen, unless it is a break. */
const seenStops = (paragraph: Paragraph, shown: IsShown): Stop[] =>
  markParagraph(paragraph, shown).groups.flatMap(({ move, pieces }) => [
    ...(move ? [move] : []),
    ...pieces.flatMap(({ start, end, change }) =>
      change && (start < end || change.stop.class === 'break') ? [change.stop] : [],
    ),
  ]);

/** All looks that occur in the marks of both texts. */
export function legendOf({ paragraphs }: Model, shown: IsShown): LegendEntry[] {
  const kinds = new Map<Look, Set<Kind>>();
  const add = (look: Look, kind: Kind) => kinds.set(look, (kinds.get(look) ?? new Set()).add(kind));
  for (const side of SIDES) {
    for (const stop of paragraphs[side].flatMap((paragraph) => seenStops(paragraph, shown))) {
      for (const look of looksOf(stop, side)) add(look, kindOf(stop));
    }
    for (const { stop } of paragraphs[side].flatMap(({ formats }) => formats)) {
      const kind = kindOf(stop);
      if (shown(stop)) add(kind === 'links' ? kind : 'formatting', kind);
    }
  }
  return LOOKS.flatMap((look) => {
    const found = kinds.get(look);
    return found ? [{ look, kinds: KINDS.filter((kind) => found.has(kind)) }] : [];
  });
}

/** A legend of everything, for whoever asks what the marks mean before there is one. */
export const FULL_LEGEND: readonly LegendEntry[] = LOOKS.map((look) => ({
  look,
  kinds: look === 'fact' ? FACT_COLOURS : look === 'surface' ? ['typography', 'spacing'] : [],
}));

/** How a look is drawn: the element, and the classes that such a mark has in a saved page. */
export function sampleOf(look: Look): { tag: MarkDescription['tag']; classes: readonly string[] } {
  const SAMPLES: Readonly<Record<Look, readonly [Role, Side, ...string[]]>> = {
    gone: ['cut', 'before'],
    new: ['new', 'after'],
    fact: ['now', 'after', 'number'],
    quoted: ['now', 'after', 'quoted'],
    order: ['order', 'after'],
    away: ['away', 'before'],
    here: ['here', 'after'],
    links: ['format', 'after', 'links'],
    formatting: ['format', 'after'],
    surface: ['surface', 'after'],
    break: ['surface', 'after', 'break'],
  };
  const [role, side, ...more] = SAMPLES[look];
  return { tag: look === 'break' ? 'mark' : tagOf(role, side), classes: [role, ...more] };
}
