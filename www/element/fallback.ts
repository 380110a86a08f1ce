// What stands inside the element in the page's own markup, such as the comparison that a server wrote there: it is shown until the
// widget says it itself, and where no script runs it is all there is.

/** The place where it is shown; it comes first in the shadow root, and is made once. */
export function fallbackSlot(root: ShadowRoot): HTMLSlotElement {
  let slot = root.querySelector<HTMLSlotElement>('slot.fallback');
  if (!slot) {
    slot = document.createElement('slot');
    slot.className = 'fallback';
    root.append(slot);
  }
  return slot;
}
