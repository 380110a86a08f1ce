// From a key to the frame in which the marks are those of the text with it.

/** Where the caret stands: letters from the start of After. */
export const CARET = 300;

/**
 * Shows the pair in a page, with the caret in After. From then on `pressed()` gives the milliseconds from the next key to the end
 * of the frame that shows its marks.
 * @param {(place: HTMLElement, pair: { before: string, after: string }, marked: () => void) => unknown} show calls `marked`
 *   whenever marks have followed the text, and puts the focus into After
 */
export async function listen(show) {
  let since = 0;
  let told = null;
  const marked = () => {
    if (!told) return;
    const [tell, start] = [told, since];
    told = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => tell(performance.now() - start);
      port2.postMessage(null);
    });
  };
  addEventListener('keydown', () => { since = performance.now(); }, true);
  globalThis.pressed = () => new Promise((resolve) => { told = resolve; });
  const pair = JSON.parse(document.getElementById('pair').textContent);
  await show(document.body.appendChild(document.createElement('div')), pair, marked);
  fetch('/told');
}
