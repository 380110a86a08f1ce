// Lines, each with what the document says of it → HTML with headings, lists, quotations, preformatted text and tables. It knows
// nothing of changes: a line comes as HTML.
import type { Look } from '../view/model/types.js';

export interface BlockLine {
  /** What the document says of it; null where the text has no structure. */
  look: Look | null;
  /** The element of a line without structure. */
  tag: string;
  /** Attributes of its element, with a space before each. */
  attributes: string;
  html: string;
  /** The cells of a row of a table; without them a row is written as a paragraph. */
  cells?: readonly string[];
}

/** What is open around a line. */
type Container = 'blockquote' | 'ul' | 'ol' | 'pre' | 'table';

function containersOf({ look, cells }: BlockLine, open: readonly Container[]): Container[] {
  if (!look) return [];
  const { kinds, list } = look;
  const outer: Container[] = kinds.includes('quote') ? ['blockquote'] : [];
  if (list) {
    // The lists around an inner one are those that are open.
    for (let depth = 1; depth < list.depth; depth++) outer.push(open[outer.length] === 'ol' ? 'ol' : 'ul');
    outer.push(list.ordered ? 'ol' : 'ul');
  }
  if (kinds.includes('preformatted')) outer.push('pre');
  else if (cells) outer.push('table');
  return outer;
}

const isList = (container: Container | undefined): boolean => container === 'ul' || container === 'ol';

/** `headingTag`: the element of a heading of a level. */
export function writeBlocks(lines: readonly BlockLine[], headingTag: (level: number) => string): string {
  let html = '';
  const open: Container[] = [];
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const container = open.pop()!;
      html += `${isList(container) ? '</li>' : ''}</${container}>`;
      if (!open.length) html += '\n';
    }
  };
  for (const line of lines) {
    const wanted = containersOf(line, open);
    let kept = 0;
    while (kept < wanted.length && open[kept] === wanted[kept]) kept++;
    const isGoingOn = kept === wanted.length && kept === open.length;
    closeTo(kept);
    // A further item of a list that is open already.
    const list = line.look?.list;
    const item = list && list.number !== null ? `<li${list.ordered ? ` value="${list.number}"` : ''}>` : '<li>';
    const innermostList = wanted.findLastIndex(isList);
    if (list && list.number !== null && kept > innermostList) {
      closeTo(innermostList + 1);
      html += `</li>${item}`;
    }
    for (const container of wanted.slice(open.length)) {
      html += `<${container}>${isList(container) ? (open.length === innermostList ? item : '<li>') : ''}`;
      open.push(container);
    }
    html += writeLine(line, isGoingOn, headingTag);
    if (!open.length) html += '\n';
  }
  closeTo(0);
  return html.trimEnd();
}

function writeLine(line: BlockLine, isGoingOn: boolean, headingTag: (level: number) => string): string {
  const { look, tag, attributes, html, cells } = line;
  if (look?.kinds.includes('preformatted')) return `${isGoingOn ? '\n' : ''}<span${attributes}>${html}</span>`;
  if (cells) return `<tr${attributes}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const name = look ? (look.heading ? headingTag(look.heading) : 'p') : tag;
  return `<${name}${attributes}>${html}</${name}>`;
}
