// What an export fails with where there is nothing to give, as no fact to correct.

/** The message is a sentence for the person who asked, in the language of the page. */
export class NothingToGive extends Error {
  override name = 'NothingToGive';
}
