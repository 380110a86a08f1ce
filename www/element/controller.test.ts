// The states of the element, without a browser: what a host or a person does -> what is compared and shown.
import { describe, expect, test } from 'vitest';
import { ArticleDiffError } from '../engine/errors.js';
import type { Both } from '../sides.js';
import { VERY_LARGE, currentComparison, initialState, reduce, type Event, type State } from './controller.js';

type S = State<Both<string>>;
type E = Event<Both<string>>;

const run = (state: S, ...events: E[]): S => events.reduce((at, event) => reduce(at, event), state);
const given = (side: 'before' | 'after', text: string): E => ({ type: 'given', side, text });
const written = (side: 'before' | 'after', text: string, how: 'typed' | 'pasted' = 'typed'): E => ({
  type: 'written',
  side,
  text,
  how,
});
const due: E = { type: 'due' };

/** An element that stands in the window. */
const shown = (editable = false): S =>
  run(initialState(), { type: 'editable', on: editable }, { type: 'connected' }, { type: 'seen', visible: true }, due);

/** Answers the job that runs. */
function answered(state: S): S {
  return run(state, { type: 'compared', job: state.job!, result: state.job!.texts });
}

/** An element that shows a result. */
const compared = (): S => answered(run(shown(), given('before', 'one'), given('after', 'two'), due));

describe('a comparison', () => {
  test('is not started before there is a text', () => {
    expect(shown().phase.name).toBe('empty');
    expect(shown().job).toBeNull();
  });

  test('starts once for both texts of a turn', () => {
    const state = run(shown(), given('before', 'one'), given('after', 'two'), due, due);
    expect(state.phase).toEqual({ name: 'comparing', progress: null });
    expect(state.job).toEqual({ number: 1, texts: { before: 'one', after: 'two' }, options: {}, documents: {} });
  });

  test('is done with the answer', () => {
    const state = compared();
    expect(state.phase.name).toBe('done');
    expect(state.job).toBeNull();
    expect(currentComparison(state)).toEqual({ before: 'one', after: 'two' });
  });

  test('needs both texts where a person may write, and one where not', () => {
    expect(run(shown(true), given('before', 'one'), due).phase.name).toBe('editing');
    expect(run(shown(false), given('before', 'one'), due).phase.name).toBe('comparing');
  });

  test('waits until the widget is seen', () => {
    const away = run(
      initialState<Both<string>>(),
      { type: 'connected' },
      given('before', 'one'),
      given('after', 'two'),
      due,
    );
    expect(away.phase.name).toBe('editing');
    expect(away.job).toBeNull();
    expect(run(away, { type: 'seen', visible: true }, due).phase.name).toBe('comparing');
  });

  test('tells its progress only while it runs', () => {
    const progress = { stage: 'align', done: 0.5 };
    const running = run(shown(), given('before', 'one'), due, { type: 'progress', job: 1, progress });
    expect(running.phase).toEqual({ name: 'comparing', progress });
    const stopped = run(running, { type: 'cancel' });
    expect(run(stopped, { type: 'progress', job: 1, progress })).toBe(stopped);
  });

  test('of older texts is shown while the newer ones are compared', () => {
    const first = run(shown(), given('before', 'one'), given('after', 'two'), due);
    const second = run(first, given('after', 'three'), due);
    const late = run(second, { type: 'compared', job: first.job!, result: first.job!.texts });
    expect(late.phase.name).toBe('comparing');
    expect(late.compared).toEqual({ before: 'one', after: 'two' });
    expect(currentComparison(late)).toBeNull();
    expect(answered(late).compared).toEqual({ before: 'one', after: 'three' });
  });

  test('with other options does not count as that of the new ones', () => {
    const first = run(shown(), given('before', 'one'), due);
    const second = run(first, { type: 'options', options: { moves: false } }, due);
    expect(run(second, { type: 'compared', job: first.job!, result: first.job!.texts }).phase.name).toBe('comparing');
  });

  test('is asked for again when the widget comes back to the page', () => {
    const away = run(shown(), given('before', 'one'), due, { type: 'disconnected' });
    expect(away.job).toBeNull();
    expect(away.phase.name).toBe('editing');
    expect(run(away, { type: 'connected' }, { type: 'seen', visible: true }, due).phase.name).toBe('comparing');
  });

  test('that came to its end is kept when the widget is taken out of the page', () => {
    const away = run(compared(), { type: 'disconnected' }, { type: 'connected' }, { type: 'seen', visible: true }, due);
    expect(away.phase.name).toBe('done');
    expect(away.job).toBeNull();
  });
});

