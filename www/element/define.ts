// Registers <article-diff>. Import the element's own module instead to choose another name.
import { ArticleDiffElement } from './article-diff.js';

ArticleDiffElement.define();

export { ArticleDiffElement };
