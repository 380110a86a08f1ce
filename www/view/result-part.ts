// What builds and draws a result: a part that is loaded beside the module of the comparison, since nothing can be drawn before both are
// there. The fields, and what is said while there is no result, need none of it.
import { LaterPart } from '../load-later.js';

export const resultPart = new LaterPart(() => import('./result-view.js'));
