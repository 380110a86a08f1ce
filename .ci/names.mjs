// A module and its glue -> the same with short names between them. What wasm-bindgen imports it names at length and with a hash,
// once in each; nobody else asks for these names, and together they would weigh more than a kilobyte, compressed.

import { Failure } from './steps.mjs';

const IMPORTS = 2, FUNCTION = 0;

/**
 * @param {Uint8Array} wasm
 * @param {string} glue JavaScript that holds each import as `name:function` and the name of their module in quotation marks
 * @returns {{ wasm: Uint8Array, glue: string }}
 */
export function shorten(wasm, glue) {
  const sections = [];
  const reader = new Reader(wasm, 8);
  let short = glue;
  while (reader.at < wasm.length) {
    const start = reader.at, id = reader.byte(), end = reader.number() + reader.at;
    if (id !== IMPORTS) {
      reader.at = end;
      sections.push(wasm.subarray(start, end));
      continue;
    }
    const names = new Map();
    const entries = Array.from({ length: reader.number() }, () => {
      const module = reader.name(), name = reader.name();
      if (reader.byte() !== FUNCTION) throw new Failure(`The module imports ${name}, which is no function.`, 'Teach .ci/names.mjs its form.');
      names.set(module, '"_"').set(name, `_${names.size.toString(36)}`);
      return [...text('_'), ...text(names.get(name)), FUNCTION, ...leb(reader.number())];
    });
    const body = [...leb(entries.length), ...entries.flat()];
    sections.push(Uint8Array.from([IMPORTS, ...leb(body.length), ...body]));
    for (const [name, other] of names) {
      const places = name.startsWith('./') ? `"${name}":` : `${name}:`;
      if (short.split(places).length !== 2) throw new Failure(`The glue does not hold ${name} once.`, 'See what wasm-bindgen writes now.');
      short = short.replace(places, () => `${other}:`);
    }
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
