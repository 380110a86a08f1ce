// Model → the sentence on top, in which whatever counts differences is a link to them, and the lines about time stamps and
// datelines.
import { plain, type Translator } from '../i18n/format.js';
import { el, withEmphasis } from './dom.js';
import { frameLines } from './model/frame.js';
import { linkParts } from './model/linked-text.js';
import { linkedSummary, summarise } from './model/summary.js';
import type { Counted } from './model/tally.js';
import type { Model } from './model/types.js';

export class SummaryBox {
  readonly sentence = el('p', { class: 'summary', part: 'summary' });
  /** Time stamps and datelines that differ: a line for each. */
  readonly frame = el('div', { class: 'frame-lines', part: 'frame-lines' });
  readonly #i18n: Translator;
  readonly #onFollow: (counted: Counted) => void;
  #links: { counted: Counted; link: HTMLElement }[] = [];
  /** What is drawn: most keys change nothing in it. */
  #drawn = '';

  /** `onFollow` is called with what the link counts that the reader followed. */
  constructor(i18n: Translator, onFollow: (counted: Counted) => void) {
    this.#i18n = i18n;
    this.#onFollow = onFollow;
  }

  /** Draws the summary, and returns it as a plain text. */
  show(model: Model): string {
    const i18n = this.#i18n;
    const { text, targets } = linkedSummary(model, i18n);
    const lines = frameLines(model, i18n);
    const spoken = [plain(summarise(model, i18n)), ...lines].join(' ');
    const drawn = JSON.stringify([text, targets, lines, model.report.precise]);
    if (drawn === this.#drawn) return spoken;
    this.#drawn = drawn;
    this.#links = [];
    const parts = linkParts(text).map((part) => {
      const counted = part.target === null ? undefined : targets[part.target];
      return counted ? [this.#drawLink(counted, part.text)] : withEmphasis(part.text);
    });
    this.sentence.replaceChildren(...parts.flat(), model.report.precise ? '' : ` ${i18n.t('sum.imprecise')}`);
    this.frame.replaceChildren(...lines.map((line) => el('p', { dir: 'auto' }, line)));
    return spoken;
  }

  /** Shows which link is followed; null for none. */
  press(followed: Counted | null): void {
    for (const { counted, link } of this.#links) link.setAttribute('aria-pressed', String(counted === followed));
  }

  /** A browser breaks no line inside a <button>, and none before the full stop behind it. */
  #drawLink(counted: Counted, text: string): HTMLElement {
    const follow = () => this.#onFollow(counted);
    const link = el(
      'a',
      {
        class: 'counted',
        part: 'summary-link',
        role: 'button',
        tabindex: '0',
        'aria-pressed': 'false',
        title: this.#i18n.t('sum.follow'),
        data: { counted },
        onclick: follow,
        onkeydown: (event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          follow();
        },
      },
      ...withEmphasis(text),
    );
    this.#links.push({ counted, link });
    return link;
  }
}
