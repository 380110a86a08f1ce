// The entry `article-diff/editors/quill`: marks in Quill what differs from another version of the text. They are painted by the CSS
// Custom Highlight API; no node of the editor is touched, so its deltas and its history know nothing of them.
import type { ArticleDocument } from '../engine/document.js';
import { EditorMarking, type EditorMarkOptions, type EditorMarks } from './editor-marks.js';
import { ElementSurface, type WatchRoot } from './element-surface.js';
import { LIST_ATTRIBUTES, quillTree } from './quill-tree.js';

export type * from './editor-marks.js';
export { setAssets, type Assets } from '../engine/assets.js';
export { ArticleDiffError, type ErrorCode } from '../engine/errors.js';

/** What the adapter asks of Quill: its `Quill` fits. */
export interface QuillLike {
  readonly root: HTMLElement;
}

/**
 * Marks in an editor what differs between a text and what the editor holds now. Its contents, its history and what
 * `getSemanticHTML()` gives stay as they are.
 *
 * ```js
 * import { markInQuill } from 'article-diff/editors/quill';
 * import { read } from 'article-diff/html';
 *
 * const marks = markInQuill(quill, read(publishedHtml));
 * ```
 *
 * Quill has no end of its own: call `destroy()` when you take it away. Throws an ArticleDiffError with the code `unsupported` where
 * the browser cannot highlight.
 *
 * @param published what the text is compared with: a string, or a document, so that links and headings are compared as well
 */
export function markInQuill(
  quill: QuillLike,
  published: string | ArticleDocument,
  options: EditorMarkOptions = {},
): EditorMarks {
  const watchRoot: WatchRoot = (tell) => {
    tell(quill.root);
    return () => {};
  };
  const surface = new ElementSurface(watchRoot, quillTree, LIST_ATTRIBUTES);
  return new EditorMarking(published, surface, options);
}
