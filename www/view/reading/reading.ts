// The model → the text as it is read: side by side, inline or as a list of changes, in one box.
import type { Translator } from '../../i18n/format.js';
import { SIDES, otherSide, type Names, type Side } from '../../sides.js';
import { copyText, el, elementOf, oncePerFrame, setText } from '../dom.js';
import { foldItems, isFold, itemsOfLine, type Line } from '../model/folding.js';
import { paragraphNumber } from '../model/paragraphs.js';
import { homeSide } from '../model/stops.js';
import { search, type Hit } from '../model/search.js';
import type { Item, Model, Stop } from '../model/types.js';
import { sideLabel } from '../side-labels.js';
import type { ViewMode } from '../state.js';
import type { RenderContext } from '../context.js';
import { drawChangeList } from './change-list.js';
import { ColumnNames } from './column-names.js';
import { listenForCopies } from './copy-selection.js';
import { tellStop } from './describe-stop.js';
import { drawFold, foldOf, type FoldContext } from './folds.js';
import { hasMarks, openElision, openElisions, takeInElision } from './elision.js';
import { drawFlow } from './inline.js';
import { LazyList } from './lazy-list.js';
import { FoundHighlight, placesIn, type Found } from './found-highlight.js';
import { lineCache } from './line-cache.js';
import { guessHeight, lineLength } from './line-heights.js';
import { moveIdAt, partnerSideAt, stopIdAt } from './mark-at.js';
import { MoveBands } from './move-bands.js';
import { Navigator, type ItemRange } from './navigator.js';
import { drawRow, showsMove } from './rows.js';

/** Length, in UTF-16 units, of the words that a screen reader is told of the other side. */
const ANNOUNCED_LENGTH = 120;
/** Milliseconds for which a button says that it copied. */
const COPIED_TIME = 2000;
/** Width of the view until it is measured, in CSS pixels. */
const FIRST_WIDTH = 1000;

/** What is read. */
export interface ReadingState {
  model: Model;
  view: ViewMode;
  shown: RenderContext['shown'];
  /** The shown stops, in the order of reading. */
  stops: readonly Stop[];
  unfolded: boolean;
  hideFurniture: boolean;
  current: Stop | null;
  /** What is said where no change is shown. */
  nothing: string;
}

export interface ReadingActions {
  /** A mark was clicked. */
  pick: (id: string) => void;
  /** An entry of the list of changes asks to be shown in the text. */
  jump: (id: string) => void;
  announce: (text: string) => void;
  /** A name was written. */
  name: (side: Side, name: string) => void;
  /** The text is about to be printed. */
  beforePrint: () => void;
  /** More lines were built, or a fold was opened. */
  changed: () => void;
}

/** What the overview ruler knows about a line: the items that it shows, and its guessed height. */
export interface LineOverview extends ItemRange {
  height: number;
}

