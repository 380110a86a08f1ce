// Makes PDF documents for tests, so that no binary file has to be kept.

/** A line of a page: its words, and where it begins, in points from the lower left. */
export type PdfLine = readonly [text: string, x: number, y: number, size?: number];

export interface PdfOptions {
  /** Whether a password is asked for. */
  readonly locked?: boolean;
  /** Whether the font is a Japanese one that is not in the file, whose codes a table tells; Helvetica if not said. */
  readonly japanese?: boolean;
  /** What draws a page, in the place of its lines. */
  readonly content?: string;
}

const HELVETICA = '/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding';
/** Its codes are those of UCS-2, and what they mean is in a table that every reader of PDF has to have. */
const MINCHO =
  '/Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 ' +
  '/BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor ' +
  '/FontName /HeiseiMin-W3 /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>]';
/** The code of what WinAnsiEncoding has elsewhere than Unicode. */
const CODES: Readonly<Record<string, number>> = { '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96 };

const hex = (text: string): string =>
  [...text].map((letter) => (CODES[letter] ?? letter.charCodeAt(0)).toString(16).padStart(2, '0')).join('');

const wideHex = (text: string): string =>
  [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');

export function pdf(pages: readonly (readonly PdfLine[])[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`,
    `<< ${options.japanese ? MINCHO : HELVETICA} >>`,
  ];
  for (const [i, lines] of pages.entries()) {
    const drawn =
      options.content ??
      lines
        .map(
          ([text, x, y, size = 12]) =>
            `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${(options.japanese ? wideHex : hex)(text)}> Tj ET`,
        )
        .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    );
  }
  if (options.locked)
    objects.push(`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> >>`);
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = options.locked ? ` /Encrypt ${objects.length} 0 R /ID [<00> <00>]` : '';
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R${encrypt} >>`;
  return Uint8Array.from(Buffer.from(`${file}${end}\nstartxref\n${file.length}\n%%EOF\n`, 'latin1'));
}

/** Lines one below the other, 14 points apart. */
export const column = (lines: readonly string[], x: number, top: number, size = 12): PdfLine[] =>
  lines.map((text, i) => [text, x, top - 14 * i, size]);
