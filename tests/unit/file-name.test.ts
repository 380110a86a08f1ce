// A headline and a day → the name of a file.

import { expect, test } from 'vitest';
import { fileName, slugOf } from '../../www/export/file-name.js';

test('a file is called after the headline and the day', () => {
  const day = new Date(2026, 4, 5);
  expect(fileName('Islanders vote to move a lighthouse, before the sea does!', day, 'html')).toBe(
    '2026-05-05-islanders-vote-to-move-a-lighthouse-before-the-sea-does.html',
  );
  expect(fileName('../../etc/passwd', day, 'md')).toBe('2026-05-05-etc-passwd.md');
  expect(fileName('“…”', day, 'json'), 'no word').toBe('2026-05-05-article-diff.json');
  expect(slugOf('Die Brücke von Ærø: 2 Jahre später')).toBe('die-brücke-von-ærø-2-jahre-später');
  expect(slugOf('It won’t end here')).toBe('it-wont-end-here');
  expect(slugOf('橋は月曜日に開通した')).toBe('橋は月曜日に開通した');
  expect(slugOf('नया पुल'), 'marks stay on their letters').toBe('नया-पुल');
  expect(slugOf('word '.repeat(50)).length).toBeLessThanOrEqual(60);
  expect(slugOf('x'.repeat(300)).length).toBeLessThanOrEqual(60);
});
