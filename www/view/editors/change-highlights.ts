// Model → the highlights of its shown changes in a text field.
import type { Side } from '../../sides.js';
import { colourOf, roleOf } from '../model/marks.js';
import { changesOf } from '../model/quotations.js';
import { isEmpty } from '../model/stops.js';
import type { IsShown, Model, Stop } from '../model/types.js';
import type { Highlight } from './highlight-layer.js';

/** Returns what has the highlights of each side: a field that shows another text needs none. */
export function changeHighlights({ stops }: Model, shown: IsShown): (side: Side) => Highlight[] {
  const shownStops = stops.filter(shown).flatMap<Stop>((stop) => (stop.kind === 'change' ? changesOf(stop) : [stop]));
  return (side) => highlightsOf(shownStops, side);
}

/** Shown stops → the highlights of one side. */
function highlightsOf(stops: readonly Stop[], side: Side): Highlight[] {
  return stops
    .filter((stop) => stop.kind === 'change' && !isEmpty(stop[side]))
    .map((stop) => ({
      start: stop[side][0],
      end: stop[side][1],
      className: `ink ${roleOf(stop, side)} ${colourOf(stop)}`,
    }))
    .sort((x, y) => x.start - y.start);
}
