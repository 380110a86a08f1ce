// The page's buttons for versions of one story: one adds a version, the other puts them in order. The dialogues are loaded later.
import { LaterPart } from '../load-later.js';
import { drawIcon } from '../view/icons.js';
import { MAX_VERSIONS, chainOf, versionsOf } from '../version-chain.js';
import type { Desk } from './desk.js';
import type { ChooseVersions } from './open.js';

const dialogs = new LaterPart(() => import('./versions-dialog.js'));

export interface VersionTools {
  /** Asks for one more version; its text may be there already. */
  add: (text?: string) => Promise<void>;
}

export function versionTools(
  desk: Desk,
  { add, arrange }: { add: HTMLElement; arrange: HTMLElement },
  chooseFiles: ChooseVersions,
): VersionTools {
  dialogs.loadWhenIdle();
  const { diff } = desk;
  const load = async (): Promise<typeof import('./versions-dialog.js') | null> => {
    try {
      return await dialogs.load();
    } catch {
      desk.say(desk.i18n().t('page.unloaded'), 'failure');
      return null;
    }
  };
  const addVersion = async (text = ''): Promise<void> => {
    // A question that is open is answered first.
    if (document.querySelector('dialog[open]')) return;
    const part = await load();
    if (versionsOf(diff).length >= MAX_VERSIONS) {
      desk.say(desk.i18n().t('in.error.many', { n: MAX_VERSIONS }), 'failure');
      return;
    }
    const added = await part?.askVersion(desk.i18n(), text);
    if (added === 'files') chooseFiles();
    else if (added) desk.takeVersions([...versionsOf(diff), added]);
  };
  /** With a bar of versions the button stands there. */
  const placeAdd = (): void => {
    add.slot = diff.versions.length ? 'version-actions' : 'tools';
  };
  const arrangeVersions = async (): Promise<void> => {
    const part = await load();
    const { versionBefore, versionAfter } = diff;
    const arranged = await part?.askOrder(desk.i18n(), chainOf(diff));
    if (!arranged) return;
    const [before, after] = [versionBefore, versionAfter].map((at) => arranged.findIndex(({ was }) => was === at)) as [
      number,
      number,
    ];
    const versions = arranged.map(({ name, text, date }) => ({ name, text, ...(date !== undefined && { date }) }));
    desk.takeVersions(versions, before < 0 || after < 0 ? undefined : { before, after });
    // Where the same two are compared there is no other result.
    placeAdd();
  };
  add.prepend(drawIcon('add'));
  diff.addEventListener('article-diff-done', placeAdd);
  add.addEventListener('click', () => void addVersion());
  arrange.addEventListener('click', () => void arrangeVersions());
  return { add: addVersion };
}
