// Key presses → commands. Single letters work only outside of text fields; the combinations with Alt work everywhere in
// the widget, or in the page where the host says so.
import type { MessageKey } from '../../i18n/messages.js';
import type { ViewMode } from '../state.js';

export type Command =
  | 'next'
  | 'previous'
  | 'partner'
  | 'card'
  | 'view'
  | 'edit'
  | 'fold'
  | 'find'
  | 'useBefore'
  | 'useAfter'
  | 'review'
  | 'undo';

interface Shortcut {
  keys: readonly string[];
  command: Command;
  description: MessageKey;
}

/** The table that the help shows too. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['j', 'n'], command: 'next', description: 'keys.next' },
  { keys: ['k', 'p'], command: 'previous', description: 'keys.previous' },
  { keys: ['Enter'], command: 'partner', description: 'keys.partner' },
  { keys: ['c'], command: 'card', description: 'keys.card' },
  { keys: ['1', '2', '3'], command: 'view', description: 'keys.views' },
  { keys: ['e'], command: 'edit', description: 'keys.edit' },
  { keys: ['u'], command: 'fold', description: 'keys.fold' },
  { keys: ['/'], command: 'find', description: 'keys.find' },
  { keys: ['b'], command: 'useBefore', description: 'keys.before' },
  { keys: ['a'], command: 'useAfter', description: 'keys.after' },
  { keys: ['x'], command: 'review', description: 'keys.review' },
  { keys: ['z'], command: 'undo', description: 'keys.undo' },
];

const WITH_ALT: Partial<Record<string, Command>> = { ArrowDown: 'next', ArrowUp: 'previous' };

const VIEW_OF_KEY: Partial<Record<string, ViewMode>> = { 1: 'side-by-side', 2: 'inline', 3: 'changes' };

export type Commands = Record<Exclude<Command, 'view'>, () => void> & { view: (mode: ViewMode) => void };

const isTextField = (target: EventTarget | undefined): boolean =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable]');

const isControl = (target: EventTarget | undefined): boolean =>
  target instanceof Element && target.closest('button, a, summary') !== null;

/** Letters have a meaning of their own in a menu, and a dialog is to be answered first. */
const isElsewhere = (target: EventTarget | undefined): boolean =>
  target instanceof Element && target.closest('[role=menu], [role=listbox], dialog, [role=dialog]') !== null;

function commandOf(event: KeyboardEvent): Command | undefined {
  const target = event.composedPath()[0];
  if (event.altKey) return WITH_ALT[event.key];
  if (isTextField(target) || (event.key === 'Enter' && isControl(target))) return undefined;
  return SHORTCUTS.find(({ keys }) => keys.includes(event.key))?.command;
}

/** Does what a key press means, if it means anything. */
function obey(event: KeyboardEvent, commands: Commands): void {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey) return;
  const command = commandOf(event);
  if (!command) return;
  event.preventDefault();
  if (command === 'view') commands.view(VIEW_OF_KEY[event.key] ?? 'side-by-side');
  else commands[command]();
}

/** Listens in the widget, and in the whole page for as long as `isOnInPage` says so. */
export class Shortcuts {
  readonly #commands: Commands;
  readonly #isOnInPage: () => boolean;
  #listening: AbortController | null = null;

  constructor(widget: HTMLElement, commands: Commands, isOnInPage: () => boolean) {
    this.#commands = commands;
    this.#isOnInPage = isOnInPage;
    widget.addEventListener('keydown', (event) => obey(event, commands));
  }

  /** The widget is in the page. */
  wake(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener(
      'keydown',
      (event) => {
        if (this.#isOnInPage() && !isElsewhere(event.composedPath()[0])) obey(event, this.#commands);
      },
      { signal },
    );
  }

  /** The widget was taken out of the page. */
  sleep(): void {
    this.#listening?.abort();
    this.#listening = null;
  }
}
