// A file whose encoding was guessed, or that has damaged characters → a sentence that says so, and a list of the
// encodings in which it can be read instead.
import { el } from '../view/dom.js';
import { type Both, SIDES, type Side } from '../sides.js';
import type { Desk } from './desk.js';
import { type Placed, type ReadResult, readOrTell } from './read-or-tell.js';
import { ENCODINGS } from './text-encoding.js';

export class EncodingNotice {
  readonly #desk: Desk;
  readonly #box: HTMLElement;

  /** @param box an element of the page; empty where there is nothing to say */
  constructor(desk: Desk, box: HTMLElement) {
    this.#desk = desk;
    this.#box = box;
    // Texts that somebody changes are no longer those of the file.
    desk.diff.addEventListener('article-diff-input', () => this.clear());
  }

  clear(): void {
    this.#box.replaceChildren();
  }

  show(placed: Placed): void {
    this.#box.replaceChildren(
      ...SIDES.flatMap((side) => {
        const result = placed[side];
        return result?.decoding && (result.decoding.guessed || result.decoding.damaged)
          ? [this.#line(side, result, placed)]
          : [];
      }),
    );
  }

  #line(side: Side, result: ReadResult, placed: Placed): HTMLElement {
    const i18n = this.#desk.i18n();
    const { name, decoding } = result;
    if (!decoding) return el('p');
    const { encoding, damaged, others } = decoding;
    const label = labelOf(encoding, i18n.language);
    const sentence = damaged
      ? i18n.t('in.encoding.damaged', { name, encoding: label, n: damaged })
      : i18n.t('in.encoding.guessed', { name, encoding: label });
    const rest = ENCODINGS.filter((other) => other !== encoding && !others.includes(other));
    const choice = el(
      'select',
      { onchange: () => void this.#readAgain(side, result, placed, choice.value) },
      ...[encoding, ...others, ...rest].map((one) => el('option', { value: one }, labelOf(one, i18n.language))),
    );
    return el('p', { dir: 'auto' }, sentence, ' ', el('label', {}, i18n.t('in.encoding.choose'), ' ', choice));
  }

  async #readAgain(side: Side, { file }: ReadResult, placed: Placed, encoding: string): Promise<void> {
    const result = await readOrTell(this.#desk, file, encoding);
    if (!result) return;
    this.#desk.take({ [side]: result.text } satisfies Partial<Both<string>>);
    const i18n = this.#desk.i18n();
    this.#desk.say(i18n.t('in.opened.one', { name: result.name, side: i18n.t(`side.${side}`) }));
    // The choice stays in reach: the next encoding may be the right one.
    const decoding = result.decoding && { ...result.decoding, guessed: true };
    this.show({ ...placed, [side]: { ...result, decoding } });
    this.#box.querySelector('select')?.focus();
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
