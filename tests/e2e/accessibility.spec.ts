// For everyone: axe in every view and theme, keyboard alone, narrow and zoomed, forced colours, print, spoken marks.
import { policy } from '../../www/policy.js';
import { violations } from './axe.js';
import { expect, test } from './fixtures.js';
import { give, said, shown, story } from './widget.js';

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in any reading, ${theme}`, async ({ open }) => {
    test.setTimeout(300_000);
    const page = await open();
    await page.click('#settings summary');
    await page.selectOption('#theme', theme);
    // The colours fade into those of the theme.
    await expect.poll(() => violations(page), 'empty').toStrictEqual([]);
    await page.keyboard.press('Escape');
    await page.click('#example');
    await shown(page);
    for (const preset of ['wording', 'everything']) {
      await page.locator(`article-diff .presets button[data-name=${preset}]`).click();
      for (const view of ['side-by-side', 'inline', 'changes']) {
        await page.click(`article-diff .views button[data-name=${view}]`);
        expect(await violations(page), `${view}, ${preset}`).toStrictEqual([]);
      }
    }
    await page.click('article-diff .tool-edit');
    expect(await violations(page), 'with the fields open').toStrictEqual([]);
    await page.click('article-diff .help summary');
    expect(await violations(page), 'with the keys open').toStrictEqual([]);
  });
}

test('the whole way works with the keyboard alone', async ({ open }) => {
  const page = await open();
  const focus = () =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot!.activeElement;
      return at?.id || at?.className || at?.textContent;
    });
  for (let i = 0; i < 12 && (await focus()) !== 'text-before'; i++) await page.keyboard.press('Tab');
  expect(await focus()).toBe('text-before');
  await page.keyboard.type('The ferry left at noon with 20 people.');
  await page.keyboard.press('Tab');
  expect(await focus()).toBe('text-after');
  await page.keyboard.type('The ferry left at dusk with 30 people.');
  await page.locator('article-diff .sheet .m').first().waitFor();
  const seen = [];
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press('Tab');
    seen.push(await focus());
    if (seen.at(-1) === 'sheet') break;
  }
  expect(seen.at(-1), `Tab led through ${seen.join(', ')}`).toBe('sheet');
  await page.keyboard.press('n');
  expect(await said(page)).toMatch(/^1 of 2/);
  await page.keyboard.press('Shift+Tab');
  expect(await focus(), 'nothing traps the focus').not.toBe('sheet');
});

test('a result is told once, in words', async ({ open }) => {
  const page = await open();
  await give(page, story);
  expect(await said(page)).toMatch(/quote was changed.*changes shown/);
});

test('marks are spoken, and can be silenced', async ({ open }) => {
  const page = await open();
  await give(page, story);
  const mark = page.locator('article-diff .m.was.number').first();
  const spoken = () => mark.evaluate((node) => getComputedStyle(node, '::before').content);
  expect(await mark.getAttribute('data-label')).toBe('was:');
  expect(await spoken(), 'browsers tell the content before or after putting the words in').toMatch(
    /was:|attr\(data-label\)/,
  );
  expect(await mark.textContent(), 'what is spoken is neither copied nor found').toBe('2,000');
  await page.click('article-diff .help summary');
  await page.uncheck('article-diff .speak input');
  expect(await spoken()).toBe('none');
});

test('what is spoken of the page, of a paragraph break and of the list is what it is', async ({ open }) => {
  const page = await open();
  await expect(page.getByRole('navigation', { name: 'Files and settings' })).toBeVisible();
  await give(page, { before: story.before, after: story.after.replace('of work. ', 'of work.\n\n') });
  await expect(page.locator('article-diff .sheet .m.break').first()).toHaveAttribute('data-label', 'Paragraph break');
  await page.click('article-diff .views button[data-name=changes]');
  const list = page.locator('article-diff .sheet-box');
  await expect(list.getByRole('heading', { name: 'Quotes 1', exact: true }), 'without the sign for eyes').toBeVisible();
  const copy = list.getByRole('button', { name: 'Copy' }).first();
  await expect(copy, 'what would be copied').toHaveAccessibleDescription('¶ 5 “never” became “always”');
});

for (const [name, viewport] of Object.entries({
  'a phone': { width: 390, height: 800 },
  '320 px': { width: 320, height: 640 },
  '200 % zoom of 1280': { width: 640, height: 450 },
})) {
  test(`nothing sticks out at ${name}`, async ({ open }) => {
    const page = await open('./', { viewport });
    await page.click('#example');
    await page.locator('article-diff .m').first().waitFor();
    for (const view of ['side-by-side', 'inline', 'changes']) {
      await page.click(`article-diff .views button[data-name=${view}]`);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        `${view} fits`,
      ).toBeTruthy();
    }
    await page.evaluate(() => scrollTo(0, 1500));
    await page.click('article-diff .opener-filter');
    const chips = (await page.locator('article-diff .chips').boundingBox())!;
    expect(chips.y >= 0 && chips.y < viewport.height / 2, 'the chips stay in reach').toBeTruthy();
  });
}

test('the bar does not wrap at 1280, nor do the chips of a story', async ({ open }) => {
  const page = await open();
  const heightOf = (line: string) =>
    page
      .locator(`article-diff ${line}`)
      .evaluate((node) => ({ height: node.clientHeight, fits: node.scrollWidth <= node.clientWidth }));
  for (const { lines, fill } of [
    { lines: 1, fill: () => give(page, story) },
    // The example has every kind there is.
    {
      lines: 2,
      fill: async () => {
        await page.click('article-diff .tool-clear');
        await page.click('#example');
      },
    },
  ]) {
    await fill();
    await shown(page);
    const bar = await heightOf('.bar-line');
    expect(bar.height < 48 && bar.fits, JSON.stringify(bar)).toBeTruthy();
    expect((await heightOf('.chip-line')).height).toBeLessThan(40 * lines);
  }
});

test('what is gone is struck out and what is new is underlined, in every reading', async ({ open }) => {
  const page = await open();
  await page.click('#example');
  await shown(page);
  for (const view of ['side-by-side', 'inline', 'changes']) {
    await page.click(`article-diff .views button[data-name=${view}]`);
    const lines = await page.locator('article-diff :is(del, ins).m:not(.surface, .blank)').evaluateAll((nodes) =>
      nodes.map((node) => ({
        tag: node.localName,
        look: node.className,
        line: getComputedStyle(node).textDecorationLine,
      })),
    );
    expect(lines.length, view).toBeGreaterThan(20);
    expect(lines.some(({ look }) => look.includes('order')) && lines.some(({ look }) => look.includes('long'))).toBe(
      true,
    );
    for (const { tag, look, line } of lines)
      expect(line, `${view}: ${tag} ${look}`).toBe(tag === 'del' ? 'line-through' : 'underline');
  }
});

test('facts, quotations, moves and lone commas are told apart without colour', async ({ open }) => {
  const page = await open();
  await give(page, {
    before: `${story.before}\n\nThe crew sang all night. A bell rang twice for the dead of the old ship.`,
    after: `${story.after}\n\nA bell rang twice for the dead of the old ship. The crew sang all night.`,
  });
  const looks = await page.evaluate(() => {
    const root = document.querySelector('article-diff')!.shadowRoot!;
    const look = (selector: string) => {
      const style = getComputedStyle(root.querySelector(selector)!);
      return [
        style.textDecorationLine,
        style.textDecorationStyle,
        style.outlineStyle,
        style.boxShadow.replace(/rgba?\([^)]*\)|color\([^)]*\)/g, ''),
      ].join(' ');
    };
    return ['del.m.number', 'ins.m.number', 'ins.m.order', 'del.m.quoted', 'ins.m.quoted', '.m.away', '.m.here'].map(
      look,
    );
  });
  expect(new Set(looks).size, looks.join('\n')).toBe(looks.length);
});

test('forced colours keep every mark visible', async ({ browserName, open }) => {
  test.skip(browserName !== 'chromium', 'ONLY');
  const page = await open('./', { forcedColors: 'active' });
  await page.click('#example');
  await shown(page);
  const lines = await page.locator('article-diff .m:visible:not(.blank, .surface)').evaluateAll((nodes) =>
    nodes.map((node) => {
      const { textDecorationLine, borderTopStyle, outlineStyle } = getComputedStyle(node);
      return textDecorationLine !== 'none' || borderTopStyle !== 'none' || outlineStyle !== 'none';
    }),
  );
  expect(lines.length > 10 && lines.every(Boolean)).toBeTruthy();
  await give(page, {
    before: 'Boats, nets and crates were blessed by the priest of Brenna.',
    after: 'Boats nets and crates were blessed, by the priest of Brenna.',
  });
  const ringOf = (mark: string) =>
    page.locator(`article-diff ${mark}.m.tiny`).evaluate((node) => {
      const { borderTopStyle, borderBottomWidth } = getComputedStyle(node);
      return `${borderTopStyle} ${borderBottomWidth}`;
    });
  expect(await ringOf('del'), 'a cut comma looks other than an added one').not.toBe(await ringOf('ins'));
});

test('on paper there is the text with a head, and no buttons', async ({ browserName, open }) => {
  test.skip(browserName !== 'chromium', 'ONLY');
  const page = await open('./', { colorScheme: 'dark' });
  await page.click('#example');
  await shown(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.bar', '.foot', '.strip', '.editors', '.bands'])
    expect(await page.locator(`article-diff ${gone}`).isVisible(), gone).toBe(false);
  expect(
    await page
      .locator('article-diff .block')
      .first()
      .evaluate((node) => getComputedStyle(node).color),
    'black on white, although the screen is dark',
  ).toBe('rgb(0, 0, 0)');
  const head = page.locator('article-diff .paper-head');
  await expect(head).toContainText('Islanders vote to move a lighthouse before the sea does');
  await expect(head).toContainText(
    /Before: [\d,]+ words.*After: [\d,]+ words.*Made with article-diff on \w+ \d+, \d{4}/,
  );
  await expect(head).toContainText(/Quotes 1 · Numbers 2 · Names 1/);
  await expect(head.locator('.legend del.gone')).toHaveText('Only in Before');
  await expect(page.locator('article-diff .move-note').first()).toBeVisible();
  const fold = page.locator('article-diff .fold-button:not(:has(small))').last();
  expect(await fold.evaluate((node) => getComputedStyle(node, '::after').content)).toMatch(
    /^attr\(data-unprinted\)|not printed/,
  );
  expect(await fold.getAttribute('data-unprinted')).toMatch(/^\d+ .* not printed$/);
  const cut = page.locator('article-diff del.m.cut').first();
  const { line, adjust, tint } = await cut.evaluate((node) => {
    const block = node.closest('.whole') ?? node;
    const { printColorAdjust, backgroundColor } = getComputedStyle(block);
    return { line: getComputedStyle(node).textDecorationLine, adjust: printColorAdjust, tint: backgroundColor };
  });
  expect([line, adjust]).toStrictEqual(['line-through', 'exact']);
  expect(tint, 'the tints are kept').not.toMatch(/rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)/);
});

test('the printed sheets have margins', async ({ browserName, open }) => {
  test.skip(browserName !== 'chromium', 'only Chromium makes a PDF');
  const page = await open();
  await page.click('#example');
  await shown(page);
  const margins = await page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSPageRule)
      .map((rule) => rule.style.margin),
  );
  expect(margins).toStrictEqual(['15mm']);
  expect((await page.pdf({ format: 'A4', preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
});

test('the page repeats the policy of its server', async ({ open }) => {
  const page = await open();
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  // A <meta> cannot say who may frame the page; only the header can.
  const rules = (text: string): string[] =>
    text
      .split(';')
      .map((rule) => rule.trim())
      .filter((rule) => rule && !rule.startsWith('frame-ancestors'))
      .sort();
  expect(rules(meta ?? '')).toStrictEqual(rules(policy));
});

test('the ring of the current change is not printed', async ({ browserName, open }) => {
  test.skip(browserName !== 'chromium', 'over BiDi, Firefox silently leaves out the medium');
  const page = await open();
  await give(page, story);
  await page.keyboard.press('n');
  const current = page.locator('article-diff .m.current').first();
  await expect(current).not.toHaveCSS('outline-style', 'none');
  await page.emulateMedia({ media: 'print' });
  await expect(current).toHaveCSS('outline-style', 'none');
});
