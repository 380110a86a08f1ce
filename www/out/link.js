// Two texts ↔ the fragment of a link, which browsers keep to themselves: no server ever sees it.
//
//   #texts=1.<base64url of deflate-raw of ["before","after"] as JSON>
import { inflate } from '../in/zip.js';

const KEY = '#texts=';
const VERSION = '1.';

/** UTF-16 units of a fragment above which no link is made: mail programs and chats cut longer ones. */
export const LONGEST_LINK = 32_000;
/** Bytes that a fragment may unpack to. */
const MOST = 20_000_000;

/** Whether an address carries texts. @param {string} hash */
export const carriesTexts = (hash) => hash.startsWith(KEY);

/**
 * @param {string} before @param {string} after
 * @returns {Promise<string>} begins with `#`; its length is for the caller to judge
 */
export async function toFragment(before, after) {
  // JSON writes half a surrogate pair as an escape, which UTF-8 could not.
  const stream = new Blob([JSON.stringify([before, after])]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = '';
  for (let at = 0; at < bytes.length; at += 0x8000) letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return `${KEY}${VERSION}${btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/**
 * @param {string} hash
 * @returns {Promise<{ before: string, after: string }>}
 * @throws {Error} whatever is wrong with it
 */
export async function fromFragment(hash) {
  const packed = hash.slice(KEY.length);
  if (!packed.startsWith(VERSION)) throw new Error('a link of another version');
  const letters = atob(packed.slice(VERSION.length).replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const texts = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await inflate(bytes, MOST)));
  if (!Array.isArray(texts) || texts.length !== 2 || texts.some((text) => typeof text !== 'string')) throw new Error('not two texts');
  return { before: texts[0], after: texts[1] };
}
