// Model → what a story is called: its headline, or its first line.
import type { Model } from './types.js';

/** The headline of After, else that of Before, else the first line that is no page furniture. */
export function titleOf({ report, paragraphs, texts }: Model): string {
  for (const side of ['after', 'before'] as const) {
    const headline = report.blocks[side].find(({ role }) => role === 'headline');
    if (headline) return texts[side].slice(...headline.span);
  }
  for (const side of ['after', 'before'] as const) {
    const first = paragraphs[side].find(({ kind }) => kind !== 'furniture') ?? paragraphs[side][0];
    if (first) return texts[side].slice(first.start, first.end);
  }
  return '';
}
