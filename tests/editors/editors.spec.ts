// Marks in the editors that newsrooms have: at the right words of a long story, following what is typed, and without a trace in what
// the editor saves, in its history, and in the page once they are gone.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { preview, type PreviewServer } from 'vite';
import type { EditorMarks } from '../../www/editors/editor-marks.js';
import { headers, policy } from '../../www/policy.js';

/** What a page of one editor offers. */
interface Host {
  root: () => HTMLElement;
  saved: () => string;
  canUndo: () => boolean;
  /** How often the editor said that its data changed. */
  dataChanges?: () => number;
  /** Opens the story anew, in another state. */
  reopen?: () => void;
  /** Takes the editor away, where it knows how. */
  end?: () => unknown;
  marks: EditorMarks;
}

declare global {
  var host: Host;
  var mark: () => Promise<void>;
}

interface Editor {
  /** The name of its page. */
  name: string;
  /** The strict policy of this project, as far as the editor lets it. */
  policy: string;
}

const INLINE = "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";

/** The strict policy without some of its rules. */
const without = (...rules: string[]): string =>
  policy
    .split('; ')
    .filter((rule) => !rules.includes(rule.split(' ')[0]!))
    .join('; ');

const EDITORS: Editor[] = [
  // The page hands its story to the platform's parser, by a policy of its own.
  { name: 'prosemirror', policy: `${policy} host` },
  // It hands HTML to DOMParser as a string.
  { name: 'tiptap', policy: without('require-trusted-types-for', 'trusted-types') },
  { name: 'lexical', policy: `${policy} host` },
  { name: 'quill', policy: without('require-trusted-types-for', 'trusted-types') },
  // They write styles and icons into the page.
  {
    name: 'ckeditor',
    policy: `${without('require-trusted-types-for', 'trusted-types', 'style-src', 'img-src')}; ${INLINE}`,
  },
  {
    name: 'tinymce',
    policy: `${without('require-trusted-types-for', 'trusted-types', 'style-src', 'img-src')}; ${INLINE}`,
  },
];

const servers: PreviewServer[] = [];
test.afterAll(() => Promise.all(servers.map((server) => server.close())));

async function serve(allowed: string): Promise<string> {
  const server = await preview({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'silent',
    preview: { port: 0, headers: { ...headers, 'Content-Security-Policy': allowed } },
  });
  servers.push(server);
  return server.resolvedUrls!.local[0]!;
}

/** The frame in which the text is. */
async function frameOf(page: Page): Promise<Frame> {
  const root = await page.evaluateHandle(() => host.root());
  return (await root.asElement()!.ownerFrame())!;
}

/** What is marked, by name, in the order of the text. */
const marked = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(() => {
    const root = host.root();
    const found: Record<string, string[]> = {};
    const inRoot = [...root.querySelectorAll('[class*="article-diff-"]')];
    for (const element of inRoot)
      for (const name of element.classList)
        if (name.startsWith('article-diff-')) (found[name.slice(13)] ??= []).push(element.textContent);
    const { CSS } = root.ownerDocument.defaultView as Window & typeof globalThis;
    for (const [name, ranges] of CSS.highlights) {
      const sorted = ([...ranges] as Range[]).sort((one, other) =>
        one.compareBoundaryPoints(Range.START_TO_START, other),
      );
      found[name.slice(13)] = sorted.map(String);
    }
    return found;
  });

const saved = (page: Page): Promise<string> => page.evaluate(() => host.saved());

/** What is left in the page of marks: their elements, sheets and highlights; and the editor as it is drawn. */
const traces = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const root = host.root();
    const { CSS } = root.ownerDocument.defaultView as Window & typeof globalThis;
    return {
      drawn: new XMLSerializer().serializeToString(root),
      sheets: [document, root.ownerDocument].map(({ adoptedStyleSheets }) => adoptedStyleSheets.length),
      highlights: CSS.highlights.size,
    };
  });

