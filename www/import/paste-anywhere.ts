// A text that is pasted where no field has the focus → the first side that is empty.
import { SIDES } from '../sides.js';
import type { Desk } from './desk.js';
import { clipboardText } from './paste.js';

const FIELD = 'input, textarea, select, [contenteditable]';

export function pasteAnywhere(desk: Desk): void {
  document.addEventListener('paste', (event) => {
    const [target] = event.composedPath();
    if (event.defaultPrevented || (target instanceof Element && target.matches(FIELD))) return;
    const side = SIDES.find((one) => !desk.diff[one]);
    if (!side) return;
    event.preventDefault();
    void Promise.resolve(clipboardText(event.clipboardData)).then(({ text }) => {
      if (text.trim()) desk.take({ [side]: text });
    });
  });
}
