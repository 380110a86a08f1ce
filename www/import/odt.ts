// An OpenDocument text → plain text as it reads with all changes accepted: tracked deletions and hidden words left out,
// footnotes at the end.
import { TextBuilder } from './text-builder.js';
import type { Work } from './time-slices.js';
import { Unreadable } from './unreadable.js';
import { type XmlElement, attributeOf, childOf, readXml } from './xml.js';
import { MAX_PART, type ZipEntry, unzip } from './zip.js';

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';
/** What holds all the rest where the whole document is encrypted, as ODF 1.4 has it. */
const ENCRYPTED = 'encrypted-package';
/** Share of the work that reading the XML is; making text of it is the rest. */
const XML_SHARE = 0.7;

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** What holds no words, or words that are gone or stand elsewhere. */
const DROPPED = words(
  `tracked-changes annotation note-citation ruby-text title desc forms sequence-decls variable-decls user-field-decls
  table-of-content-source illustration-index-source table-index-source object-index-source user-index-source
  alphabetical-index-source bibliography-source binary-data math hidden-text`,
);
const PARAGRAPHS = words('p h');
/** What lies between a table and its rows. */
const ROW_GROUPS = words('table-header-rows table-rows table-row-group');
const MOST_SPACES = 1000;

/** What is collected while a text is read. */
interface Reading {
  readonly out: TextBuilder;
  readonly notes: XmlElement[];
  /** Names of the styles whose words are hidden. */
  readonly hidden: ReadonlySet<string>;
}

export const isOdt = (files: ReadonlyMap<string, ZipEntry>): boolean => files.has(CONTENT) || files.has(ENCRYPTED);

/** @throws {Unreadable} */
export function* odtToText(bytes: Uint8Array, files: ReadonlyMap<string, ZipEntry>): Work<string> {
  const content = files.get(CONTENT);
  if (!content || (yield* isEncrypted(bytes, files))) throw new Unreadable('locked');
  const xml = new TextDecoder().decode(yield* unzip(bytes, content, MAX_PART));
  const parsing = readXml(xml);
  let step = parsing.next();
  for (; !step.done; step = parsing.next()) yield step.value * XML_SHARE;
  const root = step.value;
  const body = childOf(root, 'body');
  const text = body && childOf(body, 'text');
  if (!text) throw new Unreadable('other-document');
  const reading: Reading = { out: new TextBuilder(), notes: [], hidden: hiddenStyles(root) };
  yield* addBlocks(text, reading);
  // A note may hold notes of its own.
  for (let note = reading.notes.shift(); note; note = reading.notes.shift()) {
    reading.out.endBlock();
    yield* addBlocks(note, reading);
  }
  return reading.out.text;
}

function* isEncrypted(bytes: Uint8Array, files: ReadonlyMap<string, ZipEntry>): Work<boolean> {
  if (files.has(ENCRYPTED)) return true;
  const manifest = files.get(MANIFEST);
  return manifest
    ? /<(?:\w+:)?encryption-data\b/.test(new TextDecoder().decode(yield* unzip(bytes, manifest, MAX_PART)))
    : false;
}

function hiddenStyles(root: XmlElement): Set<string> {
  const styles = childOf(root, 'automatic-styles')?.children ?? [];
  const isHidden = (style: XmlElement): boolean => {
    const properties = childOf(style, 'text-properties');
    return properties !== undefined && attributeOf(properties, 'display') === 'none';
  };
  return new Set(styles.filter(isHidden).map((style) => attributeOf(style, 'name') ?? ''));
}

const isHidden = (element: XmlElement, { hidden }: Reading): boolean =>
  hidden.has(attributeOf(element, 'style-name') ?? '') ||
  (element.localName === 'section' && attributeOf(element, 'display') === 'none') ||
  (element.localName === 'hidden-paragraph' && attributeOf(element, 'is-hidden') !== 'false');

/** The text, cells, lists, sections: anything that holds paragraphs and tables. */
function* addBlocks(parent: XmlElement, reading: Reading): Work<void> {
  for (const element of parent.children) {
    const name = element.localName;
    if (DROPPED.has(name) || isHidden(element, reading)) continue;
    if (PARAGRAPHS.has(name)) yield* addParagraph(element, reading);
    else if (name === 'table') yield* addTable(element, reading);
    else yield* addBlocks(element, reading);
    yield XML_SHARE;
  }
}

function* addParagraph(paragraph: XmlElement, reading: Reading): Work<void> {
  const boxes: XmlElement[] = [];
  addInline(paragraph, reading, boxes);
  reading.out.endBlock();
  // The words in a box beside the text follow the paragraph that it hangs on.
  for (const box of boxes) {
    yield* addBlocks(box, reading);
    reading.out.endBlock();
  }
}

function addInline(parent: XmlElement, reading: Reading, boxes: XmlElement[]): void {
  const { out, notes } = reading;
  for (const piece of parent.content) {
    if (typeof piece === 'string') {
      out.addFlowing(piece);
      continue;
    }
    const name = piece.localName;
    if (DROPPED.has(name) || isHidden(piece, reading)) continue;
    if (name === 's') out.addExact(' '.repeat(Math.min(MOST_SPACES, Number(attributeOf(piece, 'c') ?? 1) || 1)));
    else if (name === 'tab') out.addExact('\t');
    else if (name === 'line-break') out.lineBreak();
    else if (name === 'note-body') notes.push(piece);
    else if (name === 'text-box') boxes.push(piece);
    else addInline(piece, reading, boxes);
  }
}

/** A line a row, a tab between cells. */
function* addTable(table: XmlElement, reading: Reading): Work<void> {
  const { out } = reading;
  out.endBlock();
  for (const row of rowsOf(table)) {
    const cells = row.children.filter(({ localName }) => /^(?:covered-)?table-cell$/.test(localName));
    for (const [i, cell] of cells.entries()) {
      if (i) out.cellBorder();
      const inside = new TextBuilder();
      yield* addBlocks(cell, { ...reading, out: inside });
      out.addFlowing(inside.text);
    }
    out.endBlock(1);
  }
  out.endBlock();
}

const rowsOf = (parent: XmlElement): XmlElement[] =>
  parent.children.flatMap((element) => {
    if (element.localName === 'table-row') return [element];
    return ROW_GROUPS.has(element.localName) ? rowsOf(element) : [];
  });
