// In the place of result-part.ts where scripts are built for hosts: what draws a result is part of the script. A host without a bundler
// would have one file more behind the others, and the single files can load none.
import { LaterPart } from '../load-later.js';
import * as resultView from './result-view.js';

export const resultPart = new LaterPart(() => Promise.resolve(resultView));
