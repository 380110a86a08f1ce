// The menu "Save / Share": a menu button as the ARIA Authoring Practices describe it. It takes what the widget shows, and
// gives it to the clipboard, to a file, to a link or to the printer.
import type { Desk } from '../import/desk.js';
import type { RenderContext } from '../view/context.js';
import { el } from '../view/dom.js';
import { filterFor } from '../view/model/filters.js';
import { buildModel } from '../view/model/model.js';
import { titleOf } from '../view/model/title.js';
import { changeListHtml, changeListText } from './change-list.js';
import { correctionText } from './correction.js';
import { toDocx } from './docx.js';
import { fileName } from './file-name.js';
import { toHtml } from './html.js';
import { toJson } from './json.js';
import { MAX_LINK_LENGTH, toFragment, type LinkedReading } from './link.js';
import { toMarkdown } from './markdown.js';
import { summaryText } from './summary.js';

/** What the items do, in their groups. The names are also the ends of the keys of their texts. */
const GROUPS = [
  ['copy.summary', 'copy.list', 'copy.correction', 'copy.markdown', 'copy.result', 'copy.link'],
  ['save.html', 'save.docx', 'save.markdown', 'save.json'],
  ['print'],
] as const;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Task = (typeof GROUPS)[number][number];

/** No prose is compressed to less than this share of its length: a text that is too long by more needs no try. */
const MIN_COMPRESSION = 1 / 20;
/** Milliseconds after which the data of a saved file is released: the browser reads it in its own time. */
const RELEASE_DELAY = 60_000;

export function saveMenu(desk: Desk, place: HTMLElement): void {
  const groups = GROUPS.map((tasks) => tasks.map((task) => drawItem(task)));
  const items = groups.flatMap((group) => group.map(({ node }) => node));
  const menu = el(
    'div',
    { id: 'share-menu', class: 'menu', role: 'menu', 'aria-labelledby': 'share', hidden: true },
    ...groups.flatMap((group, i) => [i ? el('div', { role: 'separator' }) : null, ...group.map(({ node }) => node)]),
  );
  const button = el('button', {
    type: 'button',
    id: 'share',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    'aria-controls': 'share-menu',
    data: { words: 'page.share' },
  });
  place.classList.add('share');
  place.append(button, menu);

  const open = (at: number) => {
    for (const item of items) item.setAttribute('aria-disabled', String(!desk.diff.report));
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    items.at(at)?.focus();
  };
  const close = (focusButton: boolean) => {
    if (menu.hidden) return;
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (focusButton) button.focus();
  };
  button.addEventListener('click', () => (menu.hidden ? open(0) : close(true)));
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 0 : -1);
  });
  menu.addEventListener('keydown', (event) => steer(event, items, close));
  for (const { node, task } of groups.flat()) {
    node.addEventListener('click', () => {
      close(true);
      void perform(desk, task);
    });
  }
  place.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && place.contains(relatedTarget))) close(false);
  });
  addEventListener('pointerdown', (event) => !event.composedPath().includes(place) && close(false), { capture: true });
}

const drawItem = (task: Task) => ({
  task,
  node: el('button', { type: 'button', role: 'menuitem', tabindex: '-1', data: { words: `out.${task}`, do: task } }),
});

