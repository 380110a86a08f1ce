// The entry `article-diff/editors/lexical`: marks in Lexical what differs from another version of the text. They are painted by the CSS
// Custom Highlight API; no node of the editor is touched.
import type { ArticleDocument } from '../engine/document.js';
import { dom, type DomNode } from '../html/tree.js';
import { EditorMarking, type EditorMarkOptions, type EditorMarks } from './editor-marks.js';
import { ElementSurface, domBut } from './element-surface.js';

export type * from './editor-marks.js';
export { setAssets, type Assets } from '../engine/assets.js';
export { ArticleDiffError, type ErrorCode } from '../engine/errors.js';

/** What the adapter asks of Lexical: its `LexicalEditor` fits. */
export interface LexicalLike {
  registerRootListener(listener: (root: HTMLElement | null) => void): () => void;
}

const isDecorator = (node: DomNode): boolean => dom.attribute(node, 'data-lexical-decorator') !== null;

const tree = domBut({
  // A block of code is a <code> of its own, which no spelling is checked in.
  name: (node) => (dom.name(node) === 'code' && dom.attribute(node, 'spellcheck') !== null ? 'pre' : dom.name(node)),
  // A component draws what it likes; of its text, nothing is the story's. Pictures are.
  children: (node) =>
    isDecorator(node)
      ? ((node as unknown as Element).querySelectorAll('img') as Iterable<DomNode>)
      : dom.children(node),
});

/**
 * Marks in an editor what differs between a text and what the editor holds now. The state of the editor and its history stay as
 * they are. Where the editor is given another root element, the marks go there.
 *
 * ```js
 * import { markInLexical } from 'article-diff/editors/lexical';
 * import { read } from 'article-diff/html';
 *
 * const marks = markInLexical(editor, read(publishedHtml));
 * ```
 *
 * In React: `const [editor] = useLexicalComposerContext()`, and in an effect that returns `() => marks.destroy()`.
 *
 * Throws an ArticleDiffError with the code `unsupported` where the browser cannot highlight.
 *
 * @param published what the text is compared with: a string, or a document, so that links and headings are compared as well
 */
export function markInLexical(
  editor: LexicalLike,
  published: string | ArticleDocument,
  options: EditorMarkOptions = {},
): EditorMarks {
  const surface = new ElementSurface((tell) => editor.registerRootListener((root) => tell(root)), tree);
  return new EditorMarking(published, surface, options);
}
