// What tests leave in the pages that they open.
declare global {
  /** Set by hostile markup, if it could. */
  var broken: unknown;
  var hacked: unknown;
  /** Whether the page said that it takes files, while some were over it. */
  var seenDropping: boolean;
  /** What the page handed to the browser to be saved. */
  var handed: { blob: Blob; name: string };
  var printed: boolean;
  /** What a copy put on the clipboard. */
  var got: Promise<{ text: string; html: string }>;
  /** How often a comparison was done. */
  var again: number;
  /** Names of the widget's events. */
  var events: string[];
  /** What an event of the widget told. */
  var chosenVersions: string;
  /** Requests that the page failed to make, as the test has it. */
  var failing: boolean;
}

export {};
