// Model → a Word document of After with tracked changes: who accepts all of them has After, who rejects all has Before. What
// the filters hide reads as After has it.
import { strToU8, zipSync } from 'fflate';
import { partitionPoint } from '../partition-point.js';
import type { FormatChange, FormatKind } from '../report-types.js';
import type { Side } from '../sides.js';
import type { RenderContext } from '../view/context.js';
import { objectLabel } from '../view/labels.js';
import { changesOf } from '../view/model/quotations.js';
import { endRunsOf, runsOf, type ObjectName, type ObjectRun, type Run } from '../view/model/runs.js';
import { TAGS, isBlock } from '../view/model/structure.js';
import type { FormatStop, IsShown, Look, Model, Paragraph, Stop } from '../view/model/types.js';
import { weave } from '../view/model/weave.js';
import { DocumentWriter, type ParagraphLook } from './docx-paragraphs.js';
import { escapeXml, type Kind } from './docx-runs.js';
import { STYLES, WORD, numberingPart, relationsPart } from './docx-styles.js';
import { safeAddress } from './safe-address.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of the package that are the same for every document. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${TYPES}.numbering+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/styles.xml': STYLES,
};

/** The parts that say more about the document: what the two texts are called. */
const partsFor = (names: string): Record<string, string> => ({
  '[Content_Types].xml': PARTS['[Content_Types].xml']!.replace(
    '</Types>',
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
  ),
  '_rels/.rels': PARTS['_rels/.rels']!.replace(
    '</Relationships>',
    `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  ),
  'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>${escapeXml(names)}</dc:description></cp:coreProperties>`,
});

export interface DocxOptions {
  /** When it was saved, which Word shows with each change. */
  date: Date;
  /** What the texts are called, in words; empty for nothing. */
  names?: string;
}

/** `context`: what the names of pictures are written with. */
export function toDocx(context: RenderContext, { date, names = '' }: DocxOptions): Uint8Array<ArrayBuffer> {
  const { model, shown } = context;
  const writer = new DocumentWriter({
    date,
    lookAt: (side, offset) => {
      const paragraph = paragraphAt(model, side, offset);
      return paragraph ? lookOf(paragraph, shown) : null;
    },
    isApart: (side, offset) => {
      const { look } = nextParagraph(model, side, offset) ?? {};
      return Boolean(look && (look.kinds.includes('table') || (look.list && look.list.number !== null)));
    },
  });
  for (const stretch of stretchesOf(model, shown)) addStretch(writer, stretch, context);
  const document = `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${RELATIONS}"><w:body>${writer.end()}</w:body></w:document>`;
  const files = Object.entries({
    ...PARTS,
    ...(names && partsFor(names)),
    'word/_rels/document.xml.rels': relationsPart(writer.links),
    'word/numbering.xml': numberingPart(writer.orderedLists),
    'word/document.xml': document,
  });
  return zipSync(Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)])));
}

interface Stretch {
  kind: Kind;
  side: Side;
  start: number;
  end: number;
  /** White space before it that is kept. */
  indent?: string;
}

/** Both texts as one, from their beginning to their end. */
function stretchesOf({ texts, stops }: Model, shown: IsShown): Stretch[] {
  const all = stops.flatMap<Stop>((stop) => (stop.kind === 'change' ? changesOf(stop) : [stop]));
  const strands = weave([0, texts.before.length], [0, texts.after.length], all);
  if (!strands) {
    const whole = (side: Side, kind: Kind): Stretch => ({ kind, side, start: 0, end: texts[side].length });
    return [whole('before', 'cut'), whole('after', 'new')];
  }
  return strands.flatMap((strand): Stretch[] => {
    if (strand.kind === 'same') return [{ ...strand, kind: 'same' }];
    const isGone = strand.kind === 'cut' || strand.kind === 'away';
    if (shown(strand.stop)) return [{ ...strand, kind: isGone ? 'cut' : 'new' }];
    return isGone ? [] : [{ ...strand, kind: 'same' }];
  });
}

/** The paragraph that an offset is in, or the one behind it. */
const nextParagraph = ({ paragraphs }: Model, side: Side, offset: number): Paragraph | undefined =>
  paragraphs[side][partitionPoint(paragraphs[side], ({ end }) => end <= offset)];

function paragraphAt(model: Model, side: Side, offset: number): Paragraph | null {
  const paragraph = nextParagraph(model, side, offset);
  // White space before preformatted text is a part of it.
  return paragraph && paragraph.start <= endOfBlanks(model.texts[side], offset) ? paragraph : null;
}

const endOfBlanks = (text: string, offset: number): number => {
  let end = offset;
  while (/[^\S\n\r]/.test(text[end] ?? '')) end++;
  return end;
};

function lookOf(paragraph: Paragraph, shown: IsShown): ParagraphLook {
  const { look, formats, side, kind } = paragraph;
  const isHeading = kind === 'heading';
  const stops = side === 'after' ? formats.filter(({ stop }) => shown(stop)) : [];
  const was =
    look && stops.some(({ stop }) => isBlock(stop.format))
      ? lookBefore(
          look,
          stops.map(({ stop }) => stop.format),
        )
      : null;
  return { isHeading, look, was };
}

