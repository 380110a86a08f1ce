// The menu "Save / Share": a menu button as the ARIA Authoring Practices describe it. It takes what the widget shows, and
// gives it to the clipboard, to a file, to a link or to the printer.
import type { Desk } from '../import/desk.js';
import type { MessageKey, MessageValues } from '../i18n/messages.js';
import { el } from '../view/dom.js';
import { filterFor } from '../view/model/filters.js';
import { buildModel } from '../view/model/model.js';
import { toHtml } from './html.js';
import { toJson } from './json.js';
import { MAX_LINK_LENGTH, toFragment } from './link.js';
import { toMarkdown } from './markdown.js';
import { summaryText } from './summary.js';

/** What the items do, in their groups. The names are also the ends of the keys of their texts. */
const GROUPS = [
  ['copy.summary', 'copy.markdown', 'copy.link'],
  ['save.html', 'save.markdown', 'save.json'],
  ['print'],
] as const;

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
  const toMarkdownFile = () =>
    toMarkdown({ model, shown: filterFor(hide), i18n }, { furniture: !hide.includes('furniture') });
  switch (task) {
    case 'copy.summary':
      return copy(desk, summaryText(model, i18n), 'out.copied');
    case 'copy.markdown':
      return copy(desk, toMarkdownFile(), 'out.copied');
    case 'copy.link':
      return copyLink(desk, before, after);
    case 'save.html':
      return save(desk, 'article-diff.html', 'text/html', toHtml(model, hide, i18n, new Date()));
    case 'save.markdown':
      return save(desk, 'article-diff.md', 'text/markdown', toMarkdownFile());
    case 'save.json':
      return save(desk, 'article-diff.json', 'application/json', toJson(model));
  }
}

async function copy(desk: Desk, text: string, done: MessageKey, values?: MessageValues): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    desk.say(desk.i18n().t(done, values));
  } catch {
    desk.say(desk.i18n().t('entry.uncopied'), 'failure');
  }
}

async function copyLink(desk: Desk, before: string, after: string): Promise<void> {
  const i18n = desk.i18n();
  if (!('CompressionStream' in globalThis)) {
    desk.say(i18n.t('in.error.unsupported'), 'failure');
    return;
  }
  const isFarTooLong = (before.length + after.length) * MIN_COMPRESSION > MAX_LINK_LENGTH;
  const fragment = isFarTooLong ? null : await toFragment(before, after);
  if (!fragment || fragment.length > MAX_LINK_LENGTH) {
    desk.say(i18n.t('out.link.large'), 'failure');
    return;
  }
  const link = new URL(fragment, location.href).href;
  await copy(desk, link, 'out.link.done', { n: link.length });
}

function save(desk: Desk, name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_DELAY);
  desk.say(desk.i18n().t('out.saved', { name }));
}