describe('a comparison that does not end', () => {
  const error = new ArticleDiffError('no-answer', 'the worker gave no sign of life');

  test('leaves no result of other texts behind when it fails', () => {
    const failed = run(compared(), given('after', 'three'), due, { type: 'failed', job: 2, error });
    expect(failed.phase).toEqual({ name: 'failed', error });
    expect(failed.compared).toBeNull();
    expect(failed.texts).toEqual({ before: 'one', after: 'three' });
  });

  test('leaves the result of the same texts when it fails with other options', () => {
    const failed = run(compared(), { type: 'options', options: { anchor: 2 } }, due, { type: 'failed', job: 2, error });
    expect(failed.compared).toEqual({ before: 'one', after: 'two' });
  });

  test('may be tried again', () => {
    const failed = run(shown(), given('before', 'one'), due, { type: 'failed', job: 1, error });
    expect(run(failed, due)).toBe(failed);
    expect(run(failed, { type: 'retry' }, due).job?.number).toBe(2);
  });

  test('counts for nothing once a newer one runs', () => {
    const second = run(shown(), given('before', 'one'), due, given('before', 'two'), due);
    expect(run(second, { type: 'failed', job: 1, error })).toBe(second);
  });

  test('is stopped, and an answer that comes too late is not taken', () => {
    const running = run(shown(), given('before', 'one'), due);
    const stopped = run(running, { type: 'cancel' });
    expect(stopped.phase.name).toBe('cancelled');
    expect(stopped.job).toBeNull();
    expect(run(stopped, { type: 'compared', job: running.job!, result: running.job!.texts })).toBe(stopped);
    expect(run(stopped, due)).toBe(stopped);
  });

  test('cannot be stopped where none runs', () => {
    const state = compared();
    expect(run(state, { type: 'cancel' })).toBe(state);
  });

  test('is given up when a text goes', () => {
    const state = run(shown(true), given('before', 'one'), given('after', 'two'), due, written('after', ''), due);
    expect(state.phase.name).toBe('editing');
    expect(state.job).toBeNull();
    expect(state.compared).toBeNull();
  });
});

describe('the fields', () => {
  test('stay open while a person types', () => {
    const state = run(shown(true), written('before', 'a'), written('after', 'b'));
    expect(state.editing).toBe(true);
  });

  test('make room once both texts were pasted', () => {
    const state = run(shown(true), written('before', 'one', 'pasted'), written('after', 'two', 'pasted'));
    expect(state.editing).toBe(false);
  });

  test('stay open when something is pasted into a text', () => {
    const state = run(shown(true), written('before', 'one', 'pasted'), written('before', 'one two', 'pasted'));
    expect(state.editing).toBe(true);
  });

  test('close when the host gives a text', () => {
    expect(run(shown(true), written('before', 'a'), given('after', 'b')).editing).toBe(false);
  });

  test('are opened and closed by hand', () => {
    const open = run(compared(), { type: 'edit', open: true });
    expect(open.editing).toBe(true);
    expect(run(open, { type: 'edit', open: false }).editing).toBe(false);
  });
});

describe('texts', () => {
  test('change places', () => {
    const state = run(compared(), { type: 'swap' }, due);
    expect(state.texts).toEqual({ before: 'two', after: 'one' });
    expect(state.phase.name).toBe('comparing');
  });

  test('are cleared, and brought back', () => {
    const empty = run(compared(), { type: 'clear' }, due);
    expect(empty.phase.name).toBe('empty');
    expect(empty.compared).toBeNull();
    expect(empty.cleared).toEqual({ texts: { before: 'one', after: 'two' }, documents: {} });
    const back = run(empty, { type: 'undo-clear' }, due);
    expect(back.texts).toEqual({ before: 'one', after: 'two' });
    expect(back.cleared).toBeNull();
    expect(back.phase.name).toBe('comparing');
  });

  test('that were cleared are forgotten when others come', () => {
    const state = run(compared(), { type: 'clear' }, given('before', 'new'));
    expect(state.cleared).toBeNull();
    expect(run(state, { type: 'undo-clear' })).toBe(state);
  });

  test('that are not there cannot be cleared', () => {
    const state = shown();
    expect(run(state, { type: 'clear' })).toBe(state);
  });

  test('that stay the same change nothing', () => {
    const state = compared();
    expect(run(state, given('before', 'one'), due)).toBe(state);
  });
});

describe('very large texts', () => {
  const large = 'x'.repeat(VERY_LARGE);

  test('are asked about when a person gives them, and compared on a yes', () => {
    const asking = run(shown(true), written('before', large, 'pasted'), written('after', 'x', 'pasted'), due);
    expect(asking.phase.name).toBe('asking');
    expect(asking.job).toBeNull();
    const agreed = run(asking, { type: 'retry' }, due);
    expect(agreed.phase.name).toBe('comparing');
    expect(run(agreed, written('after', 'xy'), due).job?.number).toBe(2);
  });

  test('are asked about again once they were shorter meanwhile', () => {
    const agreed = run(shown(true), written('before', large), written('after', 'x'), due, { type: 'retry' }, due);
    const shorter = run(agreed, written('before', 'x'), due);
    expect(shorter.phase.name).toBe('comparing');
    expect(run(shorter, written('before', large), due).phase.name).toBe('asking');
  });

  test('are compared at once when the host gives them', () => {
    expect(run(shown(), given('before', large), given('after', 'x'), due).phase.name).toBe('comparing');
  });
});

describe('what was taken over', () => {
  const taken = (after: string): E => ({ type: 'taken-over', after });

  test('is compared, and undone step by step', () => {
    const state = run(compared(), taken('three'), taken('four'), due);
    expect(state.job?.texts).toEqual({ before: 'one', after: 'four' });
    const back = run(state, { type: 'undo-taken' });
    expect(back.texts.after).toBe('three');
    const first = run(back, { type: 'undo-taken' });
    expect([first.texts.after, first.taken.length]).toEqual(['two', 0]);
    expect(run(first, { type: 'undo-taken' })).toBe(first);
  });

  test('is not undone once the texts are others', () => {
    const state = run(compared(), taken('three'), given('before', 'new'));
    expect(run(state, { type: 'undo-taken' })).toBe(state);
  });
});
