// The state that the view draws, what a reader can do to it, and what two states differ in.
import type { ArticleDiffError } from '../engine/errors.js';
import { SIDES, type Both, type Names, type Side } from '../sides.js';
import type { Report } from '../report-types.js';
import type { Filter } from './model/filters.js';
import type { Model } from './model/types.js';
import { equal } from './reconcile.js';
import type { VersionsState } from './versions-bar.js';

export const VIEW_MODES = ['side-by-side', 'inline', 'changes'] as const;

export type ViewMode = (typeof VIEW_MODES)[number];

/** Where the keyboard shortcuts work: with the focus in the widget, or in the whole page while no field has the focus. */
export type ShortcutScope = 'widget' | 'page';

/** A finished comparison. It may be of older texts than those of the state, while a newer comparison runs. */
export interface Comparison {
  report: Report;
  model: Model;
  before: string;
  after: string;
  /** The sides whose text came with its structure. */
  documents?: Partial<Both<object>>;
}

export interface Progress {
  stage: string;
  /** From 0 to 1. */
  done: number;
}

export type ViewStatus =
  | { kind: 'idle' | 'long' | 'done' | 'cancelled' }
  | { kind: 'busy'; progress?: Progress }
  | { kind: 'error'; error: ArticleDiffError };

export interface ViewState {
  texts: Both<string>;
  names: Names;
  done: Comparison | null;
  view: ViewMode;
  hide: readonly Filter[];
  editable: boolean;
  status: ViewStatus;
  /** Whether the reader opened the text fields. */
  editing: boolean;
  /** Whether texts were cleared that can be brought back. */
  cleared: boolean;
  /** How many times words of Before were taken over into After, which can be undone. */
  taken: number;
  /** Versions of the story to choose from; null for none. */
  versions: VersionsState | null;
  /** The ids of the changes that are ticked as reviewed. */
  reviewed: ReadonlySet<string>;
  shortcuts: ShortcutScope;
}

/** What a reader does, told to the element. */
export interface ViewActions {
  view: (mode: ViewMode) => void;
  hide: (filters: readonly Filter[]) => void;
  input: (side: Side, text: string, how: 'typed' | 'pasted') => void;
  name: (side: Side, name: string) => void;
  /** Other changes are ticked as reviewed: these. */
  review: (ids: ReadonlySet<string>) => void;
  /** Other two versions are to be compared. */
  versions: (chosen: Both<number>) => void;
  edit: (open: boolean) => void;
  swap: () => void;
  clear: () => void;
  unclear: () => void;
  /** Words of Before were taken over: this is After now. */
  takeOver: (after: string) => void;
  undo: () => void;
  cancel: () => void;
  retry: () => void;
}

/** Whether the text fields are open: when the reader opened them, and whenever a text is missing. */
export const isEditing = ({ editable, editing, texts }: ViewState): boolean =>
  editable && (editing || !(texts.before && texts.after));

/** What is different between two states. */
export interface Updates {
  /** Nothing but how far the comparison is, which a state says several times for each keystroke. */
  onlyStatus: boolean;
  /** There is another comparison to show, or none any more. */
  comparison: boolean;
  /** Other filters. */
  filters: boolean;
  /** The reader turned to another view. */
  mode: boolean;
}

/** Compares the state that is drawn (null at first) with the one to draw. */
export function updatesBetween(was: ViewState | null, now: ViewState): Updates {
  if (!was) return { onlyStatus: false, comparison: now.done !== null, filters: true, mode: false };
  const sameTexts = SIDES.every((side) => was.texts[side] === now.texts[side]);
  const filters = !equal(was.hide, now.hide);
  const comparison = was.done !== now.done;
  const mode = was.view !== now.view;
  const named =
    SIDES.some((side) => was.names[side] !== now.names[side]) ||
    was.reviewed !== now.reviewed ||
    was.versions !== now.versions;
  const others = named || was.editable !== now.editable || was.editing !== now.editing || was.cleared !== now.cleared;
  return { onlyStatus: sameTexts && !filters && !comparison && !mode && !others, comparison, filters, mode };
}
