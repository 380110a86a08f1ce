// The entry `article-diff/react`: importing it tells the compiler about the tag <article-diff> in JSX of React 19. No code.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ArticleDiffElement } from './article-diff.js';
import type { ArticleDiffListeners, ArticleDiffSettings } from './markup.js';

export type * from './article-diff.js';

export type ArticleDiffProps = Omit<
  DetailedHTMLProps<HTMLAttributes<ArticleDiffElement>, ArticleDiffElement>,
  keyof ArticleDiffSettings
> &
  ArticleDiffSettings &
  ArticleDiffListeners;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where React looks for tags
  namespace JSX {
    interface IntrinsicElements {
      'article-diff': ArticleDiffProps;
    }
  }
}
