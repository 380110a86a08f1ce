// <article-diff> under the styles of its host: pages that are dark by a class alone, styles that reach everything, narrow columns,
// and the forms that a host may choose.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { type HostServer, serveHost } from './host-server.js';
import { give, shown, story } from './widget.js';

/** What a page may set for its own texts, on everything it can name and on what everything inherits. */
const NASTY = `
  * { letter-spacing: 3px; word-spacing: 9px; line-height: 3; text-transform: uppercase; font-variant: small-caps; text-indent: 2em;
    text-align: right; white-space: nowrap; font-style: italic; text-shadow: 2px 2px red; font-feature-settings: "smcp"; hyphens: auto;
    word-break: break-all; -webkit-text-fill-color: red; text-decoration: line-through; quotes: none; tab-size: 1; }
  body { direction: rtl; text-align: center; text-transform: capitalize; -webkit-text-stroke: 1px red; }
  div, p, ins, del, button, .summary, .block, .widget, .bar { color: red; background: yellow; display: none; margin: 50px; }
`;

/** The page of a host with one widget, in a column. */
const page = (styles: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title>
  <meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg"><style>${styles}</style>
  <main><p id="own">Of the page itself</p><article-diff></article-diff></main><script type="module" src="/lib/define.js"></script>`;

const FILES = {
  '/nasty.html': page(NASTY),
  '/plain.html': page('body { margin: 0 } main { margin: auto }'),
  // A class that sets colours and says nothing of a color-scheme, as most do.
  '/class.html': page('body { background: #fff; color: #111 } .dark body { background: #0f172a; color: #e2e8f0 }'),
  '/modern.html': page(
    'body { color: oklch(0.278 0.033 256.848) } .dark body { background: #101828; color: oklch(0.872 0.01 258.338) }',
  ),
  '/half-transparent.html': page(
    'body { color: rgb(0 0 0 / 87%) } .dark body { background: #121212; color: rgb(255 255 255 / 87%) }',
  ),
  '/scheme.html': page(':root { color-scheme: light } .dark { color-scheme: dark }'),
  '/own-scheme.html': page('body { color: #111 } .dark article-diff { color-scheme: dark }'),
};

let site: HostServer;
test.beforeAll(async () => {
  site = await serveHost({ files: FILES, strict: false });
});
test.afterAll(() => site.close());

/** The computed styles that say what a text looks like. */
const looks = (opened: Page, selector: string): Promise<Record<string, string>> =>
  opened
    .locator(`article-diff ${selector}`)
    .first()
    .evaluate((node) => {
      const style = getComputedStyle(node);
      const names = [
        'letter-spacing',
        'word-spacing',
        'line-height',
        'text-transform',
        'font-variant-caps',
        'text-indent',
      ];
      names.push(
        'text-align',
        'white-space',
        'font-style',
        'font-size',
        'text-shadow',
        'font-feature-settings',
        'hyphens',
      );
      names.push(
        'word-break',
        '-webkit-text-fill-color',
        '-webkit-text-stroke-width',
        'quotes',
        'tab-size',
        'direction',
      );
      names.push('color', 'display', 'background-color', 'font-family');
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
    });

test('a host that styles everything does not change what the texts look like', async ({ open }) => {
  const plain = await open(`${site.url}plain.html`);
  await give(plain, story);
  const nasty = await open(`${site.url}nasty.html`);
  await give(nasty, story);
  for (const selector of [
    '.summary',
    '.block',
    '.m',
    '.chip',
    '.position',
    '.segments button',
    '.column-name',
    '.fold-button',
  ]) {
    if (selector === '.fold-button' && !(await plain.locator(`article-diff ${selector}`).count())) continue;
    expect(await looks(nasty, selector), selector).toStrictEqual(await looks(plain, selector));
  }
  const field = await looks(nasty, '.editor-field');
  expect([field['text-transform'], field['letter-spacing']].join()).toMatch(/^none,(normal|0px)$/);
  expect(await nasty.locator('#own').evaluate((node) => getComputedStyle(node).textTransform)).toBe('uppercase');
});

/** How well two colours are told apart, by WCAG 2: of the sentence and the text, against what is behind them. */
const contrasts = (opened: Page): Promise<number[]> =>
  opened.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    const luminance = (layers: string[]): number => {
      canvas.fillStyle = '#fff';
      canvas.fillRect(0, 0, 1, 1);
      for (const layer of layers) {
        canvas.fillStyle = layer;
        canvas.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
        const part = byte / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const root = document.querySelector('article-diff')!.shadowRoot!;
    return ['.summary', '.block', '.chip', '.position'].map((selector) => {
      const node = root.querySelector(selector)!;
      const behind: string[] = [];
      for (
        let at: Element | null = node;
        at;
        at = at.parentElement ?? (at.getRootNode() as Partial<ShadowRoot>).host ?? null
      ) {
        behind.unshift(getComputedStyle(at).backgroundColor);
      }
      const [light, dark] = [luminance(behind), luminance([...behind, getComputedStyle(node).color])].sort(
        (a, b) => b - a,
      );
      return (light! + 0.05) / (dark! + 0.05);
    });
  });

for (const name of ['class', 'modern', 'half-transparent', 'scheme']) {
  test(`a page that is dark by its ${name} can be read, and turns while it is open`, async ({ open }) => {
    const opened = await open(`${site.url}${name}.html`);
    await give(opened, story);
    const scheme = () =>
      opened.locator('article-diff .summary').evaluate((node) => {
        const [, red] = /(\d+)/.exec(getComputedStyle(node).color)!;
        return Number(red) > 128 ? 'dark' : 'light';
      });
    for (const [dark, wanted] of [
      [false, 'light'],
      [true, 'dark'],
      [false, 'light'],
    ] as const) {
      await opened.evaluate((on) => document.documentElement.classList.toggle('dark', on), dark);
      await expect.poll(scheme).toBe(wanted);
      if (name === 'scheme') continue;
      for (const contrast of await contrasts(opened)) expect(contrast).toBeGreaterThan(4.5);
    }
  });
}

test('what a host says of the element itself holds: its color-scheme, and the attribute above all', async ({
  open,
}) => {
  const opened = await open(`${site.url}own-scheme.html`);
  await give(opened, story);
  const ink = () => opened.locator('article-diff .summary').evaluate((node) => getComputedStyle(node).color);
  const light = await ink();
  await opened.evaluate(() => document.documentElement.classList.add('dark'));
  await expect.poll(ink).not.toBe(light);
  await opened.evaluate(() => document.querySelector('article-diff')!.setAttribute('theme', 'light'));
  expect(await ink()).toBe(light);
});

test('a widget that is moved into a dark part of the page takes its colours', async ({ open }) => {
  const opened = await open(`${site.url}plain.html`);
  await give(opened, story);
  const ink = () => opened.locator('article-diff .summary').evaluate((node) => getComputedStyle(node).color);
  const light = await ink();
  await opened.evaluate(() => {
    const night = document.createElement('section');
    night.style.color = 'white';
    document.body.append(night);
    night.append(document.querySelector('article-diff')!);
  });
  await expect.poll(ink).not.toBe(light);
});

test('without a toolbar there are the sentence and the text, and keys and methods step', async ({ open }) => {
  const opened = await open(`${site.url}plain.html`);
  await opened.evaluate(() => {
    document.querySelector('article-diff')!.toolbar = 'none';
  });
  await give(opened, story);
  await expect(opened.locator('article-diff :is(.bar-line, .chip-line)').filter({ visible: true })).toHaveCount(0);
  await expect(opened.locator('article-diff .summary')).toBeVisible();
  await expect(opened.locator('article-diff .block').first()).toBeVisible();
  await opened.evaluate(() => document.querySelector('article-diff')!.next());
  await expect(opened.locator('article-diff .m.current').first()).toBeVisible();
  await opened.locator('article-diff .sheet').focus();
  await opened.keyboard.press('/');
  await expect(opened.locator('article-diff .find-field')).toBeFocused();
  await opened.keyboard.press('Escape');
  await expect(opened.locator('article-diff .sheet')).toBeFocused();
});

test('the compact form takes less room and says the same', async ({ open }) => {
  const opened = await open(`${site.url}plain.html`, { viewport: { width: 640, height: 900 } });
  await give(opened, story);
  const height = () => opened.locator('article-diff').evaluate((node) => node.getBoundingClientRect().height);
  const [full, summary] = [await height(), await opened.locator('article-diff .summary').textContent()];
  await opened.evaluate(() => {
    document.querySelector('article-diff')!.compact = true;
  });
  expect(await height()).toBeLessThan(full * 0.8);
  expect(await opened.locator('article-diff .summary').textContent()).toBe(summary);
  await shown(opened);
  await expect(opened.getByRole('button', { name: 'Next change' })).toBeVisible();
});
