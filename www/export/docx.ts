// Model → a Word document of After with tracked changes: who accepts all of them has After, who rejects all has Before. What
// the filters hide reads as After has it.
import { strToU8, zipSync } from 'fflate';
import { bothSides, type Both, type Side } from '../sides.js';
import { changesOf } from '../view/model/quotations.js';
import type { IsShown, Model, Stop } from '../view/model/types.js';
import { weave } from '../view/model/weave.js';
import { DocumentWriter, escapeXml, type Kind } from './docx-paragraphs.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of the package that are the same for every document. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  'word/styles.xml': `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style></w:styles>`,
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

/** `date`: when it was saved, which Word shows with each change. `names`: what the texts are called, in words; empty for nothing. */
export function toDocx(model: Model, shown: IsShown, date: Date, names = ''): Uint8Array<ArrayBuffer> {
  const writer = new DocumentWriter({ date, isHeading: headingsOf(model) });
  for (const { kind, side, start, end } of stretchesOf(model, shown)) {
    writer.add(kind, model.texts[side].slice(start, end), { side, start });
  }
  const document = `${XML}<w:document xmlns:w="${WORD}"><w:body>${writer.end()}</w:body></w:document>`;
  const files = Object.entries({ ...PARTS, ...(names && partsFor(names)), 'word/document.xml': document });
  return zipSync(Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)])));
}

interface Stretch {
  kind: Kind;
  side: Side;
  start: number;
  end: number;
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

/** Whether a headline begins at an offset of one side. */
function headingsOf({ paragraphs }: Model): (side: Side, offset: number) => boolean {
  const starts: Both<Set<number>> = bothSides(
    (side) => new Set(paragraphs[side].filter(({ kind }) => kind === 'heading').map(({ start }) => start)),
  );
  return (side, offset) => starts[side].has(offset);
}
