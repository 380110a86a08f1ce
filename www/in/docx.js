// A Word document → plain text as it reads with all changes accepted: tracked deletions and hidden words left out,
// footnotes at the end.
import { Lines } from './lines.js';
import { listZip, unzip } from './zip.js';
import { readXml } from './xml.js';
import { Unreadable } from './unreadable.js';

/** Bytes of XML that are unpacked at most: far more than any text, far less than what would stop the page. */
const MOST = 100_000_000;

/** What holds no words, or words that are gone. */
const DROPPED = new Set(['del', 'moveFrom', 'delText', 'delInstrText', 'instrText', 'fldSimpleInstr', 'rPr', 'tblPr', 'trPr', 'tcPr',
  'sectPr', 'sdtPr', 'Fallback', 'footnoteRef', 'endnoteRef', 'annotationRef', 'commentReference']);

/** Elements that are one letter. */
const LETTERS = { noBreakHyphen: '\u2011', softHyphen: '\u00ad' };

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<string>}
 * @throws {Unreadable}
 */
export async function docxToText(bytes) {
  const files = listZip(bytes);
  const main = mainPart(files);
  if (!main) throw new Unreadable('not-docx');
  const folder = main.replace(/[^/]*$/, '');
  const lines = new Lines();
  for (const name of [main, `${folder}footnotes.xml`, `${folder}endnotes.xml`]) {
    const file = files.get(name);
    if (!file) continue;
    lines.end();
    readBlocks(readXml(new TextDecoder().decode(await unzip(bytes, file, MOST))), lines);
  }
  return lines.text;
}

/** Word names its main part document.xml; a few programs number it. */
const mainPart = (files) => [...files.keys()].find((name) => /^word\/document\d*\.xml$/.test(name));

const own = (node, name) => node.children.find((child) => child.localName === name);
const isOn = (node) => Boolean(node) && !['0', 'false', 'off'].includes(node.attributes.find(({ localName }) => localName === 'val')?.value);

/** Separators between footnotes are stored among them. */
const isSeparator = (node) => node.attributes.some(({ localName, value }) => localName === 'type' && /separator|continuation/i.test(value));

/** Body, cells, footnotes: anything that holds paragraphs and tables. */
function readBlocks(node, lines) {
  for (const child of node.children) {
    const name = child.localName;
    if (DROPPED.has(name)) continue;
    if (name === 'p') readParagraph(child, lines);
    else if (name === 'tbl') readTable(child, lines);
    else if (!((name === 'footnote' || name === 'endnote') && isSeparator(child))) readBlocks(child, lines);
  }
}

/** One paragraph. Where its end was deleted, it goes on in the next. */
function readParagraph(paragraph, lines) {
  const boxes = [];
  readRuns(paragraph, lines, boxes);
  const properties = own(paragraph, 'pPr');
  const end = properties && own(properties, 'rPr');
  if (!(end && (own(end, 'del') || own(end, 'moveFrom')))) lines.end();
  // The words in a box beside the text follow the paragraph that it hangs on.
  for (const box of boxes) {
    lines.end();
    readBlocks(box, lines);
  }
}

function readRuns(node, lines, boxes) {
  for (const child of node.children) {
    const name = child.localName;
    if (DROPPED.has(name) || name === 'pPr') continue;
    if (name === 't') lines.exact(child.textContent);
    else if (name === 'tab' || name === 'ptab') lines.exact('\t');
    else if (name === 'br' || name === 'cr') lines.break();
    else if (LETTERS[name]) lines.exact(LETTERS[name]);
    else if (name === 'txbxContent') boxes.push(child);
    else if (name === 'r') {
      const properties = own(child, 'rPr');
      if (!properties || !isOn(own(properties, 'vanish'))) readRuns(child, lines, boxes);
    } else readRuns(child, lines, boxes);
  }
}

/** A line a row, a tab between cells. */
function readTable(table, lines) {
  lines.end();
  for (const row of rowsOf(table, 'tr')) {
    const properties = own(row, 'trPr');
    if (properties && own(properties, 'del')) continue;
    rowsOf(row, 'tc').forEach((cell, i) => {
      if (i) lines.tab();
      const inside = new Lines();
      readBlocks(cell, inside);
      lines.flow(inside.text);
    });
    lines.end(1);
  }
  lines.end();
}

/** The rows of a table or the cells of a row; both may stand in a frame of their own. */
function rowsOf(node, wanted) {
  return node.children.flatMap((child) => {
    if (child.localName === wanted) return [child];
    return /^(sdt|sdtContent|customXml|ins)$/.test(child.localName) ? rowsOf(child, wanted) : [];
  });
}
