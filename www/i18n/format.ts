// A message key and values → a text in one language. Plural rules, numbers and lists are those of `Intl`.
import type { AnyMessages, MessageKey, MessageValues } from './messages.js';

/** Separates emphasised from plain parts of a finished text: a `*` of a value must not count as emphasis. */
export const EMPHASIS = '\u0001';

/** The languages that are written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar']);

/** The texts of one language, ready to be used. */
export class Translator {
  readonly dir: 'rtl' | 'ltr';
  readonly #messages: AnyMessages;
  readonly #plurals: Intl.PluralRules;
  #numbers: Intl.NumberFormat | null = null;
  #percents: Intl.NumberFormat | null = null;
  #lists: Intl.ListFormat | null = null;

  constructor(
    /** The tag of the language, for `lang` attributes and for `Intl`. */
    readonly language: string,
    messages: AnyMessages,
  ) {
    this.dir = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
    this.#messages = messages;
    this.#plurals = new Intl.PluralRules(language);
  }

  /** Makes the formatters ahead of time: the first formatter of a page takes a browser 20 to 60 ms. */
  warmUp(): void {
    this.percent(1);
    this.list([]);
  }

  number(n: number): string {
    this.#numbers ??= new Intl.NumberFormat(this.language);
    return this.#numbers.format(n);
  }

  /** A share as a percentage. It says 100 % and 0 % only where that is exactly true. */
  percent(share: number): string {
    const rounded = Math.round(share * 100);
    const shown = share < 1 && rounded === 100 ? 99 : share > 0 && rounded === 0 ? 1 : rounded;
    this.#percents ??= new Intl.NumberFormat(this.language, { style: 'percent' });
    return this.#percents.format(shown / 100);
  }

  list(parts: readonly string[]): string {
    this.#lists ??= new Intl.ListFormat(this.language, { type: 'conjunction' });
    return this.#lists.format(parts);
  }

  /** A small number as a word ("two") where the language has one for it, else as digits. */
  spelled(n: number): string {
    return this.#messages['number.words']?.[n] ?? this.number(n);
  }

  /**
   * The text for `key`. A text with plural forms is chosen by `values.n`. Emphasis stays in the text as `EMPHASIS`
   * characters, which `withEmphasis` in view/dom.ts draws and `plain` removes.
   */
  t(key: MessageKey, values: MessageValues = {}): string {
    const message: string | Partial<Record<Intl.LDMLPluralRule, string>> | undefined = this.#messages[key];
    if (message === undefined) throw new Error(`no text for "${key}"`);
    const text =
      typeof message === 'string'
        ? message
        : (message[this.#plurals.select(Number(values.n ?? 0))] ?? message.other ?? '');
    return text.replaceAll('*', EMPHASIS).replace(/\{(\w+)(?::(word|lower))?\}/g, (_, name: string, how?: string) => {
      const value = values[name];
      if (typeof value === 'number') return how === 'word' ? this.spelled(value) : this.number(value);
      return (how === 'lower' ? value?.toLocaleLowerCase(this.language) : value) ?? '';
    });
  }

  /** Whether there is a text for `key`. */
  has(key: string): key is MessageKey {
    return key in this.#messages;
  }
}

/** Removes the emphasis from a text. */
export const plain = (text: string): string => text.replaceAll(EMPHASIS, '');
