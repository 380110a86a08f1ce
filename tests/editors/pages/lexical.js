import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $generateHtmlFromNodes, $generateNodesFromDOM } from '@lexical/html';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { markInLexical } from 'article-diff/editors/lexical';
import { $getRoot, $insertNodes, createEditor } from 'lexical';

// The host's own policy of Trusted Types lets its own story in.
const hostPolicy = globalThis.trustedTypes?.createPolicy('host', { createHTML: (html) => html });
const trusted = (html) => hostPolicy?.createHTML(html) ?? html;

export async function start(element, content) {
  element.contentEditable = 'true';
  const editor = createEditor({
    namespace: 'story',
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(element);
  const history = createEmptyHistoryState();
  registerRichText(editor);
  await new Promise((resolve) => {
    editor.update(
      () => {
        const parsed = new DOMParser().parseFromString(trusted(content), 'text/html');
        $getRoot().select();
        $insertNodes($generateNodesFromDOM(editor, parsed));
      },
      { onUpdate: resolve },
    );
  });
  registerHistory(editor, history, 300);
  return {
    root: () => editor.getRootElement(),
    saved: () => editor.read(() => $generateHtmlFromNodes(editor)),
    canUndo: () => history.undoStack.length > 0,
    mark: (published, options) => markInLexical(editor, published, options),
    end: () => editor.setRootElement(null),
  };
}
