// HTML → plain text. Parsed into a document without a window, so that nothing in it runs, loads or is drawn.
import { parseInert } from '../trusted.js';
import { Lines } from './lines.js';
import { quieten } from './quieten.js';

/** What is no text, or none that a reader sees. */
const DROPPED = new Set(['script', 'style', 'noscript', 'template', 'head', 'title', 'iframe', 'object', 'embed', 'svg', 'canvas',
  'audio', 'video', 'select', 'datalist', 'textarea', 'input', 'button', 'progress', 'meter', 'map', 'del', 'rp', 'rt', 'frameset', 'noframes']);
/** A blank line before and after. */
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'table', 'ul', 'ol', 'dl', 'figure', 'figcaption',
  'article', 'section', 'header', 'footer', 'main', 'aside', 'nav', 'form', 'fieldset', 'hr', 'details', 'address', 'hgroup', 'body']);
/** A line of their own. */
const ROWS = new Set(['div', 'li', 'tr', 'dt', 'dd', 'caption', 'summary', 'legend', 'option', 'center']);
const LISTS = new Set(['ul', 'ol', 'menu', 'dl']);

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i;
const KEEPING = /(?:^|;)\s*white-space(?:-collapse)?\s*:\s*(?:pre|break-spaces|preserve)/i;
/** Kinds of node. */
const ELEMENT = 1;
const TEXT = 3;

/**
 * @param {string} html a page, or a piece of one as a clipboard holds it
 * @returns {string} '' where there is nothing to read
 */
export function htmlToText(html) {
  const lines = new Lines();
  walk(parseInert(quieten(html)).body, lines, { keep: false, inList: false });
  return lines.text;
}

const isHidden = (node) => node.hasAttribute('hidden') || HIDING.test(node.getAttribute('data-style') ?? '')
  || (node.localName === 'dialog' && !node.hasAttribute('open'));

/**
 * A walk without recursion: pasted pages nest deeper than a stack.
 * @param {Element} root  @param {Lines} lines  @param {{ keep: boolean, inList: boolean }} how
 */
function walk(root, lines, how) {
  const work = [{ node: root, how }];
  while (work.length) {
    const step = work.pop();
    if (step.after) { step.after(); continue; }
    const { node } = step;
    if (node.nodeType === TEXT) {
      if (step.how.keep) keepLines(node.data, lines);
      else lines.flow(node.data);
      continue;
    }
    if (node.nodeType !== ELEMENT) continue;
    const name = node.localName;
    if (DROPPED.has(name) || isHidden(node)) continue;
    if (name === 'br') { lines.break(); continue; }
    const inner = { keep: name === 'pre' || KEEPING.test(node.getAttribute('data-style') ?? '') || step.how.keep, inList: step.how.inList || LISTS.has(name) };
    const border = borderOf(node, step.how);
    if (border) {
      lines.end(border);
      work.push({ after: () => lines.end(border) });
    }
    if ((name === 'td' || name === 'th') && node.previousElementSibling) lines.tab();
    // A cell stays on the line of its row, whatever is laid out in it.
    const children = isCell(name) ? cellParts(node, lines, inner) : [...node.childNodes].map((child) => ({ node: child, how: inner }));
    for (let i = children.length - 1; i >= 0; i--) work.push(children[i]);
  }
}

const isCell = (name) => name === 'td' || name === 'th';

/** A cell of a true table is read as one line; a cell that holds whole paragraphs is there for the layout. */
function cellParts(cell, lines, how) {
  const blocks = cell.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6, li, table').length;
  if (blocks > 1) return [...cell.childNodes].map((child) => ({ node: child, how }));
  const inside = new Lines();
  for (const child of cell.childNodes) walk(child, inside, how);
  return [{ after: () => lines.flow(inside.text) }];
}

/** How many line ends an element asks for around itself. */
function borderOf(node, { inList }) {
  const name = node.localName;
  if (LISTS.has(name)) return inList ? 1 : 2;
  if (PARAGRAPHS.has(name)) {
    // A paragraph inside an item of a list is the item.
    return name === 'p' && node.parentElement?.localName === 'li' && node.parentElement.querySelectorAll(':scope > p').length === 1 ? 1 : 2;
  }
  return ROWS.has(name) ? 1 : 0;
}

function keepLines(text, lines) {
  text.split(/\r\n?|\n/).forEach((line, i) => {
    if (i) lines.break();
    lines.exact(line);
  });
}

/** Whether markup holds more than a line of styled words: then it knows better than plain text where paragraphs end. */
export const hasStructure = (html) => /<(?:p|h[1-6]|li|tr|div|blockquote|br|pre|article|section)[\s>/]/i.test(html);
