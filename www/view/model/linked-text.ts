// A text with links in it, as one string: the links are marked by control characters, so that lists and sentences of any
// language can be made of their parts. What draws the text takes them apart again.

/** Opens and closes a link; between the two marks that open it is the number of its target. */
const LINK = '\u0002';
const END_OF_NUMBER = '\u0003';

/** What may stand before the first word of a sentence. */
export const LINK_START = `(?:${LINK}\\d+${END_OF_NUMBER})?`;

const LINKED = new RegExp(`${LINK}(\\d+)${END_OF_NUMBER}([^${LINK}]*)${LINK}`, 'gu');

/** Marks a text as the link to the target of a number. */
export const linkTo = (target: number, text: string): string => `${LINK}${target}${END_OF_NUMBER}${text}${LINK}`;

export interface TextPart {
  text: string;
  /** The number of its target; null for a text that is no link. */
  target: number | null;
}

/** A text with links → its parts, in their order. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const found of text.matchAll(LINKED)) {
    const [all, number = '', words = ''] = found;
    if (found.index > at) parts.push({ text: text.slice(at, found.index), target: null });
    parts.push({ text: words, target: Number(number) });
    at = found.index + all.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), target: null });
  return parts;
}
