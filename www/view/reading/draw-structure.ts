// A stretch of a paragraph → its text with the links, pictures and marks that the document has in it. Links are inert, and pictures
// are placeholders: nothing is loaded, and nobody is led away.
import type { Format } from '../../report-types.js';
import type { RenderContext } from '../context.js';
import { el } from '../dom.js';
import { markLabel, objectLabel } from '../labels.js';
import { endRunsOf, runsOf, type ObjectRun, type Run } from '../model/runs.js';
import { TAGS } from '../model/structure.js';
import type { FormatStop, Paragraph } from '../model/types.js';
import { describeStopShort } from './describe-stop.js';
import { appendText } from './draw-text.js';

/** Puts the text from `start` to `end` of a paragraph into `box`. */
export function appendStretch(
  box: Element,
  paragraph: Paragraph,
  span: [start: number, end: number],
  context: RenderContext,
): void {
  appendRuns(box, runsOf(paragraph, span, context), paragraph, context);
}

/** Puts what stands at the end of a paragraph into `box`. */
export function appendEnd(box: Element, paragraph: Paragraph, context: RenderContext): void {
  appendRuns(box, endRunsOf(paragraph, context), paragraph, context);
}

function appendRuns(box: Element, runs: readonly Run[], paragraph: Paragraph, context: RenderContext): void {
  const text = context.model.texts[paragraph.side];
  for (const run of runs) {
    if (run.kind === 'object') {
      box.append(drawObjectRun(run, paragraph, context));
      continue;
    }
    let target = box;
    const into = (wrapper: HTMLElement): void => {
      target.append(wrapper);
      target = wrapper;
    };
    for (const stop of run.stops) into(drawFormatMark(stop, paragraph, context));
    for (const format of run.formats) {
      const wrapper = drawFormat(format);
      if (wrapper) into(wrapper);
    }
    appendText(target, text.slice(run.start, run.end), context.i18n);
  }
}

function drawFormat({ kind, value }: Format): HTMLElement | null {
  const tag = TAGS[kind];
  if (tag) return el(tag);
  return kind === 'link' ? el('span', { class: 'link', title: value }) : null;
}

/** A picture as a box with its name, in its mark if it differs. It is spoken, and neither copied nor found. */
function drawObjectRun({ object, stop, gone }: ObjectRun, paragraph: Paragraph, context: RenderContext): HTMLElement {
  if (!object) return el('span', { class: 'place', data: stop ? { stop: stop.id } : {} });
  const name = objectLabel(object, context.i18n);
  const { kind, value } = object;
  const node = el('span', { class: `object ${kind}`, role: 'img', 'aria-label': name, title: value, data: { name } });
  if (!stop) return node;
  const mark = drawFormatMark(stop, paragraph, context);
  if (gone) mark.classList.add('gone');
  mark.append(node);
  return mark;
}

/** The mark around what differs in structure. */
function drawFormatMark(stop: FormatStop, { side }: Paragraph, context: RenderContext): HTMLElement {
  const { i18n } = context;
  return el('mark', {
    class: `m format ${stop.class}`,
    part: 'mark mark-format',
    title: describeStopShort(stop, context),
    data: { stop: stop.id, label: markLabel(stop, side, i18n) },
  });
}
