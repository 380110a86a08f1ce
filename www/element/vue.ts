// The entry `article-diff/vue`: importing it tells vue-tsc about the tag <article-diff> in templates of Vue 3. No code.
import type { HTMLAttributes } from 'vue';
import type { ArticleDiffEventMap } from './events.js';
import type { ArticleDiffSettings } from './markup.js';

export type * from './article-diff.js';

/** The listeners as Vue names those of a template's `@article-diff-done`. */
type Listeners = {
  [K in keyof ArticleDiffEventMap as `on${Capitalized<K>}`]?: ((event: ArticleDiffEventMap[K]) => void) | undefined;
};

/** `article-diff-done` → `ArticleDiffDone`. */
type Capitalized<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Capitalized<Rest>}`
  : Capitalize<Name>;

export type ArticleDiffProps = Omit<HTMLAttributes, keyof ArticleDiffSettings> & ArticleDiffSettings & Listeners;

declare module 'vue' {
  interface GlobalComponents {
    'article-diff': new () => { $props: ArticleDiffProps };
  }
}
