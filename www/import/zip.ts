// A ZIP archive → the bytes of one file in it. fflate inflates. The table of the archive is read here, because fflate
// tells neither whether a file is locked nor its checksum, and a wrong checksum means a wrong text. What an office
// document needs, no more: stored and deflated files, no archive over several disks, no ZIP64.
import { Inflate } from 'fflate';
import type { Work } from './time-slices.js';
import { Unreadable } from './unreadable.js';

const END_OF_TABLE = 0x06054b50;
const TABLE_ENTRY = 0x02014b50;
const FILE_HEADER = 0x04034b50;
/** Bytes of the record at the end, and the longest comment that may follow it. */
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
/** Bytes that a part of an office document may unpack to: far more than any text, far less than what would stop the page. */
export const MAX_PART = 100_000_000;
/** Bytes that are inflated between two places where the work may rest. */
const CHUNK = 16_384;

const STORED = 0;
const DEFLATED = 8;

export interface ZipEntry {
  readonly method: number;
  /** Whether a password is needed. */
  readonly locked: boolean;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
  readonly packedSize: number;
  readonly offset: number;
}

/**
 * The table of an archive, by name.
 * @throws {Unreadable} 'damaged'
 */
export function listZip(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfTable(view);
  if (end < 0) throw new Unreadable('damaged', 'no end of the archive');
  const files = new Map<string, ZipEntry>();
  try {
    let at = view.getUint32(end + 16, true);
    for (let n = view.getUint16(end + 10, true); n > 0; n--) {
      if (view.getUint32(at, true) !== TABLE_ENTRY) throw new RangeError('no entry where one should be');
      const nameSize = view.getUint16(at + 28, true);
      files.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize)), {
        locked: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        checksum: view.getUint32(at + 16, true),
        packedSize: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      });
      at += 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    throw new Unreadable('damaged', String(error));
  }
  return files;
}

function endOfTable(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) if (view.getUint32(at, true) === END_OF_TABLE) return at;
  return -1;
}

/**
 * One file of an archive.
 * @param maxBytes that it may unpack to: a small archive can hold an endless file
 * @throws {Unreadable} 'damaged', 'locked' or 'too-large'
 */
export function* unzip(bytes: Uint8Array, entry: ZipEntry, maxBytes: number): Work<Uint8Array> {
  if (entry.locked) throw new Unreadable('locked');
  const packed = packedBytes(bytes, entry);
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new Unreadable('damaged', `an unknown way of packing: ${entry.method}`);
  const content = entry.method === STORED ? packed : yield* inflate(packed, maxBytes);
  if (content.length > maxBytes) throw new Unreadable('too-large');
  if (crc32(content) !== entry.checksum) throw new Unreadable('damaged', 'the checksum is another');
  return content;
}

function packedBytes(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== FILE_HEADER)
    throw new Unreadable('damaged', 'no file where one should be');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + packedSize);
  if (packed.length < packedSize) throw new Unreadable('damaged', 'cut short');
  return packed;
}

/**
 * Deflated bytes → what they were. The size is watched while they grow, and is not what the archive says it is.
 * @throws {Unreadable} 'damaged' or 'too-large'
 */
export function* inflate(packed: Uint8Array, maxBytes: number): Work<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflater = new Inflate((part) => {
    size += part.length;
    if (size <= maxBytes) parts.push(part);
  });
  for (let at = 0; at < packed.length || at === 0; at += CHUNK) {
    try {
      inflater.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
    } catch (error) {
      throw new Unreadable('damaged', String(error));
    }
    if (size > maxBytes) throw new Unreadable('too-large');
    yield 0;
  }
  return joined(parts, size);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The remainders of all bytes, as CRC-32 of ISO 3309 has them. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  return remainder;
});

/** The checksum of ZIP archives. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (REMAINDERS[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
