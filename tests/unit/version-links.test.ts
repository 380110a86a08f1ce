// Versions of a story in a link: what comes back out of it, and what is refused.
import { expect, test } from 'vitest';
import { fromFragment, toFragmentOfVersions } from '../../www/export/link.js';

test('a link brings versions back, and those that are none are refused', async () => {
  const versions = [
    { name: 'Agency', text: 'One \ud800.', date: '2026-01-02T03:04:05.000Z' },
    { name: '', text: '' },
    { name: 'Ours', text: 'Three.' },
  ];
  const fragment = await toFragmentOfVersions({ versions, compared: { before: 2, after: 0 } });
  expect(fragment, 'safe in a link').toMatch(/^#texts=3\.[\w-]*$/);
  expect(await fromFragment(fragment)).toStrictEqual({
    before: 'Three.',
    after: 'One \ud800.',
    versions,
    compared: { before: 2, after: 0 },
  });
  for (const [list, before, after] of [
    [versions, 0, 3],
    [versions, -1, 1],
    [[], 0, 1],
    [[{ name: 'no text' }, ...versions], 1, 2],
    [[null, ...versions], 1, 2],
    [Array.from({ length: 21 }, () => versions[0]), 0, 1],
  ] as const) {
    const bad = await toFragmentOfVersions({ versions: list as never, compared: { before, after } });
    await expect(fromFragment(bad), bad).rejects.toThrow(/version/);
  }
});
