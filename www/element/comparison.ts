// A job of the element -> its report, with the model from which the view draws. Whoever has a comparison has the part that draws it, too.
import { formatsOf } from '../engine/document.js';
import type { Engine } from '../engine/engine.js';
import { ArticleDiffError } from '../engine/errors.js';
import { bothSides } from '../sides.js';
import type { Progress } from '../engine/types.js';
import { resultPart } from '../view/result-part.js';
import type { Comparison } from '../view/state.js';
import type { Job } from './controller.js';

/** UTF-16 units of both texts, and changes, above which work on the page is done in turns. */
const MAX_LENGTH = 200_000;
const MAX_CHANGES = 5_000;

export interface CompareOptions {
  onprogress?: (progress: Progress) => void;
  /** Whether the job is still wanted that waited for the part which draws its result: for nobody, no model is built. */
  isWanted?: () => boolean;
}

/** Compares the texts of a job. Rejects with an ArticleDiffError. */
export async function compare(
  engine: Engine,
  { texts: { before, after }, documents, options }: Job,
  { onprogress, isWanted = () => true }: CompareOptions = {},
): Promise<Comparison> {
  // It comes while the texts are compared. What could not be had before is asked for again.
  const loading = resultPart.load();
  loading.catch(() => {});
  const report = await engine.compare(documents.before ?? before, documents.after ?? after, {
    options,
    ...(onprogress && { onprogress }),
  });
  let part = resultPart.loaded;
  if (!part) {
    part = await loading;
    if (!isWanted()) throw new ArticleDiffError('cancelled', 'nobody waits for the comparison any more');
  }
  // A large report is taken in, prepared and drawn in three turns, so that the page can answer in between.
  const isLarge = before.length + after.length > MAX_LENGTH || report.changes.length > MAX_CHANGES;
  if (isLarge) await nextTurn();
  const structure = bothSides((side) => (documents[side] ? formatsOf(documents[side]) : []));
  const model = part.buildModel(report, before, after, structure);
  if (isLarge) await nextTurn();
  return { report, model, before, after, documents };
}

/** Resolves in the next turn of the event loop. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
