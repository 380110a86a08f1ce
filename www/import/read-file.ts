// A file → its text, by what its bytes are more than by what it is called.
import { LaterPart } from '../load-later.js';
import { htmlToText } from './html.js';
import { officeToText } from './office.js';
import { isRtf, rtfToText } from './rtf.js';
import { type DecodedText, decode } from './text-encoding.js';
import { type SliceOptions, runInSlices } from './time-slices.js';
import { Unreadable, type UnreadableCode } from './unreadable.js';

/** Bytes above which a person is asked before a file is read. */
export const LARGE_FILE = 20_000_000;
/** Bytes above which a file is not read at all: no browser's string can hold much more, and no page stays awake. */
export const MAX_FILE = 200_000_000;

/** Files known by their first bytes that hold no text which this page could read. */
const SIGNATURES: readonly (readonly [string, UnreadableCode])[] = [
  ['\xd0\xcf\x11\xe0', 'old-word'],
  ['\x89PNG', 'binary'],
  ['GIF8', 'binary'],
  ['\xff\xd8\xff', 'binary'],
  ['\x1f\x8b', 'binary'],
  ['\x00asm', 'binary'],
  ['7z\xbc\xaf', 'binary'],
  ['Rar!', 'binary'],
];

/** How the bytes of a text file were read. */
export type Decoding = Omit<DecodedText, 'text'>;

export interface FileText {
  readonly name: string;
  /** Never empty. */
  readonly text: string;
  /** null where the kind of file leaves no doubt: documents of office programs, PDF. */
  readonly decoding: Decoding | null;
}

export interface ReadOptions extends SliceOptions {
  /** The encoding that a person chose. */
  readonly encoding?: string | undefined;
}

/** @throws {Unreadable} and the signal's reason, where it is aborted meanwhile */
export async function readFile(file: File, options: ReadOptions = {}): Promise<FileText> {
  if (file.size > MAX_FILE) throw new Unreadable('too-large');
  const bytes = await bytesOf(file);
  options.signal?.throwIfAborted();
  const result = await readBytes(bytes, file, options);
  if (!result.text.trim()) throw new Unreadable('empty');
  return result;
}

/** A folder is handed over as a file that cannot be read, and so is one that was deleted meanwhile. */
async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new Unreadable('gone', String(error));
  }
}

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  [...signature].every((letter, i) => bytes[i] === letter.charCodeAt(0));

/** Loaded with the first PDF: what reads it is larger than all the rest of the page. */
const pdf = new LaterPart(() => import('./pdf.js'));

/** The text of a document whose first bytes tell its kind; null for a file of text. */
async function documentText(bytes: Uint8Array, options: SliceOptions): Promise<string | null> {
  if (startsWith(bytes, 'PK')) return runInSlices(officeToText(bytes), options);
  if (isRtf(bytes)) return runInSlices(rtfToText(bytes), options);
  if (isPdf(bytes)) return (await pdf.load()).pdfToText(bytes, options);
  return null;
}

/** Programs take a PDF for one if it says so somewhere in its first kilobyte; before that stand blanks or a byte order mark at most. */
const isPdf = (bytes: Uint8Array): boolean => /^[^!-~]{0,1024}%PDF-/.test(decoder.decode(bytes.subarray(0, 1032)));
const decoder = new TextDecoder('latin1');

async function readBytes(bytes: Uint8Array, { name, type }: File, options: ReadOptions): Promise<FileText> {
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (known) throw new Unreadable(known[1]);
  const document = await documentText(bytes, options);
  if (document !== null) return { name, text: document, decoding: null };
  const markup = /\.x?html?$/i.test(name) || type.includes('html');
  const { text, ...decoding } = decode(bytes, { markup, encoding: options.encoding });
  const isPage = markup || /^\s*(?:<!doctype html|<html[\s>])/i.test(text.slice(0, 500));
  return { name, text: isPage ? await runInSlices(htmlToText(text), options) : text, decoding };
}
