// A job of the element -> its report, with the model from which the view draws.
import { formatsOf } from '../engine/document.js';
import type { Engine } from '../engine/engine.js';
import { bothSides } from '../sides.js';
import type { Progress } from '../engine/types.js';
import { buildModel } from '../view/model/model.js';
import type { Comparison } from '../view/state.js';
import type { Job } from './controller.js';

/** UTF-16 units of both texts above which work on the page is done in turns. */
const LARGE = 200_000;

/** Compares the texts of a job. Rejects with an ArticleDiffError. */
export async function compare(
  engine: Engine,
  { texts: { before, after }, documents, options }: Job,
  onprogress: (progress: Progress) => void,
): Promise<Comparison> {
  const report = await engine.compare(documents.before ?? before, documents.after ?? after, { options, onprogress });
  // A large report is taken in, prepared and drawn in three turns, so that the page can answer in between.
  const isLarge = before.length + after.length > LARGE;
  if (isLarge) await nextTurn();
  const structure = bothSides((side) => (documents[side] ? formatsOf(documents[side]) : []));
  const model = buildModel(report, before, after, structure);
  if (isLarge) await nextTurn();
  return { report, model, before, after, documents };
}

/** Resolves in the next turn of the event loop. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
