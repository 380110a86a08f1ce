// The page: a host of <article-diff> like any other, with no private access. It keeps the texts over a reload, takes them
// from files and links, gives the result away, loads the example, and sets theme and language.
import { firstNeeds } from './preload.js';
import './element/define.js';
import { carriesTexts, fromFragment, readingOf } from './export/link.js';
import { copyLinkToChange, saveMenu } from './export/share-menu.js';
import { plain, type Translator } from './i18n/format.js';
import { LANGUAGES, bestLanguage, english, translatorFor } from './i18n/languages.js';
import type { MessageKey } from './i18n/messages.js';
import type { Desk } from './import/desk.js';
import { openFiles } from './import/open.js';
import { takeTextAnywhere } from './import/text-anywhere.js';
import { versionTools } from './import/version-tools.js';
import {
  DEFAULT_PERIOD,
  PERIOD,
  PERIODS,
  dropAside,
  forgetTexts,
  keepTexts,
  keptAside,
  keptPeriod,
  keptTexts,
  moveAside,
  putAside,
  setKeptPeriod,
  settings,
  type Kept,
} from './kept-texts.js';
import { workOffline } from './offline/register.js';
import { RecentList } from './recent.js';
import { chainOf, showVersions, versionsOf, type KeptVersion } from './version-chain.js';
import { drawIcon } from './view/icons.js';

/** An element of the page; index.html has them all. */
function find<E extends Element>(selector: string): E {
  return document.querySelector<E>(selector)!;
}

const diff = find<HTMLElementTagNameMap['article-diff']>('#diff');
const keep = find<HTMLSelectElement>('#keep');
const kept = find<HTMLElement>('#kept');
const theme = find<HTMLSelectElement>('#theme');
const language = find<HTMLSelectElement>('#language');
const aside = find<HTMLElement>('#aside');
const settingsMenu = find<HTMLDetailsElement>('#settings');

// --- texts ---------------------------------------------------------------------------------------------------

const NOTHING: Kept = { versions: [], before: '', after: '', nameBefore: '', nameAfter: '', reviewed: [] };
/** Milliseconds of rest before the texts are written to storage. */
const REST = 400;
let waiting: ReturnType<typeof setTimeout> | undefined;
/** Whether the reader knows already that the texts could not be kept. */
let saidUnkept = false;
/** Whether the texts are those of a link, as they came. */
let showsLink = false;
/** What a link took the place of: it waits until it is asked for. */
let own: Kept | null = null;

/** What the widget has; null for no text. */
function shownNow(): Kept | null {
  const { textBefore: before, textAfter: after, nameBefore, nameAfter, reviewed } = diff;
  return before || after ? { versions: chainOf(diff), before, after, nameBefore, nameAfter, reviewed } : null;
}

/**
 * From now on the texts are the reader's own, and a reload shall not bring back those of the link. What the reader had
 * before the link is put aside: it must not be written over.
 */
function leaveLink(): void {
  if (!carriesTexts(location.hash)) return;
  history.replaceState(null, '', location.pathname + location.search);
  showsLink = false;
  if (own) setAside(own);
}

function setAside(kept: Kept): void {
  putAside(kept);
  recent.update();
}

function save(): void {
  leaveLink();
  keepNow();
}

function keepNow(): void {
  clearTimeout(waiting);
  waiting = undefined;
  const was = keptTexts();
  const now = shownNow();
  // All texts were taken away: that may have been a slip.
  if (!now && was && (was.versions.length || (was.before && was.after))) setAside(was);
  const isKept = keepTexts(now ?? NOTHING);
  // Once, and again only after the texts could be kept for a while.
  if (!isKept && !saidUnkept) say(translator.t('page.unkept'), 'failure');
  saidUnkept = !isKept;
  tellKept(isKept && now !== null);
}

/** Says beside the promise how long the texts are kept. */
function tellKept(areKept: boolean): void {
  const period = keptPeriod();
  const words: MessageKey | null = areKept && period !== 'no' ? `page.kept.${period}` : null;
  if (words) kept.dataset.words = words;
  else delete kept.dataset.words;
  kept.textContent = words ? translator.t(words) : '';
}

/** Offers a comparison to come back to; none: offers nothing. */
function offer(texts: Kept | null): void {
  own = texts;
  aside.hidden = !texts;
}

/** Shows what was put aside, and puts aside what was shown. */
function bringBack(texts: Kept): void {
  // A link can be opened again. What was written meanwhile cannot, so both change places.
  const other = showsLink ? null : shownNow();
  offer(null);
  if ('at' in texts) dropAside(Number(texts.at));
  Object.assign(diff, texts);
  save();
  if (other) setAside(other);
  offer(other);
  recent.update();
}
find('#back').addEventListener('click', () => {
  const texts = own && (keptAside().find(({ before, after }) => before === own?.before && after === own.after) ?? own);
  if (texts) bringBack(texts);
});
const recent = new RecentList(find('#recent'), () => translator, bringBack);

