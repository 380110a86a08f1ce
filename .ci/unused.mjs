// A module -> the same without what nobody calls: the names of its functions, and the bodies of some of them. js-sys brings some
// forty callbacks for promises along; the linker keeps them because a table holds them, which is half a kilobyte, compressed.

import { CODE, CUSTOM, EXPORTS, FUNCTION, IMPORTS, Reader, assemble, functionNames, functions, imported, leb, sections } from './module.mjs';

/** How callbacks are entered: from JavaScript, which knows those by name that the module exports, and no others. */
const ENTRY = /^wasm_bindgen::convert::closures::.*invoke/;
/** What runs promises as tasks. Nobody here has any; who had would hear of it in the first test. */
const TASKS = /^js_sys::futures::/;

/** A function without locals that does nothing but trap, and its end. */
const TRAP = [0, 0x00, 0x0b];

/** @param {Uint8Array} wasm a module with its name section */
export function withoutUnused(wasm) {
  const all = sections(wasm), names = functionNames(all);
  const body = (id) => all.find((section) => section.id === id).body;
  const first = imported(body(IMPORTS));
  // What wasm-bindgen exports is a shim as a rule, which bears the name of what it calls and more words behind it.
  const exported = [...exports(body(EXPORTS))].map((index) => names.get(index) ?? '');
  const isUnused = (index) => {
    const name = names.get(index) ?? '';
    return (ENTRY.test(name) || TASKS.test(name)) && !exported.some((other) => other.startsWith(name));
  };
  const code = functions(body(CODE)).map((body, at) => isUnused(first + at) ? Uint8Array.from(TRAP) : body);
  const parts = [Uint8Array.from(leb(code.length)), ...code.flatMap((body) => [Uint8Array.from(leb(body.length)), body])];
  return assemble(all.filter(({ id }) => id !== CUSTOM).map(({ id, body }) => ({ id, body: id === CODE ? Buffer.concat(parts) : body })));
}

/** The functions that the module exports, by index. */
function exports(body) {
  const reader = new Reader(body), found = new Set();
  for (let left = reader.number(); left > 0; left--) {
    reader.name();
    const kind = reader.byte(), index = reader.number();
    if (kind === FUNCTION) found.add(index);
  }
  return found;
}
