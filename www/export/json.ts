// Report and texts → JSON: a Report with one field more, the two texts that its offsets count in.
import type { Model } from '../view/model/types.js';

export const toJson = ({ report, texts }: Pick<Model, 'report' | 'texts'>): string =>
  `${JSON.stringify({ ...report, texts }, null, 2)}\n`;
