// The text as it is read: one of three readings of the same model in one box, with what lights, opens and scrolls.
import { el, scrollAround, setText } from './dom.js';
import { foldItems, homeItem } from './model.js';
import { Chunks } from './chunks.js';
import { Bands } from './bands.js';
import { drawRow, paragraphNumber } from './rows.js';
import { drawFlow } from './inline.js';
import { drawFold } from './folds.js';
import { drawChanges, sayStop } from './changes.js';
import { highlight } from './find.js';
import { reuse } from './keep.js';
import { Aim } from './aim.js';

/** Guesses for lines that have not been built, in CSS pixels: a letter's width, a line's height, a row's padding. */
const GUESS = { letter: 8.4, line: 28, padding: 24, fold: 40 };
/** Entries of the list of changes built at once. */
const ENTRIES = 60;

export class Reading {
  #words; #actions; #now = null; #opened = new Set(); #entries = []; #lit = null; #print = null; #width = 1000; #aim = new Aim();
  #sized = new ResizeObserver(([{ contentRect }]) => { this.#width = contentRect.width || this.#width; });

  /** @param {any} words  @param {{ pick: (id: string) => void, jump: (id: string) => void, say: (text: string) => void, changed: () => void }} actions */
  constructor(words, actions) {
    this.#words = words;
    this.#actions = actions;
    this.box = el('div', { class: 'sheet', part: 'sheet', tabindex: '0', role: 'region' });
    this.bands = new Bands(this.box);
    this.names = el('div', { class: 'names', role: 'row', part: 'names' });
    this.body = el('div', { class: 'body' });
    this.body.append(this.names);
    this.chunks = new Chunks(this.body, { onfill: () => this.#filled() });
    for (const type of ['pointerover', 'focusin']) this.box.addEventListener(type, (event) => this.#light(idOf(event.target)));
    for (const type of ['pointerleave', 'focusout']) this.box.addEventListener(type, () => this.#light(null));
    this.box.addEventListener('click', (event) => this.#click(event));
  }

  wake() {
    this.bands.wake();
    this.#sized.observe(this.box);
    this.#print ??= new AbortController();
    addEventListener('beforeprint', () => this.chunks.all(), { signal: this.#print.signal });
  }

  sleep() {
    this.bands.sleep();
    this.#sized.disconnect();
    this.chunks.stop();
    this.#aim.drop();
    this.#print?.abort();
    this.#print = null;
  }

  /** @param {{ model: any, view: string, shown: (stop: any) => boolean, stops: any[], unfolded: boolean, hideFurniture: boolean, keepPlace: boolean, current: any }} now */
  show(now) {
    const place = now.keepPlace ? this.#place() : null;
    this.#now = now;
    this.#light(null);
    this.box.dataset.view = now.view;
    if (now.view === 'changes') this.#showChanges();
    else this.#showText();
    this.mark(now.current);
    if (place) this.#restore(place);
  }

  #context() {
    const { model, shown } = this.#now;
    return { model, texts: model.texts, shown, words: this.#words, opened: this.#opened,
      asTable: this.#now.view === 'side-by-side', onopen: () => this.#filled() };
  }

  #showText() {
    const now = this.#now;
    const { model, shown, unfolded, hideFurniture, view } = now;
    const table = view === 'side-by-side';
    const context = this.#context();
    const draw = table ? (item) => drawRow(item, context) : (item) => drawFlow(item, context);
    this.#entries = foldItems(model.items, shown, { foldSame: !unfolded, hideFurniture });
    this.body.setAttribute('role', table ? 'table' : 'group');
    this.body.setAttribute('aria-label', this.#words.t(table ? 'sheet.label' : 'inline.label'));
    this.box.setAttribute('aria-label', this.#words.t(table ? 'view.side-by-side' : 'view.inline'));
    const letter = this.#letterRoom(table);
    this.chunks.show(this.#entries, (entry) => (entry.fold ? drawFold(entry, context, draw) : draw(entry.item)),
      (entry) => guessHeight(entry, letter), reuse(context, view, draw));
    if (table) this.#drawNames();
    this.names.hidden = !table;
    if (this.body.parentNode !== this.box) this.box.replaceChildren(this.body, this.bands.layer);
    this.bands.layer.toggleAttribute('hidden', !table);
    if (table) this.bands.update(model, shown);
  }

  #showChanges() {
    this.chunks.stop();
    this.#entries = [];
    const sections = drawChanges(this.#now.stops, this.#context());
    this.box.setAttribute('aria-label', this.#words.t('changes.label'));
    this.box.replaceChildren(...(sections.length ? sections : [el('p', { class: 'nothing' }, this.#words.t('changes.none'))]));
    // Entries are many where texts differ much: the first are built now, the others while nobody waits.
    const left = sections.map((section) => ({ section, at: 0 }));
    const fill = () => {
      let room = ENTRIES;
      while (room > 0 && left.length) {
        const next = left[0];
        const to = Math.min(next.section.size, next.at + room);
        next.section.fill(next.at, to);
        room -= to - next.at + 1;
        next.at = to;
        if (to >= next.section.size) left.shift();
      }
      if (left.length && this.#now.view === 'changes' && sections[0].isConnected) setTimeout(fill, 16);
    };
    fill();
  }

  #drawNames() {
    const { report } = this.#now.model;
    const cell = (side, other) => el('div', { class: `column-name ${side}`, role: 'columnheader', part: `name name-${side}` },
      el('strong', {}, this.#words.t(`side.${side}`)), ' ',
      el('small', {}, this.#words.t('side.words', { n: report.summary.words[side],
        share: this.#words.percent(report.summary.containment[side]), other: this.#words.t(`side.${other}`) })));
    this.names.replaceChildren(cell('before', 'after'), el('div', { class: 'gutter', 'aria-hidden': 'true' }), cell('after', 'before'));
  }

  /** Letters that fit on a line, guessed from the width. */
  #letterRoom(table) {
    const width = this.#width;
    return Math.max(20, (table && width > 640 ? width / 2 - 60 : width - 60) / GUESS.letter);
  }

  /** Whether an unchanged stretch is folded, or was and is open. */
  get folds() { return this.#entries.some(({ fold }) => fold === 'same'); }

  /** The lines of the reading for the strip: which items each holds, and how high it may be. */
  lines() {
    const letter = this.#letterRoom(this.#now?.view === 'side-by-side');
    return this.#entries.map((entry) => {
      const items = entry.items ?? [entry.item];
      return { first: items[0].index, last: items.at(-1).index, height: guessHeight(entry, letter) };
    });
  }

  /** The first and the last item in view, or null. */
  inView() {
    const rows = this.#rowsInView();
    if (!rows.length) return null;
    return { first: Number(rows[0].dataset.item ?? rows[0].dataset.first), last: Number(rows.at(-1).dataset.item ?? rows.at(-1).dataset.last) };
  }

  /** Built lines whose boxes cross the window, found by halving: thousands of them cost a dozen looks. */
  #rowsInView() {
    const chunks = [...this.body.querySelectorAll(':scope > .chunk')].filter((chunk) => crosses(chunk.getBoundingClientRect(), this.#top()));
    return chunks.flatMap((chunk) => [...chunk.children]).filter((row) => crosses(row.getBoundingClientRect(), this.#top()));
  }

  /** Where the text begins to be seen: under the bar that sticks to the top. */
  #top() {
    const bar = this.box.getRootNode().querySelector?.('.bar');
    return bar ? Math.max(0, bar.getBoundingClientRect().bottom) : 0;
  }

  #place() {
    if (!this.#now || this.box.getBoundingClientRect().top > this.#top()) return null;
    if (this.#now.view === 'changes') return null;
    const row = this.#rowsInView()[0];
    return row ? { item: Number(row.dataset.item ?? row.dataset.first), top: row.getBoundingClientRect().top } : null;
  }

  #restore({ item, top }) {
    if (this.#now.view === 'changes') {
      const near = this.#now.stops.find((stop) => homeItem(stop) >= item);
      this.box.querySelector(`[data-entry="${near?.id}"]`)?.scrollIntoView({ block: 'center' });
      return;
    }
    const row = this.#lineOf(item);
    if (row) scrollAround(this.box, row.getBoundingClientRect().top - top);
  }

  /** The built line that holds an item; builds it if need be. */
  #lineOf(item) {
    this.chunks.reach((entry) => (entry.items ?? [entry.item]).some(({ index }) => index === item));
    const row = this.body.querySelector(`[data-item="${item}"]`);
    return row?.checkVisibility?.() === false ? row.closest('.fold-box') : row ?? [...this.body.querySelectorAll('.fold-box')]
      .find(({ dataset }) => item >= Number(dataset.first) && item <= Number(dataset.last)) ?? null;
  }

  goToItem(item) {
    const line = this.#lineOf(item);
    if (line) this.#aim.at(line);
  }

  /** Brings a stop into view, on one side of it, and marks it as the current one. */
  goToStop(stop, side) {
    if (this.#now.view === 'changes') {
      const entry = this.box.querySelector(`[data-entry="${stop.id}"]`);
      this.mark(stop);
      if (entry) this.#aim.at(entry);
      return;
    }
    const item = stop.item[side] >= 0 ? stop.item[side] : homeItem(stop);
    const line = this.#lineOf(item);
    if (!line) return;
    line.open?.();
    const row = this.body.querySelector(`[data-item="${item}"]`) ?? line;
    const mark = row.querySelector(`.cell.${side} [data-stop="${stop.id}"]`) ?? row.querySelector(`[data-stop="${stop.id}"]`) ?? row;
    this.mark(stop);
    this.#aim.at(mark);
  }

  /** The other side of a change, the other end of a move. */
  partner(stop) {
    if (!stop || this.#now.view === 'changes') return;
    const end = this.#end === 'after' ? 'before' : 'after';
    this.#end = end;
    this.goToStop(stop, end);
    const { texts } = this.#now.model;
    const n = paragraphNumber(this.#now.model, end, stop[end][0]);
    this.#actions.say(this.#words.t('nav.partner', { side: this.#words.t(`side.${end}`), n, text: texts[end].slice(...stop[end]).slice(0, 120) }));
  }
  #end = 'after';

  /** Shows a place that was searched for. */
  goToPlace({ side, start, end }) {
    if (this.#now.view === 'changes') return;
    const { model } = this.#now;
    const item = model.items.find((one) => one[side].some((p) => p.end > start && p.start <= start));
    if (!item) return;
    const line = this.#lineOf(item.index);
    line?.open?.();
    const row = this.body.querySelector(`[data-item="${item.index}"]`) ?? line;
    const box = row?.querySelector(`.cell.${side}`) ?? row;
    if (box) this.#aim.at(box);
    highlight(box, model.texts[side].slice(start, end));
  }

  /** Marks the current stop, on both sides; none if there is none. */
  mark(stop) {
    for (const node of this.box.querySelectorAll('.current')) { node.classList.remove('current'); node.removeAttribute('aria-current'); }
    if (!stop) return;
    for (const node of this.box.querySelectorAll(`[data-stop="${stop.id}"], [data-entry="${stop.id}"]`)) {
      node.classList.add('current');
      node.setAttribute('aria-current', 'true');
    }
  }

  #light(id) {
    if (id === this.#lit) return;
    if (this.#lit != null) for (const node of this.box.querySelectorAll('.lit')) node.classList.remove('lit');
    this.#lit = id;
    if (id != null) for (const node of this.box.querySelectorAll(`[data-stop="${id}"]`)) node.classList.add('lit');
  }

  #click(event) {
    const { jump, copy } = event.target.dataset ?? {};
    if (jump !== undefined) return this.#actions.jump(jump);
    if (copy !== undefined) return this.#copy(event.target, copy);
    const id = idOf(event.target);
    // A reader who selects text wants to select, not to travel.
    if (id == null || getSelection()?.isCollapsed === false) return;
    this.#actions.pick(id);
    const stop = this.#now.model.byId.get(id);
    const cell = event.target.closest('.cell');
    const side = event.target.closest('[data-end]')?.dataset.end
      ?? (cell?.classList.contains('before') ? 'after' : 'before');
    if (stop.kind === 'move' && this.#now.view !== 'changes') { this.#end = side; this.goToStop(stop, side); }
  }

  async #copy(button, id) {
    const { model } = this.#now;
    const stop = model.byId.get(id);
    const said = `${this.#words.t(`lens.one.${stop.lens}`)}: ${sayStop(stop, { model, texts: model.texts, words: this.#words })}`;
    let key = 'entry.copied';
    try { await navigator.clipboard.writeText(said); } catch { key = 'entry.uncopied'; }
    setText(button, this.#words.t(key));
    this.#actions.say(this.#words.t(key));
    setTimeout(() => setText(button, this.#words.t('entry.copy')), 2000);
  }

  #filled() {
    this.bands.redraw();
    const current = this.#now?.stops && this.box.querySelector('.current');
    if (current) this.mark({ id: current.dataset.stop });
    this.#actions.changed();
  }
}

function idOf(node) {
  const found = node.closest?.('[data-stop]');
  return found ? found.dataset.stop : null;
}

const crosses = ({ top, bottom }, from) => bottom > from + 1 && top < innerHeight - 1;

function guessHeight(entry, letters) {
  if (entry.fold) return GUESS.fold;
  const { before, after } = entry.item;
  const lines = (list) => list.reduce((sum, p) => sum + Math.ceil((p.end - p.start) / letters), 0);
  return Math.max(lines(before), lines(after), 1) * GUESS.line + GUESS.padding;
}
