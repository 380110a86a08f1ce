// An element of the reading → the stop, the move and the side that it belongs to.
import type { Side } from '../../sides.js';

/** The id of the stop that an element belongs to. */
export function stopIdAt(target: EventTarget | null): string | null {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-stop]') : null;
  return found?.dataset.stop ?? null;
}

/** The id of the move that an element is one end of. */
export function moveIdAt(target: EventTarget | null): string | null {
  const end = target instanceof Element ? target.closest<HTMLElement>('[data-move]') : null;
  return end?.dataset.move ?? null;
}

/** The side of the other end of a move, for a click on one of its ends. */
export function partnerSideAt(target: Element): Side {
  const end = target.closest<HTMLElement>('[data-end]')?.dataset.end;
  if (end === 'before' || end === 'after') return end;
  return target.closest('.cell')?.classList.contains('before') ? 'after' : 'before';
}