function restore(): void {
  offer(keptAside()[0] ?? null);
  const texts = keptTexts();
  if (texts) Object.assign(diff, texts);
  tellKept(texts !== null);
}

/** What was chosen in another tab holds here, too. */
function obeyOtherTabs(): void {
  const period = keptPeriod();
  if (keep.value === period) return;
  keep.value = period;
  if (period === 'no') forgetTexts();
  recent.update();
  tellKept(Boolean(diff.before || diff.after));
}

for (const type of ['article-diff-input', 'article-diff-names', 'article-diff-reviewed'] as const) {
  diff.addEventListener(type, () => {
    // At once: a page that is being left can no longer change its address.
    leaveLink();
    clearTimeout(waiting);
    waiting = setTimeout(save, REST);
  });
}
// A page that nobody sees may be frozen, or ended without a further word.
document.addEventListener('visibilitychange', () => {
  if (waiting && document.hidden) save();
});
addEventListener('pagehide', () => {
  if (waiting) save();
});
// A page that comes back as it was left has heard nothing meanwhile.
addEventListener('pageshow', obeyOtherTabs);
addEventListener('storage', ({ key }) => {
  if (key === PERIOD || key === null) obeyOtherTabs();
});
keep.value = keptPeriod();
keep.addEventListener('change', () => {
  const isKept = setKeptPeriod(PERIODS.find((period) => period === keep.value) ?? DEFAULT_PERIOD);
  moveAside();
  save();
  recent.update();
  if (isKept) return;
  keep.value = keptPeriod();
  say(translator.t('page.unkept'), 'failure');
});

find('#example').addEventListener('click', async () => {
  const { before, after } = await exampleReady;
  take({ before, after });
});
// Fetched with the page, not on the click: once loaded, the page makes no request.
const exampleReady = import('./example.js');

// The address stays what it is: it may carry texts.
find('#skip').addEventListener('click', (event) => {
  event.preventDefault();
  diff.focus();
});

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

/** Puts texts into the widget and keeps them. A pair that others take the place of is put aside. */
const take: Desk['take'] = (texts) => {
  const was = shownNow();
  const isPair = texts.before !== undefined && texts.after !== undefined;
  const chain = chainOf(diff);
  const side = texts.before === undefined ? 'after' : 'before';
  const at = side === 'before' ? diff.versionBefore : diff.versionAfter;
  // What takes the place of a text that is a version takes its place among the versions.
  if (!isPair && chain[at]) {
    const name = (side === 'before' ? texts.nameBefore : texts.nameAfter) ?? chain[at].name;
    const versions = chain.map((version, i) => (i === at ? { name, text: texts[side] ?? '' } : version));
    takeVersions(versions, { before: diff.versionBefore, after: diff.versionAfter });
    return;
  }
  if (was?.before && was.after && isPair) setAside(was);
  Object.assign(diff, { reviewed: [] }, isPair && { versions: [] }, texts);
  save();
};

const takeVersions: Desk['takeVersions'] = (versions, compared) => {
  const was = shownNow();
  const isIn = (text: string): boolean => versions.some((version) => version.text === text);
  if (was && versionsOf(diff).some(({ text }) => !isIn(text))) setAside(was);
  showVersions(diff, versions, compared);
  save();
};

/** The versions that were there when both texts were taken away. */
let cleared: readonly KeptVersion[] = [];
diff.addEventListener('article-diff-input', ({ detail: { before, after } }) => {
  const chain = chainOf(diff);
  const isBack = [before, after].every((text) => cleared.some((version) => version.text === text));
  // Without texts there are no versions either; with them they come back.
  if (!before && !after && chain.length) {
    cleared = chain;
    diff.versions = [];
  } else if (isBack) {
    Object.assign(diff, { ...shownNow(), versions: cleared });
    cleared = [];
  }
});

let translator = english;
const desk: Desk = { diff, say, i18n: () => translator, take, takeVersions };
// On a narrow screen they are all that is seen of both buttons.
find('#open').prepend(drawIcon('open'));
find('#settings summary').prepend(drawIcon('settings'));
const chooseVersions = openFiles(desk, find('#open'), find('#encodings'));
const { add: addVersion } = versionTools(
  desk,
  { add: find('#add-version'), arrange: find('#arrange') },
  chooseVersions,
);
takeTextAnywhere(desk, (text) => void addVersion(text));
saveMenu(desk, find('#export'));
find('#link-change').addEventListener('click', () => copyLinkToChange(desk));

