// A WebAssembly module's bytes -> its sections, and back.

export const CUSTOM = 0, IMPORTS = 2, EXPORTS = 7, CODE = 10, DATA = 11;
/** What an import or an export is, where it is a function. */
export const FUNCTION = 0;

/** What stands before the first section: what it is, and of which version. */
const HEAD = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** The part of the name section that names functions. */
const FUNCTIONS = 1;

/**
 * @param {Uint8Array} wasm
 * @returns {{ id: number, body: Uint8Array }[]}
 */
export function sections(wasm) {
  const reader = new Reader(wasm, HEAD.length), found = [];
  while (!reader.done) found.push({ id: reader.byte(), body: reader.bytes(reader.number()) });
  return found;
}

/** The module of these sections. @param {{ id: number, body: Uint8Array }[]} sections */
export function assemble(sections) {
  return Buffer.concat([HEAD, ...sections.flatMap(({ id, body }) => [Uint8Array.from([id, ...leb(body.length)]), body])]);
}

/** The bodies of all functions that are not imported, in order. @param {Uint8Array} body that of the code section */
export function functions(body) {
  const reader = new Reader(body);
  return Array.from({ length: reader.number() }, () => reader.bytes(reader.number()));
}

/** How many functions are imported: the others are counted from there. @param {Uint8Array} body that of the import section */
export function imported(body) {
  const reader = new Reader(body), count = reader.number();
  for (let n = 0; n < count; n++) {
    reader.name(), reader.name();
    if (reader.byte() !== FUNCTION) throw new Error('The module imports something that is no function: teach .ci/module.mjs its form.');
    reader.number();
  }
  return count;
}

/** The names of functions, by their index; none where the module has lost them. @param {{ id: number, body: Uint8Array }[]} sections */
export function functionNames(sections) {
  const names = new Map();
  for (const { body } of sections.filter(({ id }) => id === CUSTOM)) {
    const reader = new Reader(body);
    if (reader.name() !== 'name') continue;
    while (!reader.done) {
      const part = reader.byte(), inner = new Reader(reader.bytes(reader.number()));
      if (part === FUNCTIONS) for (let left = inner.number(); left > 0; left--) names.set(inner.number(), inner.name());
    }
  }
  return names;
}

/** Reads one thing after the other from bytes. */
export class Reader {
  constructor(from, at = 0) {
    this.from = from;
    this.at = at;
  }

  get done() { return this.at >= this.from.length; }

  byte() { return this.from[this.at++]; }

  bytes(length) { return this.from.subarray(this.at, this.at += length); }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  name() { return Buffer.from(this.bytes(this.number())).toString(); }
}

/** A number as modules write it: seven bits a byte. @param {number} value */
export function leb(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push(value & 127 | 128);
  return [...bytes, value];
}

/** A name as modules write it. @param {string} name */
export function text(name) {
  return [...leb(name.length), ...Buffer.from(name)];
}
