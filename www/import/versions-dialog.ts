// Dialogues in which a person adds a version, or puts versions in another order, names them and takes them out.
import type { Translator } from '../i18n/format.js';
import { nameOfVersion, type KeptVersion } from '../version-chain.js';
import { el } from '../view/dom.js';
import { drawIcon, type IconName } from '../view/icons.js';
import { MAX_NAME_LENGTH } from '../view/side-name.js';
import { askChoice } from './dialog.js';
import { clipboardText } from './paste.js';

/** How many versions stay: of one alone nothing can be said. */
const LEAST = 2;

/** What a person wants to add: a version, or files to be chosen. */
export type Added = KeptVersion | 'files' | null;

/** @param text what the field has at first */
export async function askVersion(i18n: Translator, text: string): Promise<Added> {
  const name = el('input', { autocomplete: 'off', spellcheck: 'false', dir: 'auto', maxlength: MAX_NAME_LENGTH });
  const field = el('textarea', {
    rows: 10,
    dir: 'auto',
    required: true,
    spellcheck: 'false',
    autofocus: true,
    placeholder: i18n.t('versions.add.hint'),
  });
  field.value = text;
  field.addEventListener('paste', (event) => pasteText(event, field));
  const content = [
    el('label', {}, el('span', {}, i18n.t('versions.add.text')), field),
    el('label', {}, el('span', {}, i18n.t('versions.add.name')), name),
  ];
  const answer = await askChoice(
    i18n.t('versions.add.title'),
    [
      ['add', i18n.t('versions.add.confirm')],
      ['files', i18n.t('page.open')],
      ['cancel', i18n.t('in.cancel')],
    ],
    content,
  );
  if (answer === 'files') return 'files';
  return answer === 'add' && field.value.trim() ? { name: name.value.trim(), text: field.value } : null;
}

/** Rich text is put in as the text that a reader sees in it. */
function pasteText(event: ClipboardEvent, field: HTMLTextAreaElement): void {
  const pasted = clipboardText(event.clipboardData);
  const insert = (text: string): void => {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  };
  if (!(pasted instanceof Promise) && !pasted.rich) return;
  event.preventDefault();
  if (pasted instanceof Promise) void pasted.then(({ text }) => insert(text));
  else insert(pasted.text);
}

/** A version in its place of now, and the index that it had. */
export type Arranged = KeptVersion & { readonly was: number };

/** @returns the versions as the person left them; null where nothing is to change */
export async function askOrder(i18n: Translator, versions: readonly KeptVersion[]): Promise<Arranged[] | null> {
  let arranged: Arranged[] = versions.map((version, was) => ({ ...version, was }));
  const list = el('ol', { class: 'arrange', role: 'list' });
  const status = el('p', { role: 'status', class: 'arranged' });
  const nameOf = (version: Arranged): string => nameOfVersion(version, version.was, i18n);
  const move = (version: Arranged, by: -1 | 1): void => {
    const at = arranged.indexOf(version);
    const others = arranged.filter((one) => one !== version);
    arranged = [...others.slice(0, at + by), version, ...others.slice(at + by)];
    draw();
    status.textContent = i18n.t('versions.moved', { name: nameOf(version), n: at + by + 1 });
    const [same, other] = by < 0 ? ['earlier', 'later'] : ['later', 'earlier'];
    const row = list.children[at + by];
    row?.querySelector<HTMLElement>(`.${same}:enabled, .${other}:enabled`)?.focus();
    row?.querySelector<HTMLElement>(`.${same}:enabled`)?.focus();
  };
  const remove = (version: Arranged): void => {
    const at = arranged.indexOf(version);
    arranged = arranged.filter((one) => one !== version);
    draw();
    status.textContent = i18n.t('versions.removed', { name: nameOf(version) });
    list.children[Math.min(at, arranged.length - 1)]?.querySelector('input')?.focus();
  };
  const draw = (): void => {
    list.replaceChildren(
      ...arranged.map((version, at) => {
        const field = el('input', {
          'aria-label': i18n.t('versions.arrange.name', { n: at + 1 }),
          placeholder: nameOf({ ...version, name: '' }),
          autocomplete: 'off',
          spellcheck: 'false',
          dir: 'auto',
          maxlength: MAX_NAME_LENGTH,
          oninput: () => (version.name = field.value),
        });
        field.value = version.name;
        const button = (icon: IconName, key: 'earlier' | 'later' | 'remove', on: boolean, act: () => void) => {
          const name = i18n.t(`versions.${key}`, { name: nameOf(version) });
          const attributes = { type: 'button', class: key, title: name, 'aria-label': name, disabled: !on };
          return el('button', { ...attributes, onclick: act }, drawIcon(icon));
        };
        return el(
          'li',
          {},
          field,
          button('previous', 'earlier', at > 0, () => move(version, -1)),
          button('next', 'later', at + 1 < arranged.length, () => move(version, 1)),
          button('clear', 'remove', arranged.length > LEAST, () => remove(version)),
        );
      }),
    );
  };
  draw();
  const answer = await askChoice(
    i18n.t('versions.arrange.title'),
    [
      ['done', i18n.t('tool.done')],
      ['cancel', i18n.t('in.cancel')],
    ],
    [list, status],
  );
  return answer === 'done' ? arranged : null;
}
