// What two states differ in.
import { expect, test } from 'vitest';
import { isEditing, updatesBetween, type Comparison, type ViewState } from './state.js';

const state: ViewState = {
  texts: { before: 'a', after: 'b' },
  done: null,
  view: 'side-by-side',
  hide: ['spacing'],
  editable: true,
  status: { kind: 'idle' },
  editing: false,
  cleared: false,
  taken: 0,
  names: { before: '', after: '' },
  reviewed: new Set(),
  versions: null,
  shortcuts: 'widget',
};
const done = { before: 'a', after: 'b' } as Comparison;

test('a state that only tells of progress changes nothing but the notice', () => {
  const busy = { kind: 'busy', progress: { stage: 'align', done: 0.5 } } as const;
  const now = { ...state, texts: { ...state.texts }, hide: [...state.hide], status: busy };
  expect(updatesBetween(state, now)).toEqual({ onlyStatus: true, comparison: false, filters: false, mode: false });
});

test('a new comparison, other filters and another view are told apart', () => {
  expect(updatesBetween(state, { ...state, done })).toMatchObject({
    onlyStatus: false,
    comparison: true,
    filters: false,
  });
  expect(updatesBetween(state, { ...state, hide: [] })).toMatchObject({
    onlyStatus: false,
    filters: true,
    mode: false,
  });
  expect(updatesBetween(state, { ...state, view: 'inline' })).toMatchObject({ onlyStatus: false, mode: true });
  for (const change of [
    { editable: false },
    { editing: true },
    { cleared: true },
    { texts: { before: 'a', after: '' } },
  ]) {
    expect(updatesBetween(state, { ...state, ...change })).toEqual({
      onlyStatus: false,
      comparison: false,
      filters: false,
      mode: false,
    });
  }
});

test('the first state draws everything that there is', () => {
  expect(updatesBetween(null, state)).toEqual({ onlyStatus: false, comparison: false, filters: true, mode: false });
  expect(updatesBetween(null, { ...state, done })).toMatchObject({ comparison: true, mode: false });
});

test('the fields are open when asked for, and while a text is missing', () => {
  expect(isEditing(state)).toBe(false);
  expect(isEditing({ ...state, editing: true })).toBe(true);
  expect(isEditing({ ...state, texts: { before: 'a', after: '' } })).toBe(true);
  expect(isEditing({ ...state, editable: false, editing: true })).toBe(false);
});
