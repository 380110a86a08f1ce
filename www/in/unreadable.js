// What every reader in this folder fails with.

/** A file that cannot be read. `code` is the end of a key in the words: `in.error.CODE` says it in a sentence. */
export class Unreadable extends Error {
  /**
   * @param {'binary' | 'pdf' | 'old-word' | 'locked' | 'not-docx' | 'damaged' | 'too-large' | 'empty' | 'unknown' | 'gone' | 'unsupported'} code
   * @param {string} [detail] for programs and logs; people read the sentence
   */
  constructor(code, detail = code) {
    super(detail);
    this.name = 'Unreadable';
    this.code = code;
  }
}
