import { markInTinyMCE } from 'article-diff/editors/tinymce';
import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/plugins/link';
import 'tinymce/plugins/lists';
import 'tinymce/themes/silver';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/content/default/content.js';

export async function start(element, content) {
  element.append(document.createElement('textarea'));
  const [editor] = await tinymce.init({
    target: element.firstChild,
    license_key: 'gpl',
    promotion: false,
    plugins: 'link lists',
    convert_urls: false,
    setup: (made) => made.on('init', () => made.setContent(content)),
  });
  editor.undoManager.clear();
  editor.undoManager.add();
  return {
    root: () => editor.getBody(),
    saved: () => editor.getContent(),
    canUndo: () => editor.undoManager.hasUndo(),
    mark: (published, options) => markInTinyMCE(editor, published, options),
    end: () => editor.remove(),
  };
}
