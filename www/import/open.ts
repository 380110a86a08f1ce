// Files into the page: chosen, dropped anywhere, or pasted as files. One goes to the side that is free, two are Before
// and After. Nothing that is there already is replaced without a question.
import type { Translator } from '../i18n/format.js';
import { type Both, SIDES, type Side } from '../sides.js';
import { el } from '../view/dom.js';
import { askChoice } from './choice-dialog.js';
import type { Desk } from './desk.js';
import { EncodingNotice } from './encoding-notice.js';
import { ACCEPT } from './read-file.js';
import { type Placed, type ReadResult, readOrTell } from './read-or-tell.js';

/** @param notices where it is said in which encoding a file was read */
export function openFiles(desk: Desk, button: HTMLElement, notices: HTMLElement): void {
  const notice = new EncodingNotice(desk, notices);
  const receive = (files: readonly File[], side: Side | null): void => void receiveFiles(desk, notice, files, side);
  const chooser = el('input', { type: 'file', multiple: true, accept: ACCEPT, hidden: true, id: 'files' });
  button.after(chooser);
  button.addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', () => {
    const files = [...(chooser.files ?? [])];
    // The same file, chosen again, is a choice again.
    chooser.value = '';
    receive(files, null);
  });
  listenForDrops(receive);
  document.addEventListener(
    'paste',
    (event) => {
      const { files, types } = event.clipboardData ?? {};
      // An image copied from a page comes with its markup: that is no file that somebody meant to open.
      if (!files?.length || types?.includes('text/plain') || types?.includes('text/html')) return;
      event.preventDefault();
      receive([...files], sideOf(event));
    },
    { capture: true },
  );
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => Boolean(dataTransfer?.types.includes('Files'));

/** Which field lies under an event, if one does. */
function sideOf(event: Event): Side | null {
  for (const node of event.composedPath()) {
    if (node instanceof Element && node.part.contains('editor'))
      return SIDES.find((side) => node.part.contains(side)) ?? null;
  }
  return null;
}

/** The whole window takes files; dropped beside a mark they would otherwise replace the page. */
function listenForDrops(onFiles: (files: readonly File[], side: Side | null) => void): void {
  let depth = 0;
  const show = (on: boolean): void => void document.documentElement.classList.toggle('dropping', on);
  const listen = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void): void =>
    addEventListener(
      type,
      (event) => {
        if (holdsFiles(event)) handle(event);
      },
      { capture: true },
    );
  listen('dragenter', (event) => {
    event.preventDefault();
    depth++;
    show(true);
  });
  listen('dragover', (event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  listen('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (!depth) show(false);
  });
  listen('drop', (event) => {
    event.preventDefault();
    event.stopPropagation();
    depth = 0;
    show(false);
    onFiles([...(event.dataTransfer?.files ?? [])], sideOf(event));
  });
}

/** @param pointedAt the side that was pointed at */
async function receiveFiles(
  desk: Desk,
  notice: EncodingNotice,
  files: readonly File[],
  pointedAt: Side | null,
): Promise<void> {
  if (!files.length) return;
  notice.clear();
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
  notice.show(placed);
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
  desk.take({ before: first.text, after: second.text });
  desk.say(i18n.t('in.opened.two', names));
  return { before: first, after: second };
}

async function placeOne(desk: Desk, result: ReadResult, pointedAt: Side | null): Promise<Placed> {
  const i18n = desk.i18n();
  const { name, text } = result;
  const side = freeSide(desk, pointedAt) ?? (await askSide(i18n, name, pointedAt));
  if (side === 'cancel') {
    desk.say('');
    return {};
  }
  desk.take({ [side]: text });
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
