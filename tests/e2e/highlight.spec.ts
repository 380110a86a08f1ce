// highlight(): the differences between two elements of a host's page, marked there without touching a node.
import type { Page } from '@playwright/test';
import type * as Entry from '../../www/highlight/highlight.js';
import { type Open, type Visit, type WatchedPage, expect, test } from './fixtures.js';
import { type HostServer, serveHost } from './host-server.js';

const STORY = [
  '<h2>Harbour <em>opens</em> again</h2>',
  '<p>The harbour of Brenna opened on Monday after <b>2,0</b>00 days of work.\n   Mayor Olsen Kari cut the ribbon.</p>',
  '<ul><li>Boats, nets, and crates were blessed.</li><li>The band played until the rain came.</li></ul>',
  '<p>The old quay<br>will become a market. <span hidden>Not to be read.</span><button>Share</button></p>',
].join('');
const LATER = STORY.replace('<b>2,0</b>00', '3,0<i>00</i>')
  .replace('nets, and', 'nets and')
  .replace('<li>The band played until the rain came.</li>', '')
  .replace('market', '<a href="#">market hall</a>');

const page = (rest: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title>
  <link rel="icon" href="/icon.svg">
  ${rest}<script type="module" src="/host.js"></script>`;

const FILES = {
  '/index.html': page(`<article id="before">${STORY}</article><article id="after" contenteditable>${LATER}</article>`),
  '/host.js': "import * as entry from './lib/highlight.js';\nglobalThis.entry = entry;\n",
};

declare global {
  var entry: typeof Entry;
  var marks: Entry.Highlighting;
  var told: number[];
}

let site: HostServer;
test.beforeAll(async () => {
  site = await serveHost({ files: FILES });
});
test.afterAll(() => site.close());

/** The module is fetched with the first comparison, which comes when a host asks for it. */
let visited: WatchedPage[] = [];
test.afterEach(() => {
  for (const { watch } of visited) watch.forgiveRequests();
  visited = [];
});

async function visit(open: Open, how?: Visit): Promise<WatchedPage> {
  const opened = await open(site.url, how);
  visited.push(opened);
  return opened;
}

/** Highlights both articles, and waits for it. */
async function start(opened: Page, options: { places?: boolean } = {}): Promise<void> {
  await opened.waitForFunction(() => 'entry' in globalThis);
  await opened.evaluate(async ({ places }) => {
    globalThis.told = [];
    const before = document.querySelector('#before')!;
    const onchange = (report: Entry.Report) => void globalThis.told.push(report.changes.length);
    globalThis.marks = entry.highlight(
      places ? (before as HTMLElement).innerText : before,
      document.querySelector('#after')!,
      { onchange },
    );
    await globalThis.marks.ready;
  }, options);
}

/** What is painted, by name, in the order of the page. */
const painted = (opened: Page): Promise<Record<string, string[]>> =>
  opened.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, ranges]) => {
        const sorted = [...ranges].sort((one, other) =>
          (one as Range).compareBoundaryPoints(Range.START_TO_START, other as Range),
        );
        return [name.replace('article-diff-', ''), sorted.map(String)];
      }),
    ),
  );

test('what differs is marked on both sides, across the elements that it stands in', async ({ open }) => {
  const opened = await visit(open);
  await start(opened);
  expect(await painted(opened)).toStrictEqual({
    was: ['2,0', '00'],
    now: ['3,0', '00'],
    fact: ['2,0', '00', '3,0', '00'],
    cut: [',', 'The band played until the rain came.'],
    new: ['hall'],
  });
});

test('no node is touched, and nothing is left of it', async ({ open }) => {
  const opened = await visit(open);
  await opened.waitForFunction(() => 'entry' in globalThis);
  const told = await opened.evaluate(async () => {
    const records: MutationRecord[] = [];
    const watch = new MutationObserver((heard) => records.push(...heard));
    watch.observe(document, { childList: true, attributes: true, characterData: true, subtree: true });
    const markup = new XMLSerializer().serializeToString(document);
    const marks = entry.highlight(document.querySelector('#before')!, document.querySelector('#after')!);
    await marks.ready;
    const during = { highlights: CSS.highlights.size, sheets: document.adoptedStyleSheets.length };
    marks.next();
    marks.stop();
    records.push(...watch.takeRecords());
    const left = { highlights: CSS.highlights.size, sheets: document.adoptedStyleSheets.length };
    const rest = { report: marks.report, next: marks.next(), differences: marks.differences.length };
    return {
      records: records.length,
      same: markup === new XMLSerializer().serializeToString(document),
      during,
      left,
      rest,
    };
  });
  expect(told).toStrictEqual({
    records: 0,
    same: true,
    during: { highlights: 5, sheets: 1 },
    left: { highlights: 0, sheets: 0 },
    rest: { report: null, next: null, differences: 0 },
  });
});

test('the marks follow what a person types, and what a script puts there', async ({ open }) => {
  const opened = await visit(open);
  await start(opened);
  await opened.locator('#after p').first().click();
  await opened.keyboard.press('Home');
  await opened.keyboard.type('Suddenly, ');
  await expect.poll(async () => (await painted(opened)).new).toContain('Suddenly,');
  expect(await opened.locator('#after').textContent()).toContain('Suddenly, ');
  await opened.evaluate(() => document.querySelector('#after li')!.replaceChildren('Boats were blessed.'));
  await expect.poll(async () => (await painted(opened)).cut?.join()).toMatch(/nets, and crates/);
  // The same text in other nodes: nothing is compared, and the marks are where the text is.
  const compared = await opened.evaluate(() => globalThis.told.length);
  await opened.evaluate(() => {
    const after = document.querySelector('#after')!;
    after.replaceChildren(...[...after.childNodes].map((node) => node.cloneNode(true)));
  });
  await expect.poll(async () => (await painted(opened)).new).toContain('Suddenly,');
  expect(await opened.evaluate(() => globalThis.told.length)).toBe(compared);
});

test('next and previous go through the differences and bring them into view', async ({ open }) => {
  const opened = await visit(open, { viewport: { width: 500, height: 200 } });
  await start(opened);
  const steps = await opened.evaluate(() => {
    const seen = () => {
      const { top, bottom } = globalThis.marks.current!.ranges.after[0]!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    };
    const names = [];
    for (let i = 0; i < 5; i++) {
      const { kind, before, after } = globalThis.marks.next()!;
      names.push(`${kind} ${before}/${after} ${seen()}`);
    }
    names.push(globalThis.marks.previous()!.kind);
    return names;
  });
  expect(steps).toStrictEqual([
    'number 2,000/3,000 true',
    'punctuation ,/ true',
    'cut The band played until the rain came./ true',
    'wording /hall true',
    'number 2,000/3,000 true',
    'wording',
  ]);
  expect((await painted(opened)).current, 'and where it would stand in Before').toStrictEqual(['t.', 'hall']);
});

test('against a text that is not in the page, cuts show where they stood', async ({ open }) => {
  const opened = await visit(open);
  await start(opened, { places: true });
  const { place, now, was } = await painted(opened);
  expect(now).toStrictEqual(['3,0', '00']);
  expect(was).toBe(undefined);
  expect(place?.join('|')).toBe('s a|.|T|.');
});

test('what is hidden is not marked, and may be chosen at any time', async ({ open }) => {
  const opened = await visit(open);
  await start(opened);
  await opened.evaluate(() => globalThis.marks.hide(['punctuation', 'number', 'cut']));
  expect(await painted(opened)).toStrictEqual({ new: ['hall'] });
  expect(await opened.evaluate(() => globalThis.marks.differences.length)).toBe(1);
});

test('marks are seen, on a light page and on a dark one', async ({ open, browserName }) => {
  const opened = await visit(open);
  const word = opened.locator('#after a');
  // Playwright stops animations for a picture by an inline style.
  opened.watch.expect(/inline style/);
  const plain = await word.screenshot();
  await start(opened);
  const marked = await word.screenshot();
  expect(plain.equals(marked)).toBeFalsy();
  await opened.screenshot({ path: test.info().outputPath(`light-${browserName}.png`) });
  await opened.evaluate(() => {
    document.body.style.cssText = 'background: #0f172a; color: #e2e8f0';
  });
  await opened.screenshot({ path: test.info().outputPath(`dark-${browserName}.png`) });
  await opened.evaluate(() => {
    document.body.style.cssText = '';
    globalThis.marks.stop();
  });
  expect((await word.screenshot()).equals(plain)).toBeTruthy();
});

test('two highlightings share a page, and one may end before the other', async ({ open }) => {
  const opened = await visit(open);
  await start(opened);
  const [both, one] = await opened.evaluate(async () => {
    const other = document.createElement('p');
    other.textContent = 'It rained.';
    document.body.append(other);
    const more = entry.highlight('It snowed.', other);
    await more.ready;
    const words = () => [...CSS.highlights.get('article-diff-now')!].map(String);
    const names = words();
    globalThis.marks.stop();
    return [names, words()];
  });
  expect(both).toContain('rained');
  expect(one).toStrictEqual(['rained']);
});

test('what cannot be highlighted is refused by name', async ({ open }) => {
  const opened = await visit(open);
  await opened.waitForFunction(() => 'entry' in globalThis);
  const codes = await opened.evaluate(async () => {
    const after = document.querySelector('#after')!;
    const code = (act: () => unknown): unknown => {
      try {
        act();
        return 'nothing thrown';
      } catch (error) {
        return (error as Entry.ArticleDiffError).code;
      }
    };
    const told = [
      code(() => entry.highlight('one', 'two')),
      code(() => entry.highlight(null as never, after)),
      code(() => entry.highlight('one', document.createElement('textarea'))),
    ];
    const unknown = entry.highlight('one', after, { options: { colour: 'blue' } as never });
    told.push(await unknown.ready.catch((error: Entry.ArticleDiffError) => error.code), CSS.highlights.size);
    unknown.stop();
    const { Highlight: kept } = globalThis;
    Reflect.deleteProperty(globalThis, 'Highlight');
    told.push(
      code(() => entry.highlight('one', after)),
      entry.supported,
    );
    globalThis.Highlight = kept;
    return told;
  });
  expect(codes).toStrictEqual([
    'invalid-option',
    'not-a-string',
    'invalid-option',
    'unknown-option',
    0,
    'unsupported',
    true,
  ]);
});
