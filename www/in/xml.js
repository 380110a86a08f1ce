// XML → a tree, as office documents need it: elements, attributes, words. A browser's own reader answers a fault with a
// page of red letters, whose style then breaks the page's policy; this one says that there is a fault.
import { Unreadable } from './unreadable.js';

/** @typedef {{ localName: string, attributes: { localName: string, value: string }[], children: Node[], textContent: string }} Node */

/** Elements inside one another: more than any document has, fewer than a stack has room for. */
const DEEPEST = 1000;

const TOKEN = /<(?:\?[^]*?\?>|!--[^]*?-->|!\[CDATA\[([^]*?)\]\]>|\/([^\s>]+)\s*>|([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>)|([^<]+)/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const local = (name) => name.slice(name.indexOf(':') + 1);

/** The five names of XML and numbers. A document type, which could define more, is refused. */
const unescape = (text) => text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, digits, name) => {
  const code = parseInt(hex ?? digits, hex ? 16 : 10);
  return name ? NAMED[name] ?? all : code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
});

/**
 * @param {string} xml
 * @returns {Node} the outermost element
 * @throws {Unreadable} 'damaged'
 */
export function readXml(xml) {
  const top = { localName: '', attributes: [], children: [], textContent: '', name: '' };
  const open = [top];
  TOKEN.lastIndex = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(xml);
    if (!token) throw new Unreadable('damaged', `no XML at ${at}`);
    const [, literal, ends, begins, attributes, empty, words] = token;
    const last = open.at(-1);
    if (words) last.textContent += unescape(words);
    else if (literal) last.textContent += literal;
    else if (ends) {
      if (ends !== last.name) throw new Unreadable('damaged', `${ends} ends where ${last.name} should, at ${at}`);
      open.pop();
    } else if (begins) {
      const node = { localName: local(begins), name: begins, attributes: [], children: [], textContent: '' };
      for (const [, name, value = '', other = ''] of attributes.matchAll(ATTRIBUTE)) node.attributes.push({ localName: local(name), value: unescape(value || other) });
      last.children.push(node);
      if (!empty && open.push(node) > DEEPEST) throw new Unreadable('damaged', 'too many elements inside one another');
    }
  }
  if (open.length !== 1 || top.children.length !== 1) throw new Unreadable('damaged', 'cut short');
  return top.children[0];
}
