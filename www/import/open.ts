// Files that are chosen, dropped anywhere, or pasted as files → the part of the page that reads and places them, which is
// loaded once the page has nothing else to do.
import { LaterPart } from '../load-later.js';
import { SIDES, type Side } from '../sides.js';
import { el } from '../view/dom.js';
import type { Desk } from './desk.js';
import type { Destination, FilePlacer } from './place-files.js';

/** What the file dialogue offers. */
const ACCEPT =
  '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.docm,.odt,.ott,.rtf,.pdf,text/plain,text/markdown,text/html,' +
  'text/rtf,application/rtf,application/pdf,application/vnd.oasis.opendocument.text,' +
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Opens the browser's own dialogue: what is chosen there is put behind the versions that are there. */
export type ChooseVersions = () => void;

/** @param notices where it is said in which encoding a file was read */
export function openFiles(desk: Desk, button: HTMLElement, notices: HTMLElement): ChooseVersions {
  const part = new LaterPart(() => import('./place-files.js'));
  part.loadWhenIdle();
  let placer: FilePlacer | undefined;
  const receive = async (files: readonly File[], destination: Destination): Promise<void> => {
    try {
      const { FilePlacer } = await part.load();
      placer ??= new FilePlacer(desk, notices);
    } catch {
      desk.say(desk.i18n().t('page.unloaded'), 'failure');
      return;
    }
    await placer.receive(files, destination);
  };
  const chooser = el('input', { type: 'file', multiple: true, accept: ACCEPT, hidden: true, id: 'files' });
  button.after(chooser);
  let destination: Destination = null;
  const choose = (where: Destination): void => {
    destination = where;
    chooser.click();
  };
  button.addEventListener('click', () => choose(null));
  chooser.addEventListener('change', () => {
    const files = [...(chooser.files ?? [])];
    // The same file, chosen again, is a choice again.
    chooser.value = '';
    void receive(files, destination);
  });
  listenForDrops((files, side) => void receive(files, side));
  document.addEventListener(
    'paste',
    (event) => {
      const { files, types } = event.clipboardData ?? {};
      // An image copied from a page comes with its markup: that is no file that somebody meant to open.
      if (!files?.length || types?.includes('text/plain') || types?.includes('text/html')) return;
      event.preventDefault();
      void receive([...files], sideOf(event));
    },
    { capture: true },
  );
  return () => choose('versions');
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
