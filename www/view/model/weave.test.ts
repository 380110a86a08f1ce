// Two stretches and their stops → one sequence.
import { expect, test } from 'vitest';
import type { ChangeStop, MoveStop } from './types.js';
import { weave } from './weave.js';

const base = { id: 'x', quoted: false, furniture: false, facts: [], field: null, item: { before: 0, after: 0 } };

const change = (before: ChangeStop['before'], after: ChangeStop['after']): ChangeStop => ({
  ...base,
  more: [],
  kind: 'change',
  class: 'wording',
  op: 'replace',
  unit: 'word',
  before,
  after,
});

/** The sequence as text: [-cut-], [+new+], [<away<], [>here>]. */
function drawn(before: string, after: string, stops: (ChangeStop | MoveStop)[]): string | null {
  const signs = { same: '', cut: '-', new: '+', away: '<', here: '>' };
  const strands = weave([0, before.length], [0, after.length], stops);
  return (
    strands
      ?.map(({ kind, side, start, end }) => {
        const text = { before, after }[side].slice(start, end);
        return kind === 'same' ? text : `[${signs[kind]}${text}${signs[kind]}]`;
      })
      .join('') ?? null
  );
}

test('what was cut stands before what was added', () => {
  expect(drawn('the old quay', 'the new quay', [change([4, 7], [4, 7])])).toBe('the [-old-][+new+] quay');
});

test('a moved stretch is named where it was and shown where it is', () => {
  const move: MoveStop = {
    ...base,
    kind: 'move',
    class: 'moved',
    op: 'move',
    unit: 'phrase',
    before: [0, 2],
    after: [2, 4],
  };
  expect(drawn('a bc', 'bca ', [move])).toBe('[<a <]bc[>a >]');
});

test('stretches that do not correspond are not woven', () => {
  expect(drawn('abc', 'ab', [])).toBeNull();
});
