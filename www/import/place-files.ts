// Files → texts in the page. One goes to the side that is free, two are Before and After. Nothing that is there already is
// replaced without a question.
import type { Translator } from '../i18n/format.js';
import { type Both, SIDES, type Side } from '../sides.js';
import { askChoice } from './choice-dialog.js';
import type { Desk } from './desk.js';
import { EncodingNotice } from './encoding-notice.js';
import { type Placed, type ReadResult, readOrTell } from './read-or-tell.js';

export class FilePlacer {
  readonly #desk: Desk;
  readonly #notice: EncodingNotice;

  /** @param notices where it is said in which encoding a file was read */
  constructor(desk: Desk, notices: HTMLElement) {
    this.#desk = desk;
    this.#notice = new EncodingNotice(desk, notices);
  }

  /** @param pointedAt the side that was pointed at */
  async receive(files: readonly File[], pointedAt: Side | null): Promise<void> {
    const desk = this.#desk;
    if (!files.length) return;
    this.#notice.clear();
    if (files.length > 2) {
      desk.say(desk.i18n().t('in.error.many'), 'failure');
      return;
    }
    const read: ReadResult[] = [];
    for (const file of files) {
      const result = await readOrTell(desk, file);
      if (!result) return;
      read.push(result);
    }
    const [first, second] = read;
    if (!first) return;
    const placed = second ? await placeBoth(desk, first, second) : await placeOne(desk, first, pointedAt);
    this.#notice.show(placed);
  }
}

async function placeBoth(desk: Desk, first: ReadResult, second: ReadResult): Promise<Placed> {
  const i18n = desk.i18n();
  const names = { first: first.name, second: second.name };
  const { before, after }: Both<string> = desk.diff;
  if (before || after) {
    const answer = await askChoice(i18n.t('in.ask.replace', names), [
      ['replace', i18n.t('in.replace')],
      ['cancel', i18n.t('in.cancel')],
    ]);
    if (answer !== 'replace') {
      desk.say('');
      return {};
    }
  }
  desk.take({
    before: first.text,
    after: second.text,
    nameBefore: nameOfFile(first.name),
    nameAfter: nameOfFile(second.name),
  });
  desk.say(i18n.t('in.opened.two', names));
  return { before: first, after: second };
}

/** What a text is called that comes from a file: the name without its ending. */
const nameOfFile = (name: string): string => name.replace(/\.[^.]+$/, '');

async function placeOne(desk: Desk, result: ReadResult, pointedAt: Side | null): Promise<Placed> {
  const i18n = desk.i18n();
  const { name, text } = result;
  const side = freeSide(desk, pointedAt) ?? (await askSide(i18n, name, pointedAt));
  if (side === 'cancel') {
    desk.say('');
    return {};
  }
  desk.take({ [side]: text, [side === 'before' ? 'nameBefore' : 'nameAfter']: nameOfFile(name) });
  desk.say(i18n.t('in.opened.one', { name, side: i18n.t(`side.${side}`) }));
  return { [side]: result };
}

/** The side that a file belongs to without a question: the one that was pointed at, or the first, if it is empty. */
function freeSide({ diff }: Desk, pointedAt: Side | null): Side | undefined {
  return (pointedAt ? [pointedAt] : SIDES).find((side) => !diff[side]);
}

const askSide = (i18n: Translator, name: string, pointedAt: Side | null): Promise<Side | 'cancel'> =>
  askChoice(i18n.t('in.ask.side', { name }), [
    ...(pointedAt ? [pointedAt] : SIDES).map((side) => [side, i18n.t(`side.${side}`)] as const),
    ['cancel', i18n.t('in.cancel')] as const,
  ]);
