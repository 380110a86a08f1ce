// HTML → the same HTML with nothing in it but its elements, its words, and what hides them. A browser runs and loads
// nothing of a document without a window, but it does complain of every style and handler that the page's own policy
// forbids; so the parser is not given any.
import type { Work } from './time-slices.js';

/** Elements that hold no markup and nothing to read: left out up to their end. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'iframe', 'noembed', 'noframes']);
/** Elements without content that are there for what they do. */
const ACTIVE = new Set(['base', 'link', 'meta']);
/** What of an element is kept: name → name given to it. Under its own name, an address would be loaded, or a style complained of. */
const KEPT = new Map([
  ['style', 'data-style'],
  ['hidden', 'hidden'],
  ['open', 'open'],
]);
/** What is kept besides where the structure is read. */
const KEPT_FOR_STRUCTURE = new Map([
  ...KEPT,
  ...['href', 'src', 'srcset', 'alt', 'data'].map((name): [string, string] => [name, `data-${name}`]),
]);
/** Stands for a frame from elsewhere, where the structure is read. */
const FRAME = 'embed-frame';

const NAME = /<(\/?)([a-z][^\s/>]*)/iy;
/** An attribute with its value as it is written, or nothing. */
const ATTRIBUTE = /[\s/]*(?:(=?[^\s/>=]+)(?:\s*(=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)))?|[="'])?/y;

interface Tag {
  readonly name: string;
  /** `/` of an end tag. */
  readonly closes: string;
  /** The attributes that are kept, as they will be written. */
  readonly kept: string;
  /** Where it ends; -1 where it never does. */
  readonly end: number;
}

/** Tags between two places where the work may rest. */
const TAGS_A_STEP = 100;

/**
 * One walk from left to right, each letter looked at once or twice.
 * @param share what part of the whole work this is
 * @param structure whether addresses, alternative texts and the places of frames are kept, too, under other names
 */
export function* stripActiveMarkup(html: string, share = 1, structure = false): Work<string> {
  const keeps = structure ? KEPT_FOR_STRUCTURE : KEPT;
  let out = '';
  let at = 0;
  for (let tags = 1; ; tags++) {
    if (tags % TAGS_A_STEP === 0) yield (at / html.length) * share;
    const open = html.indexOf('<', at);
    if (open < 0) return out + html.slice(at);
    out += html.slice(at, open);
    at = open;
    if (html.startsWith('<!--', at)) {
      // What begins and never ends is a comment to the end, for a browser as well.
      const end = html.indexOf('-->', at + 2);
      if (end < 0) return out;
      at = end + 3;
    } else if (/[!?]/.test(html[at + 1] ?? '')) {
      const end = html.indexOf('>', at);
      if (end < 0) return out;
      at = end + 1;
    } else {
      const tag = readTag(html, at, keeps);
      if (!tag) {
        out += '&lt;';
        at++;
      } else if (tag.end < 0) {
        return out;
      } else if (RAW.has(tag.name) && !tag.closes) {
        if (structure && tag.name === 'iframe') out += `<${FRAME}${tag.kept}></${FRAME}>`;
        at = endOfRaw(html, tag);
      } else {
        if (!RAW.has(tag.name) && !ACTIVE.has(tag.name)) out += `<${tag.closes}${tag.name}${tag.kept}>`;
        at = tag.end;
      }
    }
  }
}

function readTag(html: string, at: number, keeps: ReadonlyMap<string, string>): Tag | null {
  NAME.lastIndex = at;
  const named = NAME.exec(html);
  if (!named) return null;
  const [, closes = '', name = ''] = named;
  let kept = '';
  ATTRIBUTE.lastIndex = NAME.lastIndex;
  for (;;) {
    const from = ATTRIBUTE.lastIndex;
    const [all, attribute = '', value = ''] = ATTRIBUTE.exec(html) ?? [''];
    const known = keeps.get(attribute.toLowerCase());
    if (known && !closes) kept += ` ${known}${value}`;
    if (all) continue;
    return { name: name.toLowerCase(), closes, kept, end: html[from] === '>' ? from + 1 : -1 };
  }
}

/** Where the element of raw text that begins with a tag ends. */
function endOfRaw(html: string, { name, end }: Tag): number {
  const close = new RegExp(`</${name}(?=[\\s/>])[^>]*>?`, 'gi');
  close.lastIndex = end;
  return close.exec(html) ? close.lastIndex : html.length;
}
