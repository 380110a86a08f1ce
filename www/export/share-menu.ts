// The menu "Save / Share": a menu button as the ARIA Authoring Practices describe it. It takes what the widget shows, and
// gives it to the clipboard, to a file, to a link or to the printer. What makes texts and files of it is loaded later.
import type { Desk } from '../import/desk.js';
import { LaterPart } from '../load-later.js';
import { chainOf } from '../version-chain.js';
import { el } from '../view/dom.js';
import { drawIcon } from '../view/icons.js';
import { copyWhenMade, saveWhenMade } from './hand-over.js';
import type { LinkedVersions } from './link.js';
import type { CopyTask, SaveTask, Shown } from './results.js';

/** What the items do, in their groups. The names are also the ends of the keys of their texts. */
const GROUPS = [
  ['copy.summary', 'copy.list', 'copy.correction', 'copy.markdown', 'copy.result', 'copy.link'],
  ['save.html', 'save.docx', 'save.markdown', 'save.json'],
  ['print'],
] as const;

type Task = (typeof GROUPS)[number][number];

/** Tasks whose text is copied as formatted text, too. */
const FORMATTED: ReadonlySet<Task> = new Set(['copy.list']);

const results = new LaterPart(() => import('./results.js'));

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
  });
  results.loadWhenIdle();
  button.append(drawIcon('share'), el('span', { data: { words: 'page.share' } }));
  place.classList.add('share');
  place.append(button, menu);

  const open = (at: number) => {
    // Whoever opens the menu is about to want it; what cannot be had now is told when an item is chosen.
    results.load().catch(() => {});
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
      perform(desk, task);
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
function perform(desk: Desk, task: Task): void {
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
  const { report, documents, view, hide, change, nameBefore, nameAfter } = diff;
  // Of HTML, the report counts in the text that was read from it.
  const before = documents.before?.text ?? diff.before;
  const after = documents.after?.text ?? diff.after;
  const reading = { view, hide, change, nameBefore, nameAfter };
  const shown: Shown = { report, before, after, documents, chain: linkedVersions(diff), ...reading, i18n };
  if (isCopy(task)) {
    const making = results.load().then(({ copiedText }) => copiedText(task, shown));
    void copyWhenMade(desk, making, FORMATTED.has(task));
  } else {
    const making = results.load().then(({ savedFile }) => savedFile(task, shown));
    void saveWhenMade(desk, making);
  }
}

/** The versions that both texts are two of; null where they are not. */
function linkedVersions(diff: Desk['diff']): LinkedVersions | null {
  const { versionBefore: before, versionAfter: after } = diff;
  return before < 0 || after < 0 ? null : { versions: chainOf(diff), compared: { before, after } };
}

/** Copies a link to the change that the reader is at. */
export const copyLinkToChange = (desk: Desk): void => perform(desk, 'copy.link');

const isCopy = (task: CopyTask | SaveTask): task is CopyTask => task.startsWith('copy.');
