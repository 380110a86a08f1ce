// Text and marks → HTML as a string, with every character of the texts escaped: what both exports to HTML are written with.
import { EMPHASIS, type Translator } from '../i18n/format.js';
import type { Format } from '../report-types.js';
import type { Side } from '../sides.js';
import type { RenderContext } from '../view/context.js';
import { markLabel, objectLabel } from '../view/labels.js';
import { colourOf, describeMark, trimMark } from '../view/model/marks.js';
import type { ObjectRun } from '../view/model/runs.js';
import { TAGS } from '../view/model/structure.js';
import type { FormatStop, Stop } from '../view/model/types.js';
import { describeStopShort } from '../view/reading/describe-stop.js';

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

interface Writing {
  i18n: Translator;
  /** What the names of its classes begin with. */
  prefix?: string;
}

/** The text that a stop marks on one side. `inside`: writes the part of it from `from` to `to`, where it is more than text. */
export function writeMark(
  stop: Stop,
  side: Side,
  text: string,
  { i18n, prefix = '' }: Writing,
  inside = (from: number, to: number): string => escapeHtml(text.slice(from, to)),
): string {
  const { lead, inner, trail } = trimMark(text);
  const { role, tag, flags } = describeMark(stop, side, inner);
  const classes = [role, colourOf(stop), flags.tiny && 'tiny', flags.quoted && 'quoted']
    .filter(Boolean)
    .map((name) => `${prefix}${name}`);
  const title = escapeHtml(withoutColon(markLabel(stop, side, i18n)));
  const html = inside(lead.length, lead.length + inner.length);
  return `${escapeHtml(lead)}<${tag} class="${classes.join(' ')}" title="${title}">${html}</${tag}>${escapeHtml(trail)}`;
}

/** What a text is, and where that differs. */
export interface Structure {
  formats: readonly Format[];
  stops: readonly FormatStop[];
}

/** Text as what the document says that it is. A link is inert: its address is told on hover. */
export function writeText(
  text: string,
  { formats, stops }: Structure,
  context: Pick<RenderContext, 'model' | 'i18n'>,
  prefix = '',
): string {
  const inside = formats.reduceRight((html, { kind, value }) => {
    const tag = TAGS[kind];
    if (tag) return `<${tag}>${html}</${tag}>`;
    return kind === 'link' ? `<span class="${prefix}link" title="${escapeHtml(value)}">${html}</span>` : html;
  }, escapeHtml(text));
  return stops.reduceRight((html, stop) => writeFormatMark(stop, html, context, prefix), inside);
}

/** The mark around what differs in structure. */
function writeFormatMark(
  stop: FormatStop,
  html: string,
  context: Pick<RenderContext, 'model' | 'i18n'>,
  prefix: string,
): string {
  const title = escapeHtml(describeStopShort(stop, context));
  return `<mark class="${prefix}format ${prefix}${stop.class}" title="${title}">${html}</mark>`;
}

/** A picture or the like: its name, in the language of the interface. Nothing is loaded. */
export function writeObject(
  { object, stop, gone }: ObjectRun,
  context: Pick<RenderContext, 'model' | 'i18n'>,
  prefix = '',
): string {
  if (!object) return '';
  const { i18n } = context;
  const classes = ['object', ...(gone ? ['gone'] : [])].map((name) => `${prefix}${name}`).join(' ');
  const name = escapeHtml(objectLabel(object, i18n));
  const html = `<span class="${classes}" lang="${i18n.language}" title="${escapeHtml(object.value)}">[${name}]</span>`;
  return stop ? writeFormatMark(stop, gone ? `<del>${html}</del>` : html, context, prefix) : html;
}
