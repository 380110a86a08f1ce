// A page → the controls that nobody can reach: outside of the window, or pushed out of a box around them that cuts them
// off or would have to be scrolled sideways. Shadow roots are looked into.
import type { Page } from '@playwright/test';

/** What keeps a control from being reached, in words; empty where all are in reach. `smallest`: CSS pixels that each must measure. */
export const strayControls = (page: Page, smallest = 0): Promise<string[]> =>
  page.evaluate((least) => {
    const CONTROLS = 'button, a[href], input, select, textarea, summary';
    /** Rounding of a browser's layout, in CSS pixels. */
    const SLACK = 1;
    const faults: string[] = [];
    const nameOf = (node: Element) => `${node.localName}.${node.id || node.className} “${node.textContent.trim()}”`;
    const parentOf = (node: Element): Element | null => {
      const root = node.getRootNode();
      return node.assignedSlot ?? node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    };
    const look = (root: Document | ShadowRoot) => {
      for (const node of root.querySelectorAll('*')) {
        if (node.shadowRoot) look(node.shadowRoot);
        if (!node.matches(CONTROLS) || !node.checkVisibility({ visibilityProperty: true })) continue;
        const box = node.getBoundingClientRect();
        if (box.left < -SLACK || box.right > innerWidth + SLACK) faults.push(`${nameOf(node)} is out of the window`);
        for (let around = parentOf(node); around; around = parentOf(around)) {
          if (getComputedStyle(around).overflowX === 'visible' || around === document.documentElement) continue;
          const { left, right } = around.getBoundingClientRect();
          if (box.left < left - SLACK || box.right > right + SLACK)
            faults.push(`${nameOf(node)} is out of its ${around.className || around.localName}`);
        }
        const target =
          node instanceof HTMLInputElement && node.type === 'checkbox' ? (node.closest('label') ?? node) : node;
        const { width, height } = target.getBoundingClientRect();
        // A link within a sentence is as high as its line.
        if (!node.matches('.counted') && Math.min(width, height) < least - SLACK)
          faults.push(`${nameOf(node)} measures ${Math.round(width)} by ${Math.round(height)}`);
      }
    };
    look(document);
    if (document.documentElement.scrollWidth > innerWidth)
      faults.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} pixels`);
    return faults;
  }, smallest);
