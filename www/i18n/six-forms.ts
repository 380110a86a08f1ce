// Six texts → the plural forms of a language that has all six, such as Arabic.
import type { PluralForm } from './messages.js';

/** In the order of CLDR. */
type Forms = [zero: string, one: string, two: string, few: string, many: string, other: string];

export const forms = (...[zero, one, two, few, many, other]: Forms): Record<PluralForm, string> => ({
  zero,
  one,
  two,
  few,
  many,
  other,
});
