// The page: a guest of <article-diff> like any other, with no private doors. It keeps the texts over a reload, takes
// them from files and links, gives the result away, loads the example, and sets theme and language.
import './warm.js';
import './define.js';
import { openFiles } from './in/open.js';
import { carriesTexts, fromFragment } from './out/link.js';
import { saveMenu } from './out/menu.js';
import { LANGUAGES, bestLanguage, english, plain, wordsFor } from './words.js';

const diff = document.querySelector('#diff');
const keep = document.querySelector('#keep');
const theme = document.querySelector('#theme');
const language = document.querySelector('#language');
const settings = document.querySelector('#settings');

/** Storage that may be forbidden or full: then nothing is kept, and the page works all the same. */
const store = {
  get(name) { try { return localStorage.getItem(`article-diff.${name}`); } catch { return null; } },
  set(name, value) { try { localStorage.setItem(`article-diff.${name}`, value); return true; } catch { return false; } },
  remove(name) { try { localStorage.removeItem(`article-diff.${name}`); } catch { /* nothing was kept */ } },
};

// --- texts ---------------------------------------------------------------------------------------------------

/** Milliseconds of rest before the texts are written to storage. */
const REST = 400;
let waiting = 0;

function save() {
  clearTimeout(waiting);
  const { before, after } = diff;
  // From now on the texts are the reader's own, and a reload shall not bring back those of the link.
  if (carriesTexts(location.hash)) history.replaceState(null, '', location.pathname + location.search);
  // Texts that no longer fit must not leave an older pair behind.
  if (!keep.checked || !(before || after) || !store.set('texts', JSON.stringify({ before, after }))) store.remove('texts');
}

function restore() {
  try {
    const { before, after } = JSON.parse(store.get('texts')) ?? {};
    if (typeof before === 'string') diff.before = before;
    if (typeof after === 'string') diff.after = after;
  } catch { store.remove('texts'); }
}

diff.addEventListener('article-diff-input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(save, REST);
});
addEventListener('pagehide', () => { if (waiting) save(); });

keep.checked = store.get('keep') !== 'no';
keep.addEventListener('change', () => {
  store.set('keep', keep.checked ? 'yes' : 'no');
  save();
});

document.querySelector('#example').addEventListener('click', async () => {
  const example = await exampleReady;
  diff.before = example.before;
  diff.after = example.after;
  save();
});
// Fetched with the page, not on the click: once loaded, the page makes no request.
const exampleReady = import('./example.js');

// --- files, links, saving ------------------------------------------------------------------------------------

/** Milliseconds that a sentence about something done stays in sight. */
const SENTENCE = 8000;
const notes = { done: document.querySelector('#said'), failure: document.querySelector('#warned') };
let fading = 0;

/** Tells in a sentence what was done, or what was not. */
function say(sentence, how = 'done') {
  clearTimeout(fading);
  for (const [name, note] of Object.entries(notes)) note.textContent = name === how ? sentence : '';
  // A failure stays until something else is said.
  if (how === 'done') fading = setTimeout(() => { notes.done.textContent = ''; }, SENTENCE);
}

let spoken = english;
const desk = {
  diff,
  say,
  words: () => spoken,
  take(texts) {
    Object.assign(diff, texts);
    save();
  },
};
openFiles(desk, document.querySelector('#open'));
saveMenu(desk, document.querySelector('#export'));

/** Texts that came with a link are shown, and kept only once somebody works with them. */
async function takeLink() {
  const { hash } = location;
  const words = await speaking;
  try {
    Object.assign(diff, await fromFragment(hash));
    say(words.t('in.link'));
  } catch { say(words.t('in.error.link'), 'failure'); }
}
addEventListener('hashchange', () => { if (carriesTexts(location.hash)) takeLink(); });

// --- reading, theme, language --------------------------------------------------------------------------------

diff.addEventListener('article-diff-view', ({ detail }) => {
  store.set('view', detail.view);
  store.set('hide', detail.hide.join(' '));
});
// On a narrow screen one text reads better than two that stand one above the other.
diff.view = store.get('view') ?? (matchMedia('(max-width: 40rem)').matches ? 'inline' : 'side-by-side');
if (store.get('hide') !== null) diff.hide = store.get('hide');

function wear(name) {
  document.documentElement.dataset.theme = name;
  theme.value = name;
}
wear(['light', 'dark'].includes(store.get('theme')) ? store.get('theme') : 'auto');
theme.addEventListener('change', () => { wear(theme.value); store.set('theme', theme.value); });

async function speak(tag) {
  const words = await wordsFor(tag);
  spoken = words;
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.dir;
  diff.lang = words.language;
  for (const node of document.querySelectorAll('[data-words]')) node.textContent = plain(words.t(node.dataset.words));
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', words.t(node.dataset.label));
  language.value = words.language;
  return words;
}
// The names of languages take a browser some 30 ms, and nobody sees them before the settings are open.
settings.addEventListener('toggle', () => {
  for (const tag of LANGUAGES) language.append(new Option(new Intl.DisplayNames([tag], { type: 'language' }).of(tag), tag));
  language.value = spoken.language;
}, { once: true });
language.addEventListener('change', () => { speak(language.value); store.set('language', language.value); });
// All of them now, for the same reason.
for (const tag of LANGUAGES) wordsFor(tag);
const speaking = speak(store.get('language') ?? bestLanguage(...navigator.languages));

settings.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && settings.open) { settings.open = false; settings.querySelector('summary').focus(); }
});
settings.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget && !settings.contains(relatedTarget)) settings.open = false;
});

if (carriesTexts(location.hash)) takeLink();
else restore();
