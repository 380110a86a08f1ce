// What <article-diff> stands on: the platform's HTMLElement, typed for an element whose `before` and `after` are texts.
import type { Side } from '../sides.js';
import type { ArticleDiffEventMap } from './events.js';

/** `before` and `after` are methods of every element; here they are the texts. The focus goes to what is read. */
export interface HostElement extends Omit<HTMLElement, 'before' | 'after' | 'focus' | 'addEventListener'> {
  addEventListener<K extends keyof ArticleDiffEventMap>(
    type: K,
    listener: (this: this, event: ArticleDiffEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: this, event: HTMLElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- stands in for HTMLElement where there is no DOM
class NoElement {}

export const HostElement = (globalThis.HTMLElement ?? NoElement) as unknown as {
  new (): HostElement;
  prototype: HostElement;
};

/** Whether there is a page that can be drawn in: in the DOMs that tests of hosts bring along, an element only keeps its texts. */
export const canDraw = (): boolean => 'IntersectionObserver' in globalThis && 'ResizeObserver' in globalThis;

/** The properties that a host may have set before the class was known. */
export const UPGRADED = [
  'before',
  'after',
  'textBefore',
  'textAfter',
  'options',
  'view',
  'hide',
  'preset',
  'change',
  'editable',
  'nameBefore',
  'nameAfter',
  'reviewed',
  'versions',
  'versionBefore',
  'versionAfter',
  'format',
  'shortcuts',
  'compact',
  'toolbar',
  'theme',
];

/** Properties that were set before the class was known hide the accessors: they are given to them now. */
export function upgradeProperties(element: object, names: string[]): void {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value: unknown = Reflect.get(element, name);
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}

/** The language of the page around an element, through the shadow roots it may stand in. */
export function languageAround(element: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host) {
    const said: HTMLElement | null = at.closest('[lang]');
    if (said) return said.lang;
  }
  return globalThis.navigator?.language;
}

/** Attributes that give a text. React on a server writes `textBefore` as `textbefore`, Vue `:text-before` as it stands. */
export const TEXTS: Readonly<Record<string, Side>> = {
  before: 'before',
  after: 'after',
  'text-before': 'before',
  'text-after': 'after',
  textbefore: 'before',
  textafter: 'after',
};

/** Attributes that the element follows. */
export const OBSERVED: string[] = [
  ...Object.keys(TEXTS),
  'name-before',
  'name-after',
  'format',
  'view',
  'hide',
  'editable',
  'shortcuts',
  'lang',
];
