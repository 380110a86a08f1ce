// Asks for all that the first result needs, at once and before the page's other modules run: its first import. What fails, the first
// comparison tells.
import { warmUp } from './engine/engine.js';
import { loadBehind } from './load-later.js';
import { resultPart } from './view/result-part.js';

/** Resolves once all of it is there, or cannot be had. */
export const firstNeeds: Promise<unknown> = Promise.allSettled([warmUp(), resultPart.load()]);

loadBehind(firstNeeds);
