// The custom element <article-diff>: two texts in, what truly differs out. This module only makes the class; import
// define.js to register it. Importing is safe where there is no DOM.
import { Engine, EngineError, warmUp } from './engine.js';
import { LENSES, HIDDEN_AT_FIRST, PRESETS, cleanHide, presetOf } from './view/lens.js';
import { VIEWS } from './view/bar.js';
import { SIDES, buildModel } from './view/model.js';
import { View } from './view/view.js';
import { styleSheets } from './view/styles/index.js';
import { bestLanguage, wordsFor } from './words.js';

const Base = globalThis.HTMLElement ?? class {};

/** Pixels outside of the window within which a widget begins to work. */
const NEAR = 200;

/**
 * @event article-diff-done      detail: { report }
 * @event article-diff-error     detail: { error }
 * @event article-diff-progress  detail: { stage, done }, done from 0 to 1
 * @event article-diff-input     detail: { before, after }: a person changed a text
 * @event article-diff-view      detail: { view, hide }: a person chose a reading or what is shown
 *
 * @slot empty  shown while there is no text: a place for the host's own invitation
 */
export class ArticleDiffElement extends Base {
  static observedAttributes = ['before', 'after', 'view', 'hide', 'editable', 'lang'];

  /** Registers the class; a second registration of the same name is tolerated. */
  static define(tag = 'article-diff', registry = globalThis.customElements) {
    if (registry && !registry.get(tag)) registry.define(tag, this);
    return this;
  }

  /** The names of all kinds of difference that `hide` knows. */
  static get lenses() { return [...LENSES]; }

  #texts = { before: '', after: '' };
  #options = {};
  #done = null;                     // { report, model, before, after } of the last finished comparison
  #status = { kind: 'idle' };
  #editing = false;
  #cleared = null;                  // the texts before the last clear
  #engine = new Engine();
  #view = null;
  #words = null;
  #visible = false;
  #stale = false;                   // the texts changed since the last job was asked for
  #long = false;                    // a person gave texts so long that they are asked before the comparison
  #agreed = false;                  // … and said yes, for as long as the texts stay that long
  #askedNumber = 0;
  #shownNumber = 0;
  #drawing = false;
  #seen = null;                     // IntersectionObserver

  // --- what a host may say and ask ---------------------------------------------------------------------------

