// A ZIP archive → the bytes of one file in it, with the platform's own inflater. What an office document needs, no more:
// stored and deflated files, no encryption, no archive over several disks, no ZIP64.
import { Unreadable } from './unreadable.js';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Bytes of the end record, and the longest comment that may follow it. */
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * The table of an archive.
 * @param {Uint8Array} bytes
 * @returns {Map<string, { method: number, locked: boolean, packed: number, offset: number }>} by name
 * @throws {Unreadable} 'damaged'
 */
export function listZip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw new Unreadable('damaged', 'no end of the archive');
  const files = new Map();
  try {
    let at = view.getUint32(end + 16, true);
    for (let n = view.getUint16(end + 10, true); n > 0; n--) {
      if (view.getUint32(at, true) !== ENTRY) throw new RangeError('no entry where one should be');
      const name = view.getUint16(at + 28, true);
      files.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), {
        locked: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      });
      at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) { throw new Unreadable('damaged', error.message); }
  return files;
}

function findEnd(view) {
  const least = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= least; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

/**
 * One file of an archive.
 * @param {Uint8Array} bytes  @param {{ method: number, locked: boolean, packed: number, offset: number }} file
 * @param {number} most bytes that it may unpack to: a small archive can hold an endless file
 * @returns {Promise<Uint8Array>}
 * @throws {Unreadable} 'damaged', 'locked', 'too-large' or 'unsupported'
 */
export async function unzip(bytes, { method, locked, packed, offset }, most) {
  if (locked) throw new Unreadable('locked');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw new Unreadable('damaged', 'no file where one should be');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const body = bytes.subarray(start, start + packed);
  if (body.length < packed) throw new Unreadable('damaged', 'cut short');
  if (method === 0) {
    if (body.length > most) throw new Unreadable('too-large');
    return body;
  }
  if (method !== 8) throw new Unreadable('damaged', `packed in a way that is not known: ${method}`);
  return inflate(body, most);
}

/**
 * Deflated bytes → what they were. @param {Uint8Array} bytes @param {number} most
 * @throws {Unreadable} 'damaged', 'too-large', or 'unsupported' where the browser has no inflater
 */
export async function inflate(bytes, most) {
  if (!globalThis.DecompressionStream) throw new Unreadable('unsupported');
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((error) => { throw new Unreadable('damaged', error.message); });
    if (done) break;
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => {});
      throw new Unreadable('too-large');
    }
    parts.push(value);
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