/** What a paragraph of After was in Before, where both have its words. */
function lookBefore(now: Look, formats: readonly FormatChange[]): Look {
  const look: Look = { ...now, kinds: [...now.kinds] };
  for (const { kind, was } of formats) {
    switch (kind) {
      case 'heading':
        delete look.heading;
        if (was !== null) look.heading = Number(was);
        break;
      case 'list':
        delete look.list;
        if (was !== null)
          look.list = { ordered: was === 'ordered', depth: now.list?.depth ?? 1, number: now.list?.number ?? 1 };
        break;
      case 'depth':
        if (look.list) look.list = { ...look.list, depth: Number(was ?? 1) };
        break;
      case 'quote':
      case 'preformatted':
      case 'table':
      case 'caption':
        look.kinds = look.kinds.filter((one) => one !== kind);
        if (was !== null) look.kinds.push(kind);
        break;
      default:
    }
  }
  return look;
}

/** Adds a stretch, cut where its words are set in another way. */
function addStretch(writer: DocumentWriter, { kind, side, start, end }: Stretch, context: RenderContext): void {
  const { model } = context;
  const text = model.texts[side];
  let at = start;
  while (at < end) {
    const paragraph = nextParagraph(model, side, at);
    // What stands between two paragraphs, and texts without structure, are added as they are.
    if (!paragraph?.look) {
      writer.add({ kind, text: text.slice(at, end), side, start: at });
      return;
    }
    const margin = Math.max(at, marginOf(paragraph, text));
    const from = Math.min(end, Math.max(at, paragraph.start));
    if (margin > at) writer.add({ kind, text: text.slice(at, Math.min(margin, end)), side, start: at });
    const to = Math.min(end, paragraph.end);
    const indent = text.slice(margin, from);
    if (from < to) addRuns(writer, { kind, side, start: from, end: to, indent }, paragraph, context);
    at = Math.max(to, from);
  }
}

/** Where a paragraph begins: white space before preformatted text is a part of it. */
const marginOf = ({ start, look }: Paragraph, text: string): number =>
  look?.kinds.includes('preformatted')
    ? Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
    : start;

function addRuns(writer: DocumentWriter, stretch: Stretch, paragraph: Paragraph, context: RenderContext): void {
  const { kind, side, start, end, indent = '' } = stretch;
  const text = context.model.texts[side];
  const flow = { ...context, isFlow: true };
  const runs: Run[] = runsOf(paragraph, [start, end], flow);
  if (end === paragraph.end && side === 'after') runs.push(...endRunsOf(paragraph, flow));
  for (const run of runs) {
    if (run.kind === 'object') {
      addObject(writer, run, stretch, context);
      continue;
    }
    const words = {
      text: (run.start === start ? indent : '') + text.slice(run.start, run.end),
      side,
      start: run.start,
    };
    const marks = run.formats.map((format) => format.kind);
    const link = run.formats.find((format) => format.kind === 'link')?.value ?? null;
    const [now, was] = [link && safeAddress(link), run.stops.find(({ format }) => format.kind === 'link')?.format.was];
    if (kind !== 'same') writer.add({ ...words, kind, look: { marks, link: now, was: null } });
    else if (was === undefined)
      writer.add({ ...words, kind, look: { marks, link: now, was: marksBefore(marks, run.stops) } });
    else {
      // A link that leads elsewhere is cut with its words, and comes again.
      const before = marksBefore(marks, run.stops) ?? marks;
      writer.add({ ...words, kind: 'cut', look: { marks: before, link: was && safeAddress(was), was: null } });
      writer.add({ ...words, kind: 'new', look: { marks, link: now, was: null } });
    }
  }
}

/** The marks that words had in Before; null where they are the same. */
function marksBefore(marks: readonly FormatKind[], stops: readonly FormatStop[]): FormatKind[] | null {
  const changed = stops.map(({ format }) => format).filter(({ kind }) => TAGS[kind]);
  if (!changed.length) return null;
  const gone = new Set(changed.filter(({ was }) => was === null).map(({ kind }) => kind));
  return [
    ...marks.filter((mark) => !gone.has(mark)),
    ...changed.filter(({ was }) => was !== null).map(({ kind }) => kind),
  ];
}

/** A picture or the like is written as its name: the picture itself is not loaded. */
function addObject(
  writer: DocumentWriter,
  { object, stop, gone }: ObjectRun,
  { kind, side, start }: Stretch,
  { i18n }: RenderContext,
): void {
  if (!object) return;
  const add = (how: Kind, name: ObjectName): void =>
    writer.addName({ kind: how, text: `[${objectLabel(name, i18n)}] `, side, start });
  if (kind !== 'same' || !stop) add(kind, object);
  else if (stop.format.kind !== 'alt') add(gone ? 'cut' : 'new', object);
  else {
    add('cut', { ...object, alternative: stop.format.was });
    add('new', object);
  }
}
