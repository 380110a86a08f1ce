// An element of a page → a side that is marked by the CSS Custom Highlight API. No node is touched.
import type { Surface } from './marking.js';
import { PAINTS, Painter, type Paint } from './painter.js';
import type { ReadText } from './differences.js';

/** Attributes that say what is read of an element. */
const ATTRIBUTES = ['hidden', 'open', 'href', 'src', 'alt'];

export class PageSurface implements Surface<Range> {
  readonly #element: Element;
  readonly #read: (element: Element) => ReadText<Range>;
  readonly #attributes: string[];
  #painter: Painter | null = null;
  #observer: MutationObserver | null = null;

  /**
   * @param read reads what the element holds
   * @param attributes further ones that it is read by
   */
  constructor(element: Element, read: (element: Element) => ReadText<Range>, attributes: readonly string[] = []) {
    this.#element = element;
    this.#read = read;
    this.#attributes = [...ATTRIBUTES, ...attributes];
  }

  start(edited: () => void): void {
    this.#painter = new Painter(this.#element);
    this.#observer = new MutationObserver(edited);
    this.#observer.observe(this.#element, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: this.#attributes,
    });
  }

  read(): ReadText<Range> {
    return this.#read(this.#element);
  }

  paint(paints: ReadonlyMap<Paint, readonly Range[]>): void {
    for (const paint of PAINTS) this.#painter?.paint(paint, paints.get(paint) ?? []);
  }

  show(ranges: readonly Range[]): void {
    this.#painter?.paint('current', ranges);
    ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  hasNews(): boolean {
    return Boolean(this.#observer?.takeRecords().length);
  }

  end(): void {
    this.#observer?.disconnect();
    this.#painter?.end();
    this.#observer = this.#painter = null;
  }
}
