// A module with a line table -> what each part of it weighs.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lines } from './lines.mjs';
import { Reader, sections } from './module.mjs';
import { root } from './steps.mjs';

const DATA = 11;
const LIBRARY = "Rust's library, called", GLUE = 'the door to JavaScript', WORDS = 'src/quantities.txt';

/**
 * What each room of the house weighs. What of Rust's library went into a function of ours is ours; what is called, its own.
 * @param {Uint8Array} wasm
 * @param {(bytes: Uint8Array) => number} compressed
 * @returns {{ part: string, plain: number, brotli: number }[]} heaviest first. `brotli`: what all bytes of the part take when
 *   compressed by themselves, which is a little more than what they take beside the others
 */
export function parts(wasm, compressed) {
  const { code, stretches } = lines(wasm);
  const found = new Map();
  const add = (part, bytes) => found.set(part, [...(found.get(part) ?? []), bytes]);
  let next = 0;
  for (const [start, end] of bodies(code)) {
    while (next < stretches.length && stretches[next].end <= start) next++;
    let from = start, room = null;
    const inside = [];
    for (; next < stretches.length && stretches[next].start < end; next++) inside.push(stretches[next]);
    const own = inside.map(({ file }) => roomOf(file));
    const first = own.find((room) => room !== LIBRARY) ?? LIBRARY;
    for (const [at, { start: begins }] of inside.entries()) {
      add(room ?? first, code.subarray(from, begins));
      if (own[at] !== LIBRARY) room = own[at];
      from = begins;
    }
    add(room ?? first, code.subarray(from, end));
  }
  const data = Buffer.from(sections(wasm).find(({ id }) => id === DATA).body);
  const words = readFileSync(join(root, WORDS)), place = data.indexOf(words.subarray(0, -1));
  if (place < 0) add('tables and phrases', data);
  else {
    add(WORDS, data.subarray(place, place + words.length - 1));
    add('tables and phrases', data.subarray(0, place));
    add('tables and phrases', data.subarray(place + words.length - 1));
  }
  return [...found].map(([part, pieces]) => {
    const bytes = Buffer.concat(pieces);
    return { part, plain: bytes.length, brotli: compressed(bytes) };
  }).sort((one, other) => other.brotli - one.brotli);
}

/** From where to where each function's body stands in the code section. */
function bodies(code) {
  const reader = new Reader(code);
  return Array.from({ length: reader.number() }, () => {
    const length = reader.number(), start = reader.at;
    reader.at += length;
    return [start, reader.at];
  });
}

/** The room that a source file belongs to: `src/align/chain.rs` and `src/align/mod.rs` to `align`. */
function roomOf(file) {
  const own = /(?:^|\/)src\/(?:([\w]+)\/)?([\w]+)\.rs$/.exec(file.replaceAll('\\', '/'));
  if (/registry|rlsf|once_cell|similar|wasm-bindgen|js-sys|web-sys/.test(file) && !/article/.test(file)) {
    const crate = /([\w-]+?)-\d[\w.-]*\/src\//.exec(file)?.[1];
    return !crate || /wasm-bindgen|js-sys|web-sys/.test(crate) ? GLUE : `crate ${crate}`;
  }
  if (!own || /rustc|library\/(core|alloc|std)/.test(file)) return LIBRARY;
  return own[1] ?? own[2];
}
