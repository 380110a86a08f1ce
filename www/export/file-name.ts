// The headline of a story and a date → the name of a file: `2026-05-05-ferry-sails-again.html`. Letters of every script
// stay; whatever a file system might object to becomes a hyphen.

/** Length, in UTF-16 units, of the part that comes from the headline. */
const MAX_LENGTH = 60;

/** The words of a text, in lower case, joined with hyphens. Empty where it has none. */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    // An apostrophe stands within a word: "won’t" is one word, not two.
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  let slug = '';
  for (const word of words ?? []) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > MAX_LENGTH) break;
    slug = longer;
  }
  // One word of a script without spaces can be a whole sentence.
  return slug || [...(words?.[0] ?? '')].slice(0, MAX_LENGTH / 2).join('');
}

/**
 * `names`: what the texts are called; those that are said come behind the headline.
 * `date` is read in the time zone of the person who saves the file.
 */
export function fileName(title: string, date: Date, ending: string, names: readonly string[] = []): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${[day, slugOf(title) || 'article-diff', ...names.map(slugOf).filter(Boolean)].join('-')}.${ending}`;
}
