// What a reader does in the view → properties and events of the element.
import type { Both, Names } from '../sides.js';
import type { Filter } from '../view/model/filters.js';
import type { Comparison, ViewActions, ViewMode } from '../view/state.js';
import type { Event } from './controller.js';
import { tell } from './events.js';

/** What of the element a reader changes. */
export interface ReadElement {
  view: ViewMode;
  get hide(): Filter[];
  set hide(names: Iterable<Filter>);
  nameBefore: string;
  nameAfter: string;
  get reviewed(): string[];
  set reviewed(ids: Iterable<string>);
  swap(): void;
  clear(): void;
  undoClear(): void;
  cancel(): void;
}

/** What of the element no host can reach. */
export interface ElementInside {
  dispatch: (event: Event<Comparison>) => void;
  draw: () => void;
  texts: () => Both<string>;
  chooseVersions: (chosen: Both<number>) => void;
  /** Does what changes a text or a name; the versions that are compared become what they are then. */
  writeVersions: (change: () => void) => void;
}

export function readerActions(
  element: ReadElement,
  { dispatch, draw, texts, chooseVersions, writeVersions }: ElementInside,
): ViewActions {
  const target = element as unknown as EventTarget;
  const chosen = (choose: () => void): void => {
    choose();
    draw();
    tell(target, 'article-diff-view', { view: element.view, hide: element.hide });
  };
  const tellTexts = (): void => tell(target, 'article-diff-input', { ...texts() });
  const changeTexts = (change: () => void) => () => {
    change();
    tellTexts();
  };
  const namesNow = (): Names => ({ before: element.nameBefore, after: element.nameAfter });
  const setNames = ({ before, after }: Names): void => {
    Object.assign(element, { nameBefore: before, nameAfter: after });
  };
  /** The names before the last clear. */
  let clearedNames: Names = { before: '', after: '' };
  const change = (event: Event<Comparison>): void => {
    dispatch(event);
    queueMicrotask(() => dispatch({ type: 'due' }));
  };
  return {
    view: (view) => chosen(() => (element.view = view)),
    hide: (hide) => chosen(() => (element.hide = hide)),
    input: (side, text, how) => {
      writeVersions(() => dispatch({ type: 'written', side, text, how }));
      dispatch({ type: 'due' });
      draw();
      tellTexts();
    },
    name: (side, name) => {
      writeVersions(() => setNames({ ...namesNow(), [side]: name }));
      draw();
      tell(target, 'article-diff-names', { ...namesNow() });
    },
    review: (ids) => {
      element.reviewed = ids;
      draw();
      tell(target, 'article-diff-reviewed', { reviewed: element.reviewed });
    },
    versions: (chosen) => {
      chooseVersions(chosen);
      draw();
      tell(target, 'article-diff-versions', { ...chosen });
      tellTexts();
    },
    edit: (open) => {
      dispatch({ type: 'edit', open });
      draw();
    },
    swap: changeTexts(() => element.swap()),
    clear: changeTexts(() => {
      clearedNames = namesNow();
      element.clear();
      setNames({ before: '', after: '' });
    }),
    unclear: changeTexts(() => {
      element.undoClear();
      setNames(clearedNames);
    }),
    takeOver: (after) => changeTexts(() => writeVersions(() => change({ type: 'taken-over', after })))(),
    undo: changeTexts(() => writeVersions(() => change({ type: 'undo-taken' }))),
    cancel: () => element.cancel(),
    retry: () => change({ type: 'retry' }),
  };
}
