// Two texts ↔ the fragment of a link, which browsers do not send to a server.
//
//   #texts=1.<base64url of deflate-raw of ["before","after"] as JSON>
import { inflate } from '../import/zip.js';
import { runInSlices } from '../import/time-slices.js';
import type { Both } from '../sides.js';

const KEY = '#texts=';
const VERSION = '1.';

/** Length of a fragment, in UTF-16 units, up to which a link is made: mail programs and chats cut longer ones. */
export const MAX_LINK_LENGTH = 32_000;
/** Number of bytes that a fragment may unpack to. */
const MAX_BYTES = 20_000_000;
/** Number of bytes that are written as characters at once: more would be too many arguments for a function. */
const BYTES_AT_ONCE = 0x8000;

/** Whether the fragment of an address has texts in it. */
export const carriesTexts = (fragment: string): boolean => fragment.startsWith(KEY);

/** The fragment for two texts. It begins with `#`; whether it is too long is for the caller to judge. */
export async function toFragment(before: string, after: string): Promise<string> {
  // JSON writes half a surrogate pair as an escape, which UTF-8 could not.
  const packed = new Blob([JSON.stringify([before, after])]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let characters = '';
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
    characters += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
  }
  return `${KEY}${VERSION}${btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** The texts of a fragment. It rejects if anything is wrong with the fragment. */
export async function fromFragment(fragment: string): Promise<Both<string>> {
  const encoded = fragment.slice(KEY.length);
  if (!encoded.startsWith(VERSION)) throw new Error('a link of another version');
  const characters = atob(encoded.slice(VERSION.length).replaceAll('-', '+').replaceAll('_', '/'));
  const packed = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  const bytes = await runInSlices(inflate(packed, MAX_BYTES));
  const texts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (!Array.isArray(texts) || texts.length !== 2) throw new Error('not two texts');
  const [before, after] = texts as unknown[];
  if (typeof before !== 'string' || typeof after !== 'string') throw new Error('not two texts');
  return { before, after };
}
