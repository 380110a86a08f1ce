// A reader who does this and that at random: whatever it is, the texts are what was typed, pasted, dropped and swapped, and
// the report is of these texts. RANDOM_ACTIONS says how many actions, RANDOM_SEED where they begin.
import type { Page } from '@playwright/test';
import { compare, ready } from 'article-diff';
import { toFragment } from '../../www/export/link.js';
import { type Both, SIDES, type Side, otherSide } from '../../www/sides.js';
import { type WatchedPage, expect, test } from './fixtures.js';
import { textsOf } from './widget.js';

const ACTIONS = Number(process.env.RANDOM_ACTIONS ?? 60);
const SEED = Number(process.env.RANDOM_SEED ?? 1);
/** Actions between two looks at the report. */
const CHECK_EVERY = 5;

/** Numbers below `n` that follow from a seed alone (xorshift). */
function randomFrom(seed: number): (n: number) => number {
  let state = (seed * 2654435769) >>> 0 || 1;
  return (n) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % n;
  };
}

const WORDS =
  'The ferry left at noon with 2,000 people on board “slowly” — nobody waved. Oslo, U.K. café 5.5 it’s'.split(' ');

class Reader {
  readonly #page: WatchedPage;
  readonly #random: (n: number) => number;
  /** What the widget must hold. */
  texts: Both<string> = { before: '', after: '' };
  /** What was done, for who looks at a failure. */
  readonly done: string[] = [];

  constructor(page: WatchedPage, random: (n: number) => number) {
    this.#page = page;
    this.#random = random;
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#random(from.length)]!;
  }

