// (report, texts) → Model: what all views draw. Pure data, without DOM and without words of the interface.
import { bothSides } from '../../sides.js';
import type { Report } from '../../report-types.js';
import { itemsOf } from './items.js';
import { paragraphsOf } from './paragraphs.js';
import { stopsOf } from './stops.js';
import type { Model } from './types.js';

export function buildModel(report: Report, before: string, after: string): Model {
  const texts = { before, after };
  const { changes, moves, differences: stops } = stopsOf(report, texts);
  const paragraphs = bothSides((side) => paragraphsOf(report.blocks[side], { changes, moves }, side));
  const items = itemsOf(report.rows, paragraphs, moves);
  return { report, texts, stops, byId: new Map(stops.map((stop) => [stop.id, stop])), paragraphs, items };
}
