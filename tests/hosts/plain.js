// A page without a framework.
import 'article-diff/define';
import { after, before } from './story.js';

const widget = document.createElement('article-diff');
widget.addEventListener('article-diff-done', ({ detail }) => {
  document.querySelector('output').textContent = detail.report.changes.length;
});
Object.assign(widget, { textBefore: before, textAfter: after });
document.body.append(widget);