  #sentence(): string {
    return Array.from({ length: 1 + this.#random(8) }, () => this.#pick(WORDS)).join(' ');
  }

  #paragraphs(): string {
    return Array.from({ length: 1 + this.#random(4) }, () => this.#sentence()).join('\n\n');
  }

  /** One action at random. */
  async act(): Promise<void> {
    const actions: [name: string, () => Promise<void>][] = [
      ['type', () => this.#type()],
      ['type', () => this.#type()],
      ['paste', () => this.#paste(false)],
      ['paste rich', () => this.#paste(true)],
      ['undo', () => this.#undo()],
      ['swap', () => this.#swap()],
      ['clear and undo', () => this.#clear()],
      ['another reading', () => this.#read()],
      ['a chip', () => this.#filter()],
      ['drop', () => this.#drop()],
      ['link', () => this.#link()],
      ['host', () => this.#give()],
      ['reload', () => this.#reload()],
    ];
    const [name, action] = this.#pick(actions);
    this.done.push(name);
    await action();
    await this.#expectTexts();
  }

  async #expectTexts(): Promise<void> {
    await expect.poll(() => textsOf(this.#page), this.done.slice(-5).join(', ')).toStrictEqual(this.texts);
  }

  /** A field with the caret at a place at random. */
  async #field(side: Side): Promise<{ at: number }> {
    const field = this.#page.locator(`#text-${side}`);
    if (!(await field.isVisible())) await this.#page.locator('article-diff .tool-edit').click();
    await field.focus();
    const at = this.#random(this.texts[side].length + 1);
    await field.evaluate((node, place) => (node as HTMLTextAreaElement).setSelectionRange(place, place), at);
    return { at };
  }

  #insert(side: Side, at: number, text: string): void {
    const whole = this.texts[side];
    this.texts[side] = whole.slice(0, at) + text + whole.slice(at);
  }

  async #type(): Promise<void> {
    const side = this.#pick(SIDES);
    const { at } = await this.#field(side);
    // One word: each key is a call of the browser, and long texts are pasted.
    const text = `${this.#pick(WORDS)} `;
    await this.#page.keyboard.type(text);
    this.#insert(side, at, text);
  }

  async #paste(rich: boolean): Promise<void> {
    const side = this.#pick(SIDES);
    const { at } = await this.#field(side);
    const text = this.#paragraphs();
    const html = text
      .split('\n\n')
      .map((paragraph) => `<p onclick="broken = 1">${paragraph}</p>`)
      .join('');
    await this.#page.locator(`#text-${side}`).evaluate(
      (node, { plain, markup }) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', plain);
        if (markup) clipboardData.setData('text/html', markup);
        const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
        // Firefox makes an event with an empty clipboard, whatever it is given.
        Object.defineProperty(event, 'clipboardData', { value: clipboardData });
        // What the page leaves to the browser, a browser puts in.
        if (node.dispatchEvent(event)) document.execCommand('insertText', false, plain);
      },
      { plain: rich ? 'plain' : text, markup: rich ? html : '' },
    );
    this.#insert(side, at, text);
  }

  /**
   * How much a browser takes back at once, and in which field, is its own affair (Chromium takes back what was done last on the page):
   * the widget must hold what the fields hold.
   */
  async #undo(): Promise<void> {
    await this.#field(this.#pick(SIDES));
    await this.#page.keyboard.press('Control+z');
    for (const side of SIDES) this.texts[side] = await this.#page.locator(`#text-${side}`).inputValue();
  }

  async #swap(): Promise<void> {
    const swap = this.#page.locator('article-diff .tool-swap');
    if (!(await swap.isVisible())) return;
    await swap.click();
    this.texts = { before: this.texts.after, after: this.texts.before };
  }

  async #clear(): Promise<void> {
    const clear = this.#page.locator('article-diff .tool-clear');
    if (!(await clear.isVisible())) return;
    await clear.click();
    expect(await textsOf(this.#page)).toStrictEqual({ before: '', after: '' });
    // By its key: the fields take the place of the reading at this moment, and on a busy machine the button still moves below the pointer.
    await this.#page.getByRole('button', { name: 'Undo clear' }).press('Enter');
  }

  async #read(): Promise<void> {
    const view = this.#page.locator(
      `article-diff .views button[data-name=${this.#pick(['side-by-side', 'inline', 'changes'])}]`,
    );
    if (await view.isVisible()) await view.click();
  }

  async #filter(): Promise<void> {
    const chips = this.#page.locator('article-diff .chip:visible');
    const n = await chips.count();
    if (n) await chips.nth(this.#random(n)).click();
  }

  async #drop(): Promise<void> {
    const text = this.#paragraphs();
    const side = this.#pick(SIDES);
    const isFree = this.texts[side] === '' || this.texts[otherSide(side)] === '';
    await this.#page.evaluate((given) => {
      const carried = new DataTransfer();
      carried.items.add(new File([given], 'dropped.txt'));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const options = { dataTransfer: carried, bubbles: true, composed: true, cancelable: true };
        document.body.dispatchEvent(new DragEvent(type, options));
      }
    }, text);
    if (isFree) {
      // The first side that is empty.
      this.texts[this.texts.before === '' ? 'before' : 'after'] = text;
      return;
    }
    const dialog = this.#page.getByRole('dialog');
    const answer = this.#pick(['Before', 'After', 'Cancel']);
    await dialog.getByRole('button', { name: answer }).click();
    await dialog.waitFor({ state: 'detached' });
    if (answer !== 'Cancel') this.texts[answer === 'Before' ? 'before' : 'after'] = text;
  }

  async #link(): Promise<void> {
    const texts = { before: this.#paragraphs(), after: this.#paragraphs() };
    const fragment = await toFragment(texts.before, texts.after);
    await this.#page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    this.texts = texts;
  }

  async #give(): Promise<void> {
    const texts = { before: this.#paragraphs(), after: this.#paragraphs() };
    await this.#page.evaluate((given) => Object.assign(document.querySelector('article-diff')!, given), texts);
    this.texts = texts;
    // Only what a person does is kept over a reload: one more key.
    await this.#type();
  }

  async #reload(): Promise<void> {
    this.#page.watch.loading();
    await this.#page.reload();
    await this.#page.watch.loaded();
  }

  /** The report is that of these texts, and nothing of what was pasted ran. */
  async expectReport(page: Page): Promise<void> {
    expect(await page.evaluate(() => globalThis.broken)).toBe(undefined);
    if (!this.texts.before || !this.texts.after) return;
    const wanted = JSON.stringify(compare(this.texts.before, this.texts.after).changes);
    const found = (): Promise<string> =>
      page.evaluate(() => JSON.stringify(document.querySelector('article-diff')!.report?.changes ?? null));
    await expect.poll(found, `the report after ${this.done.slice(-5).join(', ')}`).toBe(wanted);
  }
}

test(`${ACTIONS} actions at random leave the texts that they should (seed ${SEED})`, async ({ open }) => {
  test.setTimeout(120_000 + ACTIONS * 6000);
  await ready;
  const page = await open();
  const reader = new Reader(page, randomFrom(SEED));
  for (let i = 1; i <= ACTIONS; i++) {
    await reader.act();
    if (i % CHECK_EVERY === 0) await reader.expectReport(page);
  }
  test.info().annotations.push({ type: 'done', description: reader.done.join(', ') });
  page.watch.forgiveRequests();
});
