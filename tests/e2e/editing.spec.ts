// Both texts are edited while the marks follow; swapped, cleared, brought back; and they survive a reload.
import { expect, test } from './fixtures.js';
import { give, paste, said, shown, story, textsOf as texts } from './widget.js';

test('typing keeps caret, focus and undo while marks follow', async ({ open, browserName }) => {
  const page = await open();
  await page.click('#text-before');
  await page.keyboard.type('The ferry left at noon.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The ferry left at dusk.');
  await page.locator('article-diff .editor.after .ink.now').waitFor();
  expect(await page.locator('article-diff .editor .ink').allTextContents()).toStrictEqual(['noon', 'dusk']);
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('early ');
  const field = () =>
    page.evaluate(() => {
      const { id, selectionStart } = document.querySelector('article-diff')!.shadowRoot!
        .activeElement as HTMLTextAreaElement;
      return { id, selectionStart };
    });
  expect(await field()).toStrictEqual({ id: 'text-after', selectionStart: 24 });
  expect((await texts(page)).after).toBe('The ferry left at early dusk.');
  await page.keyboard.press('Control+z');
  const { after } = await texts(page);
  expect(
    after.length < 'The ferry left at early dusk.'.length,
    `${browserName} took back what was typed: ${after}`,
  ).toBeTruthy();
  expect((await field()).id).toBe('text-after');
});

test('marks are painted within a frame of a keystroke on an article', async ({ open }) => {
  const page = await open();
  await page.click('#example');
  await shown(page);
  await page.locator('article-diff .tool-edit').click();
  // The true marks need the worker's answer; until then the old ones move along with the text, in the same task.
  const moved = await page.evaluate(() => {
    const root = document.querySelector('article-diff')!.shadowRoot!;
    const field = root.querySelector<HTMLTextAreaElement>('#text-after')!;
    const marked = () => [...root.querySelectorAll('.editor.after .ink')].map((node) => node.textContent);
    const was = marked();
    field.focus();
    field.setRangeText('Now. ', 0, 0, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    return { was, now: marked() };
  });
  expect(moved.was.length > 5).toBeTruthy();
  expect(moved.now).toStrictEqual(moved.was);
});

test('a host that gives back what was typed, with line ends of its own, writes nothing into the field', async ({
  open,
}) => {
  const page = await open();
  await give(page, { before: 'One line.\nAnother.', after: 'One line.\nThe other.' });
  await page.locator('article-diff .tool-edit').click();
  const told = await page.evaluate(async () => {
    const diff = document.querySelector('article-diff')!;
    const field = diff.shadowRoot!.querySelector<HTMLTextAreaElement>('#text-after')!;
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!;
    let writes = 0;
    Object.defineProperty(field, 'value', {
      get,
      set(text) {
        writes++;
        set!.call(this, text);
      },
    });
    field.setRangeText('long ', 4, 4, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    diff.after = field.value.replaceAll('\n', '\r\n');
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    diff.shadowRoot!.querySelector<HTMLElement>('.tool-edit')!.click();
    return { writes, text: field.value };
  });
  // What is written into a field takes its caret and its undo with it.
  expect(told).toStrictEqual({ writes: 0, text: 'One long line.\nThe other.' });
});

test('an article is compared within the task of the keystroke', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.locator('article-diff .tool-edit').click();
  // The first comparisons are done on the page however slow the machine; the rest while they are quick.
  const first = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const diff = document.querySelector('article-diff')!;
        const field = diff.shadowRoot!.querySelector<HTMLTextAreaElement>('#text-after')!;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve('another task');
        diff.addEventListener('article-diff-done', () => resolve('the true marks'), { once: true });
        port2.postMessage(null);
        field.setRangeText('Now. ', 0, 0, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
      }),
  );
  expect(first).toBe('the true marks');
});

