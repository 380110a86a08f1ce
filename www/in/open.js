// Files into the page: chosen, dropped anywhere, or pasted as files. One goes to the side that is free, two are Before
// and After. Nothing that is there already is replaced without a question.
import { ask } from './ask.js';
import { ACCEPT, LARGE_FILE, readFile } from './read.js';
import { Unreadable } from './unreadable.js';

const SIDES = ['before', 'after'];

/**
 * @typedef {object} Desk what the page lends to this
 * @property {HTMLElement & { before: string, after: string }} diff
 * @property {() => import('../words.js').Words} words those of the moment
 * @property {(sentence: string, how?: 'failure') => void} say
 * @property {(texts: { before?: string, after?: string }) => void} take puts texts into the widget and keeps them
 */

/** @param {Desk} desk @param {HTMLElement} button */
export function openFiles(desk, button) {
  const chooser = Object.assign(document.createElement('input'), { type: 'file', multiple: true, accept: ACCEPT, hidden: true, id: 'files' });
  button.after(chooser);
  button.addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', () => {
    const files = [...chooser.files];
    // The same file, chosen again, is a choice again.
    chooser.value = '';
    receive(desk, files, null);
  });
  listenForDrops((files, side) => receive(desk, files, side));
  document.addEventListener('paste', (event) => {
    const { files, types } = event.clipboardData ?? {};
    // An image copied from a page comes with its markup: that is no file that somebody meant to open.
    if (!files?.length || types.includes('text/plain') || types.includes('text/html')) return;
    event.preventDefault();
    receive(desk, [...files], sideOf(event));
  }, { capture: true });
}

const holdsFiles = ({ dataTransfer }) => Boolean(dataTransfer?.types.includes('Files'));

/** Which field lies under an event, if one does. */
function sideOf(event) {
  const editor = event.composedPath().find((node) => node.part?.contains('editor'));
  return editor ? SIDES.find((side) => editor.part.contains(side)) ?? null : null;
}

/** The whole window takes files; dropped beside a mark they would otherwise replace the page. */
function listenForDrops(onfiles) {
  let depth = 0;
  const show = (on) => document.documentElement.classList.toggle('dropping', on);
  const listen = (type, handle) => addEventListener(type, (event) => { if (holdsFiles(event)) handle(event); }, { capture: true });
  listen('dragenter', (event) => { event.preventDefault(); depth++; show(true); });
  listen('dragover', (event) => { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; });
  listen('dragleave', () => { depth = Math.max(0, depth - 1); if (!depth) show(false); });
  listen('drop', (event) => {
    event.preventDefault();
    event.stopPropagation();
    depth = 0;
    show(false);
    onfiles([...event.dataTransfer.files], sideOf(event));
  });
}

/** @param {Desk} desk @param {File[]} files @param {'before' | 'after' | null} wanted the side that was pointed at */
async function receive(desk, files, wanted) {
  const words = desk.words();
  if (!files.length) return;
  if (files.length > 2) return desk.say(words.t('in.error.many'), 'failure');
  const read = [];
  for (const file of files) {
    const text = await readOrTell(desk, file);
    if (text === null) return;
    read.push({ name: file.name, text });
  }
  const [first, second] = read;
  if (second) return placeBoth(desk, first, second);
  await placeOne(desk, first, wanted);
}

/** One file → its text, or null where it cannot be read or nobody wants to wait for it. */
async function readOrTell(desk, file) {
  const words = desk.words();
  if (file.size > LARGE_FILE) {
    const size = new Intl.NumberFormat(words.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }).format(file.size / 1e6);
    const answer = await ask(words.t('in.ask.large', { name: file.name, size }), [['read', words.t('in.read')], ['cancel', words.t('in.cancel')]]);
    if (answer !== 'read') return null;
  }
  desk.say(words.t('in.reading', { name: file.name }));
  try {
    return await readFile(file);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    desk.say(words.t(`in.error.${error.code}`, { name: file.name }), 'failure');
    return null;
  }
}

async function placeBoth(desk, first, second) {
  const words = desk.words();
  const names = { first: first.name, second: second.name };
  if (desk.diff.before || desk.diff.after) {
    const answer = await ask(words.t('in.ask.replace', names), [['replace', words.t('in.replace')], ['cancel', words.t('in.cancel')]]);
    if (answer !== 'replace') return desk.say('');
  }
  desk.take({ before: first.text, after: second.text });
  desk.say(words.t('in.opened.two', names));
}

async function placeOne(desk, { name, text }, wanted) {
  const words = desk.words();
  const { diff } = desk;
  let side = wanted && !diff[wanted] ? wanted : SIDES.find((free) => !diff[free] && !wanted);
  side ??= await ask(words.t('in.ask.side', { name }),
    [...(wanted ? [wanted] : SIDES).map((one) => [one, words.t(`side.${one}`)]), ['cancel', words.t('in.cancel')]]);
  if (side === 'cancel') return desk.say('');
  desk.take({ [side]: text });
  desk.say(words.t('in.opened.one', { name, side: words.t(`side.${side}`) }));
}
