// Shows the pair in a page and notes when its first marks are on the screen: in the frame after the one that finds them there.

/**
 * Shows the pair at once and tells the bench; `another()` then shows it again, in the place of the first, and gives the
 * milliseconds that it took.
 * @param {(place: HTMLElement, before: string, after: string) => void} show
 * @param {(place: HTMLElement) => unknown} marks
 */
export async function watch(show, marks) {
  // The pair, from the page itself, so that no request for it is counted.
  const { before, after } = JSON.parse(document.getElementById('pair').textContent);
  let place;
  const put = () => {
    place?.remove();
    place = document.body.appendChild(document.createElement('div'));
    const shown = shownWhen(() => marks(place));
    show(place, before, after);
    return shown;
  };
  globalThis.another = async () => {
    const started = performance.now();
    return await put() - started;
  };
  globalThis.shownAt = await put();
  fetch('/told');
}

/** @param {() => unknown} found @returns {Promise<number>} */
function shownWhen(found) {
  return new Promise((resolve) => {
    const look = () => {
      if (found()) requestAnimationFrame(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
