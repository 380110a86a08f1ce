// The tree of an editor → its text with its structure, by the rules by which HTML is read, with the way back to the places in the tree.
import type { Span } from '../engine/types.js';
import type { ReadText } from '../highlight/differences.js';
import { DocumentBuilder } from '../html/builder.js';
import type { Tree } from '../html/tree.js';
import { Reader } from '../html/walk.js';
import { partitionPoint } from '../partition-point.js';

/**
 * @param placeOf the place of the characters from `start` to `end` of a text node
 */
export function readTree<Node, Place>(
  tree: Tree<Node>,
  root: Node,
  placeOf: (node: Node, start: number, end: number) => Place,
): ReadText<Place> {
  const out = new DocumentBuilder<Node>();
  new Reader(tree, out).read(root);
  out.finish();
  const { text, blocks, marks, runs } = out;
  return {
    text,
    structure: { blocks, marks },
    rangesOf([start, end]: Span): Place[] {
      const stretches: { node: Node; start: number; end: number }[] = [];
      for (let i = partitionPoint(runs, ({ at, length }) => at + length <= start); i < runs.length; i++) {
        const { at, length, node, offset } = runs[i]!;
        if (at >= end) break;
        const within = (place: number): number => offset + Math.min(Math.max(place - at, 0), length);
        // Words of one node are one place, with the white space between them.
        const last = stretches.at(-1);
        if (last?.node === node) last.end = within(end);
        else stretches.push({ node, start: within(start), end: within(end) });
      }
      return stretches.map((stretch) => placeOf(stretch.node, stretch.start, stretch.end));
    },
  };
}
