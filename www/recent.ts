// The comparisons that were put aside → a list of them: what each is, when it was put aside, and ways to it and out of the list.
import type { Translator } from './i18n/format.js';
import { dropAside, keptAside, type KeptAside } from './kept-texts.js';
import { el } from './view/dom.js';
import { shorten } from './view/model/excerpts.js';
import { namesLabel } from './view/side-labels.js';

/** Length of a title, in UTF-16 units. */
const TITLE_LENGTH = 80;

/** The first line of the later text, or of the only one there is. */
const titleOf = ({ before, after }: KeptAside): string =>
  shorten((after.trim() || before.trim()).split(/[\r\n]/)[0] ?? '', TITLE_LENGTH);

export class RecentList {
  readonly #box: HTMLDetailsElement;
  readonly #list = el('ul');
  readonly #i18n: () => Translator;
  readonly #open: (kept: KeptAside) => void;

  /** @param box its summary is the heading of the list */
  constructor(box: HTMLDetailsElement, i18n: () => Translator, open: (kept: KeptAside) => void) {
    this.#box = box;
    this.#i18n = i18n;
    this.#open = open;
    box.append(this.#list);
    box.addEventListener('toggle', () => box.open && this.update());
  }

  /** Draws the list as it is now; without a comparison there is none. */
  update(): void {
    const kept = keptAside();
    this.#box.hidden = !kept.length;
    this.#list.replaceChildren(...kept.map((one) => this.#drawItem(one)));
  }

  #drawItem(kept: KeptAside): HTMLElement {
    const i18n = this.#i18n();
    const title = titleOf(kept);
    const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(kept.at);
    const { versions, nameBefore: before, nameAfter: after } = kept;
    const names = versions.length
      ? i18n.t('versions.count', { n: versions.length })
      : namesLabel({ names: { before, after }, i18n });
    const remove = (): void => {
      dropAside(kept.at);
      this.update();
      // What had the focus is gone.
      (this.#list.querySelector('button') ?? this.#box.querySelector('summary'))?.focus();
    };
    return el(
      'li',
      {},
      el('button', { type: 'button', class: 'recent-open', dir: 'auto', onclick: () => this.#open(kept) }, title),
      el('small', {}, [names, when].filter(Boolean).join(' · ')),
      el(
        'button',
        {
          type: 'button',
          class: 'recent-delete',
          'aria-label': i18n.t('page.recent.delete.named', { title }),
          onclick: remove,
        },
        i18n.t('page.recent.delete'),
      ),
    );
  }
}
