// What is known about languages and encodings: the letters that a language uses, and the byte rows of the encodings
// of East Asia. `guess-encoding.ts` compares a file with these.

/** Scripts whose letters a one-byte encoding may hold. */
export type Script = 'Latin' | 'Cyrillic' | 'Greek' | 'Hebrew' | 'Arabic' | 'Thai';

/**
 * The letters beyond ASCII of each language, the most frequent first. A combining mark is a letter here.
 * English has none of its own, but borrows some.
 */
const LETTERS = {
  en: 'éèïñüçæ',
  de: 'üäöß',
  fr: 'éèàêçôùîâûëïœæ',
  es: 'óáíéñúü',
  pt: 'ãçáéóêíõúâôà',
  it: 'èàùòìéí',
  ca: 'àéèíóòúçïü',
  nl: 'ëéïöèü',
  sv: 'äöåé',
  da: 'åøæéö',
  fi: 'äöå',
  is: 'ðíáéóýþúæö',
  pl: 'łęąóśżćńź',
  cs: 'íáéěřýžčšůúťňďó',
  sk: 'áíéčžúýšľťóôňäďŕĺ',
  hu: 'áéöóőíüúű',
  ro: 'ăîţşâ',
  hr: 'čšžćđ',
  tr: 'ıüşğçöâîû',
  et: 'äõüöšž',
  lv: 'āīēšūņļķģčž',
  lt: 'ėšųžįūčąę',
  ru: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
  uk: 'оаниітверсклудмпязьгбчхйїжшюцєщфґ',
  be: 'аніоерлтсвкыудпямзьгёўбчцшхйжюфэ',
  bg: 'аоеитнрсвлкдпмзуъгбчящжюцйхшьф',
  sr: 'аоеинрствјкпудлмзгбчшжћцњхљђфџ',
  el: 'αοιετσνηυρπκμλωςίόάέγήδύθχφβώξζψϊϋΐΰ',
  he: 'יוהלאמתרבשנםדחקעפסכטגןזךצץף',
  ar: 'اليمنوتربةدعكسهفقحجشصطخضغذثزءأإئىظؤآًَُِّْ',
  fa: 'ايرندمهوتبسشکزگلفخقعپحجآصطچضغژذثظئ\u200c',
  th: 'านรอก่เง้ยมลวดีทสิัตะปบคหแจ็พชขใื์ไุำูถโณผธศซฐฟภษฉฎญ',
  vi: '\u0301\u0300\u0323đưôêâơ\u0309ăáà\u0303íóéúèù',
} as const;

export type Language = keyof typeof LETTERS;

const SCRIPTS: Partial<Readonly<Record<Language, Script>>> = {
  ru: 'Cyrillic',
  uk: 'Cyrillic',
  be: 'Cyrillic',
  bg: 'Cyrillic',
  sr: 'Cyrillic',
  el: 'Greek',
  he: 'Hebrew',
  ar: 'Arabic',
  fa: 'Arabic',
  th: 'Thai',
};

/**
 * Share of letters among a text's characters beyond ASCII; the rest is quotation marks, dashes and signs. English has
 * few letters there, other Latin alphabets some, and what is written in another script hardly anything else.
 */
export function letterShareOf(language: Language): number {
  if (language === 'en') return 0.1;
  return scriptOf(language) === 'Latin' ? 0.7 : 0.93;
}

export const lettersOf = (language: Language): readonly string[] => [...LETTERS[language]];
export const scriptOf = (language: Language): Script => SCRIPTS[language] ?? 'Latin';

const WESTERN: readonly Language[] = ['en', 'de', 'fr', 'es', 'pt', 'it', 'ca', 'nl', 'sv', 'da', 'fi', 'is'];
const CENTRAL: readonly Language[] = ['pl', 'cs', 'sk', 'hu', 'ro', 'hr', 'de'];
const CYRILLIC: readonly Language[] = ['ru', 'uk', 'be', 'bg', 'sr'];

/**
 * Encodings of one byte a letter, the more frequent first, with the languages that are written in them. `prior`: how
 * much rarer files in it are than files in the usual encoding of the same languages.
 */
export const ONE_BYTE = [
  { name: 'windows-1252', languages: WESTERN, prior: 1 },
  { name: 'windows-1251', languages: CYRILLIC, prior: 1 },
  { name: 'windows-1250', languages: CENTRAL, prior: 0.3 },
  { name: 'windows-1253', languages: ['el'], prior: 1 },
  { name: 'windows-1254', languages: ['tr'], prior: 0.3 },
  { name: 'windows-1255', languages: ['he'], prior: 1 },
  { name: 'windows-1256', languages: ['ar', 'fa'], prior: 1 },
  { name: 'windows-1257', languages: ['et', 'lv', 'lt'], prior: 0.3 },
  { name: 'windows-1258', languages: ['vi'], prior: 1 },
  { name: 'windows-874', languages: ['th'], prior: 1 },
  { name: 'iso-8859-2', languages: CENTRAL, prior: 0.2 },
  { name: 'koi8-r', languages: ['ru'], prior: 0.3 },
  { name: 'koi8-u', languages: ['uk'], prior: 0.3 },
  { name: 'ibm866', languages: ['ru', 'be'], prior: 0.05 },
  { name: 'macintosh', languages: WESTERN, prior: 0.03 },
] as const satisfies readonly { name: string; languages: readonly Language[]; prior: number }[];

