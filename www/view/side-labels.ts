// The names of both texts → what stands at the head of each, and of both.
import { SIDES, type Side } from '../sides.js';
import type { RenderContext } from './context.js';

/** What stands at the head of a side: "Before", or "Before: Agency, 14:05". */
export function sideLabel(side: Side, { names, i18n }: Pick<RenderContext, 'names' | 'i18n'>): string {
  const name = names?.[side];
  const label = i18n.t(`side.${side}`);
  return name ? i18n.t('side.named', { side: label, name }) : label;
}

/** "Before: Agency, 14:05 · After: Ours"; empty where neither text has a name. */
export const namesLabel = (context: Pick<RenderContext, 'names' | 'i18n'>): string =>
  context.names?.before || context.names?.after ? SIDES.map((side) => sideLabel(side, context)).join(' · ') : '';
