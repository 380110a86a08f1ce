// Dialogues in which a person adds a version, or puts versions in another order, names them and takes them out.
import type { Translator } from '../i18n/format.js';
import { nameOfVersion, type KeptVersion } from '../version-chain.js';
import { el } from '../view/dom.js';
import { drawIcon, type IconName } from '../view/icons.js';
import { MAX_NAME_LENGTH } from '../view/side-name.js';
import { clipboardText } from './paste.js';

/** How many versions stay: of one alone nothing can be said. */
const LEAST = 2;

/** What a person wants to add: a version, or files to be chosen. */
export type Added = KeptVersion | 'files' | null;

/** @param text what the field has at first */
export function askVersion(i18n: Translator, text: string): Promise<Added> {
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
  const answers = [
    el('button', { value: 'add', class: 'first' }, i18n.t('versions.add.confirm')),
    el('button', { value: 'files', formnovalidate: true }, i18n.t('page.open')),
    el('button', { value: 'cancel', formnovalidate: true }, i18n.t('in.cancel')),
  ];
  const content = [
    el('label', {}, el('span', {}, i18n.t('versions.add.text')), field),
    el('label', {}, el('span', {}, i18n.t('versions.add.name')), name),
  ];
  return openDialog(i18n.t('versions.add.title'), content, answers, (answer) => {
    if (answer === 'files') return 'files';
    return answer === 'add' && field.value.trim() ? { name: name.value.trim(), text: field.value } : null;
  });
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
export function askOrder(i18n: Translator, versions: readonly KeptVersion[]): Promise<Arranged[] | null> {
  let arranged: Arranged[] = versions.map((version, was) => ({ ...version, was }));
  const list = el('ol', { class: 'arrange' });
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
  const answers = [
    el('button', { value: 'done', class: 'first' }, i18n.t('tool.done')),
    el('button', { value: 'cancel' }, i18n.t('in.cancel')),
  ];
  return openDialog(i18n.t('versions.arrange.title'), [list, status], answers, (answer) =>
    answer === 'done' ? arranged : null,
  );
}

/** A dialogue of the platform's own: it holds the focus and gives it back, and Escape means no. */
function openDialog<T>(
  title: string,
  content: readonly HTMLElement[],
  answers: readonly HTMLElement[],
  read: (answer: string) => T,
): Promise<T> {
  return new Promise((resolve) => {
    const dialog = el(
      'dialog',
      { class: 'ask versions-ask', 'aria-labelledby': 'versions-title' },
      el(
        'form',
        { method: 'dialog' },
        el('p', { id: 'versions-title' }, title),
        ...content,
        el('div', { class: 'answers' }, ...answers),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(read(dialog.returnValue));
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
