// A text → a field, at its caret, so that the reader can undo it: by the browser's own hand where the text is short, else by
// the key that undoes.

/**
 * Line ends up to which the browser inserts a text itself. It does so line by line, and looks at all lines for each of
 * them: Chromium takes 30 ms for 100 line ends, and 8 s for 2,000.
 */
const MAX_LINE_ENDS = 100;

/** What a field held around an insertion that the browser cannot undo. */
interface Insertion {
  before: string;
  after: string;
  start: number;
  end: number;
}

const isUndo = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === 'z';

export class TextInserter {
  readonly #field: HTMLTextAreaElement;
  #last: Insertion | null = null;

  /** @param onUndo called once an insertion is undone */
  constructor(field: HTMLTextAreaElement, onUndo: () => void) {
    this.#field = field;
    field.addEventListener('keydown', (event) => {
      if (!isUndo(event) || field.value !== this.#last?.after) return;
      event.preventDefault();
      const { before, start, end } = this.#last;
      this.#last = null;
      field.value = before;
      field.setSelectionRange(start, end);
      onUndo();
    });
  }

  insert(text: string): void {
    const field = this.#field;
    const { value: before, selectionStart: start, selectionEnd: end } = field;
    const isShort = text.split('\n', MAX_LINE_ENDS + 2).length <= MAX_LINE_ENDS + 1;
    // Deprecated, and the only way to insert text that the browser can undo.
    if (isShort && document.execCommand('insertText', false, text)) return;
    field.setRangeText(text, start, end, 'end');
    this.#last = { before, after: field.value, start, end };
  }
}
