// The entry `article-diff/editors/ckeditor`: marks in CKEditor 5 what differs from another version of the text. The marks are markers
// of the editor that are drawn in the editing view alone, so they are no part of the data.
import type { ArticleDocument } from '../engine/document.js';
import type { ReadText } from '../highlight/differences.js';
import type { Surface } from '../highlight/marking.js';
import { PAINTS, type Paint } from '../highlight/painter.js';
import { CLASSES, addSheet, dropSheet, rootOf, type Root } from '../highlight/sheets.js';
import type { Tree } from '../html/tree.js';
import type { CKEditorLike, PositionLike, RangeLike, ViewNodeLike } from './ckeditor-types.js';
import { EditorMarking, type EditorMarkOptions, type EditorMarks } from './editor-marks.js';
import { readTree } from './read-tree.js';

export type * from './ckeditor-types.js';
export type * from './editor-marks.js';
export { setAssets, type Assets } from '../engine/assets.js';
export { ArticleDiffError, type ErrorCode } from '../engine/errors.js';

/**
 * Marks in an editor what differs between a text and what the editor holds now. The data, the undo steps and `change:data` know
 * nothing of it. Marks are elements of the classes `article-diff-new`, `article-diff-now` and so on in the editing view; rules of
 * the page for these overrule ours.
 *
 * ```js
 * import { markInCKEditor } from 'article-diff/editors/ckeditor';
 * import { read } from 'article-diff/html';
 *
 * const marks = markInCKEditor(editor, read(publishedHtml));
 * ```
 *
 * @param editor an editor that is ready, of one root
 * @param published what the text is compared with: a string, or a document, so that links and headings are compared as well
 */
export function markInCKEditor(
  editor: CKEditorLike,
  published: string | ArticleDocument,
  options: EditorMarkOptions = {},
): EditorMarks {
  const marking = new EditorMarking(published, new CKEditorSurface(editor, () => marking.stop()), options);
  return marking;
}

/** The first part of the names of all markers: how those of a group are drawn is said once for each editor. */
const GROUP = 'articleDiff';

const converted = new WeakSet<object>();

/** Tells the editor how markers are drawn. Without a marker it has no effect. */
function convertMarkers(editor: CKEditorLike): void {
  if (converted.has(editor)) return;
  converted.add(editor);
  editor.conversion.for('editingDowncast').markerToHighlight({
    model: GROUP,
    view: ({ markerName }) => {
      const paint = markerName.split(':')[1] as Paint;
      // Later ones lie inside, so on top. 10 is what all else has.
      return { classes: [`article-diff-${paint}`], priority: 11 + PAINTS.indexOf(paint) };
    },
  });
}

/** A node of the editing view. */
interface ViewNode extends ViewNodeLike {
  readonly name?: string;
  readonly data?: string;
  getAttribute?(name: string): string | undefined;
  getChildren?(): Iterable<ViewNode>;
}

/** How many markers were made: each has a number in its name. */
let count = 0;

class CKEditorSurface implements Surface<RangeLike> {
  readonly #editor: CKEditorLike;
  readonly #destroyed: () => void;
  #root: Root | null = null;
  /** The markers that are there. */
  #names: readonly string[] = [];
  /** The version of the document that was read. */
  #version = 0;
  #edited: (() => void) | null = null;

  constructor(editor: CKEditorLike, destroyed: () => void) {
    this.#editor = editor;
    this.#destroyed = destroyed;
  }

  start(edited: () => void): void {
    const { editing, model } = this.#editor;
    const element = editing.view.getDomRoot();
    this.#root = element ? rootOf(element) : document;
    addSheet(this.#root, CLASSES);
    convertMarkers(this.#editor);
    this.#edited = edited;
    model.document.on('change:data', edited);
    this.#editor.on('destroy', this.#destroyed);
  }

  read(): ReadText<RangeLike> {
    const { editing, model } = this.#editor;
    this.#version = model.document.version;
    /** Where in the model each text of the view begins. */
    const starts = new Map<ViewNode, PositionLike>();
    const tree: Tree<ViewNode> = {
      text: (node) => {
        if (!node.is('$text')) return null;
        const start = editing.view.createPositionAt(node as never, 0);
        starts.set(node, editing.mapper.toModelPosition(start as never));
        return node.data ?? '';
      },
      name: ({ name }) => name ?? null,
      attribute: (node, name) => node.getAttribute?.(name) ?? null,
      // Handles and the like are drawn by the editor for itself.
      children: (node) => (node.is('uiElement') ? [] : (node.getChildren?.() ?? [])),
    };
    const root = editing.view.document.getRoot() as ViewNode;
    return readTree(tree, root, (node, from, to) => {
      const start = starts.get(node)!;
      return model.createRange(start.getShiftedBy(from) as never, start.getShiftedBy(to) as never);
    });
  }

  paint(paints: ReadonlyMap<Paint, readonly RangeLike[]>): void {
    this.#setMarkers(
      [...paints].flatMap(([paint, ranges]) => ranges.map((range) => ({ paint, range }))),
      this.#names,
    );
  }

  show(ranges: readonly RangeLike[]): void {
    const { editing, model } = this.#editor;
    const since = [...model.document.history.getOperations(this.#version)] as never[];
    const now = ranges
      .flatMap((range) => range.getTransformedByOperations(since))
      .filter(({ isCollapsed }) => !isCollapsed);
    const isCurrent = (name: string): boolean => name.startsWith(`${GROUP}:current:`);
    this.#setMarkers(
      now.map((range) => ({ paint: 'current', range })),
      this.#names.filter(isCurrent),
    );
    if (!now[0]) return;
    const inView = editing.mapper.toViewRange(now[0] as never);
    const { startContainer } = editing.view.domConverter.viewRangeToDom(inView as never);
    const element = startContainer.nodeType === ELEMENT ? (startContainer as Element) : startContainer.parentElement;
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** The model tells every edit at once. */
  hasNews(): boolean {
    return false;
  }

  end(): void {
    const { model } = this.#editor;
    if (this.#edited) model.document.off('change:data', this.#edited);
    this.#editor.off('destroy', this.#destroyed);
    if (this.#root) dropSheet(this.#root, CLASSES);
    this.#setMarkers([], this.#names);
    this.#edited = this.#root = null;
  }

  /**
   * Sets markers in the place of some. They are new ones each time: one that text was typed into is drawn in pieces, and stays so
   * when its range is set.
   */
  #setMarkers(wanted: readonly { paint: Paint; range: RangeLike }[], replaced: readonly string[]): void {
    if (this.#editor.state === 'destroyed') return;
    const added = wanted.map(({ paint, range }) => ({ name: `${GROUP}:${paint}:${count++}`, range }));
    const { model } = this.#editor;
    // Markers are no operations: neither the data nor the undo steps hear of them.
    model.change((writer) => {
      for (const name of replaced) if (model.markers.has(name)) writer.removeMarker(name);
      for (const { name, range } of added) {
        writer.addMarker(name, { range: range as never, usingOperation: false, affectsData: false });
      }
    });
    this.#names = [...this.#names.filter((name) => !replaced.includes(name)), ...added.map(({ name }) => name)];
  }
}

const ELEMENT = 1;
