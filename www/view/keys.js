// Keys → actions. Single letters work only while the reading has the focus, never while somebody writes; the
// combinations with Alt work everywhere in the widget.

/** [keys, action, key of its words]: the table that the help shows as well. */
export const KEYS = [
  [['j', 'n'], 'next', 'keys.next'],
  [['k', 'p'], 'previous', 'keys.previous'],
  [['Enter'], 'partner', 'keys.partner'],
  [['1', '2', '3'], 'view', 'keys.views'],
  [['e'], 'edit', 'keys.edit'],
  [['u'], 'fold', 'keys.fold'],
  [['/'], 'find', 'keys.find'],
];

const ALT = { ArrowDown: 'next', ArrowUp: 'previous' };
const VIEWS = { 1: 'side-by-side', 2: 'inline', 3: 'changes' };

const writes = (node) => node?.matches?.('input, textarea, select, [contenteditable]');

/**
 * @param {HTMLElement} widget
 * @param {Record<string, (argument?: any) => void>} actions next, previous, partner, view, edit, fold, find
 */
export function listenForKeys(widget, actions) {
  widget.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey) return;
    const target = event.composedPath()[0];
    let action = null;
    let argument;
    if (event.altKey) action = ALT[event.key];
    else if (!writes(target)) {
      if (event.key === 'Enter' && target.closest?.('button, a, summary')) return;
      const found = KEYS.find(([keys]) => keys.includes(event.key));
      action = found?.[1];
      argument = VIEWS[event.key];
    }
    if (!action || !actions[action]) return;
    event.preventDefault();
    actions[action](argument);
  });
}