for (const editor of EDITORS) {
  test.describe(editor.name, () => {
    let address: string;
    let complaints: string[];
    test.beforeAll(async () => {
      address = `${await serve(editor.policy)}?${editor.name}`;
    });
    test.beforeEach(async ({ page }) => {
      complaints = [];
      await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    });
    test.afterEach(() => expect(complaints).toStrictEqual([]));

    const open = async (page: Page, plain = false): Promise<void> => {
      await page.goto(plain ? `${address}&plain` : address);
      await expect(page.locator('output')).toHaveText('ready', { timeout: 30_000 });
    };

    /** Types at the end of a paragraph, as a person does. */
    const type = async (page: Page, paragraph: string, words: string): Promise<void> => {
      const frame = await frameOf(page);
      await frame.getByText(paragraph).first().click();
      await page.keyboard.press('End');
      await page.keyboard.type(words);
    };

    test('marks the words that differ, in a long story that the worker compares', async ({ page }) => {
      const worker = page.waitForEvent('worker');
      await open(page);
      await worker;
      expect(await marked(page)).toStrictEqual({
        now: ['3,000', '31'],
        fact: ['3,000', '31'],
        new: ['Nobody had asked for the new lamps.'],
        place: ['.', '“'],
        format: ['in the library'],
      });
      const told = await page.evaluate(() =>
        host.marks.differences.map(({ kind, before, after }) => [kind, before, after]),
      );
      expect(told).toStrictEqual([
        ['number', '2,000', '3,000'],
        ['cut', 'The band played until the rain came.', ''],
        ['links', 'in the library', 'in the library'],
        ['added', '', 'Nobody had asked for the new lamps.'],
        ['number', '13', '31'],
      ]);
      await page.evaluate(() => host.marks.hide([]));
      expect((await marked(page)).format).toStrictEqual(['What was said', 'in the library']);
    });

    test('the marks follow what is typed, and undo is that of the editor', async ({ page }) => {
      await open(page);
      const before = await saved(page);
      expect(await page.evaluate(() => host.canUndo())).toBe(false);
      expect(await page.evaluate(() => host.dataChanges?.() ?? 0)).toBe(0);
      await type(page, 'Mayor Kari Olsen', ' Nobody slept.');
      await expect.poll(async () => (await marked(page)).new).toContain('Nobody slept.');
      const typed = await saved(page);
      // Quill writes all blanks as &nbsp;.
      const blanks = (html: string): string => html.replaceAll('&nbsp;', ' ');
      expect(blanks(typed)).toBe(blanks(before).replace('cut the ribbon.', 'cut the ribbon. Nobody slept.'));
      await expect(async () => {
        await page.keyboard.press('Control+z');
        expect(await page.evaluate(() => host.canUndo())).toBe(false);
      }).toPass();
      expect(await saved(page)).toBe(before);
      await expect.poll(async () => (await marked(page)).new).not.toContain('Nobody slept.');
    });

    test('what is saved is the same to the byte without the marks', async ({ page }) => {
      await open(page, true);
      const opened = await saved(page);
      await type(page, 'Mayor Kari Olsen', ' Nobody slept.');
      const typed = await saved(page);
      await open(page);
      expect(await saved(page)).toBe(opened);
      await type(page, 'Mayor Kari Olsen', ' Nobody slept.');
      await expect.poll(async () => (await marked(page)).new).toContain('Nobody slept.');
      expect(await saved(page)).toBe(typed);
    });

    test('next and previous bring each difference into view', async ({ page }) => {
      await open(page);
      const seen = async (): Promise<{ marked: string; inView: boolean }> => {
        const current = (await marked(page)).current!.join(' ');
        const inView = await page.evaluate(() => {
          const root = host.root();
          const view = root.ownerDocument.defaultView as Window & typeof globalThis;
          const highlighted = [...(view.CSS.highlights.get('article-diff-current') ?? [])] as Range[];
          const place = root.querySelector('.article-diff-current') ?? highlighted[0]!;
          const { top, bottom } = place.getBoundingClientRect();
          // Lines stand at fractions of a pixel.
          return top > -1 && bottom < view.innerHeight + 1;
        });
        return { marked: current, inView };
      };
      await page.evaluate(() => host.marks.previous());
      const last = await page.evaluate(() => host.marks.current?.after);
      expect(await seen()).toStrictEqual({ marked: last, inView: true });
      await page.evaluate(() => host.marks.next());
      const first = await page.evaluate(() => host.marks.current?.after);
      expect(await seen()).toStrictEqual({ marked: first, inView: true });
    });

    test('another state of the editor is marked as well', async ({ page }) => {
      await open(page);
      test.skip(!(await page.evaluate(() => 'reopen' in host)), 'this editor keeps its state');
      const before = await marked(page);
      await page.evaluate(() => host.reopen!());
      expect(await marked(page)).toStrictEqual({});
      await expect.poll(() => marked(page)).toStrictEqual(before);
    });

    test('nothing is left once the marks are destroyed', async ({ page }) => {
      await open(page, true);
      const before = await traces(page);
      await page.evaluate(() => mark());
      expect(await traces(page)).not.toStrictEqual(before);
      await page.evaluate(() => host.marks.next());
      await page.evaluate(() => host.marks.destroy());
      await expect.poll(() => traces(page)).toStrictEqual(before);
      await type(page, 'Mayor Kari Olsen', ' Nobody slept.');
      await page.waitForTimeout(400);
      expect(await marked(page)).toStrictEqual({});
      expect(await page.evaluate(() => host.marks.next())).toBeNull();
    });

    test('an editor that is destroyed takes its marks with it', async ({ page }) => {
      await open(page);
      test.skip(!(await page.evaluate(() => 'end' in host)), 'this editor knows no end');
      await page.evaluate(() => host.end!());
      await expect.poll(() => page.evaluate(() => document.adoptedStyleSheets.length + CSS.highlights.size)).toBe(0);
      await page.evaluate(() => host.marks.destroy());
      expect(await page.evaluate(() => host.marks.differences.length)).toBe(0);
    });
  });
}
