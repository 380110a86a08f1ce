// Makes ZIP archives and Word documents for tests, so that no binary file has to be kept.
import { crc32, deflateRawSync } from 'node:zlib';

/** The checksum of zip; Node 20 has none of its own before 20.15. @param {Uint8Array} bytes */
const checksum = crc32 ?? ((bytes) => {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
});

/**
 * @param {Record<string, string | Uint8Array>} files by name
 * @param {{ stored?: boolean, locked?: boolean, comment?: string }} [how]
 * @returns {Buffer}
 */
export function zip(files, { stored = false, locked = false, comment = '' } = {}) {
  const parts = [];
  const table = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const body = stored ? bytes : deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(locked ? 1 : 0, 2);
    shared.writeUInt16LE(stored ? 0 : 8, 4);
    shared.writeUInt32LE(checksum(bytes), 10);
    shared.writeUInt32LE(body.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name)]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    table.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, rest, Buffer.from(name)]));
    parts.push(local, body);
    offset += local.length + body.length;
  }
  const end = Buffer.alloc(22 + comment.length);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(table.length, 8);
  end.writeUInt16LE(table.length, 10);
  end.writeUInt32LE(Buffer.concat(table).length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  end.write(comment, 22);
  return Buffer.concat([...parts, ...table, end]);
}

const NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/**
 * A Word document. @param {string} body WordprocessingML of the body
 * @param {string} [footnotes] the same of the footnotes
 */
export function docx(body, footnotes) {
  const part = (root, inner) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${NAMES}>${inner}</w:${root}>`;
  return zip({
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...(footnotes ? { 'word/footnotes.xml': part('footnotes', footnotes) } : {}),
  });
}

/** A paragraph of runs. @param {string} runs */
export const p = (runs) => `<w:p>${runs}</w:p>`;
/** A run of plain words. @param {string} words */
export const r = (words) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;

/** A document with what documents have: tracked changes, hidden words, a table, a box, a footnote. */
export const WORD = docx([
  p('<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' + r('The ferry')),
  p(r('It left at ') + `<w:del w:id="1"><w:r><w:delText>dawn</w:delText></w:r></w:del><w:ins w:id="2">${r('noon')}</w:ins>` + r(' with 2,000 people &amp; a dog.')),
  p('<w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>' + r('Joined ')),
  p(r('again.') + '<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r><w:r><w:br/><w:t>Next</w:t><w:tab/><w:t>line.</w:t></w:r>'),
  '<w:tbl><w:tr><w:tc>' + p(r('Day')) + '</w:tc><w:tc>' + p(r('Fare')) + '</w:tc></w:tr><w:tr><w:tc>' + p(r('Mon')) + '</w:tc><w:tc>' + p(r('7.50')) + '</w:tc></w:tr></w:tbl>',
  p('<mc:AlternateContent><mc:Choice Requires="wps"><w:r><w:drawing><w:txbxContent>' + p(r('Boxed.')) + '</w:txbxContent></w:drawing></w:r></mc:Choice>'
    + '<mc:Fallback><w:r><w:pict><w:txbxContent>' + p(r('Boxed.')) + '</w:txbxContent></w:pict></w:r></mc:Fallback></mc:AlternateContent>' + r('Beside the box.')),
].join(''), '<w:footnote w:type="separator" w:id="0">' + p(r('---')) + '</w:footnote><w:footnote w:id="1">' + p(r('A note.')) + '</w:footnote>');
/** The same as it is read. */
export const WORD_READ = 'The ferry\n\nIt left at noon with 2,000 people & a dog.\n\nJoined again.\nNext\tline.\n\nDay\tFare\nMon\t7.50\n\nBeside the box.\n\nBoxed.\n\nA note.';
