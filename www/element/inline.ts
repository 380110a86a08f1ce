// The entry `article-diff/inline/define`: registers <article-diff>, with nothing to be loaded beside the script. It is also
// the classic script, whose exports are those of the global `articleDiff`.
import '../engine/inlined.js';
import './define.js';

export * from '../engine/index.js';
export { ArticleDiffElement } from './article-diff.js';
