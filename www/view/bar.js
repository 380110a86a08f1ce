// The bar above the text: reading, presets, steps from change to change, tools; and below them the chips.
import { el, setText } from './dom.js';
import { Chips, drawPresets, drawSegments } from './chips.js';
import { PRESETS } from './lens.js';
import { KEYS } from './keys.js';

export const VIEWS = ['side-by-side', 'inline', 'changes'];

/** A button of the bar: its words are its name, and on a narrow bar its sign alone is seen. */
function tool(words, name, sign, onclick) {
  return el('button', { type: 'button', class: `tool tool-${name}`, part: `tool tool-${name}`, title: words.t(`tool.${name}`), onclick },
    el('span', { class: 'sign', 'aria-hidden': 'true' }, sign), el('span', { class: 'tool-name' }, words.t(`tool.${name}`)));
}

export class Bar {
  #said = '';   // the state that it shows, so that a keystroke that changes nothing of it costs nothing

  /**
   * @param {import('../words.js').Words} words
   * @param {Record<string, (argument?: any) => void>} actions view, preset, toggle, next, previous, edit, swap, clear, fold, find, speak
   */
  constructor(words, actions) {
    this.words = words;
    this.views = drawSegments(words.t('view.label'), VIEWS, (name) => words.t(`view.${name}`), actions.view);
    this.views.group.classList.add('views');
    this.presets = drawPresets(words, (name) => actions.preset(PRESETS[name]));
    this.chips = new Chips(words, actions.toggle);
    this.position = el('span', { class: 'position' }, words.t('nav.none'));
    this.previous = el('button', { type: 'button', class: 'icon', 'aria-label': words.t('nav.previous'), title: words.t('nav.previous'), onclick: () => actions.previous() }, '↑');
    this.next = el('button', { type: 'button', class: 'icon', 'aria-label': words.t('nav.next'), title: words.t('nav.next'), onclick: () => actions.next() }, '↓');
    this.steps = el('div', { class: 'steps', role: 'group', 'aria-label': words.t('nav.label') }, this.previous, this.position, this.next);
    this.tools = Object.fromEntries([['find', '⌕'], ['fold', '≡'], ['edit', '✎'], ['swap', '⇄'], ['clear', '×']]
      .map(([name, sign]) => [name, tool(words, name, sign, () => actions[name]())]));
    this.speak = el('input', { type: 'checkbox', checked: true, onchange: (event) => actions.speak(event.target.checked) });
    this.hidden = el('p', { class: 'hidden-note' });
    const help = drawHelp(words, el('label', { class: 'speak' }, this.speak, ' ', words.t('tool.speak')));
    this.box = el('div', { class: 'bar', part: 'bar' },
      el('div', { class: 'bar-line' }, this.views.group, this.steps, this.presets.group, el('span', { class: 'spring' }),
        ...Object.values(this.tools), help),
      el('div', { class: 'chip-line' }, this.chips.box));
  }

  /** @param {{ view: string, hide: string[], editable: boolean, editing: boolean, unfolded: boolean, foldable: boolean, counts: any, hiddenCount: number }} state */
  update(state) {
    const said = JSON.stringify(state);
    if (said === this.#said) return;
    this.#said = said;
    const { words, tools } = this;
    this.views.set(state.view);
    this.presets.update(state.hide);
    this.chips.update(state.counts, state.hide);
    tools.edit.hidden = tools.swap.hidden = tools.clear.hidden = !state.editable;
    tools.fold.hidden = state.view === 'changes' || !(state.foldable || state.unfolded);
    tools.fold.setAttribute('aria-pressed', String(state.unfolded));
    rename(tools.edit, words.t(state.editing ? 'tool.done' : 'tool.edit'));
    tools.edit.setAttribute('aria-expanded', String(state.editing));
    rename(tools.fold, words.t(state.unfolded ? 'tool.fold' : 'tool.unfold'));
    setText(this.hidden, state.hiddenCount ? words.t('hidden.count', { n: state.hiddenCount }) : '');
  }

  /** "3 of 11" */
  place(i, n) {
    setText(this.position, i < 0 ? this.words.t(n ? 'nav.count' : 'nav.none', { n }) : this.words.t('nav.position', { i: i + 1, n }));
    this.previous.disabled = this.next.disabled = n === 0;
  }
}

function rename(button, name) {
  button.title = name;
  setText(button.querySelector('.tool-name'), name);
}

/** The table of keys, in a fold of its own, with the one setting that is for ears. */
function drawHelp(words, speak) {
  const list = el('dl', {}, ...KEYS.flatMap(([keys, , name]) => [
    el('dt', {}, ...keys.flatMap((key, i) => [i ? ' ' : '', el('kbd', {}, key === 'Enter' ? '⏎' : key)])),
    el('dd', {}, words.t(name)),
  ]), el('dt', {}, el('kbd', {}, 'Alt'), ' ', el('kbd', {}, '↓'), ' ', el('kbd', {}, '↑')), el('dd', {}, words.t('keys.anywhere')));
  const box = el('details', { class: 'help' },
    el('summary', { title: words.t('tool.help'), 'aria-label': words.t('tool.help') }, el('span', { 'aria-hidden': 'true' }, '?')),
    el('div', { class: 'help-box' }, el('p', { class: 'help-title' }, words.t('keys.title')), list, speak));
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && box.open) { box.open = false; box.querySelector('summary').focus(); event.preventDefault(); }
  });
  box.addEventListener('focusout', (event) => { if (event.relatedTarget && !box.contains(event.relatedTarget)) box.open = false; });
  return box;
}
