// Makes ZIP archives and Word documents for tests, so that no binary file has to be kept.
import { strToU8, zipSync } from 'fflate';

/** Where a header of a file, and its entry in the table, keep their flags: from their signatures on. */
const FLAGS = [
  { signature: 0x04034b50, offset: 6 },
  { signature: 0x02014b50, offset: 8 },
];

/** Files → an archive. `locked`: marked as encrypted, as an office program does it for a document with a password. */
export function zip(
  files: Record<string, string | Uint8Array>,
  { stored = false, locked = false, comment = '' } = {},
): Uint8Array {
  const contents = Object.entries(files).map(([name, content]) => [
    name,
    [typeof content === 'string' ? strToU8(content) : content, { level: stored ? 0 : 6 }],
  ]);
  const archive = zipSync(Object.fromEntries(contents));
  if (locked) markAsLocked(archive);
  return comment ? withComment(archive, comment) : archive;
}

function markAsLocked(archive: Uint8Array): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  for (let at = 0; at < archive.length - 4; at++) {
    for (const { signature, offset } of FLAGS) {
      if (view.getUint32(at, true) === signature)
        view.setUint16(at + offset, view.getUint16(at + offset, true) | 1, true);
    }
  }
}

/** The comment is the last thing in an archive, behind its own length. */
function withComment(archive: Uint8Array, comment: string): Uint8Array {
  const bytes = strToU8(comment);
  const all = new Uint8Array(archive.length + bytes.length);
  all.set(archive);
  all.set(bytes, archive.length);
  new DataView(all.buffer).setUint16(archive.length - 2, bytes.length, true);
  return all;
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A Word document. The body and the footnotes are WordprocessingML. */
export function docx(body: string, footnotes?: string): Uint8Array {
  const part = (root: string, inner: string): string =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${NAMESPACES}>${inner}</w:${root}>`;
  return zip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...(footnotes ? { 'word/footnotes.xml': part('footnotes', footnotes) } : {}),
  });
}

/** A paragraph of runs. */
export const paragraph = (runs: string): string => `<w:p>${runs}</w:p>`;
/** A run of plain words. */
export const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;

const cell = (words: string): string => `<w:tc>${paragraph(run(words))}</w:tc>`;
const box = `<w:txbxContent>${paragraph(run('Boxed.'))}</w:txbxContent>`;

/** A document with what documents have: tracked changes, hidden words, a table, a box, a footnote. */
export const WORD = docx(
  [
    paragraph('<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' + run('The ferry')),
    paragraph(
      run('It left at ') +
        `<w:del w:id="1"><w:r><w:delText>dawn</w:delText></w:r></w:del><w:ins w:id="2">${run('noon')}</w:ins>` +
        run(' with 2,000 people &amp; a dog.'),
    ),
    paragraph('<w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>' + run('Joined ')),
    paragraph(
      run('again.') +
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r><w:r><w:br/><w:t>Next</w:t><w:tab/><w:t>line.</w:t></w:r>',
    ),
    `<w:tbl><w:tr>${cell('Day')}${cell('Fare')}</w:tr><w:tr>${cell('Mon')}${cell('7.50')}</w:tr></w:tbl>`,
    paragraph(
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:r><w:drawing>${box}</w:drawing></w:r></mc:Choice>` +
        `<mc:Fallback><w:r><w:pict>${box}</w:pict></w:r></mc:Fallback></mc:AlternateContent>` +
        run('Beside the box.'),
    ),
  ].join(''),
  `<w:footnote w:type="separator" w:id="0">${paragraph(run('---'))}</w:footnote><w:footnote w:id="1">${paragraph(run('A note.'))}</w:footnote>`,
);
/** The same as it is read. */
export const WORD_READ =
  'The ferry\n\nIt left at noon with 2,000 people & a dog.\n\nJoined again.\nNext\tline.\n\nDay\tFare\nMon\t7.50\n\nBeside the box.\n\nBoxed.\n\nA note.';
