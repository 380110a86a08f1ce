// Lines that have not been built → guesses at their heights.
import { isFold, type Line } from '../model/folding.js';
import type { Paragraph } from '../model/types.js';

/** In CSS pixels: the width of a character, the height of a line of text, the padding of a row, the height of a fold. */
const GUESS = { character: 8.4, line: 28, padding: 24, fold: 40 };
/** Width of the view, in CSS pixels, up to which both sides stand one above the other. */
const MAX_STACKED_WIDTH = 640;
/** Room on either side of a text, in CSS pixels. */
const MARGIN = 60;
const MIN_LINE_LENGTH = 20;

/** How many characters fit on a line of text. */
export function lineLength(width: number, isTable: boolean): number {
  const textWidth = (isTable && width > MAX_STACKED_WIDTH ? width / 2 : width) - MARGIN;
  return Math.max(MIN_LINE_LENGTH, textWidth / GUESS.character);
}

/** The guessed height of a line of the view, in CSS pixels. */
export function guessHeight(line: Line, charactersPerLine: number): number {
  if (isFold(line)) return GUESS.fold;
  const linesOf = (paragraphs: readonly Paragraph[]) =>
    paragraphs.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / charactersPerLine), 0);
  return Math.max(linesOf(line.item.before), linesOf(line.item.after), 1) * GUESS.line + GUESS.padding;
}
