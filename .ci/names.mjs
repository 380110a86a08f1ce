// A module and its glue -> the same with short names between them. What wasm-bindgen imports it names at length and with a hash,
// once in each; nobody else asks for these names, and together they would weigh more than a kilobyte, compressed.

import { EXPORTS, FUNCTION, IMPORTS, Reader, assemble, leb, sections, text } from './module.mjs';
import { Failure } from './steps.mjs';

/** What the module gives to its glue alone. */
const INTERNAL = /^(__|wasm_bindgen__)/;

/**
 * @param {Uint8Array} wasm
 * @param {string} glue JavaScript that holds each import as `name:function`, their module's name in quotation marks, and exports behind a dot
 * @returns {{ wasm: Uint8Array, glue: string }}
 */
export function shorten(wasm, glue) {
  let short = glue, taken = 0;
  const rename = (name, before, behind) => {
    const places = short.split(`${before}${name}${behind}`);
    if (places.length < 2) throw new Failure(`The glue does not hold ${name}.`, 'See what wasm-bindgen writes now.');
    const other = `_${(taken++).toString(36)}`;
    short = places.join(`${before}${other}${behind}`);
    return other;
  };
  const renameUse = (name) => {
    const uses = new RegExp(`\\.${name}\\b`, 'g');
    if (!uses.test(short)) return name;
    const other = `_${(taken++).toString(36)}`;
    short = short.replace(uses, () => `.${other}`);
    return other;
  };
  const modules = new Map();
  const entry = {
    [IMPORTS](reader) {
      const module = reader.name(), name = reader.name();
      if (reader.byte() !== FUNCTION) throw new Failure(`The module imports ${name}, which is no function.`, 'Teach .ci/names.mjs its form.');
      if (!modules.has(module)) modules.set(module, rename(module, '"', '":'));
      return [...text(modules.get(module)), ...text(rename(name, '', ':')), FUNCTION, ...leb(reader.number())];
    },
    [EXPORTS](reader) {
      const name = reader.name();
      return [...text(INTERNAL.test(name) ? renameUse(name) : name), reader.byte(), ...leb(reader.number())];
    },
  };
  const renamed = sections(wasm).map(({ id, body }) => {
    if (!entry[id]) return { id, body };
    const reader = new Reader(body), count = reader.number();
    return { id, body: Uint8Array.from([...leb(count), ...Array.from({ length: count }, () => entry[id](reader)).flat()]) };
  });
  return { wasm: assemble(renamed), glue: short };
}
