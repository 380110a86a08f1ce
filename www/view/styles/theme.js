// Paper and ink: every colour and measure by name. `light-dark()` follows the color-scheme of the page around, so a
// host that is dark gets a dark widget; `theme` on the element overrules it.
//
// Few sizes of type, and one face for the texts: every size, weight and name of a face is looked up by itself, and the
// first marks of a page wait for all of them.
//
// A host restyles by setting --article-diff-NAME on the element or above it.
export const theme = `
:host {
  display: block;
  --paper: var(--article-diff-paper, light-dark(#fffefb, #1b1a19));
  --desk: var(--article-diff-desk, light-dark(#f4f2ed, #131211));
  --ink: var(--article-diff-ink, light-dark(#1d1c1a, #ebe7df));
  --quiet: var(--article-diff-quiet, light-dark(#68635b, #a39d93));
  --line: var(--article-diff-line, light-dark(#e2ded5, #35322e));
  --accent: var(--article-diff-accent, light-dark(#1f4fd8, #92b2ff));
  --cut: var(--article-diff-cut, light-dark(#b3261e, #ff9d94));
  --cut-tint: var(--article-diff-cut-tint, light-dark(#fdeeec, #3a1f1c));
  --new: var(--article-diff-new, light-dark(#17703d, #7fdc9f));
  --new-tint: var(--article-diff-new-tint, light-dark(#e8f5eb, #17301f));
  --order: var(--article-diff-order, light-dark(#6a3fb5, #c9b1ff));
  --order-tint: var(--article-diff-order-tint, light-dark(#f2edfb, #2b2242));
  --fact: var(--article-diff-fact, light-dark(#8a5000, #ffc766));
  --fact-tint: var(--article-diff-fact-tint, light-dark(#fff3da, #3b2c11));
  --warn: var(--article-diff-warn, light-dark(#a8001c, #ff8f9c));
  --serif: var(--article-diff-serif, Georgia, serif);
  --sans: var(--article-diff-sans, system-ui, sans-serif);
  --size: var(--article-diff-size, 1.0625rem);
  --small: 0.8125rem;
  --gutter: 2.75rem;
  --round: 0.7rem;
  color: var(--ink);
  font: 0.9375rem/1.5 var(--sans);
  text-align: start;
}
:host([hidden]) { display: none; }
:host([theme='light']) { color-scheme: light; }
:host([theme='dark']) { color-scheme: dark; }
:host([theme='auto']) { color-scheme: light dark; }
*, ::before, ::after { box-sizing: border-box; }
[hidden]:not([hidden='until-found']) { display: none !important; }
p, h2, ol, dl, dd { margin: 0; padding: 0; }
ol { list-style: none; }
small { font-size: inherit; }
button, input, textarea { font: inherit; color: inherit; }
button {
  background: var(--paper); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.25rem 0.7rem;
  min-height: 2rem; cursor: pointer; white-space: nowrap;
}
button:hover:not(:disabled) { border-color: var(--quiet); }
button:disabled { color: var(--quiet); cursor: default; opacity: 0.75; }
button.plain { background: none; border: 0; padding: 0 0.3rem; min-height: 1.6rem; color: var(--accent); text-decoration: underline; text-underline-offset: 0.2em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.widget { position: relative; container: widget / inline-size; }
.silent .m::before, .silent .m::after { content: none; }
::highlight(article-diff-found) { background: var(--accent); color: var(--paper); }
`;
