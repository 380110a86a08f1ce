// The one kind of error that this package fails with, and the list of its codes.

export type ErrorCode =
  /** compare() was called before `ready` had resolved. */
  | 'not-ready'
  /** The module could not be loaded or compiled, or a part of the page could not be loaded. */
  | 'load-failed'
  /** A text is neither a string nor a document. */
  | 'not-a-string'
  /** A document does not have the shape of one. */
  | 'invalid-document'
  /** There is no option of this name. */
  | 'unknown-option'
  /** An option does not take this value, or the options cannot be sent to the worker. */
  | 'invalid-option'
  /** The module failed inside; this instance of it cannot be used again. */
  | 'broken'
  /** No worker could be started, and the page could not do its work either. */
  | 'no-worker'
  /** A worker gave no sign of life, and a second one did not either. */
  | 'no-answer'
  /** A newer comparison took its place, or it was stopped. */
  | 'cancelled'
  /** The browser lacks what is needed: highlighting in the page wants the CSS Custom Highlight API. */
  | 'unsupported'
  /** Anything else. */
  | 'failed';

/** What every failure of this package is: `code` is for programs, `message` for people, and may change. */
export class ArticleDiffError extends Error {
  override name = 'ArticleDiffError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A part of the scripts could not be loaded. Programs know it by its code, `load-failed`; people are told another sentence. */
export class PartError extends ArticleDiffError {
  constructor(error: unknown) {
    super('load-failed', `a part of article-diff could not be loaded: ${messageOf(error)}`, { cause: error });
  }
}

/** Whether an error says that a comparison was given up, which is no failure. */
export const isCancelled = (error: unknown): boolean => error instanceof ArticleDiffError && error.code === 'cancelled';

/** Whether an error says that something could not be loaded: the same may work later. */
export const isLoadFailure = (error: unknown): boolean =>
  error instanceof ArticleDiffError && error.code === 'load-failed';

/** The names of the module's own errors, and the codes that they stand for. */
const CODES: Record<string, ErrorCode> = { UnknownOption: 'unknown-option', InvalidOption: 'invalid-option' };

/** What the element's errors were called before they had codes. */
const EARLIER_NAMES: Partial<Record<ErrorCode, string>> = {
  'load-failed': 'Unavailable',
  'no-worker': 'Unavailable',
  'no-answer': 'Unavailable',
  'unknown-option': 'UnknownOption',
  'invalid-option': 'InvalidOption',
  broken: 'Panic',
  cancelled: 'Cancelled',
};

/** Any thrown value as an ArticleDiffError; `code` is for a value that does not tell its own. */
export function asArticleDiffError(error: unknown, code: ErrorCode = 'failed'): ArticleDiffError {
  if (error instanceof ArticleDiffError) return error;
  const { name, message } = (error ?? {}) as Partial<Error>;
  return new ArticleDiffError(CODES[name ?? ''] ?? code, message ?? String(error), { cause: error });
}

/** Why the module cannot be had, as an ArticleDiffError. */
export function loadFailed(error: unknown): ArticleDiffError {
  if (error instanceof ArticleDiffError) return error;
  return new ArticleDiffError('load-failed', `article-diff could not be loaded: ${messageOf(error)}`, { cause: error });
}

/** The same error under the name that hosts of the element knew it by; kept beside the code until version 0.3. */
export function withEarlierName(error: ArticleDiffError): ArticleDiffError {
  error.name = EARLIER_NAMES[error.code] ?? error.name;
  return error;
}

/** What happened, for a sentence that ends in what the browser said. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
