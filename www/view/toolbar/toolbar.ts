// The toolbar above the text: views, steps from change to change, presets, tools; and below them the filter chips.
import type { Translator } from '../../i18n/format.js';
import type { MessageKey } from '../../i18n/messages.js';
import { el, setText } from '../dom.js';
import { PRESETS, type Filter, type Kind, type KindCounts } from '../model/filters.js';
import { equal, placeChildren } from '../reconcile.js';
import { VIEW_MODES, type ViewMode } from '../state.js';
import { ButtonGroup, FilterChips, PresetButtons } from './filter-chips.js';
import { SHORTCUTS } from './shortcuts.js';

const TOOLS = ['find', 'fold', 'edit', 'swap', 'clear'] as const;

type Tool = (typeof TOOLS)[number];

/** The symbol of a tool: on a narrow toolbar only the symbol is seen. */
const SYMBOLS: Record<Tool, string> = { find: '⌕', fold: '≡', edit: '✎', swap: '⇄', clear: '×' };

export interface ToolbarState {
  view: ViewMode;
  hide: readonly Filter[];
  editable: boolean;
  editing: boolean;
  unfolded: boolean;
  foldable: boolean;
  counts: KindCounts;
  /** What is said about hidden differences; empty where none is. */
  hidden: string;
  /** Whether the differences of a link of the sentence on top are shown alone. */
  isAlone: boolean;
}

export interface ToolbarActions extends Record<Tool, () => void> {
  view: (mode: ViewMode) => void;
  preset: (hide: readonly Filter[]) => void;
  toggle: (kind: Kind) => void;
  showHidden: () => void;
  leaveAlone: () => void;
  next: () => void;
  previous: () => void;
  announceMarks: (on: boolean) => void;
}

export class Toolbar {
  readonly box: HTMLElement;
  /** What is said about hidden differences, and a way to them; it is put above the toolbar. */
  readonly hiddenNote: HTMLElement;
  readonly tools: Record<Tool, HTMLButtonElement>;
  readonly #i18n: Translator;
  readonly #hiddenText = el('span');
  readonly #showHidden: HTMLButtonElement;
  readonly #leaveAlone: HTMLButtonElement;
  readonly #views: ButtonGroup<ViewMode>;
  readonly #presets: PresetButtons;
  readonly #chips: FilterChips;
  readonly #position: HTMLElement;
  readonly #steps: HTMLButtonElement[];
  #state: ToolbarState | null = null;

