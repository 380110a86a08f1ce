// The menu "Save / Share": a menu button as the ARIA Authoring Practices describe it. It asks the widget for what it
// shows, and hands it to the clipboard, to a file, to a link or to the printer.
import { el } from '../view/dom.js';
import { lensFor } from '../view/lens.js';
import { buildModel } from '../view/model.js';
import { toJson } from './json.js';
import { LONGEST_LINK, toFragment } from './link.js';
import { toMarkdown } from './markdown.js';
import { toHtml } from './saved.js';
import { summaryText } from './summary.js';

/** The items in their groups: what each does, which is also the end of the key of its words. */
const GROUPS = [['copy.summary', 'copy.markdown', 'copy.link'], ['save.html', 'save.markdown', 'save.json'], ['print']];

/**
 * @param {import('../in/open.js').Desk} desk
 * @param {HTMLElement} place
 */
export function saveMenu(desk, place) {
  const items = GROUPS.map((group) => group.map((name) => el('button', { type: 'button', role: 'menuitem', tabindex: '-1',
    data: { words: `out.${name}`, do: name } })));
  const menu = el('div', { id: 'share-menu', class: 'menu', role: 'menu', 'aria-labelledby': 'share', hidden: true },
    ...items.flatMap((group, i) => (i ? [el('div', { role: 'separator' }), ...group] : group)));
  const button = el('button', { type: 'button', id: 'share', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': 'share-menu',
    data: { words: 'page.share' } });
  place.classList.add('share');
  place.append(button, menu);
  const all = items.flat();

  const open = (at) => {
    for (const item of all) item.setAttribute('aria-disabled', String(!desk.diff.report));
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    all.at(at)?.focus();
  };
  const close = (back) => {
    if (menu.hidden) return;
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (back) button.focus();
  };
  button.addEventListener('click', () => (menu.hidden ? open(0) : close(true)));
  button.addEventListener('keydown', (event) => {
    if (!['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 0 : -1);
  });
  menu.addEventListener('keydown', (event) => steer(event, all, close));
  menu.addEventListener('click', ({ target }) => {
    const item = target.closest('[role=menuitem]');
    if (!item) return;
    close(true);
    act(desk, item.dataset.do);
  });
  place.addEventListener('focusout', ({ relatedTarget }) => { if (!place.contains(relatedTarget)) close(false); });
  addEventListener('pointerdown', (event) => { if (!event.composedPath().includes(place)) close(false); }, { capture: true });
}

/** Arrows, Home and End go from item to item, a letter to the next item that begins with it, Escape and Tab out. */
function steer(event, items, close) {
  const at = items.indexOf(event.target);
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 };
  if (event.key === 'Tab') return close(true);
  let next = null;
  if (event.key in steps) next = items[steps[event.key] % items.length];
  else if (event.key === 'Escape') close(true);
  else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const letter = event.key.toLocaleLowerCase();
    next = [...items.slice(at + 1), ...items.slice(0, at + 1)].find(({ textContent }) => textContent.toLocaleLowerCase().startsWith(letter));
    if (!next) return;
  } else return;
  event.preventDefault();
  next?.focus();
}

/** Does what an item says, and says that it did. */
async function act(desk, name) {
  const { diff, say } = desk;
  const words = desk.words();
  if (!diff.report) return say(words.t('out.none'), 'failure');
  if (name === 'print') return print();
  const { report, before, after, hide } = diff;
  const made = () => buildModel(report, before, after);
  const furniture = !hide.includes('furniture');
  const shown = lensFor(hide);
  switch (name) {
    case 'copy.summary': return copy(desk, summaryText(made(), words), 'out.copied');
    case 'copy.markdown': return copy(desk, toMarkdown(made(), shown, words, { furniture }), 'out.copied');
    case 'copy.link': return copyLink(desk, before, after);
    case 'save.html': return save(desk, 'article-diff.html', 'text/html', toHtml(made(), hide, words, new Date()));
    case 'save.markdown': return save(desk, 'article-diff.md', 'text/markdown', toMarkdown(made(), shown, words, { furniture }));
    default: return save(desk, 'article-diff.json', 'application/json', toJson({ report, texts: { before, after } }));
  }
}

async function copy({ say, words }, text, key, values) {
  try {
    await navigator.clipboard.writeText(text);
    say(words().t(key, values));
  } catch { say(words().t('entry.uncopied'), 'failure'); }
}

async function copyLink(desk, before, after) {
  const words = desk.words();
  if (!globalThis.CompressionStream) return desk.say(words.t('in.error.unsupported'), 'failure');
  // What is far too long packed is not worth packing: no prose shrinks to a twentieth.
  const fragment = before.length + after.length > LONGEST_LINK * 20 ? null : await toFragment(before, after);
  if (!fragment || fragment.length > LONGEST_LINK) {
    return desk.say(words.t('out.link.large', { most: LONGEST_LINK }), 'failure');
  }
  const link = new URL(fragment, location.href).href;
  await copy(desk, link, 'out.link.done', { n: link.length });
}

function save({ say, words }, name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  el('a', { href: url, download: name }).click();
  // The browser reads it in its own time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  say(words().t('out.saved', { name }));
}
