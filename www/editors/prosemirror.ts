// The entry `article-diff/editors/prosemirror`: marks in ProseMirror, and in Tiptap and what else is made of it, what differs from
// another version of the text. The marks are decorations, which are no part of the document.
import type { ArticleDocument } from '../engine/document.js';
import type { ReadText } from '../highlight/differences.js';
import type { Surface } from '../highlight/marking.js';
import { PAINTS, type Paint } from '../highlight/painter.js';
import { CLASSES, addSheet, dropSheet, rootOf, type Root } from '../highlight/sheets.js';
import { EditorMarking, type EditorMarkOptions, type EditorMarks } from './editor-marks.js';
import { drawn, drawnTree, type Drawn } from './prosemirror-tree.js';
import type { EditorViewLike, NodeLike, ProseMirrorClasses, StateLike, TransactionLike } from './prosemirror-types.js';
import { readTree } from './read-tree.js';

export type * from './editor-marks.js';
export type * from './prosemirror-types.js';
export { setAssets, type Assets } from '../engine/assets.js';
export { ArticleDiffError, type ErrorCode } from '../engine/errors.js';

/**
 * Marks in an editor what differs between a text and what the editor holds now.
 *
 * The document, its history and what is saved of it stay as they are. Marks are elements of the classes `article-diff-new`,
 * `article-diff-now` and so on; rules of the page for these overrule ours.
 *
 * ```js
 * import { Plugin } from 'prosemirror-state'; // Tiptap: '@tiptap/pm/state'
 * import { Decoration, DecorationSet } from 'prosemirror-view'; // Tiptap: '@tiptap/pm/view'
 * import { markInProseMirror } from 'article-diff/editors/prosemirror';
 * import { read } from 'article-diff/html';
 *
 * const marks = markInProseMirror(view, read(publishedHtml), { Plugin, Decoration, DecorationSet });
 * ```
 *
 * @param view the editor: in Tiptap it is `editor.view`
 * @param published what the text is compared with: a string, or a document, so that links and headings are compared as well
 * @param classes those of the ProseMirror that the editor is made of; this module brings none
 */
export function markInProseMirror(
  view: EditorViewLike,
  published: string | ArticleDocument,
  classes: ProseMirrorClasses,
  options: EditorMarkOptions = {},
): EditorMarks {
  const surface = new ProseMirrorSurface(view, classes as unknown as Classes, () => marking.stop());
  const marking = new EditorMarking<Place>(published, surface, options);
  return marking;
}

/** A stretch of the document, as it was when it was read. */
interface Place {
  from: number;
  to: number;
}

interface Decoration {
  readonly spec: { isCurrent?: boolean };
}

interface DecorationSet {
  add(doc: NodeLike, decorations: Decoration[]): DecorationSet;
  remove(decorations: Decoration[]): DecorationSet;
  find(start?: number, end?: number, fits?: (spec: Decoration['spec']) => boolean): Decoration[];
  map(mapping: TransactionLike['mapping'], doc: NodeLike): DecorationSet;
}

interface Plugin {
  getState(state: StateLike): Held | undefined;
}

interface PluginSpec {
  state: { init: () => Held; apply: (transaction: TransactionLike, held: Held) => Held };
  props: { decorations: (state: StateLike) => DecorationSet | undefined };
  view: () => { update: (view: EditorViewLike, before: StateLike) => void; destroy: () => void };
}

/** The same classes, with what the adapter makes of them. */
interface Classes {
  Plugin: new (spec: PluginSpec) => Plugin;
  Decoration: { inline(from: number, to: number, attributes: object, spec?: Decoration['spec']): Decoration };
  DecorationSet: { create(doc: NodeLike, decorations: Decoration[]): DecorationSet; empty: DecorationSet };
}

/** What the plugin keeps. It follows the document from one state to the next. */
interface Held {
  decorations: DecorationSet;
  /** What happened to the document since the marks were made. */
  since: readonly TransactionLike['mapping'][];
}

const follow = ({ decorations, since }: Held, { mapping, doc }: TransactionLike): Held => ({
  decorations: decorations.map(mapping, doc),
  since: [...since, mapping],
});

class ProseMirrorSurface implements Surface<Place> {
  readonly #view: EditorViewLike;
  readonly #classes: Classes;
  readonly #destroyed: () => void;
  readonly #plugin: Plugin;
  readonly #root: Root;
  #edited: (() => void) | null = null;

