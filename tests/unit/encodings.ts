// Texts → their bytes in encodings older than Unicode, by asking the platform's decoder what each byte is.

const oneByteTables = new Map<string, Map<string, number>>();
const twoByteTables = new Map<string, Map<string, readonly [number, number]>>();

/** The bytes of a text in an encoding of one byte a letter. */
export function encodeOneByte(text: string, encoding: string): Uint8Array {
  let table = oneByteTables.get(encoding);
  if (!table) {
    const decoder = new TextDecoder(encoding);
    table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
    oneByteTables.set(encoding, table);
  }
  return Uint8Array.from(text, (letter) => {
    const byte = table.get(letter);
    if (byte === undefined) throw new Error(`${encoding} has no ${letter}`);
    return byte;
  });
}

/** The bytes of a text in an encoding of two bytes a letter, ASCII aside. */
export function encodeTwoBytes(text: string, encoding: string): Uint8Array {
  let table = twoByteTables.get(encoding);
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder(encoding);
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++) {
        const letter = decoder.decode(Uint8Array.of(lead, trail));
        if ([...letter].length === 1 && !table.has(letter)) table.set(letter, [lead, trail]);
      }
    }
    twoByteTables.set(encoding, table);
  }
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = letter < '\u0080' ? [letter.charCodeAt(0)] : table.get(letter);
      if (!bytes) throw new Error(`${encoding} has no ${letter}`);
      return [...bytes];
    }),
  );
}

/** The bytes of a text in UTF-32, without a mark. */
export function encodeUtf32(text: string, littleEndian: boolean): Uint8Array {
  const letters = [...text];
  const view = new DataView(new ArrayBuffer(letters.length * 4));
  letters.forEach((letter, i) => view.setUint32(i * 4, letter.codePointAt(0) ?? 0, littleEndian));
  return new Uint8Array(view.buffer);
}