/** Characters whose first byte lies in a row, and whose second byte lies between two bytes. */
export interface ByteRow {
  /** First bytes, both included. */
  readonly lead: readonly [number, number];
  /** Second bytes, both included. */
  readonly trail: readonly [number, number];
  /** How probable one character of the row is, among all that are not ASCII: the share of the row, by its usual characters. */
  readonly each: number;
}

/** How probable a character is that an encoding has, but that hardly any text uses. */
const RARE = 1e-6;

const row = (lead: readonly [number, number], trail: readonly [number, number], each: number): ByteRow => ({
  lead,
  trail,
  each,
});

/**
 * Encodings of two bytes a character. The first row that fits counts. The national standards order their characters by
 * use: a first level that nearly every text keeps to, and a second of rare ones. That tells Chinese from Korean from
 * Japanese, where the same pair of bytes is a character in each.
 */
export const TWO_BYTES = [
  {
    name: 'gb18030',
    rows: [
      row([0xa1, 0xa1], [0xa1, 0xfe], 0.008),
      row([0xa3, 0xa3], [0xa1, 0xfe], 0.005),
      row([0xb0, 0xd7], [0xa1, 0xfe], 8e-4),
      row([0xd8, 0xf7], [0xa1, 0xfe], 1e-5),
      row([0x81, 0xfe], [0x40, 0x7e], 5e-6),
      row([0x81, 0xfe], [0x80, 0xfe], 5e-6),
    ],
  },
  {
    name: 'big5',
    rows: [
      row([0xa1, 0xa1], [0x40, 0xfe], 0.008),
      row([0xa4, 0xc6], [0x40, 0x7e], 8e-4),
      row([0xa4, 0xc6], [0xa1, 0xfe], 8e-4),
      row([0xc9, 0xf9], [0x40, 0x7e], 1e-5),
      row([0xc9, 0xf9], [0xa1, 0xfe], 1e-5),
      row([0x87, 0xfe], [0x40, 0x7e], RARE),
      row([0x87, 0xfe], [0xa1, 0xfe], RARE),
    ],
  },
  {
    name: 'shift_jis',
    rows: [
      row([0x81, 0x81], [0x40, 0xac], 0.006),
      row([0x82, 0x82], [0x9f, 0xf1], 0.008),
      row([0x82, 0x82], [0x4f, 0x9a], 0.001),
      row([0x83, 0x83], [0x40, 0x96], 0.0015),
      row([0x88, 0x97], [0x40, 0xfc], 2e-4),
      row([0x98, 0x9f], [0x40, 0xfc], 2e-6),
      row([0xe0, 0xea], [0x40, 0xfc], 2e-6),
      row([0x81, 0x9f], [0x40, 0xfc], RARE),
      row([0xe0, 0xfc], [0x40, 0xfc], RARE),
    ],
    /** Katakana of half the width, one byte each. */
    single: { from: 0xa1, to: 0xdf, each: 1e-4 },
  },
  {
    name: 'euc-jp',
    rows: [
      row([0xa1, 0xa1], [0xa1, 0xfe], 0.006),
      row([0xa3, 0xa3], [0xa1, 0xfe], 0.001),
      row([0xa4, 0xa4], [0xa1, 0xf3], 0.008),
      row([0xa5, 0xa5], [0xa1, 0xf6], 0.0015),
      row([0xb0, 0xcf], [0xa1, 0xfe], 2e-4),
      row([0xd0, 0xf4], [0xa1, 0xfe], 2e-6),
      row([0x8e, 0x8e], [0xa1, 0xdf], 1e-4),
      row([0xa1, 0xfe], [0xa1, 0xfe], RARE),
    ],
  },
  {
    name: 'euc-kr',
    rows: [
      row([0xa1, 0xa1], [0xa1, 0xfe], 0.005),
      row([0xb0, 0xc8], [0xa1, 0xfe], 0.0018),
      row([0xca, 0xfd], [0xa1, 0xfe], 3e-6),
      row([0x81, 0xc6], [0x41, 0xfe], 1e-5),
      row([0xa1, 0xfe], [0xa1, 0xfe], RARE),
    ],
  },
] as const satisfies readonly {
  name: string;
  rows: readonly ByteRow[];
  single?: { from: number; to: number; each: number };
}[];
