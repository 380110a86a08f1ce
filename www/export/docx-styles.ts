// The parts of a Word document that say how its paragraphs look, and where its links lead (ECMA-376).
import { escapeXml } from './docx-runs.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Sizes of headings by their level, in half points. */
const HEADING_SIZES = [36, 28, 24, 22, 22, 22];
/** How far a list is set in by each level, in twentieths of a point. */
export const LIST_INDENT = 360;
/** How deep lists of lists may be in Word. */
export const LIST_LEVELS = 9;

const paragraphStyle = (id: string, name: string, paragraph: string, run = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr>${run && `<w:rPr>${run}</w:rPr>`}</w:style>`;

const headingStyle = (size: number, i: number): string =>
  `<w:style w:type="paragraph" w:styleId="Heading${i + 1}"><w:name w:val="heading ${i + 1}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="${i}"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;

export const STYLES = [
  `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  ...HEADING_SIZES.map(headingStyle),
  paragraphStyle('Quote', 'Quote', '<w:ind w:left="720" w:right="720"/>', '<w:i/><w:iCs/>'),
  paragraphStyle('Caption', 'caption', '', '<w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/>'),
  paragraphStyle(
    'HTMLPreformatted',
    'HTML Preformatted',
    '<w:spacing w:after="0"/>',
    '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>',
  ),
  paragraphStyle('ListParagraph', 'List Paragraph', '<w:contextualSpacing/>'),
  '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style></w:styles>',
].join('');

/** Numbers of lists in a document: 1 for bullets, then one for each numbered list, which begins at 1 again. */
export function numberingPart(orderedLists: number): string {
  const levels = (format: 'bullet' | 'decimal'): string =>
    Array.from({ length: LIST_LEVELS }, (_, level) => {
      const text = format === 'bullet' ? '•' : `%${level + 1}.`;
      const indent = `<w:ind w:left="${LIST_INDENT * (level + 2)}" w:hanging="${LIST_INDENT}"/>`;
      return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr>${indent}</w:pPr></w:lvl>`;
    }).join('');
  const restarts = Array.from(
    { length: LIST_LEVELS },
    (_, level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`,
  ).join('');
  const ordered = Array.from(
    { length: orderedLists },
    (_, i) => `<w:num w:numId="${i + 2}"><w:abstractNumId w:val="1"/>${restarts}</w:num>`,
  ).join('');
  return `${XML}<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${levels('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${levels('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${ordered}</w:numbering>`;
}

/** The parts that the document itself refers to; the ids of the links are `link1`, `link2` and so on. */
export const relationsPart = (links: readonly string[]): string =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${RELATIONS}/numbering" Target="numbering.xml"/>${links
    .map(
      (address, i) =>
        `<Relationship Id="link${i + 1}" Type="${RELATIONS}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
    )
    .join('')}</Relationships>`;
