// Two texts, or versions of a story and the two of them that are compared ↔ the fragment of a link, which browsers do not send
// to a server.
//
//   #texts=2.<base64url of ["before","after"] as JSON, in the format of zlib>&view=inline&hide=spacing+moved&change=1k2x-0&name-after=Ours
//   #texts=3.<the same of {"versions":[{"name":"v1","text":"…"},…],"compared":[0,1]}>
//
// What follows the texts says how they are read, and may be left out.
//
// The format of zlib ends in a checksum (Adler-32), so a link with a changed character is refused. Links of version 1
// had none; they are still read.
import type { Both } from '../sides.js';
import { MAX_VERSIONS, type KeptVersion } from '../version-chain.js';

/** How texts are read: what of a link is not the texts. */
export interface LinkedReading {
  /** The name of a view. */
  view: string;
  /** The names of what is hidden. */
  hide: readonly string[];
  /** The id of the change that the reader is at; null for none. */
  change: string | null;
  /** What the texts are called; empty for nothing. */
  nameBefore?: string;
  nameAfter?: string;
}

/** Versions of a story, the earliest first, and the indices of the two that are compared. */
export interface LinkedVersions {
  readonly versions: readonly KeptVersion[];
  readonly compared: Both<number>;
}

/** The texts of a link, and the versions that they are two of, where it has them. */
export type LinkedTexts = Both<string> & Partial<LinkedVersions>;

const KEY = '#texts=';

/** How the bytes of each version are packed. */
const FORMATS: ReadonlyMap<string, CompressionFormat> = new Map([
  ['1', 'deflate-raw'],
  ['2', 'deflate'],
  ['3', 'deflate'],
]);
/** Links with two texts are those of before, so that a page that has not been loaded again opens them. */
const VERSION_OF_TEXTS = '2';
const VERSION_OF_VERSIONS = '3';

/** Length of a fragment, in UTF-16 units, up to which a link is made: mail programs and chats cut longer ones. */
export const MAX_LINK_LENGTH = 32_000;
/** Number of bytes that a fragment may unpack to. */
const MAX_BYTES = 20_000_000;
/** Number of bytes that are written as characters at once: more would be too many arguments for a function. */
const BYTES_AT_ONCE = 0x8000;

/** Whether the fragment of an address has texts in it. */
export const carriesTexts = (fragment: string): boolean => fragment.startsWith(KEY);

/** The fragment for two texts and how they are read. It begins with `#`; whether it is too long is for the caller to judge. */
export const toFragment = (before: string, after: string, reading?: LinkedReading): Promise<string> =>
  write(VERSION_OF_TEXTS, [before, after], reading);

/** The same for versions. */
export const toFragmentOfVersions = (
  { versions, compared }: LinkedVersions,
  reading?: LinkedReading,
): Promise<string> => write(VERSION_OF_VERSIONS, { versions, compared: [compared.before, compared.after] }, reading);

async function write(version: string, content: unknown, reading: LinkedReading | undefined): Promise<string> {
  // JSON writes half a surrogate pair as an escape, which UTF-8 could not.
  const packed = new Blob([JSON.stringify(content)]).stream().pipeThrough(new CompressionStream(formatOf(version)));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let characters = '';
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
    characters += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
  }
  const texts = btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return `${KEY}${version}.${texts}${reading ? `&${writeReading(reading)}` : ''}`;
}

function writeReading({ view, hide, change, nameBefore, nameAfter }: LinkedReading): string {
  const parameters = new URLSearchParams({ view, hide: hide.join(' ') });
  if (change) parameters.set('change', change);
  if (nameBefore) parameters.set('name-before', nameBefore);
  if (nameAfter) parameters.set('name-after', nameAfter);
  return parameters.toString();
}

/** How the texts of a fragment are read, as far as it says. */
export function readingOf(fragment: string): Partial<LinkedReading> {
  const [, ...rest] = fragment.split('&');
  const parameters = new URLSearchParams(rest.join('&'));
  const [view, hide, change] = ['view', 'hide', 'change'].map((name) => parameters.get(name));
  const [nameBefore, nameAfter] = ['name-before', 'name-after'].map((name) => parameters.get(name));
  return {
    ...(view ? { view } : {}),
    ...(hide == null ? {} : { hide: hide.split(' ') }),
    ...(change ? { change } : {}),
    ...(nameBefore ? { nameBefore } : {}),
    ...(nameAfter ? { nameAfter } : {}),
  };
}

/** The texts of a fragment. It rejects if anything is wrong with the fragment. */
export async function fromFragment(fragment: string): Promise<LinkedTexts> {
  const [, version = '', encoded = ''] = /^(\d+)\.([^&]*)/.exec(fragment.slice(KEY.length)) ?? [];
  const characters = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  const packed = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  const unpacked = await unpack(packed, formatOf(version), MAX_BYTES);
  const content: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(unpacked));
  return version === VERSION_OF_VERSIONS ? versionsIn(content) : textsIn(content);
}

function textsIn(texts: unknown): LinkedTexts {
  if (!Array.isArray(texts) || texts.length !== 2) throw new Error('not two texts');
  const [before, after] = texts as unknown[];
  if (typeof before !== 'string' || typeof after !== 'string') throw new Error('not two texts');
  return { before, after };
}

/** A link may come from anyone: all that is not as it should be is refused. */
function versionsIn(content: unknown): LinkedTexts {
  const { versions: list, compared } = fieldsOf(content);
  if (!Array.isArray(list) || !Array.isArray(compared) || list.length > MAX_VERSIONS) throw new Error('no versions');
  const versions = list.map(versionIn);
  const [at, other] = compared as unknown[];
  const [before, after] = [versions[Number(at)], versions[Number(other)]];
  if (!before || !after) throw new Error('no two versions');
  return { before: before.text, after: after.text, versions, compared: { before: Number(at), after: Number(other) } };
}

function versionIn(value: unknown): KeptVersion {
  const { name, text, date } = fieldsOf(value);
  if (typeof name !== 'string' || typeof text !== 'string') throw new Error('no version');
  return { name, text, ...(typeof date === 'string' && { date }) };
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value ? (value as Record<string, unknown>) : {};

function formatOf(version: string): CompressionFormat {
  const format = FORMATS.get(version);
  if (!format) throw new Error('a link of another version');
  return format;
}

/** Rejects if the bytes are damaged, or become more than `maxBytes`: a short link can hold an endless text. */
export async function unpack(
  packed: Uint8Array<ArrayBuffer>,
  format: CompressionFormat,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > maxBytes) {
      // Nobody waits for the rest, whatever comes of it.
      reader.cancel().catch(() => undefined);
      throw new Error('too many bytes');
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