  /** The earlier text. The attribute gives it too; setting the property does not write the attribute. */
  get before() { return this.#texts.before; }
  set before(text) { this.#setText('before', text); }

  /** The later text. */
  get after() { return this.#texts.after; }
  set after(text) { this.#setText('after', text); }

  /** The report of the two texts as they are now, or null while there is none. */
  get report() {
    const { before, after } = this.#texts;
    return this.#done && this.#done.before === before && this.#done.after === after ? this.#done.report : null;
  }

  /** What the comparison is told; see Options in core.d.ts. */
  get options() { return this.#options; }
  set options(options) {
    this.#options = { ...options };
    this.#compareSoon();
  }

  /** The reading: 'side-by-side', 'inline' or 'changes'. */
  get view() {
    const view = this.getAttribute('view');
    return VIEWS.includes(view) ? view : VIEWS[0];
  }
  set view(view) { this.setAttribute('view', view); }

  /** The kinds of difference that are not shown, as names; see `lenses`. */
  get hide() {
    const names = this.getAttribute('hide');
    return names === null ? [...HIDDEN_AT_FIRST] : cleanHide(names.split(/[\s,]+/));
  }
  set hide(names) { this.setAttribute('hide', cleanHide(typeof names === 'string' ? names.split(/[\s,]+/) : names ?? []).join(' ')); }

  /** A named choice of what is shown: 'facts', 'wording', 'everything', or null for a choice of one's own. */
  get preset() { return presetOf(this.hide); }
  set preset(name) { if (Object.hasOwn(PRESETS, name)) this.hide = PRESETS[name]; }

  /** Whether both texts can be edited. */
  get editable() { return this.hasAttribute('editable'); }
  set editable(on) { this.toggleAttribute('editable', Boolean(on)); }

  /** Puts the texts in each other's place. */
  swap() { this.#take({ before: this.#texts.after, after: this.#texts.before }); }

  /** Takes both texts away; `undoClear` brings them back. */
  clear() {
    if (!this.#texts.before && !this.#texts.after) return;
    this.#cleared = { ...this.#texts };
    this.#editing = false;
    this.#take({ before: '', after: '' });
  }

  /** Brings back what the last `clear` took. */
  undoClear() {
    if (!this.#cleared) return;
    const texts = this.#cleared;
    this.#cleared = null;
    this.#take(texts);
  }

  /** Stops the running comparison at once. */
  cancel() {
    if (this.#status.kind !== 'busy') return;
    this.#engine.cancel();
    this.#stale = false;
    this.#say({ kind: 'cancelled' });
  }

  /** Goes to the next change that is shown. */
  next() { this.#view?.step(1); }

  /** Goes to the previous change that is shown. */
  previous() { this.#view?.step(-1); }

  // --- the life of an element --------------------------------------------------------------------------------

  connectedCallback() {
    this.#upgrade();
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).adoptedStyleSheets = styleSheets();
    const seen = (visible) => {
      // Fetched before it is wanted: once it stands in the page, the widget asks the network for nothing more.
      if (visible && !this.#visible) {
        warmUp(() => this.#view?.warmFormats()).then(() => this.#view?.warmFonts(), () => {});
      }
      this.#visible = visible;
      this.#compareNow();
    };
    this.#seen = new IntersectionObserver((entries) => seen(entries.at(-1).isIntersecting), { rootMargin: `${NEAR}px` });
    this.#seen.observe(this);
    // The observer speaks with the next frame; what stands in view at once need not wait for it.
    const [box] = this.getClientRects();
    if (box && box.bottom > -NEAR && box.top < innerHeight + NEAR) seen(true);
    this.#dress();
  }

  disconnectedCallback() {
    this.#seen?.disconnect();
    this.#visible = false;
    if (this.#status.kind === 'busy') {
      this.#stale = true;
      this.#status = { kind: 'idle' };
    }
    this.#engine.close();
    this.#view?.sleep();
  }

  attributeChangedCallback(name, was, now) {
    if (was === now) return;
    if (name === 'before' || name === 'after') this.#setText(name, now ?? '');
    else if (name === 'lang') this.isConnected && this.#dress();
    else this.#drawSoon();
  }

  /** Properties that were set before the class was known hide the accessors: they are given to them now. */
  #upgrade() {
    for (const name of ['before', 'after', 'options', 'view', 'hide', 'preset', 'editable']) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  /** Finds the words for the language around and (re)makes the face in them. */
  async #dress() {
    const language = bestLanguage(languageAround(this));
    let words = wordsFor(language);
    if (words instanceof Promise) words = await words;
    if (!this.isConnected) return;
    if (this.#words !== words) {
      this.#words = words;
      this.#view?.sleep();
      this.#view?.widget.remove();
      this.#view = new View(this.shadowRoot, words, this.#actions());
    }
    this.#view.wake();
    this.#draw();
  }

  #actions() {
    const chosen = () => this.#tell('view', { view: this.view, hide: this.hide });
    return {
      view: (view) => { this.view = view; this.#draw(); chosen(); },
      hide: (hide) => { this.hide = hide; this.#draw(); chosen(); },
      input: (side, text, how) => this.#written(side, text, how),
      edit: (on) => { this.#editing = on; this.#draw(); },
      swap: () => { this.swap(); this.#wrote(); },
      clear: () => { this.clear(); this.#wrote(); },
      unclear: () => { this.undoClear(); this.#wrote(); },
      cancel: () => this.cancel(),
      retry: () => { this.#agreed = this.#long; this.#compareSoon(); },
    };
  }

  // --- texts ---------------------------------------------------------------------------------------------------

  #setText(side, text) {
    const value = text == null ? '' : String(text);
    if (this.#texts[side] === value) return;
    // Texts that the host gives are to be read, however long; those that a person writes keep the fields open.
    this.#editing = this.#long = false;
    this.#take({ ...this.#texts, [side]: value });
  }

  #take(texts) {
    this.#texts = { before: texts.before, after: texts.after };
    if (texts.before || texts.after) this.#cleared = null;
    this.#compareSoon();
  }

  /** A person typed or pasted. Once both texts were pasted the fields make room for the reading. */
  #written(side, text, how) {
    const other = SIDES.find((name) => name !== side);
    const wasEmpty = !this.#texts[side];
    this.#take({ ...this.#texts, [side]: text });
    const { before, after } = this.#texts;
    this.#long = before.length + after.length > VERY_LARGE;
    this.#agreed &&= this.#long;
    this.#editing = this.#editing || how === 'typed' || !wasEmpty;
    if (how === 'pasted' && wasEmpty && this.#texts[other]) this.#editing = false;
    this.#compareNow();
    this.#draw();
    this.#wrote();
  }

  #wrote() { this.#tell('input', { ...this.#texts }); }

  // --- comparing -----------------------------------------------------------------------------------------------

  /** Whether there is something to compare: while a person still writes one of the texts, there is not. */
  get #comparable() {
    const { before, after } = this.#texts;
    return this.editable ? Boolean(before && after) : Boolean(before || after);
  }

  #compareSoon() {
    this.#stale = true;
    this.#drawSoon();
    queueMicrotask(() => this.#compareNow());
  }

  async #compareNow() {
    if (!this.#stale || !this.isConnected) return;
    if (!this.#comparable) {
      this.#stale = false;
      this.#done = null;
      this.#shownNumber = ++this.#askedNumber;   // what is on its way comes too late
      if (this.#engine.busy) this.#engine.cancel();
      return this.#say({ kind: 'idle' });
    }
    if (this.#long && !this.#agreed) return this.#say({ kind: 'long' });
    // Out of sight, out of work: the observer asks again when the widget comes into view.
    if (!this.#visible) return;
    this.#stale = false;
    const { before, after } = this.#texts;
    const number = ++this.#askedNumber;
    if (this.#status.kind !== 'busy') this.#say({ kind: 'busy' });
    try {
      const report = await this.#engine.compare(before, after, {
        options: this.#options,
        onprogress: (progress) => {
          this.#say({ kind: 'busy', progress });
          this.#tell('progress', progress);
        },
      });
      // A large report is taken in, prepared and drawn in three turns, so that the page can answer in between.
      const large = before.length + after.length > LARGE;
      if (large) await turn();
      const model = buildModel(report, before, after);
      if (large) await turn();
      if (number < this.#shownNumber) return;   // a newer one was quicker
      this.#shownNumber = number;
      this.#done = { report, model, before, after };
      if (this.#texts.before === before && this.#texts.after === after) {
        this.#status = { kind: 'done' };
        this.#draw();
        this.#tell('done', { report });
      } else this.#drawSoon();
    } catch (error) {
      if (error instanceof EngineError && error.name === 'Cancelled') return;
      this.#say({ kind: 'error', error });
      this.#tell('error', { error });
    }
  }

  #say(status) {
    this.#status = status;
    this.#drawSoon();
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`article-diff-${what}`, { detail, bubbles: true, composed: true }));
  }

  // --- drawing -------------------------------------------------------------------------------------------------

  #drawSoon() {
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => {
      if (this.#drawing) this.#draw();
    });
  }

  #draw() {
    this.#drawing = false;
    if (!this.isConnected || !this.#view) return;
    this.#view.update({
      texts: { ...this.#texts }, done: this.#done, view: this.view, hide: this.hide, editable: this.editable,
      status: this.#status, editing: this.#editing, cleared: Boolean(this.#cleared),
    });
  }
}

/** UTF-16 units of both texts above which work on the page is done in turns. */
const LARGE = 200_000;

/** UTF-16 units of both texts above which the person who pasted them is asked first: a comparison takes some seconds. */
const VERY_LARGE = 20_000_000;

/** Resolves in the next turn of the event loop. */
const turn = () => new Promise((resolve) => { setTimeout(resolve); });

/** The language of the page around an element, through the shadow roots it may stand in. */
function languageAround(node) {
  for (let at = node; at; at = at.getRootNode().host) {
    const said = at.closest('[lang]');
    if (said) return said.lang;
  }
  return globalThis.navigator?.language;
}