/** Arrows, Home and End go from item to item, a letter to the next item that begins with it, Escape and Tab out. */
function steer(event: KeyboardEvent, items: readonly HTMLElement[], close: (focusButton: boolean) => void): void {
  const { key } = event;
  const at = items.findIndex((item) => item === event.target);
  const steps: Partial<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1 + items.length,
    Home: 0,
    End: items.length - 1,
  };
  const step = steps[key];
  if (key === 'Tab') {
    close(true);
  } else if (key === 'Escape') {
    event.preventDefault();
    close(true);
  } else if (step !== undefined) {
    event.preventDefault();
    items[step % items.length]?.focus();
  } else if (key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const letter = key.toLocaleLowerCase();
    const inTurn = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    const next = inTurn.find(({ textContent }) => textContent.toLocaleLowerCase().startsWith(letter));
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** Does what an item says, and says that it is done. */
async function perform(desk: Desk, task: Task): Promise<void> {
  const { diff } = desk;
  const i18n = desk.i18n();
  if (!diff.report) {
    desk.say(i18n.t('out.none'), 'failure');
    return;
  }
  if (task === 'print') {
    print();
    return;
  }
  const { report, before, after, hide } = diff;
  const model = buildModel(report, before, after);
  const context: RenderContext = { model, shown: filterFor(hide), i18n };
  const toMarkdownFile = () => toMarkdown(context, { furniture: !hide.includes('furniture') });
  const now = new Date();
  const nameOf = (ending: string) => fileName(titleOf(model), now, ending);
  switch (task) {
    case 'copy.summary':
      return copy(desk, summaryText(model, i18n), i18n.t('out.copied'));
    case 'copy.list':
      return copy(desk, changeListText(context), i18n.t('out.copied'), changeListHtml(context));
    case 'copy.correction':
      return copyCorrection(desk, correctionText(model, i18n));
    case 'copy.markdown':
      return copy(desk, toMarkdownFile(), i18n.t('out.copied'));
    case 'copy.result':
      return copy(desk, after, i18n.t('out.copied'));
    case 'copy.link':
      return copyLink(desk, before, after, { view: diff.view, hide, change: diff.change });
    case 'save.html':
      return save(desk, nameOf('html'), 'text/html', toHtml(model, hide, i18n, now));
    case 'save.docx':
      return save(desk, nameOf('docx'), DOCX, toDocx(model, context.shown, now));
    case 'save.markdown':
      return save(desk, nameOf('md'), 'text/markdown', toMarkdownFile());
    case 'save.json':
      return save(desk, nameOf('json'), 'application/json', toJson(model));
  }
}

/** Copies a text; `html` is the same for programs that show formatted text. Then it says `done`. */
async function copy(desk: Desk, text: string, done: string, html?: string): Promise<void> {
  const blob = (content: string, type: string) => new Blob([content], { type });
  try {
    if (html && 'ClipboardItem' in globalThis) {
      const kinds = { 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') };
      await navigator.clipboard.write([new ClipboardItem(kinds)]);
    } else await navigator.clipboard.writeText(text);
    desk.say(done);
  } catch {
    desk.say(desk.i18n().t('entry.uncopied'), 'failure');
  }
}

async function copyCorrection(desk: Desk, text: string): Promise<void> {
  const i18n = desk.i18n();
  if (text) await copy(desk, text, i18n.t('out.correction.done'));
  else desk.say(i18n.t('out.correction.none'), 'failure');
}

/** Copies a link to the change that the reader is at. */
export const copyLinkToChange = (desk: Desk): void => void perform(desk, 'copy.link');

async function copyLink(desk: Desk, before: string, after: string, reading: LinkedReading): Promise<void> {
  const i18n = desk.i18n();
  if (!('CompressionStream' in globalThis)) {
    desk.say(i18n.t('in.error.unsupported'), 'failure');
    return;
  }
  const isFarTooLong = (before.length + after.length) * MIN_COMPRESSION > MAX_LINK_LENGTH;
  const fragment = isFarTooLong ? null : await toFragment(before, after, reading);
  if (!fragment || fragment.length > MAX_LINK_LENGTH) {
    desk.say(i18n.t('out.link.large'), 'failure');
    return;
  }
  const link = new URL(fragment, location.href).href;
  await copy(desk, link, i18n.t('out.link.done', { n: link.length }));
}

function save(desk: Desk, name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const isText = typeof content === 'string';
  const url = URL.createObjectURL(new Blob([content], { type: isText ? `${type};charset=utf-8` : type }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_DELAY);
  desk.say(desk.i18n().t('out.saved', { name }));
}
