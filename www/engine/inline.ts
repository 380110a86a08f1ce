// The entry `article-diff/inline`: the same as `article-diff`, with nothing to be loaded beside the script. For bundlers
// that leave other files out, and for single files.
import './inlined.js';

export * from './index.js';
