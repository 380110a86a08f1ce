// A ZIP archive → the text of the office document that it is.
import { docxToText } from './docx.js';
import { isOdt, odtToText } from './odt.js';
import type { Work } from './time-slices.js';
import { listZip } from './zip.js';

/** @throws {Unreadable} */
export function* officeToText(bytes: Uint8Array): Work<string> {
  const files = listZip(bytes);
  return yield* isOdt(files) ? odtToText(bytes, files) : docxToText(bytes, files);
}
