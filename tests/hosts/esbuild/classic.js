// One classic script: both files are inside, because it has no address from which they could be found.
import 'article-diff/inline/define';
import { after, before } from '../story.js';

const widget = document.createElement('article-diff');
widget.addEventListener('article-diff-done', ({ detail }) => {
  document.querySelector('output').textContent = detail.report.changes.length;
});
Object.assign(widget, { textBefore: before, textAfter: after });
document.body.append(widget);
