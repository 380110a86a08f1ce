// The element's states: an event and a state -> the next state. Pure, so that it can be tested without a browser.
//
//             texts     both are there      too long        the answer
//   empty ──▶ editing ──▶ comparing ◀──▶ asking      comparing ──▶ done | failed | cancelled
//
// A comparison is not started by the event that makes it wanted, but by `due`, which the element sends at the end of the
// turn: a host that sets both texts one behind the other has them compared once.
import type { ArticleDocument } from '../engine/document.js';
import type { ArticleDiffError } from '../engine/errors.js';
import type { Options, Progress } from '../engine/types.js';
import { SIDES, otherSide, type Both, type Side } from '../sides.js';

/** UTF-16 units of both texts above which the person who pasted them is asked first: a comparison takes some seconds. */
export const VERY_LARGE = 20_000_000;

/** How many times what was taken over can be undone. */
const MAX_UNDO = 200;

/** Where the element stands. */
export type Phase =
  /** There is no text. */
  | { name: 'empty' }
  /** A text is missing, or nobody sees the widget: nothing is compared yet. */
  | { name: 'editing' }
  /** A person gave texts so long that they are asked before the comparison. */
  | { name: 'asking' }
  | { name: 'comparing'; progress: Progress | null }
  | { name: 'done' }
  | { name: 'failed'; error: ArticleDiffError }
  | { name: 'cancelled' };

/** The sides whose text came with its structure. */
export type Documents = Partial<Both<ArticleDocument>>;

/** A comparison that was asked for. */
export interface Job {
  number: number;
  texts: Both<string>;
  documents: Documents;
  options: Options;
}

/** Texts that were compared, and what came of it. The controller looks at the texts and their documents alone. */
export type Compared = Both<string> & { documents?: Partial<Both<object>> };

export interface State<C extends Compared> {
  phase: Phase;
  texts: Both<string>;
  documents: Documents;
  /** What the comparison is told. */
  options: Options;
  editable: boolean;
  /** Whether a person has the fields open. */
  editing: boolean;
  /** The texts before the last clear, as long as they can be brought back. */
  cleared: { texts: Both<string>; documents: Documents } | null;
  /** What After was before each time that a person took words of Before over into it, as long as that can be undone. */
  taken: readonly string[];
  /** The last finished comparison; it may be of other texts than those of the state. */
  compared: C | null;
  /** What is compared now. */
  job: Job | null;
  /** The number of the last job. */
  jobs: number;
  /** Whether texts or options have changed since the last job. */
  isStale: boolean;
  isConnected: boolean;
  /** Whether the widget is in or near the window. */
  isVisible: boolean;
  /** Whether a person, and no host, gave very large texts; and whether they said that they want them compared all the same. */
  isLong: boolean;
  isAgreed: boolean;
}

export type Event<C extends Compared> =
  | { type: 'connected' }
  | { type: 'disconnected' }
  | { type: 'seen'; visible: boolean }
  | { type: 'editable'; on: boolean }
  /** A host gave a text. */
  | { type: 'given'; side: Side; text: string; document?: ArticleDocument }
  /** A person typed or pasted. */
  | { type: 'written'; side: Side; text: string; how: 'typed' | 'pasted' }
  /** A person took words of Before over into After. */
  | { type: 'taken-over'; after: string }
  | { type: 'undo-taken' }
  | { type: 'options'; options: Options }
  | { type: 'swap' }
  | { type: 'clear' }
  | { type: 'undo-clear' }
  /** A person opened or closed the fields. */
  | { type: 'edit'; open: boolean }
  /** A person wants the comparison that failed, was stopped, or takes long. */
  | { type: 'retry' }
  | { type: 'cancel' }
  /** The turn is over in which something changed: what is wanted may start. */
  | { type: 'due' }
  | { type: 'progress'; job: number; progress: Progress }
  | { type: 'compared'; job: Job; result: C }
  | { type: 'failed'; job: number; error: ArticleDiffError };

export const initialState = <C extends Compared>(): State<C> => ({
  phase: { name: 'empty' },
  texts: { before: '', after: '' },
  documents: {},
  options: {},
  editable: false,
  editing: false,
  cleared: null,
  taken: [],
  compared: null,
  job: null,
  jobs: 0,
  isStale: false,
  isConnected: false,
  isVisible: false,
  isLong: false,
  isAgreed: false,
});

/** Whether two pairs of texts are the same. */
export const sameTexts = (one: Both<string>, other: Both<string>): boolean =>
  SIDES.every((side) => one[side] === other[side]);

/** The finished comparison of the texts as they are now, or null while there is none. */
export const currentComparison = <C extends Compared>({ compared, texts, documents }: State<C>): C | null =>
  compared && sameTexts(compared, texts) && sameDocuments(compared.documents, documents) ? compared : null;

const sameDocuments = (one: Partial<Both<object>> | undefined, other: Partial<Both<object>>): boolean =>
  SIDES.every((side) => one?.[side] === other[side]);

