// Selected nodes of the reading → what is copied: plain text that is never two versions run together, and HTML that keeps
// what was cut and what was added apart.
import { otherSide, type Side } from '../../sides.js';

/** What goes on the clipboard. */
export interface Copied {
  text: string;
  html: string;
}

type Kind = 'same' | 'cut' | 'new';

interface Piece {
  kind: Kind;
  text: string;
}

interface Line {
  tag: 'p' | 'h2';
  pieces: Piece[];
}

/** Words of the interface, which no text holds. */
const NO_TEXT = 'button, .names, .spoken, .side-name, .flag, .stub, .m.break, .fold.furniture + .fold-inside[hidden]';
/** Elements that begin a line of their own. */
const LINES = 'p, h2, li';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** The lines of selected nodes. */
class LineReader {
  readonly lines: Line[] = [];
  #line: Line | null = null;

  read(node: Node, kind: Kind): void {
    if (node instanceof Text) {
      this.#add(kind, node.data);
      return;
    }
    if (node instanceof Element) {
      if (node.matches(NO_TEXT)) return;
      if (node.matches(LINES)) this.#begin(node.matches('h2, .heading') ? 'h2' : 'p');
    }
    const inside = node instanceof Element ? kindOf(node, kind) : kind;
    for (const child of node.childNodes) this.read(child, inside);
    if (node instanceof Element && node.matches(LINES)) this.#line = null;
  }

  #begin(tag: Line['tag']): void {
    this.#line = { tag, pieces: [] };
    this.lines.push(this.#line);
  }

  #add(kind: Kind, text: string): void {
    if (!this.#line) {
      if (!text.trim()) return;
      this.#begin('p');
    }
    const last = this.#line?.pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else this.#line?.pieces.push({ kind, text });
  }
}

function kindOf(element: Element, around: Kind): Kind {
  if (element.matches('del, .gone')) return 'cut';
  return element.matches('ins') ? 'new' : around;
}

/** A browser draws any white space between two words as one blank; a no-break space stays what it is. */
const collapse = (text: string): string => text.replace(/[\t\n\r ]+/g, ' ').trim();

const plainLine = ({ pieces }: Line, kinds: readonly Kind[]): string =>
  collapse(
    pieces
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join(''),
  );

function htmlLine({ tag, pieces }: Line, withMarks: boolean): string {
  const inside = pieces.map(({ kind, text }) => {
    const words = escapeHtml(text.replace(/[\t\n\r ]+/g, ' '));
    if (kind === 'same' || !withMarks || !words.trim()) return words;
    return kind === 'cut' ? `<del>${words}</del>` : `<ins>${words}</ins>`;
  });
  return `<${tag}>${inside.join('').trim()}</${tag}>`;
}

/**
 * What is copied of selected nodes. Of one column of the side-by-side view, its own text. Of both columns, After alone.
 * Where both texts are woven into one, as in the inline view, the plain text is After alone, and the HTML has `<del>` and
 * `<ins>`. What was cut is copied as plain text only where nothing else is selected.
 *
 * `column`: the side of the column that was selected, if it was one.
 */
export function copiedOf(selected: DocumentFragment, column: Side | null): Copied | null {
  const side = column ?? (selected.querySelector('.cell.after .block') ? 'after' : null);
  if (side) for (const cell of selected.querySelectorAll(`.cell.${otherSide(side)}`)) cell.remove();
  const isColumn = column !== null || selected.querySelector('.cell') !== null;
  const reader = new LineReader();
  reader.read(selected, 'same');
  const write = (kinds: readonly Kind[]) => reader.lines.map((line) => plainLine(line, kinds)).filter(Boolean);
  const all: readonly Kind[] = ['same', 'cut', 'new'];
  const wanted = write(isColumn ? all : ['same', 'new']);
  const text = (wanted.length ? wanted : write(all)).join('\n\n');
  if (!text) return null;
  const html = reader.lines
    .filter((line) => plainLine(line, all))
    .map((line) => htmlLine(line, !isColumn))
    .join('\n');
  return { text, html };
}
