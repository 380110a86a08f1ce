// The name of a symbol → a small drawing of it in the colour of the text around it. A drawing looks the same on every
// machine; a character of a font may be missing.
import { svg } from './dom.js';

/** Each is drawn with lines on a square of 16 units. */
const PATHS = {
  'side-by-side': 'M2.5 3.5h4v9h-4zM9.5 3.5h4v9h-4z',
  inline: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  changes: 'M2.5 4h1M6 4h7.5M2.5 8h1M6 8h7.5M2.5 12h1M6 12h7.5',
  filter: 'M2 3.5h12L9.5 8.5v4.5l-3-1.5v-3z',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  previous: 'M8 13V3.5M3.5 7.5L8 3l4.5 4.5',
  find: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9M10.5 10.5L14 14',
  fold: 'M2.5 3h11M2.5 13h11M5.5 7.5L8 5l2.5 2.5M5.5 8.5L8 11l2.5-2.5',
  edit: 'M3 13l.7-2.9L11 2.8l2.2 2.2-7.3 7.3zM9.5 4.3l2.2 2.2',
  swap: 'M2.5 5.5h11L10.5 2.5M13.5 10.5h-11l3 3',
  add: 'M8 3v10M3 8h10',
  clear: 'M4 4l8 8M12 4l-8 8',
  next: 'M8 3v9.5M3.5 8.5L8 13l4.5-4.5',
  open: 'M2 13V3.5h4.2l1.6 1.9H14V13z',
  share: 'M8 10.5V2.5M5 5.3L8 2.3l3 3M3.5 8v5.5h9V8',
  settings: 'M2.5 4.8h6.5M12.2 4.8h1.3M10.6 3.2v3.2M2.5 11.2h1.3M7 11.2h6.5M5.4 9.6v3.2',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing that says nothing to a screen reader: the control that it stands in has a name of its own. */
export function drawIcon(name: IconName): SVGElement {
  const icon = svg('svg', { class: 'icon-drawing', viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' });
  icon.append(svg('path', { d: PATHS[name] }));
  return icon;
}
