// The words of a PDF and where they stand → paragraphs. A PDF knows neither lines nor paragraphs: they are told by place and
// size. What is printed on every page, running heads and page numbers, is left out.

/** Words as pdf.js gives them. */
export interface PdfWords {
  readonly str: string;
  /** Six numbers: the first four turn and stretch, the last two are the place of the first letter, from the lower left. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  /** Whether a line ends here. */
  readonly hasEOL: boolean;
}

export interface PdfPage {
  readonly words: readonly PdfWords[];
  readonly height: number;
}

interface Line {
  readonly text: string;
  /** From the left edge of the page. */
  readonly start: number;
  readonly end: number;
  /** From the lower edge of the page. */
  readonly y: number;
  readonly size: number;
}

/** How far the foot of a word may be from that of its line, in sizes of its letters: notes stand higher. */
const SAME_LINE = 0.5;
/** Shares of the page at its top and bottom in which heads and numbers are looked for. */
const MARGIN = 0.12;
/** How far what is printed on every page may wander, in points. */
const SAME_PLACE = 6;
/** Share of the pages that have a running head: left and right ones may differ. */
const MIN_SHARE = 0.3;
/** A gap between lines that is so much wider than the usual one parts paragraphs. */
const WIDE_GAP = 1.25;
/** Letters so much larger or smaller are another paragraph's. */
const OTHER_SIZE = 1.15;
/** An indent of a first line, in sizes of its letters. */
const INDENT = { least: 0.8, most: 5 };
/** The last line of a paragraph leaves so much of the width empty. */
const SHORT_LINE = 0.15;

const ENDS_SENTENCE = /[.!?…:。！？]["'”’»」』)\]]*$/u;
const BEGINS_ITEM = /^(?:[•‣▪●◦–—*-]|\(?\d{1,3}[.)])\s/u;
const CLOSE_SET = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** @returns '' where there are no words */
export function paragraphsOf(pages: readonly PdfPage[]): string {
  const lines = withoutFurniture(pages.map((page) => ({ lines: linesOf(page), height: page.height })));
  const paragraphs: Line[][] = [];
  for (const onPage of lines) {
    const usual = usualGap(onPage);
    const edges = {
      start: Math.min(...onPage.map(({ start }) => start)),
      end: Math.max(...onPage.map(({ end }) => end)),
    };
    for (const [i, line] of onPage.entries()) {
      const last = paragraphs.at(-1);
      const before = onPage[i - 1];
      const goesOn =
        last &&
        (before ? !isBorder({ before, line, first: last[0] ?? before, usual, edges }) : goesOnOverPage(last, line));
      if (goesOn) last.push(line);
      else paragraphs.push([line]);
    }
  }
  const isWord = wordsWith(paragraphs);
  return paragraphs.map((paragraph) => joined(paragraph, isWord)).join('\n\n');
}

function linesOf({ words }: PdfPage): Line[] {
  const lines: Line[] = [];
  let line: PdfWords[] = [];
  const end = (): void => {
    const text = line
      .map(({ str }) => str)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    const seen = line.filter(({ str }) => str.trim());
    line = [];
    if (!seen.length) return;
    const largest = seen.reduce((one, other) => (sizeOf(other) > sizeOf(one) ? other : one));
    lines.push({
      text,
      start: Math.min(...seen.map(startOf)),
      end: Math.max(...seen.map((one) => startOf(one) + one.width)),
      y: footOf(largest),
      size: sizeOf(largest),
    });
  };
  for (const one of words) {
    const last = line.findLast(({ str }) => str.trim());
    const isSame = !last || Math.abs(footOf(one) - footOf(last)) <= SAME_LINE * Math.max(sizeOf(one), sizeOf(last));
    if (!isSame && one.str.trim()) end();
    line.push(one);
    if (one.hasEOL) end();
  }
  end();
  return lines;
}

const startOf = ({ transform }: PdfWords): number => transform[4] ?? 0;
const footOf = ({ transform }: PdfWords): number => transform[5] ?? 0;
const sizeOf = ({ transform, height }: PdfWords): number => height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0);

interface PageLines {
  readonly lines: readonly Line[];
  readonly height: number;
}

