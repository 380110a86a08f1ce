// Names → ranges that the browser paints by the CSS Custom Highlight API, in the document of one element. No node is touched; what
// it added to the document it takes away again.
import { HIGHLIGHTS, addSheet, dropSheet, realmOf, rootOf, type Realm, type Root } from './sheets.js';

/** What a stretch of text is painted as; `article-diff-` and this is the name for ::highlight(). Later ones lie on top. */
export const PAINTS = [
  'away',
  'here',
  'format',
  'surface',
  'was',
  'cut',
  'now',
  'new',
  'order',
  'fact',
  'place',
  'current',
] as const;

export type Paint = (typeof PAINTS)[number];

/** Whether the window of an element can highlight. */
export function canHighlight(realm: Partial<Pick<Realm, 'Highlight' | 'CSS'>> | null = globalThis): boolean {
  return typeof realm?.Highlight === 'function' && Boolean(realm.CSS && 'highlights' in realm.CSS);
}

export const canHighlightIn = (element: Element): boolean => canHighlight(realmOf(element));

/** What is painted in one element. Several painters of a document share its highlights. */
export class Painter {
  readonly #realm: Realm;
  readonly #root: Root;
  readonly #painted = new Map<Paint, readonly AbstractRange[]>();

  constructor(element: Element) {
    this.#realm = realmOf(element)!;
    this.#root = rootOf(element);
    addSheet(this.#root, HIGHLIGHTS);
  }

  /** Paints exactly these ranges, in the place of those painted before under this name. */
  paint(paint: Paint, ranges: readonly AbstractRange[]): void {
    const name = `article-diff-${paint}`;
    const { highlights } = this.#realm.CSS;
    let highlight = highlights.get(name);
    for (const range of this.#painted.get(paint) ?? []) highlight?.delete(range);
    this.#painted.set(paint, ranges);
    if (ranges.length && !highlight) {
      highlight = new this.#realm.Highlight();
      highlight.priority = PAINTS.indexOf(paint);
      highlights.set(name, highlight);
    }
    for (const range of ranges) highlight!.add(range);
    if (highlight && !highlight.size) highlights.delete(name);
  }

  /** Takes away whatever it painted. */
  end(): void {
    for (const paint of PAINTS) this.paint(paint, []);
    dropSheet(this.#root, HIGHLIGHTS);
  }
}
