// The types that `article-diff/html` gives beside `read`, in a page and in Node.
export type {
  ArticleDocument,
  BlockStructure,
  DocumentBlock,
  DocumentMark,
  MarkStructure,
  Part,
} from '../engine/document.js';
export type { Html, Parts, ReadDocument } from './read.js';
