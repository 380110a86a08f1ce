// What HTML is read by, whether it becomes a text or a document.

/** Lists: their items are lines, and a list in a list is no paragraph of its own. */
export const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dl']);

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i;
const KEEPING = /(?:^|;)\s*white-space(?:-collapse)?\s*:\s*(?:pre|break-spaces|preserve)/i;

/** Whether an element's own style hides its text. */
export const hidesText = (style: string): boolean => HIDING.test(style);

/** Whether an element's own style makes white space part of its text. */
export const keepsWhiteSpace = (style: string): boolean => KEEPING.test(style);
