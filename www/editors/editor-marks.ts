// What every adapter of an editor takes and gives back.
import { isDocument, type ArticleDocument } from '../engine/document.js';
import { ArticleDiffError } from '../engine/errors.js';
import type { DifferenceAt } from '../highlight/differences.js';
import { Marking, type MarkOptions, type Marks, type Surface } from '../highlight/marking.js';

export type * from '../engine/document.js';
export type * from '../engine/types.js';
export type { MarkOptions, Marks } from '../highlight/marking.js';
export type { Filter, Kind } from '../view/model/filters.js';

/** One difference between the given text and what the editor holds. */
export type EditorDifference = Omit<DifferenceAt<unknown>, 'ranges'>;

export type EditorMarkOptions = MarkOptions<EditorDifference>;

/** The marks in an editor, for as long as they are wanted. */
export interface EditorMarks extends Marks<EditorDifference> {
  /** Takes the marks and the styles away; the editor stays. An editor that is destroyed does the same. */
  destroy(): void;
}

export class EditorMarking<Place> extends Marking<Place> implements EditorMarks {
  /**
   * @param published what the text in the editor is compared with
   * @param surface the editor
   */
  constructor(published: string | ArticleDocument, surface: Surface<Place>, options: EditorMarkOptions) {
    if (typeof published !== 'string' && !isDocument(published)) {
      throw new ArticleDiffError(
        'not-a-string',
        'What an editor is compared with must be a string, or a document as read() of article-diff/html gives it',
      );
    }
    super({ before: published, after: surface }, options);
  }

  destroy(): void {
    this.stop();
  }
}
