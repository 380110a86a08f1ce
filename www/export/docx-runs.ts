// Words with what they are → runs of WordprocessingML (ECMA-376). What differs in structure is a tracked change, as the words are.
import type { FormatKind } from '../report-types.js';

export type Kind = 'same' | 'cut' | 'new';

/** How words are set. */
export interface RunLook {
  marks: readonly FormatKind[];
  /** The address of a link. */
  link: string | null;
  /** The marks that they had in Before, where these are others. */
  was: readonly FormatKind[] | null;
}

export interface Run {
  kind: Kind;
  /** Its text; a line break for null. */
  text: string | null;
  look: RunLook | null;
}

/** What a run is written with: the attributes of the next tracked change, and the id of a link. */
export interface RunWriting {
  isRtl: boolean;
  mark: () => string;
  linkId: (address: string) => string | null;
}

/** Control characters, what is no character, and half surrogate pairs: XML cannot hold them. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

const TAGS = { cut: 'del', new: 'ins' } as const;

/** The element around what is tracked, or its mark at the end of a paragraph. */
export const trackedTag = (kind: 'cut' | 'new'): string => `w:${TAGS[kind]}`;

/** Properties of a run by the marks that ask for them, in the order of the schema. */
const PROPERTIES: readonly (readonly [FormatKind | 'link' | 'rtl', string])[] = [
  ['link', '<w:rStyle w:val="Hyperlink"/>'],
  ['code', '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'],
  ['strong', '<w:b/><w:bCs/>'],
  ['emphasis', '<w:i/><w:iCs/>'],
  ['strike', '<w:strike/>'],
  ['underline', '<w:u w:val="single"/>'],
  ['sub', '<w:vertAlign w:val="subscript"/>'],
  ['sup', '<w:vertAlign w:val="superscript"/>'],
  ['rtl', '<w:rtl/>'],
];

const propertiesOf = (marks: readonly (FormatKind | 'link' | 'rtl')[]): string =>
  PROPERTIES.filter(([mark]) => marks.includes(mark))
    .map(([, property]) => property)
    .join('');

export function writeRun({ kind, text, look }: Run, { isRtl, mark, linkId }: RunWriting): string {
  const id = look?.link ? linkId(look.link) : null;
  const always = [...(id ? (['link'] as const) : []), ...(isRtl ? (['rtl'] as const) : [])];
  const change = look?.was
    ? `<w:rPrChange ${mark()}><w:rPr>${propertiesOf([...look.was, ...always])}</w:rPr></w:rPrChange>`
    : '';
  const properties = propertiesOf([...(look?.marks ?? []), ...always]) + change;
  const head = properties ? `<w:rPr>${properties}</w:rPr>` : '';
  const run = `<w:r>${head}${text === null ? '<w:br/>' : writeWords(kind, text)}</w:r>`;
  const tracked = kind === 'same' ? run : `<${trackedTag(kind)} ${mark()}>${run}</${trackedTag(kind)}>`;
  return id ? `<w:hyperlink r:id="${id}" w:history="1">${tracked}</w:hyperlink>` : tracked;
}

function writeWords(kind: Kind, text: string): string {
  const tag = kind === 'cut' ? 'w:delText' : 'w:t';
  return text
    .split('\t')
    .map((part) => (part ? `<${tag} xml:space="preserve">${escapeXml(part)}</${tag}>` : ''))
    .join('<w:tab/>');
}
