// A part is loaded once; one that could not be loaded is asked for again.
import { expect, test } from 'vitest';
import { ArticleDiffError } from './engine/errors.js';
import { LaterPart, loadBehind } from './load-later.js';

test('a part is loaded once, and is there from then on', async () => {
  let loads = 0;
  const part = new LaterPart(() => Promise.resolve({ n: ++loads }));
  expect(part.loaded).toBeUndefined();
  const [one, other] = await Promise.all([part.load(), part.load()]);
  expect(one).toBe(other);
  expect(part.loaded).toBe(one);
  part.loadWhenIdle();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(loads).toBe(1);
});

test('a part that could not be loaded fails with a code, and is asked for again', async () => {
  let isThere = false;
  const part = new LaterPart(() => (isThere ? Promise.resolve('the part') : Promise.reject(new TypeError('404'))));
  part.loadWhenIdle();
  const failure = await part.load().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ArticleDiffError);
  expect(failure).toMatchObject({ code: 'load-failed', cause: { message: '404' } });
  expect(part.loaded).toBeUndefined();
  isThere = true;
  expect(await part.load()).toBe('the part');
});

test('what is needed first goes before what is loaded while the page is idle, and not before what is asked for', async () => {
  let release = (): void => {};
  loadBehind(new Promise<void>((resolve) => (release = resolve)));
  const loads: string[] = [];
  const partOf = (name: string): LaterPart<number> => new LaterPart(() => Promise.resolve(loads.push(name)));
  const [idle, wanted] = [partOf('idle'), partOf('wanted')];
  for (const part of [idle, wanted]) part.loadWhenIdle();
  await wanted.load();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(loads).toStrictEqual(['wanted']);
  release();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(loads).toStrictEqual(['wanted', 'idle']);
});
