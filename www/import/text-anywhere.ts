// A text that is pasted or dropped where there is no field → the first side that is empty; where none is, the next version.
// Files go another way (open.ts).
import { SIDES, type Side } from '../sides.js';
import type { Desk } from './desk.js';
import { clipboardText } from './paste.js';

const FIELD = 'input, textarea, select, [contenteditable]';

const isInField = (event: Event): boolean => {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches(FIELD);
};

/** A link that is dragged is an address, and no text that somebody wants to compare. */
const holdsText = ({ dataTransfer }: DragEvent): boolean => {
  const types = dataTransfer?.types ?? [];
  return types.includes('text/plain') && !types.includes('Files') && !types.includes('text/uri-list');
};

/** @param offer is given a text for which there is no side */
export function takeTextAnywhere(desk: Desk, offer: (text: string) => void): void {
  const emptySide = (): Side | undefined => SIDES.find((side) => !desk.diff[side]);
  const take = async (data: DataTransfer | null, side: Side | undefined): Promise<void> => {
    // What was brought can be read only while the event lasts, so nothing is waited for before.
    const { text } = await clipboardText(data);
    if (!text.trim()) return;
    if (side) desk.take({ [side]: text });
    else offer(text);
  };
  document.addEventListener('paste', (event) => {
    if (event.defaultPrevented || isInField(event)) return;
    event.preventDefault();
    void take(event.clipboardData, emptySide());
  });
  // Words of this page that somebody drags about are in it already.
  let isFromHere = false;
  document.addEventListener('dragstart', () => (isFromHere = true));
  document.addEventListener('dragend', () => (isFromHere = false));
  const isForUs = (event: DragEvent): boolean => !isFromHere && holdsText(event) && !isInField(event);
  document.addEventListener('dragover', (event) => {
    if (!isForUs(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  document.addEventListener('drop', (event) => {
    if (!isForUs(event)) return;
    event.preventDefault();
    void take(event.dataTransfer, emptySide());
  });
}
