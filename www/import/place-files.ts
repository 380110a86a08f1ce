// Files → texts in the page. One goes to the side that is free, two are Before and After, more are versions of one story. Nothing
// that is there already is replaced without a question.
import type { Translator } from '../i18n/format.js';
import { type Both, SIDES, type Side } from '../sides.js';
import { MAX_VERSIONS, versionsOf, type KeptVersion } from '../version-chain.js';
import type { Desk } from './desk.js';
import { askChoice, type Answer } from './dialog.js';
import { EncodingNotice } from './encoding-notice.js';
import { nameOfFile, type ReadResult, readOrTell } from './read-or-tell.js';
import { orderVersions } from './version-order.js';

/** Where files belong: to a side that was pointed at, behind the versions that are there, or wherever there is room. */
export type Destination = Side | 'versions' | null;

export class FilePlacer {
  readonly #desk: Desk;
  readonly #notice: EncodingNotice;

  /** @param notices where it is said in which encoding a file was read */
  constructor(desk: Desk, notices: HTMLElement) {
    this.#desk = desk;
    this.#notice = new EncodingNotice(desk, notices);
  }

  async receive(files: readonly File[], destination: Destination): Promise<void> {
    const desk = this.#desk;
    if (!files.length) return;
    this.#notice.clear();
    if (files.length > MAX_VERSIONS) return sayTooMany(desk);
    const read: ReadResult[] = [];
    for (const file of files) {
      const result = await readOrTell(desk, file);
      if (!result) return;
      read.push(result);
    }
    this.#notice.show(await place(desk, read, destination));
  }
}

const sayTooMany = (desk: Desk): void => desk.say(desk.i18n().t('in.error.many', { n: MAX_VERSIONS }), 'failure');

/** @returns the files that were placed */
async function place(
  desk: Desk,
  read: readonly ReadResult[],
  destination: Destination,
): Promise<readonly ReadResult[]> {
  const [first, second] = read;
  if (!first) return [];
  if (destination === 'versions') return addVersions(desk, read);
  if (!second) return placeOne(desk, first, destination);
  const isThere = SIDES.some((side) => desk.diff[side]);
  const answer = isThere ? await askReplaceOrAdd(desk, first, read) : 'replace';
  if (answer === 'add') return addVersions(desk, read);
  if (answer === 'replace') return read.length > 2 ? replaceByVersions(desk, read) : replaceBoth(desk, first, second);
  desk.say('');
  return [];
}

function askReplaceOrAdd(
  desk: Desk,
  first: ReadResult,
  read: readonly ReadResult[],
): Promise<'replace' | 'add' | 'cancel'> {
  const i18n = desk.i18n();
  const question =
    read.length > 2
      ? i18n.t('in.ask.files')
      : i18n.t('in.ask.replace', { first: first.name, second: read[1]?.name ?? '' });
  return askChoice(question, [
    ['replace', i18n.t('in.replace')],
    ['add', i18n.t('in.add')],
    ['cancel', i18n.t('in.cancel')],
  ]);
}

function replaceBoth(desk: Desk, first: ReadResult, second: ReadResult): readonly ReadResult[] {
  desk.take({
    before: first.text,
    after: second.text,
    nameBefore: nameOfFile(first.name),
    nameAfter: nameOfFile(second.name),
  });
  desk.say(desk.i18n().t('in.opened.two', { first: first.name, second: second.name }));
  return [first, second];
}

function replaceByVersions(desk: Desk, read: readonly ReadResult[]): readonly ReadResult[] {
  const { versions, sentence } = inOrder(desk.i18n(), read);
  desk.takeVersions(versions);
  desk.say(sentence);
  return read;
}

/** Puts files behind the versions that are there. */
function addVersions(desk: Desk, read: readonly ReadResult[]): readonly ReadResult[] {
  const i18n = desk.i18n();
  const there = versionsOf(desk.diff);
  if (there.length + read.length > MAX_VERSIONS) {
    sayTooMany(desk);
    return [];
  }
  const { versions, sentence } = inOrder(i18n, read);
  desk.takeVersions([...there, ...versions]);
  desk.say(read.length > 1 ? sentence : i18n.t('in.opened.next', { name: read[0]?.name ?? '' }));
  return read;
}

/** Files as versions, the earliest first, and a sentence that says what their order is. */
function inOrder(i18n: Translator, read: readonly ReadResult[]): { versions: KeptVersion[]; sentence: string } {
  const dated = read.map((result) => ({ ...result, lastModified: result.file.lastModified }));
  const { files, by } = orderVersions(dated);
  const names = i18n.list(files.map(({ name }) => name));
  return {
    versions: files.map(({ name, text, lastModified }) => ({
      name: nameOfFile(name),
      text,
      // Where names tell the order, the date of a file may be that of a download.
      ...(by === 'dates' && { date: new Date(lastModified).toISOString() }),
    })),
    sentence: i18n.t(by === 'dates' ? 'in.opened.by-dates' : 'in.opened.by-names', { names }),
  };
}

async function placeOne(desk: Desk, result: ReadResult, pointedAt: Side | null): Promise<readonly ReadResult[]> {
  const i18n = desk.i18n();
  const { name, text } = result;
  const side = freeSide(desk, pointedAt) ?? (await askSide(i18n, name, pointedAt));
  if (side === 'cancel') {
    desk.say('');
    return [];
  }
  if (side === 'next') return addVersions(desk, [result]);
  desk.take({ [side]: text, [side === 'before' ? 'nameBefore' : 'nameAfter']: nameOfFile(name) });
  desk.say(i18n.t('in.opened.one', { name, side: i18n.t(`side.${side}`) }));
  return [result];
}

/** The side that a file belongs to without a question: the one that was pointed at, or the first, if it is empty. */
function freeSide({ diff }: Desk, pointedAt: Side | null): Side | undefined {
  return (pointedAt ? [pointedAt] : SIDES).find((side) => !(diff as Both<string>)[side]);
}

function askSide(i18n: Translator, name: string, pointedAt: Side | null): Promise<Side | 'next' | 'cancel'> {
  const sides: Answer<Side>[] = (pointedAt ? [pointedAt] : SIDES).map((side) => [side, i18n.t(`side.${side}`)]);
  const others: Answer<'next' | 'cancel'>[] = [
    ['next', i18n.t('in.ask.next')],
    ['cancel', i18n.t('in.cancel')],
  ];
  return askChoice<Side | 'next' | 'cancel'>(i18n.t('in.ask.side', { name }), [...sides, ...others]);
}
