// A list of nodes that is there and a list that is wanted → the fewest changes to the DOM. The browser lays out, and a
// screen reader announces, only what was touched.

/**
 * Makes `nodes` the children of a box, in their order. Nodes that are in their place already are
 * not touched.
 */
export function placeChildren(box: Node, nodes: readonly ChildNode[]): void {
  let at = box.firstChild;
  let inPlace = 0;
  for (; inPlace < nodes.length && nodes[inPlace] === at; inPlace++) at = at?.nextSibling ?? null;
  if (inPlace === nodes.length && !at) return;
  const rest = nodes.slice(inPlace);
  const wanted = new Set<Node>(rest);
  for (let node = at; node;) {
    const next = node.nextSibling;
    if (!wanted.has(node)) node.remove();
    node = next;
  }
  at = inPlace ? (nodes[inPlace - 1]?.nextSibling ?? null) : box.firstChild;
  for (const node of rest) {
    if (node === at) at = at.nextSibling;
    else box.insertBefore(node, at);
  }
}

/** How values become nodes. */
export interface Drawing<Value, N extends ChildNode> {
  /** Whether two values look the same, so that the node of one can stay for the other. */
  same: (one: Value, other: Value) => boolean;
  make: (value: Value) => N;
  /** Makes the node of one value into that of another. False where that cannot be done: then a new node is made. */
  update: (node: N, was: Value, now: Value) => boolean;
}

/** A value and the node that shows it. */
export interface Drawn<Value, N extends ChildNode> {
  value: Value;
  node: N;
}

/**
 * Shows `values` in a box that shows `was`. What both lists have in common at their ends stays; between, each node is
 * updated for the value at its place, or replaced.
 */
export function reconcile<Value, N extends ChildNode>(
  box: Node,
  was: readonly Drawn<Value, N>[],
  values: readonly Value[],
  drawing: Drawing<Value, N>,
): Drawn<Value, N>[] {
  const shortest = Math.min(was.length, values.length);
  const sameAt = (i: number, j: number) => {
    const drawn = was[i];
    const value = values[j];
    return drawn !== undefined && value !== undefined && drawing.same(drawn.value, value);
  };
  let head = 0;
  let tail = 0;
  while (head < shortest && sameAt(head, head)) head++;
  while (tail < shortest - head && sameAt(was.length - 1 - tail, values.length - 1 - tail)) tail++;
  const replaced = was.slice(head, was.length - tail);
  const middle = values.slice(head, values.length - tail).map((value, i) => {
    const drawn = replaced[i];
    if (drawn && drawing.update(drawn.node, drawn.value, value)) return { value, node: drawn.node };
    return { value, node: drawing.make(value) };
  });
  const now = [...was.slice(0, head), ...middle, ...(tail ? was.slice(-tail) : [])];
  placeChildren(
    box,
    now.map(({ node }) => node),
  );
  return now;
}

/** Nodes that can be used again, by a key that says all about their looks. */
export class NodePool<N> {
  readonly #nodes = new Map<string, N[]>();

  add(key: string, node: N): void {
    const same = this.#nodes.get(key);
    if (same) same.push(node);
    else this.#nodes.set(key, [node]);
  }

  /** Takes the first node that was added with a key. */
  take(key: string): N | undefined {
    return this.#nodes.get(key)?.shift();
  }
}

/** Whether two plain values (objects, arrays and primitives) are equal in all their parts. */
export function equal(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && equal(Reflect.get(one, name), Reflect.get(other, name)))
  );
}
