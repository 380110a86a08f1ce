// What is too much to be drawn at once → a button in its place, and from the button what it stands for.
import type { Translator } from '../../i18n/format.js';
import { el, elementOf } from '../dom.js';
import { countControls } from './direction-controls.js';

/** What each button stands for, as a call that draws it. */
const elisions = new WeakMap<Element, () => void>();

/** A button in the place of `length` UTF-16 units of text; `draw` takes it away and draws these, or some of them and a further button. */
export function elide(length: number, i18n: Translator, draw: () => void): HTMLButtonElement {
  const button = el('button', { type: 'button', class: 'elided' }, i18n.t('elided', { n: length }));
  elisions.set(button, draw);
  return button;
}

/** Whether marks may be among what a button stands for. */
export const hasMarks = (button: Element): boolean => button.classList.contains('marked');

/**
 * Draws what the button around a node stands for, and tells whether there is one. Where marks are among that, the other side of the row is
 * drawn as far, so that both stay level. The focus goes to the next button of its paragraph.
 */
export function openElision(node: Element): boolean {
  const button = node.closest<HTMLElement>('.elided');
  if (!button || !elisions.has(button)) return false;
  const block = button.closest('.block');
  const hadFocus = button.matches(':focus');
  const level = hasMarks(button) ? [...(button.closest('.row')?.querySelectorAll('.elided.marked') ?? [])] : [];
  for (const one of new Set([button, ...level])) elisions.get(one)?.();
  if (!hadFocus) return true;
  const next = block?.querySelector<HTMLElement>('.elided') ?? block?.closest<HTMLElement>('.sheet');
  next?.focus({ preventScroll: true });
  return true;
}

/** Draws what is left out in `box`, one button after the other, for as long as `isWanted` says so of the next button. */
export function openElisions(box: Element, isWanted: (button: Element) => boolean = () => true): void {
  const next = (): Element | undefined => [...box.querySelectorAll('.elided')].find(isWanted);
  for (let button = next(); button && openElision(button); button = next());
}

/** Takes the rest of a paragraph into a range that ends in its button or right before it, where a browser ends a selection. */
export function takeInElision(range: Range, box: Element): void {
  const around = elementOf(range.endContainer)?.closest('.elided');
  const isAtEnd = (button: Element): boolean => {
    if (range.comparePoint(button, 0) <= 0) return false;
    const between = range.cloneRange();
    between.collapse(false);
    between.setEndBefore(button);
    return between.toString() === '';
  };
  const button = around ?? [...box.querySelectorAll('.elided')].find(isAtEnd);
  const block = button?.closest('.block');
  if (block) range.setEndAfter(block);
}

/** A part of what is drawn. */
export interface Part {
  /** Its text. */
  text: string;
  /** Puts it in. */
  draw: () => void;
}

/**
 * How many parts of a paragraph are drawn at once, and controls of direction in them. A browser lays out a paragraph as a whole: of
 * 100 KB of `ab ba` against `ba ba ab`, the longest task took 2.7 s in Chromium with all parts drawn and 0.1 s with these. A rewritten
 * paragraph of an article has some tens.
 */
const PARTS_AT_ONCE = 1000;

/**
 * Draws the first parts, and a button that draws the next ones. `box` is the paragraph that the next part goes into; its direction is left
 * to the browser only when a text is there: while it has no letter, a browser reads all of it again for each node that comes.
 */
export function drawParts(parts: readonly Part[], box: () => HTMLElement, i18n: Translator): void {
  let drawn = 0;
  for (let weight = 0; drawn < parts.length && weight < PARTS_AT_ONCE; drawn++) {
    const { text, draw } = parts[drawn]!;
    draw();
    weight += 1 + countControls(text);
  }
  const rest = parts.slice(drawn);
  if (rest.length) {
    const length = rest.reduce((sum, { text }) => sum + text.length, 0);
    const button = elide(length, i18n, () => {
      button.remove();
      box().removeAttribute('dir');
      drawParts(rest, box, i18n);
    });
    button.classList.add('marked');
    box().append(button);
  }
  box().dir = 'auto';
}
