// What a host says of the view: the properties of <article-diff> that are kept in attributes alone.
import {
  FILTERS,
  HIDDEN_BY_DEFAULT,
  PRESETS,
  cleanHide,
  presetOf,
  type Filter,
  type Preset,
} from '../view/model/filters.js';
import { VIEW_MODES, type ShortcutScope, type ViewMode } from '../view/state.js';
import { HostElement } from './host-element.js';

export type Theme = 'light' | 'dark' | 'auto';

/** Whether there is a toolbar. */
export type ToolbarForm = 'full' | 'none';

/** What texts are given as. */
export type TextFormat = 'text' | 'html';

/** Names in whatever a host gives; nothing in what is no list. */
function listOf(names: unknown): Iterable<Filter> {
  if (typeof names === 'string') return names.split(/[\s,]+/) as Filter[];
  const isList = typeof names === 'object' && names !== null && Symbol.iterator in names;
  return isList ? (names as Iterable<Filter>) : [];
}

export class ViewSettings extends HostElement {
  /** The names that `hide` knows: all kinds of difference, gravest first, and what else can be left out. */
  static get filters(): Filter[] {
    return [...FILTERS];
  }

  /** The same as `filters`, by its name until version 0.3. */
  static get lenses(): Filter[] {
    return ViewSettings.filters;
  }

  /** The reading. Default, and for any attribute that names none: 'side-by-side'. */
  get view(): ViewMode {
    const view = this.getAttribute('view');
    return VIEW_MODES.find((mode) => mode === view) ?? VIEW_MODES[0];
  }
  set view(view: ViewMode) {
    this.setAttribute('view', view);
  }

  /** What is not shown. Default: formatting, typography, spacing, furniture. Unknown names are left out. */
  get hide(): Filter[] {
    const names = this.getAttribute('hide');
    return names === null ? [...HIDDEN_BY_DEFAULT] : cleanHide(names.split(/[\s,]+/));
  }
  set hide(names: Iterable<Filter> | string) {
    this.setAttribute('hide', cleanHide(listOf(names)).join(' '));
  }

  /** A named choice of what is shown, or null for a choice of one's own. */
  get preset(): Preset | null {
    return presetOf(this.hide);
  }
  set preset(name: Preset) {
    if (Object.hasOwn(PRESETS, name)) this.hide = PRESETS[name];
  }

  /** Whether a person may change the texts. Default: false. */
  get editable(): boolean {
    return this.hasAttribute('editable');
  }
  set editable(on: boolean) {
    this.toggleAttribute('editable', Boolean(on));
  }

  /** Where the keyboard shortcuts work: with the focus in the widget, the default, or in the whole page. */
  get shortcuts(): ShortcutScope {
    return this.getAttribute('shortcuts') === 'page' ? 'page' : 'widget';
  }
  set shortcuts(where: ShortcutScope) {
    this.setAttribute('shortcuts', where);
  }

  /** Whether it is set closer and smaller, with views and steps for its toolbar. Default: false. */
  get compact(): boolean {
    return this.hasAttribute('compact');
  }
  set compact(on: boolean) {
    this.toggleAttribute('compact', Boolean(on));
  }

  /** Whether there is a toolbar. Default, and for any attribute that says nothing else: 'full'. */
  get toolbar(): ToolbarForm {
    return this.getAttribute('toolbar') === 'none' ? 'none' : 'full';
  }
  set toolbar(form: ToolbarForm) {
    this.setAttribute('toolbar', form);
  }

  /** What the text of Before is called, such as "Agency, 14:05"; it stands at the heads and in exports. Default: ''. */
  get nameBefore(): string {
    return this.getAttribute('name-before') ?? '';
  }
  set nameBefore(name: string) {
    this.setAttribute('name-before', name);
  }

  /** What the text of After is called. Default: ''. */
  get nameAfter(): string {
    return this.getAttribute('name-after') ?? '';
  }
  set nameAfter(name: string) {
    this.setAttribute('name-after', name);
  }

  /** What the texts are given as. Default: 'text'. Texts that were given before are read again. */
  get format(): TextFormat {
    return this.getAttribute('format') === 'html' ? 'html' : 'text';
  }
  set format(format: TextFormat) {
    this.setAttribute('format', format);
  }

  /** The colours; null, the default, for those of the page around. */
  get theme(): Theme | null {
    return this.getAttribute('theme') as Theme | null;
  }
  set theme(theme: Theme | null) {
    if (theme === null) this.removeAttribute('theme');
    else this.setAttribute('theme', theme);
  }
}
