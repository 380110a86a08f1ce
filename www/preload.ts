// Asks for all that the first result needs, at once and before the page's other modules run: its first import. What fails, the first
// comparison tells.
import { warmUp } from './engine/engine.js';
import { resultPart } from './view/result-part.js';

warmUp().catch(() => {});
resultPart.load().catch(() => {});
