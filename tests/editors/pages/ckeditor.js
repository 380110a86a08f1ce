import { markInCKEditor } from 'article-diff/editors/ckeditor';
import { BlockQuote, Bold, ClassicEditor, Essentials, Heading, Link, List, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';

/** An item of a list has an id in the data, which is another one each time unless the data has it. */
const withIds = (html) => {
  let number = 0;
  return html.replace(/<li>/g, () => `<li data-list-item-id="item-${number++}">`);
};

export async function start(element, content) {
  const editor = await ClassicEditor.create(element, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Heading, Bold, Link, List, BlockQuote],
    heading: {
      options: [
        { model: 'paragraph', title: 'Text' },
        { model: 'heading2', view: 'h2', title: 'Heading' },
        { model: 'heading3', view: 'h3', title: 'Smaller heading' },
      ],
    },
    initialData: withIds(content),
  });
  let dataChanges = 0;
  editor.model.document.on('change:data', () => dataChanges++);
  return {
    root: () => editor.editing.view.getDomRoot(),
    saved: () => editor.getData(),
    canUndo: () => editor.commands.get('undo').isEnabled,
    dataChanges: () => dataChanges,
    mark: (published, options) => markInCKEditor(editor, published, options),
    end: () => editor.destroy(),
  };
}
