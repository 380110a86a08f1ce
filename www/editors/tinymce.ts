// The entry `article-diff/editors/tinymce`: marks in TinyMCE what differs from another version of the text. They are painted by the CSS
// Custom Highlight API in the document of the editor, its iframe too; no node is touched.
import type { ArticleDocument } from '../engine/document.js';
import { dom } from '../html/tree.js';
import { EditorMarking, type EditorMarkOptions, type EditorMarks } from './editor-marks.js';
import { ElementSurface, domBut } from './element-surface.js';

export type * from './editor-marks.js';
export { setAssets, type Assets } from '../engine/assets.js';
export { ArticleDiffError, type ErrorCode } from '../engine/errors.js';

/** What the adapter asks of TinyMCE: its `Editor` fits. */
export interface TinyMCELike {
  getBody(): HTMLElement;
  on(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
}

/** Attributes that TinyMCE keeps as the author wrote them under a name of its own. */
const KEPT: ReadonlySet<string> = new Set(['href', 'src', 'style']);

const tree = domBut({
  attribute: (node, name) =>
    (KEPT.has(name) ? dom.attribute(node, `data-mce-${name}`) : null) ?? dom.attribute(node, name),
  // What the editor puts in for itself, and does not save.
  name: (node) => (dom.attribute(node, 'data-mce-bogus') === 'all' ? 'template' : dom.name(node)),
});

/**
 * Marks in an editor what differs between a text and what the editor holds now. The document, its undo levels and what
 * `getContent()` gives stay as they are.
 *
 * ```js
 * import { markInTinyMCE } from 'article-diff/editors/tinymce';
 * import { read } from 'article-diff/html';
 *
 * const marks = markInTinyMCE(editor, read(publishedHtml));
 * ```
 *
 * Throws an ArticleDiffError with the code `unsupported` where the browser cannot highlight.
 *
 * @param editor an editor that is ready: in `init_instance_callback`, or after `await tinymce.init(…)`
 * @param published what the text is compared with: a string, or a document, so that links and headings are compared as well
 */
export function markInTinyMCE(
  editor: TinyMCELike,
  published: string | ArticleDocument,
  options: EditorMarkOptions = {},
): EditorMarks {
  const surface = new ElementSurface((tell) => {
    tell(editor.getBody());
    editor.on('remove', stop);
    return () => editor.off('remove', stop);
  }, tree);
  const marking = new EditorMarking(published, surface, options);
  function stop(): void {
    marking.stop();
  }
  return marking;
}
