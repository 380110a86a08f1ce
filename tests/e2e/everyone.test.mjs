// For everyone: axe in every view and theme, keyboard alone, narrow and zoomed, forced colours, print, spoken marks.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { assertSamePolicy, inEachBrowser } from './harness.mjs';
import { policy } from '../../.ci/serve.mjs';
import { give, said, shown, story } from './widget.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations that axe finds, as `rule: what`. */
async function violations(page) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`));
  });
}

for (const theme of ['light', 'dark']) {
  inEachBrowser(`axe finds nothing in any reading, ${theme}`, { timeout: 300_000 }, async ({ open }) => {
    const page = await open('/');
    await page.click('#settings summary');
    await page.selectOption('#theme', theme);
    assert.deepEqual(await violations(page), [], 'empty');
    await page.keyboard.press('Escape');
    await page.click('#example');
    await shown(page);
    for (const preset of ['wording', 'everything']) {
      await page.locator(`article-diff .presets button[data-name=${preset}]`).click();
      for (const view of ['side-by-side', 'inline', 'changes']) {
        await page.click(`article-diff .views button[data-name=${view}]`);
        assert.deepEqual(await violations(page), [], `${view}, ${preset}`);
      }
    }
    await page.click('article-diff .tool-edit');
    assert.deepEqual(await violations(page), [], 'with the fields open');
    await page.click('article-diff .help summary');
    assert.deepEqual(await violations(page), [], 'with the keys open');
  });
}

inEachBrowser('the whole way works with the keyboard alone', async ({ open }) => {
  const page = await open('/');
  const focus = () => page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.id || at?.className || at?.textContent;
  });
  for (let i = 0; i < 12 && (await focus()) !== 'text-before'; i++) await page.keyboard.press('Tab');
  assert.equal(await focus(), 'text-before');
  await page.keyboard.type('The ferry left at noon with 20 people.');
  await page.keyboard.press('Tab');
  assert.equal(await focus(), 'text-after');
  await page.keyboard.type('The ferry left at dusk with 30 people.');
  await page.locator('article-diff .sheet .m').first().waitFor();
  const seen = [];
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press('Tab');
    seen.push(await focus());
    if (seen.at(-1) === 'sheet') break;
  }
  assert.equal(seen.at(-1), 'sheet', `Tab led through ${seen.join(', ')}`);
  await page.keyboard.press('n');
  assert.match(await said(page), /^1 of 2/);
  await page.keyboard.press('Shift+Tab');
  assert.notEqual(await focus(), 'sheet', 'nothing traps the focus');
});

inEachBrowser('a result is told once, in words', async ({ open }) => {
  const page = await open('/');
  await give(page, story);
  assert.match(await said(page), /quotation was altered.*differences are shown/);
});

inEachBrowser('marks are spoken, and can be silenced', async ({ open }) => {
  const page = await open('/');
  await give(page, story);
  const mark = page.locator('article-diff .m.was.number').first();
  const spoken = () => mark.evaluate((node) => getComputedStyle(node, '::before').content);
  assert.equal(await mark.getAttribute('data-say'), 'was:');
  assert.match(await spoken(), /was:|attr\(data-say\)/, 'browsers tell the content before or after putting the words in');
  assert.equal(await mark.textContent(), '2,000', 'what is spoken is neither copied nor found');
  await page.click('article-diff .help summary');
  await page.uncheck('article-diff .speak input');
  assert.equal(await spoken(), 'none');
});

for (const [name, viewport] of Object.entries({ 'a phone': { width: 390, height: 800 }, '320 px': { width: 320, height: 640 }, '200 % zoom of 1280': { width: 640, height: 450 } })) {
  inEachBrowser(`nothing sticks out at ${name}`, async ({ open }) => {
    const page = await open('/', { viewport });
    await page.click('#example');
    await page.locator('article-diff .m').first().waitFor();
    for (const view of ['side-by-side', 'inline', 'changes']) {
      await page.click(`article-diff .views button[data-name=${view}]`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${view} fits`);
    }
    await page.evaluate(() => scrollTo(0, 1500));
    const chips = await page.locator('article-diff .chips').boundingBox();
    assert.ok(chips.y >= 0 && chips.y < viewport.height / 2, 'the chips stay in reach');
  });
}

inEachBrowser('the bar does not wrap at 1280', async ({ open }) => {
  const page = await open('/');
  await page.click('#example');
  await shown(page);
  for (const [line, scrolls] of [['.bar-line', false], ['.chip-line', true]]) {
    const heights = await page.locator(`article-diff ${line}`).evaluate((node) => ({ line: node.clientHeight, fits: node.scrollWidth <= node.clientWidth }));
    assert.ok(heights.line < 48 && (scrolls || heights.fits), `${line}: ${JSON.stringify(heights)}`);
  }
});

inEachBrowser('marks are told apart without colour', async ({ open }) => {
  const page = await open('/');
  await page.click('#example');
  await shown(page);
  const looks = await page.evaluate(() => {
    const root = document.querySelector('article-diff').shadowRoot;
    const look = (selector) => {
      const style = getComputedStyle(root.querySelector(selector));
      return [style.textDecorationLine, style.textDecorationStyle, style.borderInlineStartStyle, style.boxShadow.replace(/rgba?\([^)]*\)|color\([^)]*\)/g, '')].join(' ');
    };
    return ['.m.was:not(.long, .number, .name, .quoted, .tiny)', '.m.now:not(.long, .number, .name, .quoted, .spelling, .case, .tiny)', '.m.now.number', '.m.order', '.m.now.spelling', '.m.tiny', '.m.quoted', '.m.cut.long', '.m.new.long'].map(look);
  });
  assert.equal(new Set(looks).size, looks.length, looks.join('\n'));
});

inEachBrowser('forced colours keep every mark visible', { only: ['chromium'] }, async ({ open }) => {
  const page = await open('/', { forcedColors: 'active' });
  await page.click('#example');
  await shown(page);
  const lines = await page.locator('article-diff .m:visible:not(.blank, .surface, .long)').evaluateAll((nodes) => nodes.map((node) => {
    const { textDecorationLine, borderTopStyle } = getComputedStyle(node);
    return textDecorationLine !== 'none' || borderTopStyle !== 'none';
  }));
  assert.ok(lines.length > 10 && lines.every(Boolean));
});

inEachBrowser('on paper there is the text, black on white, and no buttons', { only: ['chromium'] }, async ({ open }) => {
  const page = await open('/', { colorScheme: 'dark' });
  await page.click('#example');
  await shown(page);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.bar', '.strip', '.editors']) assert.equal(await page.locator(`article-diff ${gone}`).isVisible(), false, gone);
  assert.equal(await page.locator('article-diff .block').first().evaluate((node) => getComputedStyle(node).color), 'rgb(0, 0, 0)');
  const cut = page.locator('article-diff .m.cut.long').first();
  assert.match(await cut.evaluate((node) => getComputedStyle(node).textDecorationLine), /line-through/);
});

inEachBrowser('the page repeats the policy of its server', async ({ open }) => {
  const page = await open('/');
  await assertSamePolicy(page, policy);
});