/** The next state. The same object where nothing changes. */
export function reduce<C extends Compared>(state: State<C>, event: Event<C>): State<C> {
  switch (event.type) {
    case 'connected':
      return { ...state, isConnected: true };
    case 'disconnected':
      return disconnected(state);
    case 'seen':
      return event.visible === state.isVisible ? state : { ...state, isVisible: event.visible };
    case 'editable':
      return { ...state, editable: event.on };
    case 'given':
      return given(state, event);
    case 'written':
      return written(state, event);
    case 'taken-over':
      return takenOver(state, event.after);
    case 'undo-taken':
      return undoTaken(state);
    case 'options':
      return { ...state, options: event.options, isStale: true };
    case 'swap':
      return withTexts(
        state,
        { before: state.texts.after, after: state.texts.before },
        { before: state.documents.after, after: state.documents.before },
      );
    case 'clear':
      return cleared(state);
    case 'undo-clear':
      return state.cleared
        ? withTexts({ ...state, cleared: null }, state.cleared.texts, state.cleared.documents)
        : state;
    case 'edit':
      return { ...state, editing: event.open };
    case 'retry':
      return { ...state, isAgreed: state.isLong, isStale: true };
    case 'cancel':
      if (state.phase.name !== 'comparing') return state;
      return { ...state, phase: { name: 'cancelled' }, job: null, isStale: false };
    case 'due':
      return due(state);
    case 'progress':
      if (state.phase.name !== 'comparing') return state;
      return { ...state, phase: { name: 'comparing', progress: event.progress } };
    case 'compared':
      return compared(state, event.job, event.result);
    case 'failed':
      return failed(state, event.job, event.error);
  }
}

function withTexts<C extends Compared>(
  state: State<C>,
  texts: Both<string>,
  documents: Partial<Record<Side, ArticleDocument | undefined>>,
): State<C> {
  const cleared = texts.before || texts.after ? null : state.cleared;
  const { before, after } = documents;
  return {
    ...state,
    texts,
    documents: { ...(before && { before }), ...(after && { after }) },
    cleared,
    taken: [],
    isStale: true,
  };
}

function given<C extends Compared>(
  state: State<C>,
  { side, text, document }: { side: Side; text: string; document?: ArticleDocument },
): State<C> {
  if (state.texts[side] === text && state.documents[side] === document) return state;
  // Texts that the host gives are to be read, however long; those that a person writes keep the fields open.
  return withTexts(
    { ...state, editing: false, isLong: false },
    { ...state.texts, [side]: text },
    { ...state.documents, [side]: document },
  );
}

function takenOver<C extends Compared>(state: State<C>, after: string): State<C> {
  const taken = [...state.taken, state.texts.after].slice(-MAX_UNDO);
  return { ...withTexts(state, { ...state.texts, after }, { before: state.documents.before }), taken };
}

function undoTaken<C extends Compared>(state: State<C>): State<C> {
  const after = state.taken.at(-1);
  if (after === undefined) return state;
  return {
    ...withTexts(state, { ...state.texts, after }, { before: state.documents.before }),
    taken: state.taken.slice(0, -1),
  };
}

/** Once both texts were pasted the fields make room for the reading. */
function written<C extends Compared>(
  state: State<C>,
  { side, text, how }: { side: Side; text: string; how: 'typed' | 'pasted' },
): State<C> {
  const wasEmpty = !state.texts[side];
  const next = withTexts(state, { ...state.texts, [side]: text }, { ...state.documents, [side]: undefined });
  const isLong = next.texts.before.length + next.texts.after.length > VERY_LARGE;
  const isComplete = how === 'pasted' && wasEmpty && Boolean(next.texts[otherSide(side)]);
  const editing = !isComplete && (state.editing || how === 'typed' || !wasEmpty);
  return { ...next, editing, isLong, isAgreed: state.isAgreed && isLong };
}

function cleared<C extends Compared>(state: State<C>): State<C> {
  if (!state.texts.before && !state.texts.after) return state;
  const { texts, documents } = state;
  return { ...withTexts(state, { before: '', after: '' }, {}), editing: false, cleared: { texts, documents } };
}

/** A comparison that runs is asked for again when the element comes back. */
function disconnected<C extends Compared>(state: State<C>): State<C> {
  const away = { ...state, isConnected: false, isVisible: false, job: null };
  return state.phase.name === 'comparing' ? { ...away, phase: resting(state), isStale: true } : away;
}

/** Where the element stands while nothing is compared. */
const resting = <C extends Compared>({ texts }: State<C>): Phase => ({
  name: texts.before || texts.after ? 'editing' : 'empty',
});

/** Whether there is something to compare: while a person still writes one of the texts, there is not. */
function isComparable<C extends Compared>({ texts: { before, after }, editable }: State<C>): boolean {
  return editable ? Boolean(before && after) : Boolean(before || after);
}

function due<C extends Compared>(state: State<C>): State<C> {
  if (!state.isStale || !state.isConnected) return state;
  if (!isComparable(state)) return { ...state, phase: resting(state), compared: null, job: null, isStale: false };
  if (state.isLong && !state.isAgreed) return { ...state, phase: { name: 'asking' }, job: null };
  // Nothing is compared while the widget is out of view; it says when it comes into view.
  if (!state.isVisible) return state.phase.name === 'empty' ? { ...state, phase: { name: 'editing' } } : state;
  const jobs = state.jobs + 1;
  const phase: Phase = state.phase.name === 'comparing' ? state.phase : { name: 'comparing', progress: null };
  return {
    ...state,
    phase,
    jobs,
    job: { number: jobs, texts: state.texts, documents: state.documents, options: state.options },
    isStale: false,
  };
}

/** The result of the texts before is shown while those of now are compared. */
function compared<C extends Compared>(state: State<C>, job: Job, result: C): State<C> {
  if (!state.job || job.number > state.job.number) return state;
  const isCurrent =
    sameTexts(result, state.texts) && sameDocuments(result.documents, state.documents) && job.options === state.options;
  return isCurrent
    ? { ...state, phase: { name: 'done' }, compared: result, job: null }
    : { ...state, compared: result };
}

/** What was compared before does not stay as if it were of texts that could not be compared. */
function failed<C extends Compared>(state: State<C>, job: number, error: ArticleDiffError): State<C> {
  if (job !== state.job?.number) return state;
  return { ...state, phase: { name: 'failed', error }, compared: currentComparison(state), job: null };
}
