// XML → a tree, as office documents need it: elements, attributes, words. The platform's own parser does not fit: it
// answers a fault with a page of red letters, whose style breaks the page's policy, and reads a long document in one
// task that nothing can interrupt. This one says that there is a fault, and rests where it is told to.
import { Unreadable } from './unreadable.js';
import type { Work } from './time-slices.js';

export interface XmlAttribute {
  readonly localName: string;
  readonly value: string;
}

export interface XmlElement {
  readonly localName: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Its words and its children, in their order. */
  readonly content: readonly (string | XmlElement)[];
}

export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find(({ localName }) => localName === name);

export const attributeOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find(({ localName }) => localName === name)?.value;

/** The words that stand in an element itself, without those of its children. */
export const wordsOf = ({ content }: XmlElement): string =>
  content.filter((piece) => typeof piece === 'string').join('');

interface OpenElement {
  readonly name: string;
  readonly localName: string;
  readonly attributes: XmlAttribute[];
  readonly children: OpenElement[];
  readonly content: (string | OpenElement)[];
}

/** Elements inside one another: more than any document has, fewer than a stack has room for. */
const MAX_DEPTH = 1000;
/** Tokens between two places where the work may rest. */
const TOKENS_A_STEP = 200;

const TOKEN =
  /<(?:\?[^]*?\?>|!--[^]*?-->|!\[CDATA\[([^]*?)\]\]>|\/([^\s>]+)\s*>|([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>)|([^<]+)/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const localPart = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The five names of XML and numbers. A document type, which could define more, is refused. */
function unescape(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, digits?: string, name?: string) => {
    if (name) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? all) : all;
    const code = parseInt(hex ?? digits ?? '', hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

const newElement = (name: string): OpenElement => ({
  name,
  localName: localPart(name),
  attributes: [],
  children: [],
  content: [],
});

/**
 * @returns the outermost element
 * @throws {Unreadable} 'damaged'
 */
export function* readXml(xml: string): Work<XmlElement> {
  const top = newElement('');
  const open = [top];
  TOKEN.lastIndex = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  let at = TOKEN.lastIndex;
  for (let tokens = 1; at < xml.length; tokens++) {
    // Another document may have been read since the last rest.
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(xml);
    if (!token) throw new Unreadable('damaged', `no XML at ${at}`);
    const [, literal, ends, begins, attributes = '', empty, words] = token;
    const last = open.at(-1) ?? top;
    if (words) last.content.push(unescape(words));
    else if (literal) last.content.push(literal);
    else if (ends) {
      if (ends !== last.name) throw new Unreadable('damaged', `${ends} ends where ${last.name} should, at ${at}`);
      open.pop();
    } else if (begins) {
      const element = newElement(begins);
      for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
        element.attributes.push({ localName: localPart(name), value: unescape(double ?? single ?? '') });
      }
      last.children.push(element);
      last.content.push(element);
      if (!empty && open.push(element) > MAX_DEPTH)
        throw new Unreadable('damaged', 'too many elements inside one another');
    }
    at = TOKEN.lastIndex;
    if (tokens % TOKENS_A_STEP === 0) yield at / xml.length;
  }
  const [root] = top.children;
  if (open.length !== 1 || top.children.length !== 1 || !root) throw new Unreadable('damaged', 'cut short');
  return root;
}
