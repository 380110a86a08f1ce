// The toolbar above the text: views, steps from change to change, presets, tools; and below them the filter chips.
import type { Translator } from '../../i18n/format.js';
import type { MessageKey } from '../../i18n/messages.js';
import { el, setText } from '../dom.js';
import { drawIcon } from '../icons.js';
import { drawLegend } from '../legend.js';
import { PRESETS, type Filter, type Kind, type KindCounts } from '../model/filters.js';
import { FULL_LEGEND } from '../model/legend.js';
import { equal, placeChildren } from '../reconcile.js';
import { VIEW_MODES, type ViewMode } from '../state.js';
import { Disclosure } from './disclosure.js';
import { ButtonGroup, FilterChips, PresetButtons } from './filter-chips.js';
import { SHORTCUTS } from './shortcuts.js';
import { Steps, type StepActions } from './steps.js';

const TOOLS = ['find', 'fold', 'edit', 'swap', 'clear'] as const;

type Tool = (typeof TOOLS)[number];

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

export interface ToolbarActions extends Record<Tool, () => void>, StepActions {
  view: (mode: ViewMode) => void;
  preset: (hide: readonly Filter[]) => void;
  toggle: (kind: Kind) => void;
  showHidden: () => void;
  leaveAlone: () => void;
  announceMarks: (on: boolean) => void;
}

export class Toolbar {
  readonly box: HTMLElement;
  /** What is said about hidden differences, and a way to them; it is put above the toolbar. */
  readonly hiddenNote: HTMLElement;
  readonly tools: Record<Tool, HTMLButtonElement>;
  /** The steps at the lower edge of the window; it is put below the text. */
  readonly foot: HTMLElement;
  readonly #i18n: Translator;
  readonly #hiddenText = el('span');
  readonly #showHidden: HTMLButtonElement;
  readonly #leaveAlone: HTMLButtonElement;
  readonly #views: ButtonGroup<ViewMode>;
  readonly #presets: PresetButtons;
  readonly #chips: FilterChips;
  /** The steps twice: in a wide toolbar, and where the toolbar is narrow at the lower edge of the window, near the thumb. */
  readonly #steps: readonly Steps[];
  readonly #filterOpener: Disclosure;
  #state: ToolbarState | null = null;

  constructor(i18n: Translator, actions: ToolbarActions) {
    this.#i18n = i18n;
    const views = VIEW_MODES.map((name) => ({ name, text: i18n.t(`view.${name}`), icon: name }));
    this.#views = new ButtonGroup('views', i18n.t('view.label'), views, actions.view);
    this.#presets = new PresetButtons(i18n, (name) => actions.preset(PRESETS[name]));
    this.#chips = new FilterChips(i18n, actions.toggle);
    const plainButton = (key: MessageKey, onclick: () => void) =>
      el('button', { type: 'button', class: 'plain', onclick }, i18n.t(key));
    this.#showHidden = plainButton('hidden.show', actions.showHidden);
    this.#leaveAlone = plainButton('hidden.back', actions.leaveAlone);
    this.hiddenNote = el('p', { class: 'hidden-note' });
    const steps = new Steps('', i18n, actions);
    const stepsBelow = new Steps('foot-', i18n, actions);
    this.#steps = [steps, stepsBelow];
    this.foot = el('div', { class: 'foot', part: 'foot' }, stepsBelow.box);
    this.#filterOpener = new Disclosure(i18n.t('bar.filter'), 'filter', (open) =>
      this.box.classList.toggle('filters-open', open),
    );
    const toolOpener = new Disclosure(i18n.t('bar.more'), 'more', (open) =>
      this.box.classList.toggle('tools-open', open),
    );
    this.tools = Object.fromEntries(TOOLS.map((tool) => [tool, drawTool(tool, i18n, actions[tool])])) as Record<
      Tool,
      HTMLButtonElement
    >;
    const { find, ...others } = this.tools;
    this.box = el(
      'div',
      { class: 'bar', part: 'bar' },
      el(
        'div',
        { class: 'bar-line' },
        this.#views.box,
        steps.box,
        this.#filterOpener.button,
        this.#presets.box,
        el('span', { class: 'spring' }),
        find,
        toolOpener.button,
        el(
          'div',
          { class: 'tools' },
          ...Object.values(others),
          el('slot', { name: 'tools' }),
          drawHelp(i18n, actions.announceMarks),
        ),
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
    const hidden = hiddenCount(state.counts);
    this.#filterOpener.showBadge(hidden ? i18n.number(hidden) : '', hidden ? i18n.t('trace', { n: hidden }) : '');
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
    for (const steps of this.#steps) steps.show(index, count);
    this.foot.hidden = count === 0;
  }
}

const hiddenCount = (counts: KindCounts): number =>
  Object.values(counts).reduce((sum, { all, shown }) => sum + all - shown, 0);

/** On a narrow toolbar only the drawing is seen. */
function drawTool(tool: Tool, i18n: Translator, onClick: () => void): HTMLButtonElement {
  const name = i18n.t(`tool.${tool}`);
  return el(
    'button',
    { type: 'button', class: `tool tool-${tool}`, part: `tool tool-${tool}`, title: name, onclick: onClick },
    drawIcon(tool),
    el('span', { class: 'tool-name' }, name),
  );
}

function rename(button: HTMLButtonElement, name: string): void {
  button.title = name;
  const text = button.querySelector('.tool-name');
  if (text) setText(text, name);
}

/** What the marks mean, the table of shortcuts, and the one setting for screen readers. */
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
  const helpName = `${i18n.t('legend.title')}, ${i18n.t('tool.help')}`;
  const checkbox = el('input', { type: 'checkbox', checked: true, onchange: () => onAnnounceMarks(checkbox.checked) });
  const summary = el(
    'summary',
    { title: helpName, 'aria-label': helpName },
    el('span', { 'aria-hidden': 'true' }, '?'),
  );
  const box = el(
    'details',
    { class: 'help' },
    summary,
    el(
      'div',
      { class: 'help-box' },
      el('p', { class: 'help-title' }, i18n.t('legend.title')),
      drawLegend(FULL_LEGEND, i18n),
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
