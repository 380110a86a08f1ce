// The looks of a saved file: those of the widget, told again for a page that stands alone and for paper. Every kind of
// mark has a line of its own, so that it is told apart without colour.
export const style = `
:root { color-scheme: light dark; --paper: light-dark(#fffefb, #1b1a19); --ink: light-dark(#1d1c1a, #ebe7df); --quiet: light-dark(#68635b, #a39d93);
  --line: light-dark(#e2ded5, #35322e); --cut: light-dark(#b3261e, #ff9d94); --cut-tint: light-dark(#fdeeec, #3a1f1c); --new: light-dark(#17703d, #7fdc9f);
  --new-tint: light-dark(#e8f5eb, #17301f); --order: light-dark(#6a3fb5, #c9b1ff); --order-tint: light-dark(#f2edfb, #2b2242); --fact-tint: light-dark(#fff3da, #3b2c11);
  --warn: light-dark(#a8001c, #ff8f9c); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 2rem clamp(1rem, 3vw, 2.5rem) 3rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 'Iowan Old Style', 'Source Serif 4', 'Palatino Linotype', Palatino, Georgia, 'Times New Roman', serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.6rem; text-wrap: balance; }
.summary { font-size: 1.15rem; max-width: 46rem; margin: 0 0 0.9rem; }
.counts, .legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.3rem 1.1rem; margin: 0 0 0.5rem; padding: 0; }
.counts, .legend, .hidden, th, .note, footer { font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; font-size: 0.875rem; }
.hidden, .note, footer, th small { color: var(--quiet); }
.hidden, .note { margin: 0; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-block: 1.4rem; }
th { text-align: start; padding: 0.5rem 1.2rem 0.5rem 0; border-bottom: 1px solid var(--ink); }
th small { font-weight: 400; margin-inline-start: 0.5em; }
td { vertical-align: top; padding: 0.45rem 0; padding-inline-end: 1.2rem; overflow-wrap: anywhere; }
td + td, th + th { padding-inline: 1.2rem 0; border-inline-start: 1px solid var(--line); }
td p { margin: 0 0 0.5em; white-space: pre-line; }
td p:last-child { margin: 0; }
.heading { font-weight: 600; font-size: 1.12em; }
.furniture { color: var(--quiet); font-size: 0.94rem; }
del, ins, mark { color: inherit; background: none; text-decoration: none; padding: 0.04em 0.1em; border-radius: 0.2em; text-underline-offset: 0.22em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
del { background: var(--cut-tint); text-decoration: line-through 1px var(--cut); }
ins { background: var(--new-tint); text-decoration: underline 1.5px var(--new); }
.number, .name { background: var(--fact-tint); }
mark.order { background: var(--order-tint); text-decoration: underline dotted 2px var(--order); }
mark.away { outline: 1px dashed var(--order); }
mark.here { background: var(--order-tint); border-bottom: 1.5px solid var(--order); }
mark.surface { text-decoration: underline dotted 1px var(--quiet); }
mark.break { color: var(--quiet); }
.tiny { display: inline-block; min-width: 0.85em; line-height: 1.05; text-align: center; border: 1.5px solid var(--cut); }
ins.tiny { border-color: var(--new); text-decoration: none; }
.quoted { outline: 1.5px solid var(--warn); }
.whole { background: var(--cut-tint); border-inline-start: 3px solid var(--cut); padding: 0.3rem 0.8rem; }
.whole.new, .whole.now { background: var(--new-tint); border-inline-start: 5px double var(--new); }
.whole > * { background: none; text-decoration: none; padding: 0; }
footer { border-top: 1px solid var(--line); padding-top: 0.6rem; }
@media (max-width: 40rem) {
  table, tbody, tr, td { display: block; }
  thead { display: none; }
  td, td + td { padding: 0.3rem 0; border: 0; }
  td.none { display: none; }
  /* Where nothing is marked, one side says it. */
  .quiet:not(:has(td.none)) td.before { display: none; }
  tr { border-bottom: 1px solid var(--line); padding-block: 0.3rem; }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; background: #fff; color: #000; }
  del, ins, mark, .whole { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  tr, .whole { break-inside: avoid-page; }
  thead { display: table-header-group; }
}
`;
