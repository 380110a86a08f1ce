// What a reader does in the view → properties and events of the element.
import type { ViewActions } from '../view/state.js';
import type { ArticleDiffElement } from './article-diff.js';
import type { Event } from './controller.js';
import type { Comparison } from '../view/state.js';

/** What of the element no host can reach. */
export interface ElementInside {
  dispatch: (event: Event<Comparison>) => void;
  draw: () => void;
  /** Tells the host that a person chose how the texts are read. */
  tellView: () => void;
  /** Tells the host that a person changed a text. */
  tellTexts: () => void;
}

export function readerActions(element: ArticleDiffElement, inside: ElementInside): ViewActions {
  const { dispatch, draw, tellView, tellTexts } = inside;
  const chosen = (choose: () => void): void => {
    choose();
    draw();
    tellView();
  };
  const texts = (change: () => void) => () => {
    change();
    tellTexts();
  };
  const change = (event: Event<Comparison>): void => {
    dispatch(event);
    queueMicrotask(() => dispatch({ type: 'due' }));
  };
  return {
    view: (view) => chosen(() => (element.view = view)),
    hide: (hide) => chosen(() => (element.hide = hide)),
    input: (side, text, how) => {
      dispatch({ type: 'written', side, text, how });
      dispatch({ type: 'due' });
      draw();
      tellTexts();
    },
    edit: (open) => {
      dispatch({ type: 'edit', open });
      draw();
    },
    swap: texts(() => element.swap()),
    clear: texts(() => element.clear()),
    unclear: texts(() => element.undoClear()),
    takeOver: (after) => texts(() => change({ type: 'taken-over', after }))(),
    undo: texts(() => change({ type: 'undo-taken' })),
    cancel: () => element.cancel(),
    retry: () => change({ type: 'retry' }),
  };
}
