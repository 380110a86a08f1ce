import { markInQuill } from 'article-diff/editors/quill';
import Quill from 'quill';
import 'quill/dist/quill.snow.css';

export function start(element, content) {
  const quill = new Quill(element, { theme: 'snow' });
  quill.setContents(quill.clipboard.convert({ html: content }));
  quill.history.clear();
  return {
    root: () => quill.root,
    saved: () => quill.getSemanticHTML(),
    canUndo: () => quill.history.stack.undo.length > 0,
    mark: (published, options) => markInQuill(quill, published, options),
  };
}
