// A module with a line table -> what each part of it weighs.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lines } from './lines.mjs';
import { DATA, functions, sections } from './module.mjs';
import { root } from './steps.mjs';

/** Parts that are no room of `src/`. */
const LIBRARY = "Rust's library, where it is called", DOOR = 'wasm-bindgen, js-sys and web-sys', TABLES = 'tables, phrases and words', WORDS = 'src/quantities.txt';

/**
 * What each room of the house weighs. What of Rust's library was built into a function of a room counts as the room's.
 * @param {Uint8Array} wasm
 * @param {(bytes: Uint8Array) => number} compressed
 * @returns {{ part: string, plain: number, alone: number }[]} heaviest first. `alone`: all bytes of the part, compressed by themselves
 */
export function parts(wasm, compressed) {
  const found = new Map();
  const add = (part, bytes) => found.set(part, [...(found.get(part) ?? []), bytes]);
  const { code, stretches } = lines(wasm);
  let next = 0;
  const bodies = functions(code);
  for (const body of bodies) {
    const start = body.byteOffset - code.byteOffset, end = start + body.length;
    while (next < stretches.length && stretches[next].end <= start) next++;
    const inside = [];
    for (; next < stretches.length && stretches[next].start < end; next++) inside.push({ ...stretches[next], room: roomOf(stretches[next].file) });
    // What comes from the library goes to the room that was named last, at a function's start to the one that is named next.
    let room = inside.find(({ room }) => room !== LIBRARY)?.room ?? LIBRARY, from = start;
    for (const stretch of inside) {
      add(room, code.subarray(from, stretch.start));
      if (stretch.room !== LIBRARY) room = stretch.room;
      from = stretch.start;
    }
    add(room, code.subarray(from, end));
  }
  const data = Buffer.from(sections(wasm).find(({ id }) => id === DATA).body);
  const words = readFileSync(join(root, WORDS)).subarray(0, -1), place = data.indexOf(words);
  if (place >= 0) add(WORDS, words);
  add(TABLES, place < 0 ? data : Buffer.concat([data.subarray(0, place), data.subarray(place + words.length)]));
  const all = [...found].map(([part, pieces]) => {
    const bytes = Buffer.concat(pieces);
    return { part, plain: bytes.length, alone: compressed(bytes) };
  });
  const whole = bodies.reduce((sum, body) => sum + body.length, data.length);
  if (all.reduce((sum, { plain }) => sum + plain, 0) !== whole) throw new Error('The parts do not add up to the module.');
  return all.sort((one, other) => other.alone - one.alone);
}

/** What a source file belongs to: `src/align/chain.rs` and `src/align/mod.rs` to `align`, as `src/rows.rs` and `src/rows/late.rs` to `rows`. */
function roomOf(file) {
  if (/\blibrary[\\/](core|alloc|std)\b/.test(file)) return LIBRARY;
  const crate = /([\w-]+)-\d[\w.+-]*[\\/]src[\\/]/.exec(file)?.[1];
  if (crate) return /^(wasm-bindgen|js-sys|web-sys)/.test(crate) ? DOOR : `the crate ${crate}`;
  const room = /^src[\\/](\w+)/.exec(file)?.[1];
  const ours = room !== 'lib' && ['', '.rs'].some((end) => existsSync(join(root, 'src', room + end)));
  return ours ? room : DOOR;
}