/** Leaves out what stands at the same place of the margin again and again, if only its numbers differ. */
function withoutFurniture(pages: readonly PageLines[]): Line[][] {
  const inMargin = ({ y }: Line, height: number): boolean => y < height * MARGIN || y > height * (1 - MARGIN);
  const shape = ({ text }: Line): string => text.replace(/\p{Nd}+/gu, '#');
  const places = new Map<string, number[]>();
  for (const { lines, height } of pages) {
    for (const line of lines) {
      if (inMargin(line, height)) places.set(shape(line), [...(places.get(shape(line)) ?? []), line.y]);
    }
  }
  const least = Math.max(2, pages.length * MIN_SHARE);
  const comesAgain = (line: Line): boolean =>
    (places.get(shape(line)) ?? []).filter((y) => Math.abs(y - line.y) <= SAME_PLACE).length >= least;
  return pages.map(({ lines, height }) => lines.filter((line) => !(inMargin(line, height) && comesAgain(line))));
}

/** The gap between the feet of two lines of running text, as a multiple of the size of their letters. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, i) => ((lines[i]?.y ?? 0) - line.y) / line.size)
    .filter((gap) => gap > 0.5 && gap < 4)
    .sort((one, other) => one - other);
  // Between paragraphs there is more: the narrower half of them are gaps inside one.
  return gaps[Math.floor(gaps.length / 4)] ?? 1.2;
}

interface Border {
  readonly before: Line;
  readonly line: Line;
  /** The first line of the paragraph so far. */
  readonly first: Line;
  readonly usual: number;
  /** Where the text of the page begins and ends. */
  readonly edges: { readonly start: number; readonly end: number };
}

/** Whether a paragraph begins with a line. */
function isBorder({ before, line, first, usual, edges }: Border): boolean {
  if (Math.max(line.size, before.size) > OTHER_SIZE * Math.min(line.size, before.size)) return true;
  if (BEGINS_ITEM.test(line.text)) return true;
  const gap = (before.y - line.y) / line.size;
  // The next column begins higher up.
  if (gap < 0) return ENDS_SENTENCE.test(before.text);
  if (gap > usual * WIDE_GAP) return true;
  const indent = (line.start - before.start) / line.size;
  const isIndented = indent > INDENT.least && indent < INDENT.most && !BEGINS_ITEM.test(first.text);
  if (isIndented && before !== first) return true;
  const isShort = edges.end - before.end > (edges.end - edges.start) * SHORT_LINE;
  return ENDS_SENTENCE.test(before.text) && (isIndented || isShort);
}

/** Whether a paragraph goes on at the top of the next page. */
function goesOnOverPage(paragraph: readonly Line[], line: Line): boolean {
  const last = paragraph.at(-1);
  if (!last || BEGINS_ITEM.test(line.text)) return false;
  const isSameSize = Math.max(line.size, last.size) <= OTHER_SIZE * Math.min(line.size, last.size);
  return isSameSize && !ENDS_SENTENCE.test(last.text);
}

/** Whether the document has a word elsewhere than at a line's end. */
function wordsWith(paragraphs: readonly Line[][]): (word: string) => boolean {
  const known = new Set<string>();
  for (const { text } of paragraphs.flat()) {
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*(?![-‐\p{L}])/gu))
      known.add(word.toLowerCase());
  }
  return (word) => known.has(word.toLowerCase().replaceAll('‐', '-'));
}

function joined(lines: readonly Line[], isWord: (word: string) => boolean): string {
  return lines.reduce((text, line) => (text ? text.slice(0, -1) + join(text, line.text, isWord) : line.text), '');
}

/** The end of a text from its last character on, with the line that follows it. */
function join(text: string, line: string, isWord: (word: string) => boolean): string {
  const last = text.at(-1) ?? '';
  if (last === '\u00ad') return line;
  const [, begun] = /([\p{L}\p{M}-]*[\p{L}\p{M}])[-‐]$/u.exec(text) ?? [];
  const [ended] = /^[\p{L}\p{M}]+/u.exec(line) ?? [];
  if (begun && ended) {
    const isCompound = isWord(`${begun}-${ended}`) || !/^\p{Ll}/u.test(ended);
    return isCompound && !isWord(begun + ended) ? last + line : line;
  }
  const isClose = CLOSE_SET.test(last) && CLOSE_SET.test(line.at(0) ?? '');
  return isClose ? last + line : `${last} ${line}`;
}