  constructor(view: EditorViewLike, classes: Classes, destroyed: () => void) {
    this.#view = view;
    this.#classes = classes;
    this.#destroyed = destroyed;
    this.#root = rootOf(view.dom);
    const plugin: Plugin = new classes.Plugin({
      state: {
        init: () => ({ decorations: classes.DecorationSet.empty, since: [] }),
        apply: (transaction, held) =>
          (transaction.getMeta(plugin as never) as Held | undefined) ??
          (transaction.docChanged ? follow(held, transaction) : held),
      },
      props: { decorations: (state) => plugin.getState(state)?.decorations },
      view: () => ({
        update: ({ state }, before) => {
          if (state.doc !== before.doc) this.#edited?.();
        },
        destroy: () => queueMicrotask(() => this.#pluginsChanged()),
      }),
    });
    this.#plugin = plugin;
  }

  start(edited: () => void): void {
    addSheet(this.#root, CLASSES);
    this.#setPlugins([...this.#view.state.plugins, this.#plugin]);
    this.#edited = edited;
  }

  read(): ReadText<Place> {
    const placeOf = ({ from, length, isExact }: Drawn, start: number, end: number): Place =>
      isExact ? { from: from + start, to: from + end } : { from, to: from + length };
    return readTree(drawnTree, drawn(this.#view.state.doc), placeOf);
  }

  paint(paints: ReadonlyMap<Paint, readonly Place[]>): void {
    const marks = PAINTS.flatMap((paint) => (paints.get(paint) ?? []).map((place) => this.#mark(paint, place)));
    this.#hold({ decorations: this.#classes.DecorationSet.create(this.#view.state.doc, marks), since: [] });
  }

  show(places: readonly Place[]): void {
    const { state } = this.#view;
    const held = this.#plugin.getState(state);
    if (!held) return;
    const now = places.map(({ from, to }) => ({ from: after(from, held.since, 1), to: after(to, held.since, -1) }));
    const rest = held.decorations.remove(held.decorations.find(undefined, undefined, ({ isCurrent }) => !!isCurrent));
    const marks = now.filter(({ from, to }) => from < to).map((place) => this.#mark('current', place));
    this.#hold({ ...held, decorations: rest.add(state.doc, marks) });
    if (now[0]) this.#scrollTo(now[0].from);
  }

  /** The view tells every edit at once. */
  hasNews(): boolean {
    return false;
  }

  end(): void {
    this.#edited = null;
    dropSheet(this.#root, CLASSES);
    if (this.#isThere) this.#setPlugins(this.#view.state.plugins.filter((plugin) => plugin !== this.#plugin));
  }

  get #isThere(): boolean {
    return !this.#view.isDestroyed && this.#view.state.plugins.includes(this.#plugin);
  }

  #mark(paint: Paint, { from, to }: Place): Decoration {
    return this.#classes.Decoration.inline(
      from,
      to,
      { class: `article-diff-${paint}` },
      { isCurrent: paint === 'current' },
    );
  }

  /** Gives the plugin what it keeps. No step is made, so neither the document nor its history hears of it. */
  #hold(held: Held): void {
    if (!this.#isThere) return;
    const transaction = this.#view.state.tr.setMeta(this.#plugin as never, held);
    this.#view.dispatch(transaction.setMeta('addToHistory' as never, false) as never);
  }

  #setPlugins(plugins: readonly unknown[]): void {
    this.#view.updateState(this.#view.state.reconfigure({ plugins: plugins as never[] }) as never);
  }

  #scrollTo(position: number): void {
    const { node } = this.#view.domAtPos(position);
    const element = node.nodeType === ELEMENT ? (node as Element) : node.parentElement;
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** ProseMirror ends the views of all plugins when their list has changed, and when the editor is destroyed. */
  #pluginsChanged(): void {
    if (!this.#edited || this.#isThere) return;
    if (this.#view.isDestroyed) return this.#destroyed();
    // The host has put in another state, which knows nothing of the marks.
    this.#setPlugins([...this.#view.state.plugins, this.#plugin]);
    this.#edited();
  }
}

const ELEMENT = 1;

/** Where a position is after some changes; `side` tells where it goes when something is put in just there. */
const after = (position: number, changes: Held['since'], side: 1 | -1): number =>
  changes.reduce((place, change) => change.map(place, side), position);
