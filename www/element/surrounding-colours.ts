// The colour of the text around the widget -> whether the widget is light or dark. Many pages are dark by a class that sets
// colours and no `color-scheme`; the colour of their text tells all the same.

/** Contrast at which large text can be read, by WCAG 2: no page sets its text with less against its background. */
const READABLE = 3;

/** Relative luminance by WCAG 2, from 0 to 1, of `color(srgb …)` as browsers write it; null for what cannot be seen. */
function luminanceOf(colour: string): number | null {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  if (!alpha) return null;
  const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** The colours in which text of a luminance can be read only on one side: on dark, or on light. Null where both would do. */
function schemeFor(luminance: number | null): 'light' | 'dark' | null {
  if (luminance === null) return null;
  if ((1 + 0.05) / (luminance + 0.05) < READABLE) return 'dark';
  return (luminance + 0.05) / 0.05 < READABLE ? 'light' : null;
}

/** Whether a host page gave the element itself a `color-scheme`: then that holds. */
function hasOwnScheme(element: Element): boolean {
  const around = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
  return Boolean(around) && getComputedStyle(around!).colorScheme !== getComputedStyle(element).colorScheme;
}

/**
 * Keeps an element's widget in colours that can be read beside the text around it. The styles do it (`.surroundings` in theme.css):
 * an empty box before the widget says which, and has a transition by which the browser tells that the colours around it changed.
 */
export function followSurroundings(element: Element, root: ShadowRoot): void {
  let box = root.querySelector<HTMLElement>('.surroundings');
  if (!box) {
    box = document.createElement('div');
    box.className = 'surroundings';
    box.addEventListener('transitionend', () => followSurroundings(element, root));
    root.prepend(box);
  }
  const scheme = hasOwnScheme(element) ? null : schemeFor(luminanceOf(getComputedStyle(box).outlineColor));
  box.dataset.scheme = scheme ?? '';
}
