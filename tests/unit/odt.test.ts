// An OpenDocument text → its text, to the letter; and files that are meant to harm.
import { expect, test } from 'vitest';
import { officeToText } from '../../www/import/office.js';
import { readFile } from '../../www/import/read-file.js';
import { runAtOnce } from '../../www/import/time-slices.js';
import { zip } from './word-documents.js';

const MIME = 'application/vnd.oasis.opendocument.text';
const styles =
  '<office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="T2"><style:text-properties text:display="none"/></style:style></office:automatic-styles>';
const content = (body: string): string =>
  `<?xml version="1.0"?><office:document-content>${styles}<office:body><office:text>${body}</office:text></office:body></office:document-content>`;
const odt = (body: string, more: Record<string, string | Uint8Array> = {}): Uint8Array =>
  zip({ mimetype: MIME, 'content.xml': content(body), ...more });
const read = (bytes: Uint8Array): string => runAtOnce(officeToText(bytes));
const p = (inner: string): string => `<text:p text:style-name="P1">${inner}</text:p>`;

const CASES: readonly (readonly [name: string, body: string, text: string])[] = [
  [
    'paragraphs and headings',
    `<text:h text:outline-level="1">Title</text:h>${p('One.')}${p('Two.')}`,
    'Title\n\nOne.\n\nTwo.',
  ],
  [
    'words in the order in which they stand',
    p('a <text:span text:style-name="T1">bold</text:span> word, <text:a>a link</text:a>.'),
    'a bold word, a link.',
  ],
  ['white space', p('  a \n\t b<text:s/><text:s text:c="2"/>c<text:tab/>d<text:line-break/>e'), 'a b   c\td\ne'],
  [
    'lists',
    `<text:list><text:list-item>${p('one')}<text:list><text:list-item>${p('two')}</text:list-item></text:list></text:list-item></text:list>`,
    'one\n\ntwo',
  ],
  [
    'a table',
    `${p('x')}<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell>${p('Day')}</table:table-cell><table:table-cell>${p('Fare')}</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell>${p('Mon')}${p('day')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>${p('y')}`,
    'x\n\nDay\tFare\nMon day\n\ny',
  ],
  [
    'footnotes',
    p(
      'One<text:note><text:note-citation>1</text:note-citation><text:note-body>' +
        p('A note.') +
        '</text:note-body></text:note> two.',
    ),
    'One two.\n\nA note.',
  ],
  ['comments', p('a<office:annotation><dc:creator>N</dc:creator>' + p('remark') + '</office:annotation>b'), 'ab'],
  [
    'tracked changes',
    `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}</text:deletion></text:changed-region></text:tracked-changes>${p('kept<text:change text:change-id="c"/> and <text:change-start/>new<text:change-end/>')}`,
    'kept and new',
  ],
  [
    'hidden words',
    p('a<text:span text:style-name="T2">hidden</text:span>b') +
      `<text:section text:display="none">${p('too')}</text:section>`,
    'ab',
  ],
  [
    'a box beside the text',
    p(
      'Text <draw:frame><draw:text-box>' +
        p('In it.') +
        '</draw:text-box><svg:desc>Alt</svg:desc></draw:frame>goes on.',
    ) + p('Next.'),
    'Text goes on.\n\nIn it.\n\nNext.',
  ],
  ['ruby', p('<text:ruby><text:ruby-base>水</text:ruby-base><text:ruby-text>みず</text:ruby-text></text:ruby>'), '水'],
  [
    'sections and a table of contents',
    `<text:table-of-content><text:table-of-content-source><text:index-title-template>Template</text:index-title-template></text:table-of-content-source><text:index-body>${p('Contents')}</text:index-body></text:table-of-content><text:section>${p('In it.')}</text:section>`,
    'Contents\n\nIn it.',
  ],
  ['markup as words', p('&lt;script&gt;hacked()&lt;/script&gt;'), '<script>hacked()</script>'],
];

for (const [name, body, text] of CASES) {
  test(`read: ${name}`, () => {
    expect(read(odt(body))).toBe(text);
  });
}

const WORDS = odt(p('Words.'));
const nested = (n: number): string => '<text:span>'.repeat(n) + 'x' + '</text:span>'.repeat(n);
const BOMB = zip({ mimetype: MIME, 'content.xml': new Uint8Array(105_000_000).fill(0x20) });

const REFUSED: readonly (readonly [name: string, file: () => Uint8Array, code: string])[] = [
  ['a bomb', () => BOMB, 'too-large'],
  ['cut short', () => WORDS.subarray(0, WORDS.length - 30), 'damaged'],
  ['levels without an end', () => odt(p(nested(100_000))), 'damaged'],
  ['elements that are not closed', () => zip({ 'content.xml': '<office:document-content><office:body>' }), 'damaged'],
  ['a document type with entities', () => zip({ 'content.xml': '<!DOCTYPE d [<!ENTITY a "b">]><x/>' }), 'damaged'],
  [
    'a table and no text',
    () =>
      zip({
        'content.xml':
          '<office:document-content><office:body><office:spreadsheet/></office:body></office:document-content>',
      }),
    'other-document',
  ],
  [
    'a password',
    () =>
      odt(p('x'), {
        'META-INF/manifest.xml':
          '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      }),
    'locked',
  ],
  ['a password, as ODF 1.4 has it', () => zip({ mimetype: MIME, 'encrypted-package': 'x' }), 'locked'],
];

for (const [name, file, code] of REFUSED) {
  test(`refused: ${name}`, () => {
    expect(() => read(file())).toThrow(expect.objectContaining({ name: 'Unreadable', code }));
  });
}

test('a flipped byte is never read as a text', () => {
  for (let at = 0; at < WORDS.length; at++) {
    const flipped = WORDS.slice();
    flipped[at] = (flipped[at] ?? 0) ^ 4;
    let text: string;
    try {
      text = read(flipped);
    } catch (error) {
      expect(error, `byte ${at}`).toMatchObject({ name: 'Unreadable' });
      continue;
    }
    expect(text, `byte ${at}`).toBe('Words.');
  }
});

test('a file is known by its first bytes, whatever it is called', async () => {
  for (const name of ['story.odt', 'story.docx', 'story.txt']) {
    expect((await readFile(new File([Uint8Array.from(WORDS)], name))).text).toBe('Words.');
  }
});

test('spaces without an end are bounded', () => {
  expect(read(odt(p('a<text:s text:c="99999999999"/>b'))).length).toBeLessThan(2000);
});
