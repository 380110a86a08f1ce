// A word that was searched for → its highlight in an element, without a change to the DOM. Browsers without the CSS
// custom highlight API show the line only.

/** The name of the highlight; theme.css says how it looks. */
const NAME = 'article-diff-found';

export function paintFound(box: Element, word: string): void {
  if (!globalThis.Highlight) return;
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = node.data.indexOf(word);
    if (at < 0) continue;
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + word.length);
    ranges.push(range);
  }
  CSS.highlights.set(NAME, new Highlight(...ranges));
}
