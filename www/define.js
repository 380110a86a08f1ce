// Registers <article-diff>. Import article-diff.js instead to choose another name.
import { ArticleDiffElement } from './article-diff.js';

ArticleDiffElement.define();

export { ArticleDiffElement };
