// The page: a host of <article-diff> like any other, with no private access. It keeps the texts over a reload, takes them
// from files and links, gives the result away, loads the example, and sets theme and language.
import './engine/preload.js';
import './element/define.js';
import { carriesTexts, fromFragment } from './export/link.js';
import { saveMenu } from './export/share-menu.js';
import { plain, type Translator } from './i18n/format.js';
import { LANGUAGES, bestLanguage, english, translatorFor } from './i18n/languages.js';
import type { MessageKey } from './i18n/messages.js';
import type { Desk } from './import/desk.js';
import { openFiles } from './import/open.js';
import type { Both } from './sides.js';

/** An element of the page; index.html has them all. */
function find<E extends Element>(selector: string): E {
  return document.querySelector<E>(selector)!;
}

const diff = find<HTMLElementTagNameMap['article-diff']>('#diff');
const keep = find<HTMLInputElement>('#keep');
const theme = find<HTMLSelectElement>('#theme');
const language = find<HTMLSelectElement>('#language');
const settings = find<HTMLDetailsElement>('#settings');

/** Storage that may be forbidden or full: then nothing is kept, and the page works all the same. */
const store = {
  get(name: string): string | null {
    try {
      return localStorage.getItem(`article-diff.${name}`);
    } catch {
      return null;
    }
  },
  /** Whether it could be kept. */
  set(name: string, value: string): boolean {
    try {
      localStorage.setItem(`article-diff.${name}`, value);
      return true;
    } catch {
      return false;
    }
  },
  remove(name: string): void {
    try {
      localStorage.removeItem(`article-diff.${name}`);
    } catch {
      // Nothing was kept.
    }
  },
};

// --- texts ---------------------------------------------------------------------------------------------------

/** Milliseconds of rest before the texts are written to storage. */
const REST = 400;
let waiting: ReturnType<typeof setTimeout> | undefined;
/** Whether the reader knows already that the texts could not be kept. */
let saidUnkept = false;

/** From now on the texts are the reader's own, and a reload shall not bring back those of the link. */
function leaveLink(): void {
  if (carriesTexts(location.hash)) history.replaceState(null, '', location.pathname + location.search);
}

function save(): void {
  clearTimeout(waiting);
  waiting = undefined;
  leaveLink();
  const { before, after } = diff;
  // Texts that no longer fit must not leave an older pair behind.
  const wanted = keep.checked && Boolean(before || after);
  const isKept = wanted && store.set('texts', JSON.stringify({ before, after }));
  if (!isKept) store.remove('texts');
  // Once, and again only after the texts could be kept for a while.
  if (wanted && !isKept && !saidUnkept) say(translator.t('page.unkept'), 'failure');
  saidUnkept = wanted && !isKept;
}

function restore(): void {
  if (!keep.checked) return;
  try {
    const { before, after } = (JSON.parse(store.get('texts') ?? 'null') ?? {}) as Record<string, unknown>;
    if (typeof before === 'string') diff.before = before;
    if (typeof after === 'string') diff.after = after;
  } catch {
    store.remove('texts');
  }
}

diff.addEventListener('article-diff-input', () => {
  // At once: a page that is being left can no longer change its address.
  leaveLink();
  clearTimeout(waiting);
  waiting = setTimeout(save, REST);
});
addEventListener('pagehide', () => {
  if (waiting) save();
});

keep.checked = store.get('keep') !== 'no';
// What was chosen in another tab holds here, too.
addEventListener('storage', ({ key }) => {
  if (key === 'article-diff.keep') keep.checked = store.get('keep') !== 'no';
});
keep.addEventListener('change', () => {
  store.set('keep', keep.checked ? 'yes' : 'no');
  save();
});

find('#example').addEventListener('click', async () => {
  const { before, after } = await exampleReady;
  take({ before, after });
});
// Fetched with the page, not on the click: once loaded, the page makes no request.
const exampleReady = import('./example.js');

// --- files, links, saving ------------------------------------------------------------------------------------

/** Milliseconds that a sentence about something done stays in sight. */
const SENTENCE = 8000;
const notes = { done: find('#said'), failure: find('#warned') };
let fading: ReturnType<typeof setTimeout> | undefined;

/** Tells in a sentence what was done, or what was not. */
function say(sentence: string, how: 'done' | 'failure' = 'done'): void {
  clearTimeout(fading);
  notes.done.textContent = how === 'done' ? sentence : '';
  notes.failure.textContent = how === 'failure' ? sentence : '';
  // A failure stays until something else is said.
  if (how === 'done') fading = setTimeout(() => (notes.done.textContent = ''), SENTENCE);
}

/** Puts texts into the widget and keeps them. */
function take(texts: Partial<Both<string>>): void {
  Object.assign(diff, texts);
  save();
}

let translator = english;
const desk: Desk = { diff, say, i18n: () => translator, take };
openFiles(desk, find('#open'), find('#encodings'));
saveMenu(desk, find('#export'));

/** Texts that came with a link are shown, and kept only once somebody works with them. */
async function takeLink(): Promise<void> {
  const { hash } = location;
  const words = await translated;
  try {
    Object.assign(diff, await fromFragment(hash));
    say(words.t('in.link'));
  } catch {
    say(words.t('in.error.link'), 'failure');
  }
}
addEventListener('hashchange', () => {
  if (carriesTexts(location.hash)) void takeLink();
});

// --- reading, theme, language --------------------------------------------------------------------------------

diff.addEventListener('article-diff-view', ({ detail }) => {
  store.set('view', detail.view);
  store.set('hide', detail.hide.join(' '));
});
// On a narrow screen one text reads better than two that stand one above the other.
diff.setAttribute('view', store.get('view') ?? (matchMedia('(max-width: 40rem)').matches ? 'inline' : 'side-by-side'));
const hidden = store.get('hide');
if (hidden !== null) diff.hide = hidden;

function setTheme(name: string): void {
  document.documentElement.dataset.theme = name;
  theme.value = name;
}
setTheme(['light', 'dark'].find((name) => name === store.get('theme')) ?? 'auto');
theme.addEventListener('change', () => {
  setTheme(theme.value);
  store.set('theme', theme.value);
});

async function translate(tag: string): Promise<Translator> {
  translator = await translatorFor(tag);
  document.documentElement.lang = translator.language;
  document.documentElement.dir = translator.dir;
  diff.lang = translator.language;
  for (const node of document.querySelectorAll<HTMLElement>('[data-words]')) {
    node.textContent = plain(translator.t(node.dataset.words as MessageKey));
  }
  for (const node of document.querySelectorAll<HTMLElement>('[data-label]')) {
    node.setAttribute('aria-label', translator.t(node.dataset.label as MessageKey));
  }
  language.value = translator.language;
  return translator;
}
// The names of languages take a browser some 30 ms, and nobody sees them before the settings are open.
settings.addEventListener(
  'toggle',
  () => {
    for (const tag of LANGUAGES) {
      language.append(new Option(new Intl.DisplayNames([tag], { type: 'language' }).of(tag), tag));
    }
    language.value = translator.language;
  },
  { once: true },
);
language.addEventListener('change', () => {
  void translate(language.value);
  store.set('language', language.value);
});
// All of them now: once loaded, the page makes no request.
for (const tag of LANGUAGES) void translatorFor(tag);
const translated = translate(store.get('language') ?? bestLanguage(...navigator.languages));

settings.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !settings.open) return;
  settings.open = false;
  settings.querySelector('summary')?.focus();
});
settings.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget && !settings.contains(relatedTarget as Node)) settings.open = false;
});

if (carriesTexts(location.hash)) void takeLink();
else restore();
