// A file → its text, by what its bytes are more than by what it is called.
import { decode } from './decode.js';
import { docxToText } from './docx.js';
import { htmlToText } from './html.js';
import { Unreadable } from './unreadable.js';

/** Bytes above which a person is asked before a file is read. */
export const LARGE_FILE = 20_000_000;
/** Bytes above which a file is not read at all: no browser's string can hold much more, and no page stays awake. */
export const LARGEST_FILE = 200_000_000;

/** What the file dialogue offers. */
export const ACCEPT = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.docm,text/plain,text/markdown,text/html,'
  + 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const starts = (bytes, signature) => [...signature].every((letter, i) => bytes[i] === letter.charCodeAt(0));

/** Files known by their first bytes that hold no text which this page could read. */
const KNOWN = [
  ['%PDF', 'pdf'], ['\xd0\xcf\x11\xe0', 'old-word'], ['{\\rtf', 'unknown'], ['\x89PNG', 'binary'], ['GIF8', 'binary'],
  ['\xff\xd8\xff', 'binary'], ['\x1f\x8b', 'binary'], ['\x00asm', 'binary'], ['7z\xbc\xaf', 'binary'], ['Rar!', 'binary'],
];

/**
 * @param {Blob & { name?: string }} file
 * @returns {Promise<string>} never empty
 * @throws {Unreadable}
 */
export async function readFile(file) {
  if (file.size > LARGEST_FILE) throw new Unreadable('too-large');
  let bytes;
  // A folder is handed over as a file that cannot be read, and so is one that was deleted meanwhile.
  try { bytes = new Uint8Array(await file.arrayBuffer()); } catch (error) { throw new Unreadable('gone', error.message); }
  const text = await readBytes(bytes, file.name ?? '', file.type ?? '');
  if (!text.trim()) throw new Unreadable('empty');
  return text;
}

async function readBytes(bytes, name, type) {
  const known = KNOWN.find(([signature]) => starts(bytes, signature));
  if (known) throw new Unreadable(known[1]);
  if (starts(bytes, 'PK')) return docxToText(bytes);
  const markup = /\.x?html?$/i.test(name) || /html/.test(type);
  const { text } = decode(bytes, { markup });
  return markup || /^\s*(?:<!doctype html|<html[\s>])/i.test(text.slice(0, 500)) ? htmlToText(text) : text;
}
