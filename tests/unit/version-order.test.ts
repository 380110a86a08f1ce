// Files of one story stand in the order of their numbers, or of their dates.
import { expect, test } from 'vitest';
import { orderVersions } from '../../www/import/version-order.js';

/** Files, last changed on days one after the other. */
const files = (...names: string[]) => names.map((name, day) => ({ name, lastModified: day }));
const namesOf = (given: readonly { name: string; lastModified: number }[]): [string, ...string[]] => {
  const { files: ordered, by } = orderVersions(given);
  return [by, ...ordered.map(({ name }) => name)];
};

test('names that differ in their numbers alone tell the order, whatever the dates are', () => {
  expect(namesOf(files('v10.docx', 'v2.docx', 'v1.docx'))).toStrictEqual(['names', 'v1.docx', 'v2.docx', 'v10.docx']);
  expect(namesOf(files('story 2026-05-06 09.40.txt', 'Story 2026-05-05 11.15.txt'))).toStrictEqual([
    'names',
    'Story 2026-05-05 11.15.txt',
    'story 2026-05-06 09.40.txt',
  ]);
  expect(namesOf(files('مسودة ١٠.txt', 'مسودة ٩.txt'))).toStrictEqual(['names', 'مسودة ٩.txt', 'مسودة ١٠.txt']);
});

test('of other names the dates tell it, and the names where the dates are the same', () => {
  expect(namesOf(files('draft.txt', 'edited.txt', 'approved.txt'))).toStrictEqual([
    'dates',
    'draft.txt',
    'edited.txt',
    'approved.txt',
  ]);
  const sameDay = files('draft.txt', 'edited.txt', 'approved.txt').map(({ name }) => ({ name, lastModified: 7 }));
  expect(namesOf(sameDay)).toStrictEqual(['names', 'approved.txt', 'draft.txt', 'edited.txt']);
  expect(namesOf([...sameDay, { name: 'final.txt', lastModified: 3 }])).toStrictEqual([
    'dates',
    'final.txt',
    'approved.txt',
    'draft.txt',
    'edited.txt',
  ]);
});
