// (report, texts, structure) → Model: what all views draw. Pure data, without DOM and without words of the interface.
import { SIDES, bothSides, type Both } from '../../sides.js';
import type { Format, Report } from '../../report-types.js';
import { itemsOf } from './items.js';
import { paragraphsOf } from './paragraphs.js';
import { addStructure } from './structure.js';
import { stopsOf } from './stops.js';
import type { Model } from './types.js';

const NO_STRUCTURE: Both<readonly Format[]> = { before: [], after: [] };

export function buildModel(report: Report, before: string, after: string, structure = NO_STRUCTURE): Model {
  const texts = { before, after };
  const { changes, moves, formats, differences: stops } = stopsOf(report, texts);
  const paragraphs = bothSides((side) => paragraphsOf(report.blocks[side], { changes, moves, formats }, side));
  for (const side of SIDES) addStructure(paragraphs[side], structure[side]);
  const items = itemsOf(report.rows, paragraphs, moves);
  const byId = new Map(stops.map((stop) => [stop.id, stop]));
  return { report, texts, stops, byId, paragraphs, items };
}
