// Files of one story → the order of its versions. Names that are the same but for their numbers tell it ("v2" is before "v10");
// of other names nobody knows what they mean, and the dates on which the files were last changed tell it.

interface Dated {
  readonly name: string;
  readonly lastModified: number;
}

export interface Ordered<F extends Dated> {
  readonly files: readonly F[];
  readonly by: 'names' | 'dates';
}

/** A name with its numbers left out. */
const withoutNumbers = (name: string): string => name.replace(/\p{Nd}+/gu, '#').toLowerCase();

const isSameForAll = <T>(values: readonly T[]): boolean => new Set(values).size <= 1;

/** @returns the earliest file first */
export function orderVersions<F extends Dated>(files: readonly F[]): Ordered<F> {
  const collator = new Intl.Collator('en', { numeric: true });
  const byName = [...files].sort((one, other) => collator.compare(one.name, other.name));
  const isNumbered = isSameForAll(files.map(({ name }) => withoutNumbers(name)));
  if (isNumbered || isSameForAll(files.map(({ lastModified }) => lastModified))) return { files: byName, by: 'names' };
  // The sort is stable: files of one date stay in the order of their names.
  return { files: byName.sort((one, other) => one.lastModified - other.lastModified), by: 'dates' };
}
