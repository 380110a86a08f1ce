// As CodeMirror's merge view runs it, chunks and all: the work is limited, and past the limit the answer is crude. It says so of a
// chunk; but a stretch that is longer than 64 times the limit it calls changed altogether, and does not say so.
import { Chunk } from '@codemirror/merge';
import { Text } from '@codemirror/state';
import { VIEW_LIMIT } from '../../quality/peers/codemirror.mjs';

const textOf = (string) => Text.of(string.split(/\r\n|\r|\n/));
export const prepare = async () => {};
export const run = (before, after) => {
  const chunks = Chunk.build(textOf(before), textOf(after), VIEW_LIMIT);
  const whole = 64 * VIEW_LIMIT.scanLimit;
  return { chunks, crude: chunks.some((c) => !c.precise || (c.toA - c.fromA > whole && c.toB - c.fromB > whole)) };
};