test('the ink behind a field is the text in it, whatever is done to it', async ({ open }) => {
  const page = await open();
  await page.click('#example');
  await shown(page);
  await page.locator('article-diff .tool-edit').click();
  const wrong = await page.evaluate(async () => {
    const diff = document.querySelector('article-diff')!;
    const root = diff.shadowRoot!;
    const field = root.querySelector<HTMLTextAreaElement>('#text-after')!;
    const ink = root.querySelector('.editor.after .editor-ink')!;
    let seed = 7;
    const under = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % n;
    };
    const rest = () =>
      new Promise((resolve) => {
        diff.addEventListener('article-diff-done', resolve, { once: true });
      });
    const found: string[] = [];
    const check = (when: string) => {
      if (ink.textContent !== `${field.value}\n`) found.push(when);
    };
    for (let i = 0; i < 60; i++) {
      const from = under(field.value.length + 1);
      const to = Math.min(field.value.length, from + under(4) * under(30));
      field.setRangeText(['', 'x', ' lighthouse ', '\n\n', '2,500'][under(5)], from, to, 'end');
      const done = rest();
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
      check(`${i}, typed`);
      await done;
      check(`${i}, compared`);
    }
    return { found, marks: ink.querySelectorAll('.ink').length };
  });
  expect(wrong.found).toStrictEqual([]);
  expect(wrong.marks > 5).toBeTruthy();
});

test('the ink lies under its words where paragraphs run both ways', async ({ open }) => {
  const page = await open();
  await give(page, {
    before: 'The ferry left at noon.\n\nהמעבורת יצאה בצהריים.',
    after: 'The ferry left at dusk.\n\nהמעבורת יצאה בבוקר.',
  });
  await page.locator('article-diff .tool-edit').click();
  const shares = await page.locator('article-diff .editor.after .ink').evaluateAll((marks) =>
    marks.map((mark) => {
      const { left, width } = mark.closest('.editor-body')!.getBoundingClientRect();
      const box = mark.getBoundingClientRect();
      return ((box.left + box.right) / 2 - left) / width;
    }),
  );
  expect(shares.length).toBe(2);
  expect(
    shares[0]! < 0.5 && shares[1]! > 0.5,
    `an English mark at the left, a Hebrew one at the right, not at ${shares}`,
  ).toBeTruthy();
});

