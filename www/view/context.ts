// What everything that draws a part of the model is given.
import type { Translator } from '../i18n/format.js';
import type { Names } from '../sides.js';
import type { IsShown, Model } from './model/types.js';

export interface RenderContext {
  model: Model;
  /** Which stops are drawn as such. */
  shown: IsShown;
  i18n: Translator;
  names?: Names | undefined;
  /** Whether both texts are drawn as one. */
  isFlow?: boolean;
}
