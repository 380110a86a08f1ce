// Makes and changes elements. Text reaches the DOM as text nodes only; nothing here or elsewhere in the view parses markup.
import { EMPHASIS } from '../i18n/format.js';

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

type Child = Node | string | null | undefined | false;

type Listeners = {
  [Type in keyof HTMLElementEventMap as `on${Type}`]?: (event: HTMLElementEventMap[Type]) => void;
};

/** Attributes, `on…` listeners and `data` for the dataset. What is false or null is left out. */
export interface Props extends Listeners {
  data?: Record<string, string | number>;
  [attribute: string]: unknown;
}

/** Makes an element with attributes, listeners and children. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value == null || value === false) continue;
    if (name === 'class') node.className = String(value);
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (typeof value === 'function') node.addEventListener(name.slice(2), value as EventListener);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child != null && child !== false) node.append(child);
  return node;
}

/** The element that a node is or lies in. */
export const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** Makes an SVG element with attributes. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | number> = {},
): SVGElementTagNameMap[Tag] {
  const node = document.createElementNS(SVG_NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return node;
}

/** A text with emphasis (see i18n/format.ts) → text nodes and <em> elements. */
export function withEmphasis(text: string): (string | HTMLElement)[] {
  return text
    .split(EMPHASIS)
    .map((part, i) => (i % 2 ? el('em', {}, part) : part))
    .filter((part) => part !== '');
}

/** Writes a text only if it changed: a screen reader and a selection both notice needless writes. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Puts a text on the clipboard. Resolves to whether the browser allowed it. */
export const copyText = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/** Scrolls what a node scrolls in: the page, or a box of the host's around the widget. */
export function scrollAround(node: Element, by: number): void {
  if (!by) return;
  for (let at: Element | null = node; at; at = parentAcrossShadowRoots(at)) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) {
      at.scrollBy(0, by);
      return;
    }
  }
  scrollBy(0, by);
}

function parentAcrossShadowRoots(node: Element): Element | null {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

export interface FrameTask {
  (): void;
  cancel: () => void;
}

/** Runs `work` at most once a frame. */
export function oncePerFrame(work: () => void): FrameTask {
  let frame = 0;
  const run = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      work();
    });
  };
  return Object.assign(run, {
    cancel: () => {
      cancelAnimationFrame(frame);
      frame = 0;
    },
  });
}