test('lines that are kept over a keystroke look as if they were built anew', async ({ open }) => {
  const page = await open();
  await page.click('#example');
  await shown(page);
  // What lies under the pointer is lit.
  await page.mouse.move(0, 0);
  for (const view of ['side-by-side', 'inline'] as const) {
    const told = await page.evaluate(async (view) => {
      const diff = document.querySelector('article-diff')!;
      const fresh = diff.cloneNode() as typeof diff;
      // In sight, as one that is not does not work.
      Object.assign(fresh.style, { position: 'fixed', inset: '0' });
      diff.parentNode!.append(fresh);
      const built = (widget: typeof diff) => [...widget.shadowRoot!.querySelectorAll('.row, .flow, .fold-box')];
      const look = (widget: typeof diff) => built(widget).map((line) => new XMLSerializer().serializeToString(line));
      const there = (widget: typeof diff) =>
        new Promise<void>((resolve) => {
          const isBuilt = () =>
            widget.report &&
            [...widget.shadowRoot!.querySelectorAll('.chunk')].every(({ className }) => className.includes('filled')) &&
            !widget.shadowRoot!.querySelector('.fold-inside:empty');
          const wait = (): unknown => (isBuilt() ? resolve() : setTimeout(wait, 20));
          wait();
        });
      diff.view = fresh.view = view;
      let seed = 11;
      const under = (n: number) => {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        return seed % n;
      };
      const told = { differ: [] as unknown[], lines: 0, kept: 0, half: 0, folds: 0 };
      await there(diff);
      for (let i = 0; i < 24; i++) {
        const side = i % 5 ? 'after' : 'before';
        const paragraphs = diff[side].split('\n\n');
        const at = under(paragraphs.length);
        const [taken = ''] = paragraphs.splice(at, 1);
        // A paragraph moves, goes, comes twice, or one letter of it changes.
        if (i % 4 === 0) paragraphs.splice(under(paragraphs.length), 0, taken);
        else if (i % 8 === 1) paragraphs.splice(at, 0, taken, 'A line that nobody has read before.');
        else paragraphs.splice(at, 0, `${taken.slice(0, 5)}x${taken.slice(5)}`);
        const were = new Set(built(diff));
        diff[side] = paragraphs.join('\n\n');
        Object.assign(fresh, { before: '', after: '' });
        await new Promise((resolve) => {
          setTimeout(resolve);
        });
        Object.assign(fresh, { before: diff.before, after: diff.after });
        await Promise.all([there(diff), there(fresh)]);
        const [kept, anew] = [look(diff), look(fresh)];
        const odd = kept.findIndex((line, k) => line !== anew[k]);
        if (odd >= 0 || kept.length !== anew.length) told.differ.push([i, kept[odd], anew[odd]]);
        const lines = built(diff);
        told.lines += lines.length;
        told.kept += lines.filter((line) => were.has(line)).length;
        told.half += lines.filter((line) => were.has(line) && line.classList.contains('half')).length;
        told.folds += lines.filter((line) => were.has(line) && line.classList.contains('fold-box')).length;
      }
      fresh.remove();
      return told;
    }, view);
    expect(told.differ, view).toStrictEqual([]);
    // Inline, the ends of moves are always drawn anew: the other end is woven into them.
    const least = view === 'inline' ? 0.6 : 0.7;
    expect(told.kept > least * told.lines, `${told.kept} of ${told.lines} lines are kept in ${view}`).toBeTruthy();
    expect(
      told.folds > 0 && (view === 'inline' || told.half > 0),
      `${view}: ${told.folds} folds and ${told.half} ends of moves are kept`,
    ).toBeTruthy();
  }
});

test('edit opens the fields where the reader is', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.locator('article-diff .sheet').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  const at = await page.evaluate(() => {
    const field = document.querySelector('article-diff')!.shadowRoot!.activeElement as HTMLTextAreaElement;
    return field.value.slice(field.selectionStart, field.selectionStart + 5);
  });
  expect(at).toBe('3,000');
  await page.keyboard.press('Alt+ArrowDown');
  expect(await said(page), 'steps work while writing, too').toMatch(/^2 of/);
  await page.locator('article-diff .tool-edit').click();
  expect(await page.locator('article-diff .editors').isVisible()).toBe(false);
});

test('of long texts, the fields open where the reader is, with the texts and the ink that they should have', async ({
  open,
}) => {
  const page = await open();
  const text = (last: string): string =>
    [
      ...Array.from(
        { length: 300 },
        (_, i) => `The ferry of week ${i} left the harbour at noon, with ${i * 7} people.`,
      ),
      last,
    ].join('\n\n');
  const texts = { before: text('It sank.'), after: text('It sailed.') };
  await give(page, texts);
  await page.locator('article-diff .sheet').focus();
  await page.keyboard.press('k');
  await page.keyboard.press('e');
  await expect(page.locator('article-diff .editor.after .editor-ink .ink')).toHaveText('sailed');
  await expect(page.locator('article-diff .editor.before .editor-ink .ink')).toHaveText('sank');
  await expect(page.locator('article-diff .waiting')).toHaveCount(0);
  await page.keyboard.type('slowly ');
  await expect(page.locator('#text-after')).toHaveValue(texts.after.replace('sailed', 'slowly sailed'));
  const places = await page.evaluate(() => {
    const editor = document.querySelector('article-diff')!.shadowRoot!.querySelector('.editor.after')!;
    const [field, layer] = [editor.querySelector('textarea')!, editor.querySelector('.editor-ink')!];
    return {
      field: field.scrollTop,
      layer: layer.scrollTop,
      toEnd: field.scrollHeight - field.clientHeight - field.scrollTop,
    };
  });
  expect(places.field).toBeGreaterThan(500);
  expect(places.layer).toBe(places.field);
  expect(places.toEnd).toBeLessThan(100);
});

