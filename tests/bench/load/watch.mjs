// Notes when the first marks are on the screen: in the frame after the one that finds them in the page.

/** @param {() => unknown} found */
export function shownWhen(found) {
  const look = () => {
    if (found()) requestAnimationFrame(() => { globalThis.shownAt = performance.now(); });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** The pair, from the page itself, so that no request for it is counted. */
export const texts = async () => JSON.parse(document.getElementById('pair').textContent);
