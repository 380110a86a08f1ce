// HTML → plain text. Parsed into a document without a window, so that nothing in it runs, loads or is drawn.
import { inertParser } from '../engine/trusted-types.js';
import { LISTS, hidesText, keepsWhiteSpace } from './reading-rules.js';
import { stripActiveMarkup } from './strip-active-markup.js';
import { TextBuilder } from './text-builder.js';
import type { Work } from './time-slices.js';

/** What is no text, or none that a reader sees. */
const DROPPED = new Set(
  (
    'script style noscript template head title iframe object embed svg canvas audio video select datalist textarea ' +
    'input button progress meter map del rp rt frameset noframes'
  ).split(' '),
);
/** A blank line before and after. */
const PARAGRAPHS = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 blockquote pre table ul ol dl figure figcaption article section header footer main aside nav ' +
    'form fieldset hr details address hgroup body'
  ).split(' '),
);
/** A line of their own. */
const ROWS = new Set('div li tr dt dd caption summary legend option center'.split(' '));
/** What lays out a cell as a part of a page, where there is more than one of them. */
const BLOCKS_IN_CELL = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'table']);

/** UTF-16 units of markup that the platform's parser is given at once; it takes a few milliseconds for them. */
const PARSED_AT_ONCE = 32_768;
/** Nodes between two places where the work may rest. */
const NODES_A_STEP = 50;
/** Shares of the work: taking out what is active, parsing, and making text of it. */
const SHARES = { stripped: 0.3, parsed: 0.6 };

/**
 * @param html a page, or a piece of one as a clipboard holds it
 * @returns '' where there is nothing to read
 */
export function* htmlToText(html: string): Work<string> {
  const markup = yield* stripActiveMarkup(html, SHARES.stripped);
  const parser = inertParser();
  for (let at = 0; at < markup.length; at += PARSED_AT_ONCE) {
    parser.write(markup.slice(at, at + PARSED_AT_ONCE));
    yield SHARES.stripped + (SHARES.parsed - SHARES.stripped) * (at / markup.length);
  }
  const { body } = parser.end();
  const out = new TextBuilder();
  yield* walk(body, out, { keepsSpace: false, inList: false });
  return out.text;
}

interface Context {
  /** Whether white space is part of the text, as in <pre>. */
  readonly keepsSpace: boolean;
  readonly inList: boolean;
}

/** A node to read, or what is to be done once the nodes before it are read. */
type Task = { readonly node: Node; readonly context: Context } | (() => void);

/** A walk without recursion: pasted pages nest deeper than a stack. */
function* walk(root: Node, out: TextBuilder, context: Context): Work<void> {
  const tasks: Task[] = [{ node: root, context }];
  for (let steps = 1, task = tasks.pop(); task; task = tasks.pop(), steps++) {
    if (typeof task === 'function') task();
    else if (task.node instanceof Text) addText(task.node.data, out, task.context);
    else if (task.node instanceof Element) yield* addElement(task.node, out, task.context, tasks);
    if (steps % NODES_A_STEP === 0) yield SHARES.parsed;
  }
}

function addText(text: string, out: TextBuilder, { keepsSpace }: Context): void {
  if (!keepsSpace) {
    out.addFlowing(text);
    return;
  }
  text.split(/\r\n?|\n/).forEach((line, i) => {
    if (i) out.lineBreak();
    out.addExact(line);
  });
}

function* addElement(element: Element, out: TextBuilder, context: Context, tasks: Task[]): Work<void> {
  const name = element.localName;
  if (DROPPED.has(name) || isHidden(element)) return;
  if (name === 'br') {
    out.lineBreak();
    return;
  }
  const inner: Context = {
    keepsSpace: name === 'pre' || keepsWhiteSpace(element.getAttribute('data-style') ?? '') || context.keepsSpace,
    inList: context.inList || LISTS.has(name),
  };
  const border = borderOf(element, context);
  if (border) {
    out.endBlock(border);
    tasks.push(() => out.endBlock(border));
  }
  const isCell = name === 'td' || name === 'th';
  if (isCell && element.previousElementSibling) out.cellBorder();
  // A cell of a true table is read as one line, whatever is laid out in it; a cell that holds whole paragraphs is
  // there for the layout.
  if (isCell && !holdsBlocks(element)) {
    const inside = new TextBuilder();
    for (const node of element.childNodes) yield* walk(node, inside, inner);
    out.addFlowing(inside.text);
    return;
  }
  for (let node = element.lastChild; node; node = node.previousSibling) tasks.push({ node, context: inner });
}

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  hidesText(element.getAttribute('data-style') ?? '') ||
  (element.localName === 'dialog' && !element.hasAttribute('open'));

/** Whether a cell holds two blocks or more. Looks no further than it must: cells lie in cells. */
function holdsBlocks(cell: Element): boolean {
  const walker = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_ELEMENT);
  let blocks = 0;
  for (let node = walker.nextNode(); node && blocks < 2; node = walker.nextNode()) {
    if (node instanceof Element && BLOCKS_IN_CELL.has(node.localName)) blocks++;
  }
  return blocks > 1;
}

/** How many line ends an element asks for around itself. */
function borderOf(element: Element, { inList }: Context): number {
  const name = element.localName;
  if (LISTS.has(name)) return inList ? 1 : 2;
  if (PARAGRAPHS.has(name)) {
    // A paragraph inside an item of a list is the item.
    return name === 'p' && element.parentElement?.localName === 'li' && isOnlyParagraph(element) ? 1 : 2;
  }
  return ROWS.has(name) ? 1 : 0;
}

function isOnlyParagraph(paragraph: Element): boolean {
  for (const direction of ['previousElementSibling', 'nextElementSibling'] as const) {
    for (let near = paragraph[direction]; near; near = near[direction]) if (near.localName === 'p') return false;
  }
  return true;
}
