// A file whose encoding was guessed, or that has damaged characters → a sentence that says so, and a list of the
// encodings in which it can be read instead.
import { el } from '../view/dom.js';
import { chainOf, nameOfVersion, versionsOf } from '../version-chain.js';
import type { Desk } from './desk.js';
import { nameOfFile, type ReadResult, readOrTell } from './read-or-tell.js';
import type { Decoding } from './read-file.js';
import { ENCODINGS } from './text-encoding.js';

export class EncodingNotice {
  readonly #desk: Desk;
  readonly #box: HTMLElement;
  /** The files that were placed. */
  #placed: readonly ReadResult[] = [];

  /** @param box an element of the page; empty where there is nothing to say */
  constructor(desk: Desk, box: HTMLElement) {
    this.#desk = desk;
    this.#box = box;
    let isChoice = false;
    desk.diff.addEventListener('article-diff-versions', () => (isChoice = true));
    // Texts that somebody changes are no longer those of the file. Who chooses other versions changes none.
    desk.diff.addEventListener('article-diff-input', () => {
      if (!isChoice) this.clear();
      isChoice = false;
    });
  }

  clear(): void {
    this.show([]);
  }

  show(placed: readonly ReadResult[]): void {
    this.#placed = placed;
    this.#box.replaceChildren(
      ...placed.flatMap((result) => {
        const { decoding } = result;
        return decoding && (decoding.guessed || decoding.damaged) ? [this.#line(result, decoding)] : [];
      }),
    );
  }

  #line(result: ReadResult, { encoding, damaged, others }: Decoding): HTMLElement {
    const i18n = this.#desk.i18n();
    const { name } = result;
    const label = labelOf(encoding, i18n.language);
    const sentence = damaged
      ? i18n.t('in.encoding.damaged', { name, encoding: label, n: damaged })
      : i18n.t('in.encoding.guessed', { name, encoding: label });
    const rest = ENCODINGS.filter((other) => other !== encoding && !others.includes(other));
    const choice = el(
      'select',
      { onchange: () => void this.#readAgain(result, choice.value) },
      ...[encoding, ...others, ...rest].map((one) => el('option', { value: one }, labelOf(one, i18n.language))),
    );
    return el('p', { dir: 'auto' }, sentence, ' ', el('label', {}, i18n.t('in.encoding.choose'), ' ', choice));
  }

  async #readAgain(was: ReadResult, encoding: string): Promise<void> {
    const result = await readOrTell(this.#desk, was.file, encoding);
    if (!result) return;
    const placed = this.#placed;
    const place = this.#exchange(was, result.text);
    this.#desk.say(this.#desk.i18n().t('in.opened.one', { name: result.name, side: place }));
    // The choice stays in reach: the next encoding may be the right one.
    const decoding = result.decoding && { ...result.decoding, guessed: true };
    this.show(placed.map((one) => (one === was ? { ...result, decoding } : one)));
    this.#box.querySelector('select')?.focus();
  }

  /** Puts a text in the place of that of a file, and tells what that place is called. */
  #exchange({ name, text: was }: ReadResult, text: string): string {
    const { diff } = this.#desk;
    const i18n = this.#desk.i18n();
    const chain = chainOf(diff);
    // The text of another file may be the same.
    const places = versionsOf(diff).flatMap((version, at) => (version.text === was ? [{ version, at }] : []));
    const place = places.find(({ version }) => version.name === nameOfFile(name)) ?? places[0];
    if (place && chain.length) {
      const compared = { before: diff.versionBefore, after: diff.versionAfter };
      chain[place.at] = { ...place.version, text };
      this.#desk.takeVersions(chain, compared);
      return nameOfVersion(place.version, place.at, i18n);
    }
    const isBefore = diff.textBefore === was && place?.at === 0;
    const side = isBefore ? 'before' : 'after';
    this.#desk.take({ [side]: text });
    return i18n.t(`side.${side}`);
  }
}

/** Scripts and languages by which people know their encodings: BCP 47 tags that `Intl.DisplayNames` can name. */
const KNOWN_AS: Readonly<Record<string, readonly ['language' | 'script', string]>> = {
  'windows-1252': ['script', 'Latn'],
  'windows-1251': ['script', 'Cyrl'],
  'windows-1250': ['language', 'pl'],
  'windows-1253': ['script', 'Grek'],
  'windows-1254': ['language', 'tr'],
  'windows-1255': ['script', 'Hebr'],
  'windows-1256': ['script', 'Arab'],
  'windows-1257': ['language', 'lt'],
  'windows-1258': ['language', 'vi'],
  'windows-874': ['language', 'th'],
  'iso-8859-2': ['language', 'pl'],
  'koi8-r': ['language', 'ru'],
  'koi8-u': ['language', 'uk'],
  ibm866: ['language', 'ru'],
  macintosh: ['script', 'Latn'],
  gb18030: ['language', 'zh-Hans'],
  big5: ['language', 'zh-Hant'],
  shift_jis: ['language', 'ja'],
  'euc-jp': ['language', 'ja'],
  'iso-2022-jp': ['language', 'ja'],
  'euc-kr': ['language', 'ko'],
};

/** `Windows-1251 (Cyrillic)`, in the language of the page. */
function labelOf(encoding: string, language: string): string {
  const name = encoding.startsWith('windows') ? encoding.replace('w', 'W') : encoding.toUpperCase();
  const known = KNOWN_AS[encoding];
  const meaning = known && new Intl.DisplayNames([language], { type: known[0] }).of(known[1]);
  return meaning ? `${name} (${meaning})` : name;
}