test('swap, clear, and undo a clear', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.click('article-diff .tool-swap');
  expect(await texts(page)).toStrictEqual({ before: story.after, after: story.before });
  await page.click('article-diff .tool-clear');
  expect(await texts(page)).toStrictEqual({ before: '', after: '' });
  expect(await page.locator('article-diff .result').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Undo clear' }).click();
  expect(await texts(page)).toStrictEqual({ before: story.after, after: story.before });
  await page.locator('article-diff .sheet .m').first().waitFor();
});

test('undo brings cleared texts back where one clicked, and leaves what was written since alone', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.click('article-diff .tool-clear');
  await page.keyboard.press('Control+z');
  expect(await texts(page)).toStrictEqual(story);
  await shown(page);
  await page.click('article-diff .tool-clear');
  await page.locator('#text-before').pressSequentially('New.');
  await page.keyboard.press('Control+z');
  expect((await texts(page)).after, 'the undo of the field').toBe('');
});

test('theme and reading are remembered', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.click('article-diff .views button[data-name=inline]');
  await page.click('#settings summary');
  const paper = () =>
    page.evaluate(
      () =>
        getComputedStyle(document.querySelector('article-diff')!.shadowRoot!.querySelector('.sheet-box')!)
          .backgroundColor,
    );
  // The colours fade into those of the theme.
  const fading = () => page.evaluate(() => document.getAnimations().length);
  const light = await paper();
  await page.selectOption('#theme', 'dark');
  await expect.poll(paper).not.toBe(light);
  await expect.poll(fading).toBe(0);
  const dark = await paper();
  page.watch.loading();
  await page.reload();
  await page.watch.loaded();
  expect(await page.evaluate(() => document.querySelector('article-diff')!.view)).toBe('inline');
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await give(page, story);
  await expect.poll(paper).toBe(dark);
});

test('the focus always has a place', async ({ open }) => {
  const page = await open();
  const focus = () =>
    page.evaluate(() => {
      const { activeElement } = document.querySelector('article-diff')!.shadowRoot!;
      return activeElement?.id || activeElement?.className;
    });
  await paste(page, '#text-before', story.before);
  await paste(page, '#text-after', story.after);
  await page.locator('article-diff .sheet .m').first().waitFor();
  expect(await focus(), 'after pasting, in the reading').toBe('sheet');
  await page.click('article-diff .tool-clear');
  expect(await focus(), 'after clearing, where the next text goes').toBe('text-before');
  await page.getByRole('button', { name: 'Undo clear' }).click();
  await page.locator('article-diff .sheet .m').first().waitFor();
  expect(await focus(), 'after undoing, in the reading').toBe('sheet');
});

test('a long comparison shows its progress, stops at once, and both texts stay', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.evaluate(() => {
    const words = (seed: number) =>
      Array.from({ length: 900_000 }, (_, i) => ((i * seed) % 99_991).toString(36)).join(' ');
    Object.assign(document.querySelector('article-diff')!, { before: words(31), after: words(37) });
  });
  const stop = page.getByRole('button', { name: 'Stop' });
  await stop.waitFor();
  expect(await page.locator('article-diff progress').isVisible()).toBe(true);
  expect(await page.locator('article-diff .result').isVisible(), 'the last result stays in place meanwhile').toBe(true);
  await stop.click();
  await page.getByRole('button', { name: 'Compare again' }).waitFor();
  expect(await page.locator('article-diff .notice').textContent()).toMatch(/stopped.*still here/);
  expect((await texts(page)).before.length > 1_000_000).toBeTruthy();
  await give(page, { before: 'The tide turned at noon.', after: 'The tide turned at dusk.' });
  expect(await page.locator('article-diff .sheet .m').allTextContents()).toStrictEqual(['noon', 'dusk']);
  // The stopped worker is gone; its successor is fetched from where it came from.
  page.watch.forgiveRequests();
});
