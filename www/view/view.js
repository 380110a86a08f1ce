// The widget's face: puts the parts together and keeps the reader's place. It is told a state and draws it; what a
// person does goes back to the element through `actions`. Knows no engine.
import { whenIdle } from '../idle.js';
import { el, setText, stressed } from './dom.js';
import { plain } from '../words.js';
import { SIDES, homeItem, homeSide, inReadingOrder } from './model.js';
import { lensFor, countLenses } from './lens.js';
import { summarise } from './summary.js';
import { Bar } from './bar.js';
import { Editors } from './editors.js';
import { Find } from './find.js';
import { Notice } from './notice.js';
import { Reading } from './reading.js';
import { Strip } from './strip.js';
import { listenForKeys } from './keys.js';
import { sayStop } from './changes.js';

/** Whether fonts are there: they are the page's, and taken once, by the first result or before it. */
let warm = false;

/**
 * What is to be drawn. `done` may still be of other texts than `texts`, while a newer comparison runs.
 * @typedef {{ texts: { before: string, after: string }, done: { report: any, model: any, before: string, after: string } | null,
 *   view: string, hide: string[], editable: boolean,
 *   status: { kind: 'idle' | 'long' | 'busy' | 'done' | 'error' | 'cancelled', error?: Error, progress?: any },
 *   editing: boolean, cleared: boolean }} State
 */
