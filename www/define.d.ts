export { ArticleDiffElement } from './article-diff.js';
