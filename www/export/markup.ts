// Text and marks → HTML as a string, with every character of the texts escaped: what both exports to HTML are written with.
import { EMPHASIS, type Translator } from '../i18n/format.js';
import type { Side } from '../sides.js';
import { markLabel } from '../view/labels.js';
import { colourOf, describeMark, trimMark } from '../view/model/marks.js';
import type { Stop } from '../view/model/types.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Written as it is, a carriage return would be read as another line end.
  '\r': '&#13;',
  '\0': '\ufffd',
};

/** Text → HTML that shows it, inside an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'\r\0]/g, (character) => ENTITIES[character] ?? character);

/** A text of the interface, with what it emphasises. */
export const writeEmphasis = (text: string): string =>
  text
    .split(EMPHASIS)
    .map((part, i) => (i % 2 ? `<em>${escapeHtml(part)}</em>` : escapeHtml(part)))
    .join('');

/** The name of a kind of mark, without the colon that a screen reader pauses at. */
export const withoutColon = (label: string): string => label.replace(/[:：]\s*$/, '');

/** The text that a stop marks on one side. `prefix`: what the names of its classes begin with. */
export function writeMark(
  stop: Stop,
  side: Side,
  text: string,
  { i18n, prefix = '' }: { i18n: Translator; prefix?: string },
): string {
  const { lead, inner, trail } = trimMark(text);
  const { role, tag, flags } = describeMark(stop, side, inner);
  const classes = [role, colourOf(stop), flags.tiny && 'tiny', flags.quoted && 'quoted']
    .filter(Boolean)
    .map((name) => `${prefix}${name}`);
  const title = escapeHtml(withoutColon(markLabel(stop, side, i18n)));
  return `${escapeHtml(lead)}<${tag} class="${classes.join(' ')}" title="${title}">${escapeHtml(inner)}</${tag}>${escapeHtml(trail)}`;
}
