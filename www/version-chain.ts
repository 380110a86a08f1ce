// The texts of the page's widget ↔ versions of one story. Two texts without a chain of versions are two versions.
import type { ArticleDiffElement } from './element/article-diff.js';
import type { Translator } from './i18n/format.js';
import type { Both } from './sides.js';

/** A version as the page keeps it. */
export interface KeptVersion {
  name: string;
  text: string;
  /** When its file was last changed, where that tells its place; as JSON has dates. */
  date?: string;
}

/** How many versions the page takes: more do not find room in a bar. */
export const MAX_VERSIONS = 20;

/** The chain of versions; empty where there is none. */
export const chainOf = (diff: ArticleDiffElement): KeptVersion[] =>
  diff.versions.map(({ name, text, date }) => ({
    name,
    text: String(text),
    ...(date !== undefined && { date: String(date) }),
  }));

/** The chain of versions, or both texts as one. */
export function versionsOf(diff: ArticleDiffElement): KeptVersion[] {
  const chain = chainOf(diff);
  if (chain.length) return chain;
  const { textBefore, textAfter, nameBefore, nameAfter } = diff;
  const both: KeptVersion[] = [
    { name: nameBefore, text: textBefore },
    { name: nameAfter, text: textAfter },
  ];
  return both.filter(({ text }) => text);
}

/** What a version is called, wherever it stands. */
export const nameOfVersion = ({ name }: KeptVersion, at: number, i18n: Translator): string =>
  name || i18n.t('versions.name', { n: at + 1 });

/**
 * Gives the widget its versions, the earliest first. Two of them need no chain.
 * @param compared the indices of those to compare; the last two, if not said
 */
export function showVersions(
  diff: ArticleDiffElement,
  versions: readonly KeptVersion[],
  compared?: Both<number>,
): void {
  diff.versions = versions;
  if (compared) Object.assign(diff, { versionBefore: compared.before, versionAfter: compared.after });
  if (versions.length < 3) diff.versions = [];
}
