// The styles of marks → one constructed sheet for each document or shadow root that needs it, for as long as somebody does.
import highlights from './styles.css?inline';

/** Where style sheets are adopted. */
export type Root = Document | ShadowRoot;

/** A window, with what TypeScript knows of the global scope alone. */
export type Realm = Window & typeof globalThis;

/** Rules for what is painted beside the text: `::highlight(article-diff-new)`. */
export const HIGHLIGHTS: string = highlights;

/** The same rules for marks that an editor draws with elements of its own: `.article-diff-new`. */
export const CLASSES: string = highlights.replace(/::highlight\(([\w-]+)\)/g, '.$1');

export const realmOf = (element: Element): Realm | null => element.ownerDocument.defaultView as Realm | null;

export function rootOf(element: Element): Root {
  const root = element.getRootNode();
  return 'adoptedStyleSheets' in root ? (root as ShadowRoot) : element.ownerDocument;
}

interface Used {
  sheet: CSSStyleSheet;
  users: number;
}

/** By root, then by rules. */
const sheets = new WeakMap<Root, Map<string, Used>>();

export function addSheet(root: Root, rules: string): void {
  const ofRoot = sheets.get(root) ?? new Map<string, Used>();
  sheets.set(root, ofRoot);
  const known = ofRoot.get(rules);
  if (known) {
    known.users++;
    return;
  }
  // A sheet has to be made in the window that it is for.
  const { CSSStyleSheet: Sheet } = ((root as ShadowRoot).ownerDocument ?? root).defaultView as Realm;
  const sheet = new Sheet();
  sheet.replaceSync(rules);
  // First, so that the sheets of the host overrule it.
  root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
  ofRoot.set(rules, { sheet, users: 1 });
}

export function dropSheet(root: Root, rules: string): void {
  const known = sheets.get(root)?.get(rules);
  if (!known || --known.users) return;
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== known.sheet);
  sheets.get(root)?.delete(rules);
}
