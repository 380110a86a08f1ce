// A selection of the reader → the clipboard, as copied-text.ts says.
import { SIDES, type Side } from '../../sides.js';
import { elementOf } from '../dom.js';
import { copiedOf } from './copied-text.js';

/** Chromium has the selection inside a shadow root there; others have it in the document's. */
interface SelectingRoot {
  getSelection?: () => Selection | null;
}

/** The selected range, whether or not it lies in a shadow root; null where nothing is selected. */
function selectedRange(root: Node): Range | null {
  const own = root instanceof ShadowRoot ? (root as SelectingRoot).getSelection?.() : null;
  const selection = own && !own.isCollapsed ? own : getSelection();
  if (!selection?.rangeCount) return null;
  const composed =
    root instanceof ShadowRoot && 'getComposedRanges' in selection && selection !== own
      ? selection.getComposedRanges({ shadowRoots: [root] })[0]
      : undefined;
  const range = selection.getRangeAt(0).cloneRange();
  if (!composed) {
    // Firefox divides a selection at what cannot be selected.
    const last = selection.getRangeAt(selection.rangeCount - 1);
    range.setEnd(last.endContainer, last.endOffset);
    return range;
  }
  range.setStart(composed.startContainer, composed.startOffset);
  range.setEnd(composed.endContainer, composed.endOffset);
  return range;
}

/** The side of the column that a selection is in; null where it is in none, or in both. */
function columnOf(box: HTMLElement, around: Node): Side | null {
  const cell = elementOf(around)?.closest('.cell');
  return SIDES.find((side) => cell?.classList.contains(side) ?? box.dataset.selecting === side) ?? null;
}

/**
 * Listens for copies of what is selected in `box`, until `signal` says stop. `complete` is called before the nodes are
 * read: what the selection spans and is not built yet is to be built.
 */
export function listenForCopies(box: HTMLElement, complete: (range: Range) => void, signal: AbortSignal): void {
  document.addEventListener(
    'copy',
    (event) => {
      const [target] = event.composedPath();
      if (event.defaultPrevented || (target instanceof Element && target.matches('input, textarea'))) return;
      const range = selectedRange(box.getRootNode());
      if (!range || range.collapsed) return;
      const around = range.commonAncestorContainer;
      if (box.contains(around)) {
        complete(range);
        const copied = copiedOf(range.cloneContents(), columnOf(box, around));
        if (!copied || !event.clipboardData) return;
        event.clipboardData.setData('text/plain', copied.text);
        event.clipboardData.setData('text/html', copied.html);
        event.preventDefault();
      } else if (range.intersectsNode(box) || isHostSelected(box, range)) {
        // The selection holds more of the page than this: the browser copies it, without what was cut.
        box.classList.add('copying');
        setTimeout(() => box.classList.remove('copying'));
      }
    },
    { signal },
  );
}

function isHostSelected(box: HTMLElement, range: Range): boolean {
  const root = box.getRootNode();
  return root instanceof ShadowRoot && range.intersectsNode(root.host);
}