/** Texts that came with a link are shown, and kept only once somebody works with them. */
async function takeLink(): Promise<void> {
  const { hash } = location;
  if (waiting) keepNow();
  // A tab that has just been opened shows nothing yet; what it keeps is what it would have shown.
  const mine = showsLink ? null : (shownNow() ?? keptTexts());
  const words = await translated;
  try {
    const { compared, versions = [], ...texts } = await fromFragment(hash);
    const linked = versions.length ? versions.map(({ text }) => text) : [texts.before, texts.after];
    const isOther =
      mine &&
      [mine.before, mine.after, ...mine.versions.map(({ text }) => text)].some(
        (text) => text && !linked.includes(text),
      );
    // Of two links in a row, the texts of the first are nobody's work.
    if (!showsLink) offer(isOther ? mine : (keptAside()[0] ?? null));
    Object.assign(diff, NOTHING, texts);
    if (versions.length) showVersions(diff, versions, compared);
    Object.assign(diff, readingOf(hash));
    showsLink = true;
    say(words.t('in.link'));
  } catch {
    if (!shownNow()) restore();
    say(words.t('in.error.link'), 'failure');
  }
}
addEventListener('hashchange', () => {
  if (carriesTexts(location.hash)) void takeLink();
});

// --- reading, theme, language --------------------------------------------------------------------------------

diff.addEventListener('article-diff-view', ({ detail }) => {
  settings.set('view', detail.view);
  settings.set('hide', detail.hide.join(' '));
});
// On a narrow screen one text reads better than two that stand one above the other.
diff.setAttribute(
  'view',
  settings.get('view') ?? (matchMedia('(max-width: 40rem)').matches ? 'inline' : 'side-by-side'),
);
const hidden = settings.get('hide');
if (hidden !== null) diff.hide = hidden;

function setTheme(name: string): void {
  document.documentElement.dataset.theme = name;
  theme.value = name;
}
setTheme(['light', 'dark'].find((name) => name === settings.get('theme')) ?? 'auto');
theme.addEventListener('change', () => {
  setTheme(theme.value);
  settings.set('theme', theme.value);
});

async function translate(tag: string): Promise<Translator> {
  translator = await translatorFor(tag);
  document.documentElement.lang = translator.language;
  document.documentElement.dir = translator.dir;
  diff.lang = translator.language;
  for (const node of document.querySelectorAll<HTMLElement>('[data-words]')) {
    node.textContent = plain(translator.t(node.dataset.words as MessageKey));
  }
  find<HTMLElement>('#add-version').title = translator.t('versions.add');
  for (const node of document.querySelectorAll<HTMLElement>('[data-label]')) {
    node.setAttribute('aria-label', translator.t(node.dataset.label as MessageKey));
  }
  language.value = translator.language;
  recent.update();
  return translator;
}
// The names of languages take a browser some 30 ms, and nobody sees them before the settings are open.
settingsMenu.addEventListener(
  'toggle',
  () => {
    for (const tag of LANGUAGES) {
      language.append(new Option(new Intl.DisplayNames([tag], { type: 'language' }).of(tag), tag));
    }
    language.value = translator.language;
  },
  { once: true },
);
/** The language that the address asks for, as in `?lang=de`. */
const LANGUAGE_PARAMETER = 'lang';
const address = new URL(location.href);
language.addEventListener('change', () => {
  void translate(language.value);
  settings.set('language', language.value);
  // From now on it is the choice that holds.
  const now = new URL(location.href);
  now.searchParams.delete(LANGUAGE_PARAMETER);
  history.replaceState(null, '', now);
});
// All of them, behind what the first result needs: once loaded, the page makes no request.
void firstNeeds.then(() => LANGUAGES.forEach((tag) => void translatorFor(tag)));
const translated = translate(
  bestLanguage(address.searchParams.get(LANGUAGE_PARAMETER), settings.get('language'), ...navigator.languages),
);

settingsMenu.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !settingsMenu.open) return;
  settingsMenu.open = false;
  settingsMenu.querySelector('summary')?.focus();
});
settingsMenu.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget && !settingsMenu.contains(relatedTarget as Node)) settingsMenu.open = false;
});

if (carriesTexts(location.hash)) void takeLink();
else restore();

// Only where the page is served as it was built: not while it is worked on, and not as one file from disk.
if (import.meta.env?.PROD) {
  const newVersion = async (): Promise<void> => say((await translated).t('page.update'));
  addEventListener('load', () => void workOffline(() => void newVersion()));
}
