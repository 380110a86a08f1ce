'use client';
import 'article-diff/define';
import type {} from 'article-diff/react';
import type { ReactNode } from 'react';

interface Texts {
  before: string;
  after: string;
  children: ReactNode;
}

/** Texts are attributes here: an element that came from the server gets no properties of React. */
export default function Widget({ before, after, children }: Texts) {
  return (
    <article-diff text-before={before} text-after={after}>
      {children}
    </article-diff>
  );
}
