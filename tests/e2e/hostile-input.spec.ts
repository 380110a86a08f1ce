// Input that is meant to harm: nothing of it runs, asks for anything or stays unseen; both texts stay, and the next comparison
// works. The inputs are in tests/hostile/inputs.ts; one page takes them one after the other, as a reader's does.
import { deflateSync } from 'node:zlib';
import { CONTROLS, FILE_NAMES, FRAGMENTS, LINKED, MARKUP, MESSAGES, TEXTS, VALUES } from '../hostile/inputs.js';
import type { Both } from '../../www/sides.js';
import { type WatchedPage, expect, test as base } from './fixtures.js';
import { give, textsOf } from './widget.js';
import { Watch } from './watch.js';

/** One page for all tests of a browser. */
const test = base.extend<object, { shared: WatchedPage }>({
  shared: [
    async ({ browser, browserName }, use, { project }) => {
      const emulated = browserName === 'firefox' ? { colorScheme: null, reducedMotion: null } : {};
      const context = await browser.newContext({ locale: 'en-US', ...emulated });
      const opened = await context.newPage();
      const page = Object.assign(opened, { watch: new Watch(opened) });
      await page.goto(project.use.baseURL!);
      await page.watch.loaded();
      await use(page);
      await context.close();
    },
    { scope: 'worker' },
  ],
});

const brief = (value: unknown): string => JSON.stringify(value).slice(0, 60);

let comparisons = 0;
/** Texts that were never compared before. */
const freshPair = (): Both<string> => ({
  before: 'The tide turned at 0.',
  after: `The tide turned at ${++comparisons}.`,
});

test.describe.configure({ timeout: 30_000 });

/** What must hold whatever came in. */
test.afterEach(async ({ shared }) => {
  expect(await shared.evaluate(() => 'hacked' in globalThis || 'hacked' in Object.prototype)).toBe(false);
  expect(await shared.locator('article-diff :is(script, iframe, object, img, form, style, link)').count()).toBe(0);
  await give(shared, freshPair());
  expect((await shared.locator('article-diff .sheet .m').allTextContents()).join()).toBe(`0,${comparisons}`);
  shared.watch.expectQuiet();
});

TEXTS.forEach((text, i) => {
  test(`text ${i}: ${brief(text)}`, async ({ shared }) => {
    const texts = { before: `Before.\n\n${text}`, after: `After.\n\n${text}` };
    await give(shared, texts);
    expect(await textsOf(shared)).toStrictEqual(texts);
    for (const view of ['inline', 'changes', 'side-by-side'] as const) {
      await shared.evaluate((name) => {
        document.querySelector('article-diff')!.view = name;
      }, view);
    }
  });
});

MARKUP.forEach(([markup, text], i) => {
  test(`markup ${i}: ${brief(markup)}`, async ({ shared }) => {
    await shared.evaluate(() => document.querySelector('article-diff')!.clear());
    await shared.locator('#text-before').evaluate((field, html) => {
      (field as HTMLTextAreaElement).focus();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', 'plain');
      const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', { value: clipboardData });
      field.dispatchEvent(event);
    }, markup);
    await expect.poll(async () => (await textsOf(shared)).before).toBe(text);
  });
});

FILE_NAMES.forEach((name, i) => {
  test(`file name ${i}: ${brief(name)}`, async ({ shared }) => {
    await shared.evaluate((fileName) => {
      document.querySelector('article-diff')!.clear();
      const carried = new DataTransfer();
      carried.items.add(new File(['The words of a file.'], fileName));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const options = { dataTransfer: carried, bubbles: true, composed: true, cancelable: true };
        document.body.dispatchEvent(new DragEvent(type, options));
      }
    }, name);
    await expect.poll(() => shared.locator('#said').textContent()).toBe(`Opened ${name} as Before.`);
    expect(await shared.locator('#said *').count()).toBe(0);
    expect((await textsOf(shared)).before).toBe('The words of a file.');
  });
});

/** Goes to another fragment of the page's address, and tells what is said of it. */
async function follow(page: WatchedPage, fragment: string, sentence: RegExp | null): Promise<void> {
  const pair = freshPair();
  await give(page, pair);
  await page.evaluate((hash) => {
    document.querySelector('#warned')!.textContent = '';
    location.hash = hash;
  }, fragment);
  if (sentence) await expect(page.locator('#warned')).toHaveText(sentence);
  else await expect(page.locator('#warned')).toHaveText('');
  expect(await textsOf(page)).toStrictEqual(pair);
  await page.evaluate(() => history.replaceState(null, '', location.pathname));
}

FRAGMENTS.forEach(([fragment, sentence], i) => {
  test(`fragment ${i}: ${brief(fragment)}`, ({ shared }) => follow(shared, fragment, sentence));
});

LINKED.forEach((json, i) => {
  test(`link ${i}: ${brief(json)}`, ({ shared }) =>
    follow(shared, `#texts=2.${deflateSync(json).toString('base64url')}`, /incomplete or damaged/));
});

MESSAGES.forEach((message, i) => {
  test(`message ${i}: ${brief(message)}`, async ({ shared }) => {
    const pair = freshPair();
    await give(shared, pair);
    await shared.evaluate((data) => {
      postMessage(data, '*');
    }, message);
    await shared.waitForTimeout(50);
    expect(await textsOf(shared)).toStrictEqual(pair);
  });
});

VALUES.forEach((make, i) => {
  test(`value ${i}: ${String(make).replaceAll(/\s+/g, ' ').slice(0, 60)}`, async ({ shared }) => {
    const made = await shared.evaluateHandle(make);
    const complaints = await made.evaluate(
      ({ value }, properties) => {
        const widget = document.querySelector('article-diff')!;
        const thrown: string[] = [];
        for (const property of properties) {
          try {
            Reflect.set(widget, property, value);
          } catch (error) {
            thrown.push(`${property}: ${String(error)}`);
          }
        }
        Object.assign(widget, { options: {}, view: 'side-by-side', preset: 'everything', editable: true, theme: null });
        return thrown;
      },
      ['before', 'after', 'options', 'view', 'hide', 'preset', 'editable', 'theme'],
    );
    // What throws is the value itself, or the platform, which can make no text of it: never a fault of ours.
    for (const complaint of complaints) expect(complaint).toMatch(/mine|convert|primitive|Symbol/);
  });
});

CONTROLS.forEach(([text, names], i) => {
  test(`control of direction ${i}: ${brief(text)}`, async ({ shared }) => {
    await give(shared, { before: 'He paid 2,000 pounds.', after: text });
    const shown = shared.locator('article-diff .cell.after .control');
    await expect(shown.first()).toBeVisible();
    expect(await shown.evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).dataset.name))).toStrictEqual(
      names,
    );
    // The control itself takes no room; its name does.
    expect(await shown.first().evaluate((node) => node.getBoundingClientRect().width)).toBeGreaterThan(10);
    expect(await shared.locator('article-diff .cell.after .block').last().textContent()).toBe(text);
  });
});
