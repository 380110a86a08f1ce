// What every reader in this folder fails with.

/** Why a file cannot be read. Each is the end of a key of the messages: `in.error.CODE` says it in a sentence. */
export type UnreadableCode =
  | 'binary'
  | 'pdf-pictures'
  | 'old-word'
  | 'locked'
  | 'other-document'
  | 'damaged'
  | 'too-large'
  | 'empty'
  | 'unknown'
  | 'gone'
  | 'unsupported';

/** A file that cannot be read. */
export class Unreadable extends Error {
  readonly code: UnreadableCode;

  /** @param detail for programs and logs; people read the sentence */
  constructor(code: UnreadableCode, detail: string = code) {
    super(detail);
    this.name = 'Unreadable';
    this.code = code;
  }
}
