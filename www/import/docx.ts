// A Word document → plain text as it reads with all changes accepted: tracked deletions and hidden words left out,
// footnotes at the end.
import { TextBuilder } from './text-builder.js';
import type { Work } from './time-slices.js';
import { Unreadable } from './unreadable.js';
import { type XmlElement, attributeOf, childOf, readXml, wordsOf } from './xml.js';
import { MAX_PART, type ZipEntry, unzip } from './zip.js';

/** Share of the work that reading the XML is; making text of it is the rest. */
const XML_SHARE = 0.7;

/** What holds no words, or words that are gone. */
const DROPPED = new Set([
  'del',
  'moveFrom',
  'delText',
  'delInstrText',
  'instrText',
  'fldSimpleInstr',
  'rPr',
  'tblPr',
  'trPr',
  'tcPr',
  'sectPr',
  'sdtPr',
  'Fallback',
  'footnoteRef',
  'endnoteRef',
  'annotationRef',
  'commentReference',
]);

/** Elements that are one letter. */
const LETTERS = new Map([
  ['noBreakHyphen', '\u2011'],
  ['softHyphen', '\u00ad'],
]);

/** @throws {Unreadable} */
export function* docxToText(bytes: Uint8Array, files: ReadonlyMap<string, ZipEntry>): Work<string> {
  const main = mainPart(files.keys());
  if (!main) throw new Unreadable('other-document');
  const folder = main.replace(/[^/]*$/, '');
  const out = new TextBuilder();
  for (const name of [main, `${folder}footnotes.xml`, `${folder}endnotes.xml`]) {
    const file = files.get(name);
    if (!file) continue;
    out.endBlock();
    const xml = new TextDecoder().decode(yield* unzip(bytes, file, MAX_PART));
    const reading = readXml(xml);
    let step = reading.next();
    for (; !step.done; step = reading.next()) yield step.value * XML_SHARE;
    yield* addBlocks(step.value, out);
  }
  return out.text;
}

/** Word names its main part document.xml; a few programs number it. */
const mainPart = (names: Iterable<string>): string | undefined =>
  [...names].find((name) => /^word\/document\d*\.xml$/.test(name));

const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(attributeOf(element, 'val') ?? '');

/** Separators between footnotes are stored among them. */
const isSeparator = (element: XmlElement): boolean =>
  /separator|continuation/i.test(attributeOf(element, 'type') ?? '');

/** Body, cells, footnotes: anything that holds paragraphs and tables. */
function* addBlocks(parent: XmlElement, out: TextBuilder): Work<void> {
  for (const element of parent.children) {
    const name = element.localName;
    if (DROPPED.has(name)) continue;
    if (name === 'p') yield* addParagraph(element, out);
    else if (name === 'tbl') yield* addTable(element, out);
    else if (!((name === 'footnote' || name === 'endnote') && isSeparator(element))) yield* addBlocks(element, out);
    yield XML_SHARE;
  }
}

/** One paragraph. Where its end was deleted, it goes on in the next. */
function* addParagraph(paragraph: XmlElement, out: TextBuilder): Work<void> {
  const boxes: XmlElement[] = [];
  addRuns(paragraph, out, boxes);
  const properties = childOf(paragraph, 'pPr');
  const end = properties && childOf(properties, 'rPr');
  if (!(end && (childOf(end, 'del') || childOf(end, 'moveFrom')))) out.endBlock();
  // The words in a box beside the text follow the paragraph that it hangs on.
  for (const box of boxes) {
    out.endBlock();
    yield* addBlocks(box, out);
  }
}

function addRuns(parent: XmlElement, out: TextBuilder, boxes: XmlElement[]): void {
  for (const element of parent.children) {
    const name = element.localName;
    if (DROPPED.has(name) || name === 'pPr') continue;
    if (name === 't') out.addExact(wordsOf(element));
    else if (name === 'tab' || name === 'ptab') out.addExact('\t');
    else if (name === 'br' || name === 'cr') out.lineBreak();
    else if (LETTERS.has(name)) out.addExact(LETTERS.get(name) ?? '');
    else if (name === 'txbxContent') boxes.push(element);
    else if (name === 'r') {
      const properties = childOf(element, 'rPr');
      if (!properties || !isOn(childOf(properties, 'vanish'))) addRuns(element, out, boxes);
    } else addRuns(element, out, boxes);
  }
}

/** A line a row, a tab between cells. */
function* addTable(table: XmlElement, out: TextBuilder): Work<void> {
  out.endBlock();
  for (const row of partsOf(table, 'tr')) {
    const properties = childOf(row, 'trPr');
    if (properties && childOf(properties, 'del')) continue;
    for (const [i, cell] of partsOf(row, 'tc').entries()) {
      if (i) out.cellBorder();
      const inside = new TextBuilder();
      yield* addBlocks(cell, inside);
      out.addFlowing(inside.text);
    }
    out.endBlock(1);
  }
  out.endBlock();
}

/** The rows of a table or the cells of a row; both may lie in a frame of their own. */
function partsOf(parent: XmlElement, wanted: 'tr' | 'tc'): XmlElement[] {
  return parent.children.flatMap((element) => {
    if (element.localName === wanted) return [element];
    return /^(sdt|sdtContent|customXml|ins)$/.test(element.localName) ? partsOf(element, wanted) : [];
  });
}