export class Reading {
  readonly box = el('div', { class: 'sheet', part: 'sheet', tabindex: '0', role: 'region' });
  /** The line above the columns. */
  readonly columnNames: ColumnNames;
  readonly #names: Names = { before: '', after: '' };
  readonly #body = el('div', { class: 'body' });
  readonly #bands = new MoveBands(this.box);
  readonly #list = new LazyList<Line>(this.#body, () => this.#built());
  readonly #navigator = new Navigator(this.box, this.#body, this.#list);
  readonly #found = new FoundHighlight();
  readonly #opened = new Set<string>();
  readonly #resized = new ResizeObserver((entries) => {
    this.#width = entries.at(-1)?.contentRect.width || this.#width;
  });
  readonly #i18n: Translator;
  readonly #actions: ReadingActions;
  #state: ReadingState | null = null;
  #lines: Line[] = [];
  #width = FIRST_WIDTH;
  /** The stop under the pointer or with the focus. */
  #lit: string | null = null;
  /** The side on which the current stop is shown. */
  #side: Side = 'after';
  #listening: AbortController | null = null;
  #reviewed: ReadonlySet<string> = new Set();
  /** What was searched for, and where it is. */
  #hits: { word: string; all: readonly Hit[]; current: Hit | null } = { word: '', all: [], current: null };

  constructor(i18n: Translator, actions: ReadingActions) {
    this.#i18n = i18n;
    this.#actions = actions;
    this.columnNames = new ColumnNames(i18n, actions.name);
    this.#body.append(this.columnNames.box);
    for (const type of ['pointerover', 'focusin'])
      this.box.addEventListener(type, ({ target }) => this.#light(stopIdAt(target) ?? moveIdAt(target)));
    for (const type of ['pointerleave', 'focusout']) this.box.addEventListener(type, () => this.#light(null));
    this.box.addEventListener('click', (event) => this.#clicked(event));
    this.box.addEventListener('pointerdown', ({ target }) => keepSelectionInColumn(this.box, target));
  }

  wake(): void {
    this.#bands.wake();
    this.#resized.observe(this.box);
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const beforePrint = () => {
      this.#list.buildAll();
      openElisions(this.box, hasMarks);
      this.#actions.beforePrint();
    };
    addEventListener('beforeprint', beforePrint, { signal });
    listenForCopies(this.box, (range) => this.#complete(range), signal);
  }

  sleep(): void {
    this.#bands.sleep();
    this.#resized.disconnect();
    this.#list.stop();
    this.#navigator.release();
    this.#paintHitsSoon.cancel();
    this.#found.clear();
    this.#listening?.abort();
    this.#listening = null;
  }

  /** Draws a state. `keepPlace`: what is read stays where it is in the window. */
  show(state: ReadingState, keepPlace: boolean): void {
    const place = keepPlace && this.#state && this.#state.view !== 'changes' ? this.#navigator.place() : null;
    this.#state = state;
    this.#light(null);
    this.box.dataset.view = state.view;
    if (state.view === 'changes') this.#showChanges(state);
    else this.#showText(state);
    this.mark(state.current);
    this.markReviewed(this.#reviewed);
    if (!place) return;
    if (state.view === 'changes') this.#navigator.restoreInList(place, state.stops);
    else this.#navigator.restore(place);
  }

  #showText({ model, shown, view, unfolded, hideFurniture }: ReadingState): void {
    const isTable = view === 'side-by-side';
    const context: FoldContext = {
      model,
      shown,
      i18n: this.#i18n,
      names: this.#names,
      opened: this.#opened,
      asTable: isTable,
      onOpen: () => this.#built(),
    };
    const drawItem = (item: Item) => (isTable ? drawRow(item, context) : drawFlow(item, context));
    this.#lines = foldItems(model.items, shown, { foldSame: !unfolded, hideFurniture });
    this.#body.setAttribute('role', isTable ? 'table' : 'group');
    this.#body.setAttribute('aria-label', this.#i18n.t(isTable ? 'sheet.label' : 'inline.label'));
    this.box.setAttribute('aria-label', this.#i18n.t(isTable ? 'view.side-by-side' : 'view.inline'));
    const characters = lineLength(this.#width, isTable);
    this.#list.show(this.#lines, {
      draw: (line) => (isFold(line) ? drawFold(line, context, drawItem) : drawItem(line.item)),
      height: (line) => guessHeight(line, characters),
      marks: (line) => (isFold(line) ? 0 : line.item.stops.length),
      cache: lineCache(context, view, drawItem),
    });
    this.#body.classList.toggle(
      'numbered',
      isTable && model.items.some((item) => item.half && showsMove(item, context)),
    );
    this.columnNames.describe(model.report.summary);
    this.columnNames.box.hidden = !isTable;
    if (this.#body.parentNode !== this.box) this.box.replaceChildren(this.#body, this.#bands.layer);
    this.#bands.layer.toggleAttribute('hidden', !isTable);
    if (isTable) this.#bands.update(model, shown);
  }

  #showChanges({ model, stops, nothing }: ReadingState): void {
    this.#list.stop();
    this.#lines = [];
    this.box.setAttribute('aria-label', this.#i18n.t('changes.label'));
    drawChangeList(this.box, stops, { model, i18n: this.#i18n }, nothing);
  }

  /** Puts the names at the heads of both sides. `editable`: whether the reader may write them. */
  nameSides(names: Names, editable: boolean): void {
    this.columnNames.name(names, editable);
    if (SIDES.every((side) => names[side] === this.#names[side])) return;
    Object.assign(this.#names, names);
    for (const side of SIDES)
      for (const node of this.box.querySelectorAll(`.cell.${side} > .side-name`))
        setText(node, sideLabel(side, { names, i18n: this.#i18n }));
  }

  /** Whether there are unchanged lines that are folded. */
  get hasFolds(): boolean {
    return this.#lines.some((line) => isFold(line) && line.fold === 'same');
  }

  /** All lines, for the overview ruler. */
  overview(): LineOverview[] {
    const characters = lineLength(this.#width, this.#state?.view === 'side-by-side');
    return this.#lines.map((line) => {
      const items = itemsOfLine(line);
      return { first: items[0]?.index ?? 0, last: items.at(-1)?.index ?? 0, height: guessHeight(line, characters) };
    });
  }

  inView(): ItemRange | null {
    return this.#navigator.inView();
  }

  goToItem(item: number): void {
    this.#navigator.goToItem(item);
  }

  /** Brings a stop into view, on one side of it, and marks it as the current one. */
  goToStop(stop: Stop, side = homeSide(stop)): void {
    if (this.#state?.view === 'changes') {
      this.mark(stop);
      this.#navigator.goToEntry(stop);
    } else this.#navigator.goToStop(stop, side, () => this.mark(stop));
  }

  /** The mark of a stop: the last one of it on its own side, or what else stands for it; null where none is in sight of the reader. */
  markOf(stop: Stop): HTMLElement | null {
    const found = [...this.box.querySelectorAll<HTMLElement>(`[data-stop="${stop.id}"], [data-entry="${stop.id}"]`)];
    const drawn = found.filter((node) => node.checkVisibility());
    const ofSide = drawn.filter((node) => node.closest(`.cell.${homeSide(stop)}`));
    return ofSide.findLast((node) => node.matches('.m')) ?? ofSide.at(-1) ?? drawn.at(-1) ?? null;
  }

  /** Goes to the other side of a change, or to the other end of a move. */
  goToPartner(stop: Stop | null): void {
    const state = this.#state;
    if (!stop || !state || state.view === 'changes') return;
    this.#side = otherSide(this.#side);
    const side = this.#side;
    this.goToStop(stop, side);
    const [start, end] = stop[side];
    this.#actions.announce(
      this.#i18n.t('nav.partner', {
        side: this.#i18n.t(`side.${side}`),
        n: paragraphNumber(state.model, side, start),
        text: state.model.texts[side].slice(start, end).slice(0, ANNOUNCED_LENGTH),
      }),
    );
  }

  /** The places of a word in what is read, down the page. */
  search(word: string): Hit[] {
    const state = this.#state;
    return state ? search({ ...state, isWoven: state.view === 'inline' }, word) : [];
  }

  /** Lights the places of a word, one of them as the current one; `go`: brings that into view. */
  showHits(word: string, hits: readonly Hit[], current: Hit | null, go: boolean): void {
    this.#hits = { word, all: hits, current };
    const row = go && current && this.#state?.view !== 'changes' ? this.#navigator.reveal(current.item) : null;
    // Places are counted from the start of a row.
    if (row) openElisions(row);
    const found = this.#paintHits();
    if (row) this.#navigator.goToRange(found?.[0] ?? null, row);
  }

  /** Lights what was searched for in what is built. Returns the current place, if it is among that. */
  #paintHits(): Found | null {
    const { word, all, current } = this.#hits;
    const wanted = new Set(all.map(({ item, side }) => `${item} ${side}`));
    let currentPlace: Found | null = null;
    const places = [...wanted].flatMap((key) => {
      const [item = '', side] = key.split(' ') as [string, Side];
      const row = this.#body.querySelector(`[data-item="${item}"]`);
      if (!row) return [];
      const found = placesIn(row.querySelector(`.cell.${side}`) ?? row, side, word);
      if (current?.side === side && current.item === Number(item)) currentPlace = found[current.nth] ?? null;
      return found;
    });
    this.#found.paint(places, currentPlace);
    return currentPlace;
  }

  /** Shows which changes are reviewed, from now on and in what is built later. */
  markReviewed(ids: ReadonlySet<string>): void {
    const hadAny = this.#reviewed.size > 0;
    this.#reviewed = new Set(ids);
    if (!ids.size && !hadAny) return;
    for (const node of this.box.querySelectorAll<HTMLElement>('[data-stop], [data-entry]'))
      node.classList.toggle('reviewed', ids.has(node.dataset.stop ?? node.dataset.entry ?? ''));
  }

  readonly #paintHitsSoon = oncePerFrame(() => this.#paintHits());

  /** Marks the current stop, on both sides; none if there is none. */
  mark(stop: Stop | null): void {
    this.#markCurrent(stop?.id ?? null);
  }

  #markCurrent(id: string | null): void {
    for (const node of this.box.querySelectorAll('.current')) {
      node.classList.remove('current');
      node.removeAttribute('aria-current');
    }
    if (id === null) return;
    for (const node of this.box.querySelectorAll(`[data-stop="${id}"], [data-entry="${id}"]`)) {
      node.classList.add('current');
      node.setAttribute('aria-current', 'true');
    }
  }

  /** Highlights a stop on both sides. */
  #light(id: string | null): void {
    if (id === this.#lit) return;
    if (this.#lit !== null) for (const node of this.box.querySelectorAll('.lit')) node.classList.remove('lit');
    this.#lit = id;
    if (id !== null) for (const node of this.box.querySelectorAll(`[data-stop="${id}"]`)) node.classList.add('lit');
  }

  #clicked({ target }: MouseEvent): void {
    if (!(target instanceof Element)) return;
    const { jump, copy } = target instanceof HTMLElement ? target.dataset : {};
    if (jump !== undefined) {
      this.#actions.jump(jump);
      return;
    }
    if (copy !== undefined) {
      void this.#copy(target, copy);
      return;
    }
    if (openElision(target)) {
      this.#built();
      return;
    }
    const id = stopIdAt(target);
    // A reader who selects text does not want to be taken elsewhere.
    if (id === null || getSelection()?.isCollapsed === false) return;
    this.#actions.pick(id);
    const stop = this.#state?.model.byId.get(id);
    if (stop?.kind !== 'move' || this.#state?.view === 'changes') return;
    this.#side = partnerSideAt(target);
    this.goToStop(stop, this.#side);
  }

  async #copy(button: Element, id: string): Promise<void> {
    const model = this.#state?.model;
    const stop = model?.byId.get(id);
    if (!model || !stop) return;
    const i18n = this.#i18n;
    const copied = await copyText(tellStop(stop, { model, i18n }));
    const result = i18n.t(copied ? 'entry.copied' : 'entry.uncopied');
    setText(button, result);
    this.#actions.announce(result);
    setTimeout(() => setText(button, i18n.t('entry.copy')), COPIED_TIME);
  }

  /** Builds whatever of a selected range is not there yet: what is folded is copied too, page furniture is not. */
  #complete(range: Range): void {
    const isSelected = (node: Element) => range.intersectsNode(node);
    // A browser ends a selection before what is hidden: whoever selects the button of a fold selects what it stands for.
    const lastFold = elementOf(range.endContainer)?.closest('.fold');
    if (lastFold?.parentElement) range.setEndAfter(lastFold.parentElement);
    if ([...this.box.querySelectorAll('.chunk:not(.filled)')].some(isSelected)) this.#list.buildAll();
    for (const fold of this.box.querySelectorAll('.fold-box')) if (isSelected(fold)) foldOf(fold)?.fill();
    takeInElision(range, this.box);
    openElisions(this.box, isSelected);
  }

  /** Brings what depends on the built lines up to date. */
  #built(): void {
    this.#bands.redraw();
    if (this.#hits.all.length) this.#paintHitsSoon();
    this.markReviewed(this.#reviewed);
    const current = this.box.querySelector<HTMLElement>('.current');
    if (this.#state && current) this.#markCurrent(current.dataset.stop ?? null);
    this.#actions.changed();
  }
}

/** What is selected with the pointer in one column stays in it; `data-selecting` names its side. */
function keepSelectionInColumn(box: HTMLElement, target: EventTarget | null): void {
  const cell = target instanceof Element ? target.closest('.cell') : null;
  if (cell) box.dataset.selecting = cell.classList.contains('before') ? 'before' : 'after';
  else delete box.dataset.selecting;
}
