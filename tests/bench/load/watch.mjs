// Notes when the first marks are on the screen, in the frame after the one that finds them in the page, and tells the bench.

/** @param {() => unknown} found */
export function shownWhen(found) {
  const look = () => {
    if (found()) requestAnimationFrame(() => { globalThis.shownAt = performance.now(); fetch('/told'); });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** The pair, from the page itself, so that no request for it is counted. */
export const texts = async () => JSON.parse(document.getElementById('pair').textContent);
