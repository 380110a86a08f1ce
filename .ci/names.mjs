// A module and its glue -> the same with short names between them. What wasm-bindgen imports it names at length and with a hash,
// once in each; nobody else asks for these names, and together they would weigh more than a kilobyte, compressed.

import { Failure } from './steps.mjs';

const IMPORTS = 2, EXPORTS = 7, FUNCTION = 0;

/** What the module gives to its glue alone. */
const INTERNAL = /^(__|wasm_bindgen__)/;

/**
 * @param {Uint8Array} wasm
 * @param {string} glue JavaScript that holds each import as `name:function`, their module's name in quotation marks, and exports behind a dot
 * @returns {{ wasm: Uint8Array, glue: string }}
 */
export function shorten(wasm, glue) {
  const sections = [];
  const reader = new Reader(wasm, 8);
  let short = glue, taken = 0;
  const rename = (name, before, behind) => {
    const places = short.split(`${before}${name}${behind}`);
    if (places.length < 2) throw new Failure(`The glue does not hold ${name}.`, 'See what wasm-bindgen writes now.');
    const other = `_${(taken++).toString(36)}`;
    short = places.join(`${before}${other}${behind}`);
    return other;
  };
  const rewrite = {
    [IMPORTS]() {
      const modules = new Map();
      return entries(() => {
        const module = reader.name(), name = reader.name();
        if (reader.byte() !== FUNCTION) throw new Failure(`The module imports ${name}, which is no function.`, 'Teach .ci/names.mjs its form.');
        if (!modules.has(module)) modules.set(module, rename(module, '"', '":'));
        return [...text(modules.get(module)), ...text(rename(name, '', ':')), FUNCTION, ...leb(reader.number())];
      });
    },
    [EXPORTS]() {
      return entries(() => {
        const name = reader.name();
        return [...text(INTERNAL.test(name) ? renameUse(name) : name), reader.byte(), ...leb(reader.number())];
      });
    },
  };
  const renameUse = (name) => {
    const uses = new RegExp(`\\.${name}\\b`, 'g');
    if (!uses.test(short)) return name;
    const other = `_${(taken++).toString(36)}`;
    short = short.replace(uses, () => `.${other}`);
    return other;
  };
  const entries = (entry) => {
    const count = reader.number();
    return [...leb(count), ...Array.from({ length: count }, entry).flat()];
  };
  while (reader.at < wasm.length) {
    const start = reader.at, id = reader.byte(), end = reader.number() + reader.at;
    if (rewrite[id]) {
      const body = rewrite[id]();
      sections.push(Uint8Array.from([id, ...leb(body.length), ...body]));
    } else sections.push(wasm.subarray(start, end));
    reader.at = end;
  }
  return { wasm: Buffer.concat([wasm.subarray(0, 8), ...sections]), glue: short };
}

/** Reads the parts of a module from its bytes. */
class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() { return this.bytes[this.at++]; }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  name() {
    const length = this.number();
    this.at += length;
    return Buffer.from(this.bytes.subarray(this.at - length, this.at)).toString();
  }
}

/** A number as modules write it: seven bits a byte. @param {number} value */
function leb(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push(value & 127 | 128);
  return [...bytes, value];
}

/** @param {string} name */
function text(name) {
  return [...leb(name.length), ...Buffer.from(name)];
}
