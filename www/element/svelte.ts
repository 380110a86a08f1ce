// The entry `article-diff/svelte`: importing it tells svelte-check about the tag <article-diff> in Svelte 5. No code.
import type { HTMLAttributes } from 'svelte/elements';
import type { ArticleDiffElement } from './article-diff.js';
import type { ArticleDiffListeners, ArticleDiffSettings } from './markup.js';

export type * from './article-diff.js';

export type ArticleDiffProps = Omit<HTMLAttributes<ArticleDiffElement>, keyof ArticleDiffSettings> &
  ArticleDiffSettings &
  ArticleDiffListeners;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'article-diff': ArticleDiffProps;
  }
}
