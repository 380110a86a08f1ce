// Starts the worker that reads PDF, Mozilla's pdf.js.
import address from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker&url';
import { pdfWorkerAddress } from '../page-policy.js';

/** @returns null where there are no workers, as in Node: there pdf.js helps itself */
export const startPdfWorker = (): Worker | null =>
  typeof Worker === 'undefined' ? null : new Worker(pdfWorkerAddress(address));