  constructor(i18n: Translator, actions: ToolbarActions) {
    this.#i18n = i18n;
    const views = VIEW_MODES.map((name) => ({ name, text: i18n.t(`view.${name}`) }));
    this.#views = new ButtonGroup('views', i18n.t('view.label'), views, actions.view);
    this.#presets = new PresetButtons(i18n, (name) => actions.preset(PRESETS[name]));
    this.#chips = new FilterChips(i18n, actions.toggle);
    const plainButton = (key: MessageKey, onclick: () => void) =>
      el('button', { type: 'button', class: 'plain', onclick }, i18n.t(key));
    this.#showHidden = plainButton('hidden.show', actions.showHidden);
    this.#leaveAlone = plainButton('hidden.back', actions.leaveAlone);
    this.hiddenNote = el('p', { class: 'hidden-note' });
    this.#position = el('span', { class: 'position' }, i18n.t('nav.none'));
    const stepButton = (name: 'previous' | 'next', symbol: string) => {
      const label = i18n.t(`nav.${name}`);
      return el(
        'button',
        { type: 'button', class: 'icon', 'aria-label': label, title: label, onclick: actions[name] },
        symbol,
      );
    };
    const [previous, next] = [stepButton('previous', '↑'), stepButton('next', '↓')];
    this.#steps = [previous, next];
    this.tools = Object.fromEntries(TOOLS.map((tool) => [tool, drawTool(tool, i18n, actions[tool])])) as Record<
      Tool,
      HTMLButtonElement
    >;
    this.box = el(
      'div',
      { class: 'bar', part: 'bar' },
      el(
        'div',
        { class: 'bar-line' },
        this.#views.box,
        el('div', { class: 'steps', role: 'group', 'aria-label': i18n.t('nav.label') }, previous, this.#position, next),
        this.#presets.box,
        el('span', { class: 'spring' }),
        ...Object.values(this.tools),
        drawHelp(i18n, actions.announceMarks),
      ),
      el('div', { class: 'chip-line' }, this.#chips.box),
    );
  }

  update(state: ToolbarState): void {
    if (equal(state, this.#state)) return;
    this.#state = state;
    const { tools } = this;
    const i18n = this.#i18n;
    this.#views.press(state.view);
    this.#presets.update(state.hide);
    this.#chips.update(state.counts);
    tools.edit.hidden = tools.swap.hidden = tools.clear.hidden = !state.editable;
    tools.edit.setAttribute('aria-expanded', String(state.editing));
    rename(tools.edit, i18n.t(state.editing ? 'tool.done' : 'tool.edit'));
    tools.fold.hidden = state.view === 'changes' || !(state.foldable || state.unfolded);
    tools.fold.setAttribute('aria-pressed', String(state.unfolded));
    rename(tools.fold, i18n.t(state.unfolded ? 'tool.fold' : 'tool.unfold'));
    setText(this.#hiddenText, state.hidden);
    const buttons = state.isAlone ? [this.#leaveAlone, this.#showHidden] : [this.#showHidden];
    placeChildren(this.hiddenNote, state.hidden ? [this.#hiddenText, ...buttons] : []);
  }

  /** Shows "3 of 11", or "11 changes" where `index` is −1. */
  showPosition(index: number, count: number): void {
    const i18n = this.#i18n;
    const text =
      index < 0
        ? i18n.t(count ? 'nav.count' : 'nav.none', { n: count })
        : i18n.t('nav.position', { i: index + 1, n: count });
    setText(this.#position, text);
    for (const button of this.#steps) button.disabled = count === 0;
  }
}

function drawTool(tool: Tool, i18n: Translator, onClick: () => void): HTMLButtonElement {
  const name = i18n.t(`tool.${tool}`);
  return el(
    'button',
    { type: 'button', class: `tool tool-${tool}`, part: `tool tool-${tool}`, title: name, onclick: onClick },
    el('span', { class: 'sign', 'aria-hidden': 'true' }, SYMBOLS[tool]),
    el('span', { class: 'tool-name' }, name),
  );
}

function rename(button: HTMLButtonElement, name: string): void {
  button.title = name;
  const text = button.querySelector('.tool-name');
  if (text) setText(text, name);
}

/** The table of shortcuts, and the one setting for screen readers. */
function drawHelp(i18n: Translator, onAnnounceMarks: (on: boolean) => void): HTMLElement {
  const key = (name: string) => el('kbd', {}, name === 'Enter' ? '⏎' : name);
  const list = el(
    'dl',
    {},
    ...SHORTCUTS.flatMap(({ keys, description }) => [
      el('dt', {}, ...keys.flatMap((name, i) => [i ? ' ' : '', key(name)])),
      el('dd', {}, i18n.t(description)),
    ]),
    el('dt', {}, key('Alt'), ' ', key('↓'), ' ', key('↑')),
    el('dd', {}, i18n.t('keys.anywhere')),
  );
  const checkbox = el('input', { type: 'checkbox', checked: true, onchange: () => onAnnounceMarks(checkbox.checked) });
  const summary = el(
    'summary',
    { title: i18n.t('tool.help'), 'aria-label': i18n.t('tool.help') },
    el('span', { 'aria-hidden': 'true' }, '?'),
  );
  const box = el(
    'details',
    { class: 'help' },
    summary,
    el(
      'div',
      { class: 'help-box' },
      el('p', { class: 'help-title' }, i18n.t('keys.title')),
      list,
      el('label', { class: 'speak' }, checkbox, ' ', i18n.t('tool.speak')),
    ),
  );
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !box.open) return;
    box.open = false;
    summary.focus();
    event.preventDefault();
  });
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !box.contains(relatedTarget)) box.open = false;
  });
  return box;
}
