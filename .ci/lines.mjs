// The line table of a module that was built with one (DWARF 4, section 6.2) -> which source file each stretch of its code is from.

import { CODE, CUSTOM, Reader, sections } from './module.mjs';

/** Standard operations of a line program, by their numbers, and after 0 the extended ones. */
const COPY = 1, ADVANCE = 2, LINE = 3, FILE = 4, COLUMN = 5, NEGATE = 6, BLOCK = 7, CONST_ADD = 8, FIXED = 9, PROLOGUE = 10, EPILOGUE = 11, ISA = 12;
const END = 1, ADDRESS = 2;

/**
 * @param {Uint8Array} wasm
 * @returns {{ code: Uint8Array, stretches: { start: number, end: number, file: string }[] }} in the order of the code section's body,
 *   to whose start the numbers count
 */
export function lines(wasm) {
  const all = sections(wasm);
  const code = all.find(({ id }) => id === CODE).body;
  const table = all.filter(({ id }) => id === CUSTOM).map(({ body }) => new Reader(body)).find((reader) => reader.name() === '.debug_line');
  if (!table) throw new Error('The module has no line table.');
  const stretches = [];
  while (!table.done) unit(new Reader(table.bytes(fixed(table, 4))), stretches);
  // What the linker left out stands at 0 or beyond the end.
  return { code, stretches: stretches.filter(({ start, end }) => start > 0 && start < end && end <= code.length).sort((one, other) => one.start - other.start) };
}

/** One unit: the names of its files, then a program that counts through the code. */
function unit(reader, out) {
  const version = fixed(reader, 2);
  if (version !== 4) throw new Error(`The line table is of version ${version}: teach .ci/lines.mjs to read it.`);
  const behind = fixed(reader, 4), program = reader.at + behind;
  const least = reader.byte();
  reader.bytes(3);   // about the operations in one instruction, about statements, about line numbers: nobody asks
  const lineRange = reader.byte(), first = reader.byte();
  const operands = [0, ...reader.bytes(first - 1)];
  const folders = [''], files = [''];
  for (let name = string(reader); name; name = string(reader)) folders.push(name);
  for (let name = string(reader); name; name = string(reader)) {
    const folder = folders[reader.number()];
    reader.number(), reader.number();
    files.push(folder ? `${folder}/${name}` : name);
  }
  reader.at = program;
  let address = 0, file = 1, row = null;
  const write = (ends) => {
    if (row && address > row.start) out.push({ ...row, end: address });
    row = ends ? null : { start: address, file: files[file] };
  };
  const step = (operation) => { address += Math.floor((operation - first) / lineRange) * least; };
  while (!reader.done) {
    const operation = reader.byte();
    if (operation >= first) { step(operation); write(false); continue; }
    switch (operation) {
      case 0: {
        const length = reader.number(), next = reader.at + length, extended = reader.byte();
        if (extended === ADDRESS) address = fixed(reader, length - 1);
        if (extended === END) { write(true); [address, file] = [0, 1]; }
        reader.at = next;
        break;
      }
      case COPY: write(false); break;
      case ADVANCE: address += reader.number() * least; break;
      case FILE: file = reader.number(); break;
      case CONST_ADD: step(255); break;
      case FIXED: address += fixed(reader, 2); break;
      case LINE: case COLUMN: case ISA: reader.number(); break;
      case NEGATE: case BLOCK: case PROLOGUE: case EPILOGUE: break;
      default: for (let left = operands[operation]; left > 0; left--) reader.number();
    }
  }
}

/** A number of so many bytes, the lowest first. */
function fixed(reader, length) {
  return reader.bytes(length).reduceRight((value, byte) => value * 256 + byte, 0);
}

/** A name up to its zero. */
function string(reader) {
  const end = reader.from.indexOf(0, reader.at);
  const name = Buffer.from(reader.bytes(end - reader.at)).toString();
  reader.at++;
  return name;
}
