// This project's wasm, called in the bench's own worker as its worker calls it.
import load, * as module from '../../../www/pkg/article_diff.js';
import { decode } from '../../../www/engine/report.ts';

let wasm;
export const prepare = async () => { wasm = await load({ module_or_path: new URL('/pkg/article_diff_bg.wasm', location.href) }); };
export const run = (before, after) => ({ report: decode(module.compare(before, after)), get crude() { return !this.report.precise; } });
/** Bytes of the module's linear memory, which never shrinks: its peak. */
export const memory = () => wasm.memory.buffer.byteLength;
