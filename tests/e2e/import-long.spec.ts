// Long pastes and long files: the page stays awake, tells how far it is, and stops when it is told to.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docx, paragraph, run } from '../unit/word-documents.js';
import { choose, copyRich } from './files.js';
import { expect, test } from './fixtures.js';
import { STALL, TRIES, longTasks } from './long-tasks.js';
import { textsOf } from './widget.js';

// Traces copy the whole page after each step, and that would be measured, too.
test.use({ trace: 'off' });

const folder = mkdtempSync(join(tmpdir(), 'article-diff-long-'));
test.afterAll(() => rmSync(folder, { recursive: true }));

const PARAGRAPHS = 20_000;
const line = (i: number): string => `Paragraph ${i} tells of the weather on the coast that week.`;
const lines = (n: number): string[] => Array.from({ length: n }, (_, i) => line(i));
const html = (n: number): string =>
  lines(n)
    .map((text) => `<p style="color: red">${text}</p>`)
    .join('\n');

test('rich text of a thousand paragraphs is pasted without a stall, and can be undone', async ({
  open,
  browserName,
}) => {
  test.setTimeout(300_000);
  const pasted = lines(1000).join('\n\n');
  let shortest = Infinity;
  for (let tries = 0; shortest > STALL && tries < TRIES; tries++) {
    const page = await open();
    await copyRich(page, '<p>Short.</p>', html(1000));
    await page.click('#text-before');
    await page.keyboard.type('Before. ');
    const { tasks } = await longTasks(page, browserName, async () => {
      await page.keyboard.press('Control+v');
      await page.waitForFunction(() => document.querySelector('article-diff')!.before.length > 1000);
    });
    expect((await textsOf(page)).before).toBe(`Before. ${pasted}`);
    await page.locator('#text-before').press('Control+z');
    expect((await textsOf(page)).before).toBe('Before. ');
    shortest = Math.max(0, ...tasks);
    test.info().annotations.push({ type: 'measured', description: `long tasks ${JSON.stringify(tasks)}` });
  }
  expect(shortest, 'the longest task').toBeLessThanOrEqual(STALL);
});

for (const [name, content] of [
  ['page.html', html(PARAGRAPHS)],
  [
    'novel.docx',
    docx(
      lines(PARAGRAPHS)
        .map((text) => paragraph(run(text)))
        .join(''),
    ),
  ],
] as const) {
  test(`${name} of ${PARAGRAPHS} paragraphs is read without a stall`, async ({ open, browserName }) => {
    test.setTimeout(300_000);
    writeFileSync(join(folder, name), content);
    let shortest = Infinity;
    for (let tries = 0; shortest > STALL && tries < TRIES; tries++) {
      const page = await open();
      const { tasks } = await longTasks(page, browserName, async () => {
        await choose(page, join(folder, name));
        await page.waitForFunction(() => document.querySelector('article-diff')!.before.length > 1000);
      });
      expect((await textsOf(page)).before).toBe(lines(PARAGRAPHS).join('\n\n'));
      shortest = Math.max(0, ...tasks);
      test.info().annotations.push({ type: 'measured', description: `long tasks ${JSON.stringify(tasks)}` });
    }
    expect(shortest, 'the longest task').toBeLessThanOrEqual(STALL);
  });
}

test('reading a long file can be stopped, and nothing is changed by it', async ({ open }) => {
  const page = await open();
  // So much that no machine reads it before the question stands.
  writeFileSync(join(folder, 'library.html'), html(150_000));
  await choose(page, join(folder, 'library.html'));
  const dialog = page.getByRole('dialog', { name: 'Opening library.html…' });
  await dialog.waitFor();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await textsOf(page)).toStrictEqual({ before: '', after: '' });
  writeFileSync(join(folder, 'short.html'), html(3));
  await choose(page, join(folder, 'short.html'));
  await expect.poll(async () => (await textsOf(page)).before).toBe(lines(3).join('\n\n'));
});
