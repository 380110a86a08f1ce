// A text → a shorter one, for a place where it is only named or quoted. No word and no surrogate pair is cut.

/** Length, in UTF-16 units, of what names a text. */
const NAME_LENGTH = 40;
/** Length of a word up to which an excerpt ends before it rather than inside it. */
const MAX_LAST_WORD_LENGTH = 12;
/** How far a border between words is searched for. */
const BORDER_SEARCH_LENGTH = 20;

/** The first words of a text, on one line. */
export function shorten(text: string, maxLength = NAME_LENGTH): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= maxLength) return line;
  const cut = line.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(new RegExp(`\\s+\\S{0,${MAX_LAST_WORD_LENGTH}}$`), '')}…`;
}

/** Moves an offset forward to the start of a word, unless it is at the start of the text, `min`. */
export function startOfWord(text: string, at: number, min: number): number {
  if (at <= min) return min;
  const space = text.slice(at, at + BORDER_SEARCH_LENGTH).search(/\s/);
  return space < 0 ? outsidePair(text, at) : at + space + 1;
}

/** Moves an offset back to the end of a word, unless it is at the end of the text, `max`. */
export function endOfWord(text: string, at: number, max: number): number {
  if (at >= max) return max;
  const from = at - BORDER_SEARCH_LENGTH;
  const space = text.slice(from, at).search(/\s\S*$/);
  return space < 0 ? outsidePair(text, at) : from + space;
}

const outsidePair = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);
