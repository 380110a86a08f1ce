// A PDF → plain text. pdf.js finds the words of its pages in a worker of its own; `pdf-paragraphs.ts` makes lines and paragraphs
// of them. This module and that worker are loaded with the first PDF only.
import { PDFWorker, VerbosityLevel, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { loadFailed } from '../engine/errors.js';
import { type PdfPage, type PdfWords, paragraphsOf } from './pdf-paragraphs.js';
import { startPdfWorker } from './pdf-worker.js';
import type { SliceOptions } from './time-slices.js';
import { Unreadable } from './unreadable.js';

/** UTF-16 units of text that are taken at most: a small file can hold an endless one. */
const MAX_TEXT = 50_000_000;
/** Where the tables lie that say which letters the codes of fonts mean, for Chinese, Japanese and Korean mostly. */
const TABLES = 'cmaps/';

/** @throws {Unreadable} and the signal's reason, where it is aborted meanwhile */
export async function pdfToText(bytes: Uint8Array, options: SliceOptions): Promise<string> {
  const port = startPdfWorker();
  const verbosity = VerbosityLevel.ERRORS;
  const worker = port && PDFWorker.create({ port, verbosity });
  const tables = new CodeTables();
  const task = getDocument({
    // The worker takes the bytes for itself.
    data: bytes,
    ...(worker && { worker }),
    BinaryDataFactory: tables.factory,
    cMapUrl: TABLES,
    useWorkerFetch: false,
    // Nothing is drawn, so no fonts, no pictures and no code that is made of text.
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    verbosity,
  });
  const stop = (): void => void task.destroy();
  options.signal?.addEventListener('abort', stop);
  try {
    const pages = await readPages(await task.promise, options);
    if (tables.failure) throw loadFailed(tables.failure);
    const text = paragraphsOf(pages);
    if (!text) throw new Unreadable('pdf-pictures');
    return text;
  } catch (error) {
    options.signal?.throwIfAborted();
    throw asUnreadable(error);
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await task.destroy();
    port?.terminate();
  }
}

async function readPages(document: PDFDocumentProxy, { signal, onProgress }: SliceOptions): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  let length = 0;
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const { height } = page.getViewport({ scale: 1 });
    const words = items.flatMap((item): PdfWords[] => ('str' in item ? [item] : []));
    length += words.reduce((sum, { str }) => sum + str.length, 0);
    if (length > MAX_TEXT) throw new Unreadable('too-large');
    pages.push({ words, height });
    page.cleanup();
    signal?.throwIfAborted();
    onProgress?.(n / document.numPages);
  }
  return pages;
}

/** Fetches the tables that pdf.js asks for, from beside the page. */
class CodeTables {
  /** Why one could not be had: without it, words would be missing. */
  failure: unknown = null;

  get factory() {
    const fetchTable = async ({ filename }: { filename: string }): Promise<Uint8Array> => {
      try {
        const answer = await fetch(new URL(TABLES + filename, document.baseURI));
        if (!answer.ok) throw new TypeError(`${filename}: ${answer.status}`);
        return new Uint8Array(await answer.arrayBuffer());
      } catch (error) {
        this.failure ??= error;
        throw error;
      }
    };
    return class {
      /** pdf.js asks for fonts and decoders of pictures, too, which no text needs. */
      fetch(wanted: { kind: string; filename: string }): Promise<Uint8Array> {
        return wanted.kind === 'cMapUrl' ? fetchTable(wanted) : Promise.reject(new TypeError('not needed for text'));
      }
    };
  }
}

function asUnreadable(error: unknown): unknown {
  const { name } = error as Partial<Error>;
  if (name === 'PasswordException') return new Unreadable('locked');
  // What pdf.js calls its faults; each of them is about the file.
  if (/^(?:InvalidPDF|Format|MissingPDF|ResponseException|UnknownError|Abort)/.test(name ?? ''))
    return new Unreadable('damaged', String(error));
  return error;
}