export class View {
  /** What sticks below the bar is told its height; a property that all marks inherit would have all of them styled again. */
  #sized = new ResizeObserver(([{ target }]) => {
    for (const { box } of [this.notice, this.strip]) box.style.setProperty('--bar-height', `${target.offsetHeight}px`);
  });
  #words; #actions; #state = null; #model = null; #stops = []; #current = -1; #unfolded = false; #said = ''; #root; #homeless = false;

  /**
   * @param {ShadowRoot} root  @param {import('../words.js').Words} words
   * @param {Record<string, (...arguments: any[]) => void>} actions view, hide, input, edit, swap, clear, unclear, cancel, retry
   */
  constructor(root, words, actions) {
    this.#root = root;
    this.#words = words;
    this.#actions = actions;
    this.live = el('p', { class: 'spoken', role: 'status' });
    this.editors = new Editors(words, actions.input);
    this.summary = el('p', { class: 'summary', part: 'summary' });
    this.notice = new Notice(words, { ...actions, unclear: () => { this.#homeless = true; actions.unclear(); } });
    this.bar = new Bar(words, {
      view: actions.view,
      preset: actions.hide,
      toggle: (lens) => this.#toggle(lens),
      next: () => this.step(1),
      previous: () => this.step(-1),
      edit: () => this.#edit(),
      swap: actions.swap,
      clear: () => { this.#homeless = true; actions.clear(); },
      fold: () => this.#fold(),
      find: () => this.find.open(),
      speak: (on) => this.widget.classList.toggle('silent', !on),
    });
    this.find = new Find(words, (hit) => this.reading.goToPlace(hit), () => { this.find.close(); this.bar.tools.find.focus(); });
    this.reading = new Reading(words, {
      pick: (id) => this.#pick(id),
      jump: (id) => this.#jump(id),
      say: (text) => this.say(text),
      changed: () => this.strip.update(this.reading.lines(), this.#stops),
    });
    this.strip = new Strip((item) => this.reading.goToItem(item), () => this.reading.inView());
    this.sheet = el('div', { class: 'sheet-box' }, this.reading.box, this.strip.box);
    this.result = el('div', { class: 'result' }, this.summary, this.bar.hidden, this.bar.box, this.find.box, this.sheet);
    this.slot = el('slot', { name: 'empty' });
    this.widget = el('div', { class: 'widget', part: 'widget', dir: words.dir, lang: words.language },
      this.live, this.editors.box, this.slot, this.notice.box, this.result);
    root.append(this.widget);
    listenForKeys(this.widget, {
      next: () => this.step(1),
      previous: () => this.step(-1),
      partner: () => this.reading.partner(this.#stops[this.#current]),
      view: actions.view,
      edit: () => this.#model && this.#state.editable && this.#edit(),
      fold: () => this.#fold(),
      find: () => !this.result.hidden && this.find.open(),
    });
  }

  /** Listens to scrolling and sizes only while the widget is in the page. */
  wake() {
    this.#sized.observe(this.bar.box);
    this.strip.wake();
    this.reading.wake();
    // What was not built when the widget was taken away is still to be built.
    if (this.#model) this.#redraw(false);
  }

  sleep() {
    this.#sized.disconnect();
    this.strip.sleep();
    this.reading.sleep();
  }

  /** Takes what a first result would wait for: formatters, which are to be had while the module is on its way … */
  warmFormats() { this.#words.warmUp(); }

  /** … and fonts, when nothing else is to be done. */
  warmFonts() { whenIdle(() => this.#layFonts()); }

  #layFonts() {
    if (warm) return;
    warm = true;
    const text = el('p', { class: 'block' }, 'A ', el('ins', { class: 'm now wording' }, 'word'), el('strong', {}, ' and '), el('del', { class: 'm was number' }, '2'));
    const box = el('div', { class: 'row warm', 'aria-hidden': 'true' }, text, el('small', {}, 'words'), el('button', {}, 'button'));
    this.widget.append(box);
    box.getBoundingClientRect();
    box.remove();
  }

  /** Draws a state. @param {State} state */
  update(state) {
    const was = this.#state ?? {};
    this.#state = state;
    if (onlyStatus(was, state)) return this.notice.update(state);
    const { texts, done, editable, hide, view } = state;
    const editing = this.#editing;
    // The field that had the focus is about to go: the reading takes it as soon as it stands.
    if (!editing && this.editors.box.contains(this.#root.activeElement)) this.#homeless = true;
    this.editors.box.hidden = !editing;
    if (editing) this.editors.show(texts);
    this.notice.update(state);
    this.slot.hidden = Boolean(texts.before || texts.after);

    const fresh = done !== was.done || Boolean(done && !this.#model);
    if (fresh) {
      this.#model = done?.model ?? null;
      if (done) this.find.texts = done;
    }
    this.result.hidden = !this.#model;
    if (this.#model) {
      warm = true;
      const lensed = fresh || was.hide?.join() !== hide.join();
      const turned = Boolean(was.view) && was.view !== view;
      if (lensed) this.#relens(fresh);
      if (lensed || turned || !was.view) this.#redraw(turned || (lensed && !fresh));
      if (turned) this.say(this.#words.t(`view.${view}`));
      this.#drawBar();
      if (editing) this.editors.paint(this.#model, this.#shown);
      if (fresh) this.#sum(done.report);
    }
    if (fresh) this.#noteSides();
    this.#settleFocus(editing);
  }

  /** Gives the focus a place when the one it had has gone. */
  #settleFocus(editing) {
    const { before, after } = this.#state.texts;
    // Not while the old result is about to go, or the new one about to come.
    if (!this.#homeless || (this.result.hidden ? !editing : !(before && after))) return;
    this.#homeless = false;
    if (this.#root.activeElement?.checkVisibility()) return;
    if (this.result.hidden) this.editors.sides.before.field.focus();
    else this.reading.box.focus({ preventScroll: true });
  }

  /** Whether the fields are open: when asked for, and whenever a text is missing. */
  get #editing() {
    const { editable, editing, texts } = this.#state;
    return editable && (editing || !(texts.before && texts.after));
  }

  get #shown() { return lensFor(this.#state.hide); }

  /** Which stops are shown; the current one is kept if it still is. */
  #relens(fresh) {
    const now = fresh ? null : this.#stops[this.#current];
    this.#stops = inReadingOrder(this.#model.stops.filter(this.#shown));
    this.#current = now ? this.#stops.indexOf(now) : -1;
  }

  #redraw(keepPlace) {
    const { view, hide } = this.#state;
    this.reading.show({ model: this.#model, view, shown: this.#shown, stops: this.#stops, unfolded: this.#unfolded,
      hideFurniture: hide.includes('furniture'), keepPlace, current: this.#stops[this.#current] });
    this.strip.box.hidden = view === 'changes';
    this.strip.update(this.reading.lines(), this.#stops);
  }

  #drawBar() {
    const { view, hide, editable } = this.#state;
    this.bar.update({ view, hide, editable, editing: this.#editing, unfolded: this.#unfolded, foldable: this.reading.folds,
      counts: countLenses(this.#model.stops), hiddenCount: this.#model.stops.length - this.#stops.length });
    this.bar.place(this.#current, this.#stops.length);
  }

  #sum(report) {
    const words = this.#words;
    const sentence = summarise(this.#model, words);
    const note = report.precise ? '' : ` ${words.t('sum.imprecise')}`;
    this.summary.replaceChildren(...stressed(sentence + note));
    this.say(words.t('state.done', { summary: plain(sentence), n: this.#stops.length }));
  }

  #noteSides() {
    const summary = this.#state.done?.report.summary;
    for (const side of SIDES) {
      const other = side === 'before' ? 'after' : 'before';
      this.editors.note(side, summary ? this.#words.t('side.words', {
        n: summary.words[side], share: this.#words.percent(summary.containment[side]), other: this.#words.t(`side.${other}`),
      }) : '');
    }
  }

  /** Tells a screen reader; the same words twice are told once. */
  say(text) {
    if (text === this.#said) return;
    this.#said = text;
    setText(this.live, text);
  }

  /** Goes to the next or the previous change, from where the reader is. */
  step(by) {
    const n = this.#stops.length;
    if (!n) return;
    if (this.#current < 0) {
      const seen = this.reading.inView();
      const first = seen ? this.#stops.findIndex((stop) => homeItem(stop) >= seen.first) : 0;
      this.#current = by > 0 ? Math.max(first, 0) : (first < 0 ? n - 1 : (first - 1 + n) % n);
    } else this.#current = (this.#current + by + n) % n;
    this.#arrive();
  }

  #arrive() {
    const stop = this.#stops[this.#current];
    const words = this.#words;
    this.reading.goToStop(stop, homeSide(stop));
    this.bar.place(this.#current, this.#stops.length);
    this.say(words.t('nav.announce', {
      i: this.#current + 1, n: this.#stops.length, kind: words.t(`lens.one.${stop.lens}`),
      what: sayStop(stop, { texts: this.#model.texts, words, model: this.#model }),
    }));
  }

  /** A click on a mark: it becomes the current one. */
  #pick(id) {
    const at = this.#stops.findIndex((stop) => stop.id === id);
    if (at < 0) return;
    this.#current = at;
    this.reading.mark(this.#stops[at]);
    this.bar.place(at, this.#stops.length);
  }

  /** From the list of changes into the text. */
  #jump(id) {
    this.#current = this.#stops.findIndex((stop) => stop.id === id);
    this.#actions.view('side-by-side');
    if (this.#current >= 0) this.#arrive();
    this.reading.box.focus({ preventScroll: true });
  }

  #toggle(lens) {
    const { hide } = this.#state;
    this.#actions.hide(hide.includes(lens) ? hide.filter((name) => name !== lens) : [...hide, lens]);
    this.say(this.#words.t('state.shown', { n: this.#stops.length }));
  }

  #fold() {
    this.#unfolded = !this.#unfolded;
    if (!this.#model) return;
    this.#redraw(true);
    this.#drawBar();
    this.say(this.#words.t(this.#unfolded ? 'fold.opened' : 'fold.closed'));
  }

  /** Opens the editors where the reader is, or closes them. */
  #edit() {
    const open = !this.#state.editing;
    const stop = this.#stops[this.#current];
    const side = stop ? homeSide(stop) : 'after';
    this.#actions.edit(open);
    if (!open) return this.reading.box.focus({ preventScroll: true });
    const seen = this.reading.inView();
    const item = this.#model?.items[seen?.first ?? 0];
    const at = stop ? stop[side][0] : item?.[side][0]?.start ?? 0;
    this.editors.box.scrollIntoView({ block: 'nearest' });
    this.editors.sides[side].goTo(at);
  }
}

/** Whether two states differ in nothing but how far the comparison is: it says so several times for each keystroke. */
function onlyStatus(was, now) {
  const { texts, hide, status, ...rest } = now;
  return Boolean(was.texts) && SIDES.every((side) => was.texts[side] === texts[side]) && was.hide.join() === hide.join()
    && Object.entries(rest).every(([name, value]) => was[name] === value);
}
