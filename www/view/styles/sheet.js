// The text itself: rows level with each other, folds, the inline flow, the list of changes.
export const sheet = `
.sheet { position: relative; min-width: 0; overflow-wrap: break-word; border-radius: var(--round); }
.sheet:focus-visible { outline-offset: -2px; }
.body { position: relative; z-index: 1; padding-bottom: 0.6rem; }
.chunk { overflow-anchor: none; }
.many > .chunk { content-visibility: auto; contain-intrinsic-size: auto var(--guess, 40rem); }
.names, .row { display: grid; grid-template-columns: minmax(0, 1fr) var(--gutter) minmax(0, 1fr); }
.names { border-bottom: 1px solid var(--line); }
.column-name { padding: 0.7rem 1.6rem 0.6rem; color: var(--quiet); font-size: var(--small); }
.column-name strong { color: var(--ink); }
.cell { padding: 0.62rem 1.6rem; min-width: 0; position: relative; }
.cell.before, .column-name.before { padding-inline-end: 0.9rem; }
.cell.after, .column-name.after { padding-inline-start: 0.9rem; }
.block { position: relative; font: var(--size)/1.62 var(--serif); text-wrap: pretty; unicode-bidi: isolate; text-align: start; }
.block + .block { margin-top: 0.75em; }
.block.heading { font-weight: 600; line-height: 1.35; }
.furniture .block, .block.furniture { font: var(--small)/1.5 var(--sans); color: var(--quiet); }
.quiet .block { color: color-mix(in srgb, var(--ink) 82%, var(--paper)); }
.cell.none { background: repeating-linear-gradient(135deg, transparent 0 9px, color-mix(in srgb, var(--line) 42%, transparent) 9px 10px); }
.row:has(.whole), .row.half { border-block: 0; }
.side-name { display: none; }
.gutter { position: relative; }
.names .gutter { border: 0; }
.flag { position: absolute; inset-inline: 0.55rem; top: 0.75rem; z-index: 2; text-align: center; font: 700 var(--small)/1.4 var(--serif); color: var(--paper); background: var(--warn); border-radius: 0.3rem; letter-spacing: 0.04em; }
.gutter.split::before, .gutter.merged::before { content: ''; position: absolute; top: 0.7rem; bottom: 0.7rem; width: 0.55rem; border: 1.5px solid var(--quiet); }
.gutter.split::before { inset-inline-end: 0.2rem; border-inline-end: 0; border-start-start-radius: 0.4rem; border-end-start-radius: 0.4rem; }
.gutter.merged::before { inset-inline-start: 0.2rem; border-inline-start: 0; border-start-end-radius: 0.4rem; border-end-end-radius: 0.4rem; }
.gutter.split::after, .gutter.merged::after { content: ''; position: absolute; top: 50%; width: 0.8rem; border-top: 1.5px solid var(--quiet); }
.gutter.split::after { inset-inline-end: 0.75rem; }
.gutter.merged::after { inset-inline-start: 0.75rem; }

.row.half .cell:not(.none) { background: color-mix(in srgb, var(--order-tint) 70%, transparent); border-radius: 0.4rem; }
.row.half .cell.none { background: none; }
.move-note { font: 600 var(--small)/1.4 var(--sans); color: var(--order); background: none; border: 0; padding: 0; min-height: 1.5rem; text-decoration: underline dotted; text-underline-offset: 0.25em; }
.move-note.current { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 0.2rem; }
.bands { position: absolute; inset: 0 auto auto 0; z-index: 0; pointer-events: none; overflow: visible; }
.band { fill: color-mix(in srgb, var(--order) 16%, transparent); stroke: color-mix(in srgb, var(--order) 40%, transparent); stroke-width: 1; }
.band.lit, .band.current { fill: color-mix(in srgb, var(--order) 34%, transparent); stroke: var(--order); }

.fold > *, .fold { display: block; }
.fold-button { width: 100%; border: 0; border-block: 1px solid color-mix(in srgb, var(--line) 70%, transparent); border-radius: 0; background: color-mix(in srgb, var(--desk) 55%, var(--paper)); color: var(--quiet); font-size: var(--small); padding: 0.35rem 1rem; white-space: normal; }
.fold-button small { margin-inline-start: 0.7em; }
.fold-button small::before { content: '· '; }
.fold-button[aria-expanded='true'] span { text-decoration: line-through 1px; }
.fold-button:hover { color: var(--ink); }
.fold-button:focus-visible { outline-offset: -3px; }

.elided { margin-inline: 0.4em; min-height: 1.6rem; padding-block: 0; font: var(--small)/1.4 var(--sans); color: var(--quiet); border-style: dashed; }

.flow { padding: 0.55rem 1.6rem; max-width: 46rem; margin-inline: auto; }
.flow .block { font-size: calc(var(--size) * 1.06); line-height: 1.7; }
.flow.half { background: color-mix(in srgb, var(--order-tint) 60%, transparent); border-radius: 0.4rem; }
.flow .stub { color: var(--quiet); font: italic 0.95rem/1.5 var(--serif); }
.flow.stubbed { display: flex; gap: 0.8rem; align-items: baseline; flex-wrap: wrap; padding-block: 0.3rem; }

.group { padding: 1rem 1.6rem 0.4rem; }
.group + .group { border-top: 1px solid var(--line); }
.group-name { font: 600 0.9375rem/1.4 var(--sans); margin-bottom: 0.5rem; display: flex; gap: 0.5rem; align-items: baseline; }
.group-name .count { color: var(--quiet); font-weight: 400; font-variant-numeric: tabular-nums; }
.group-name.quotation { color: var(--warn); }
.group-name.quotation::before { content: '”!'; font: 700 var(--small)/1.4 var(--serif); color: var(--paper); background: var(--warn); border-radius: 0.3rem; padding: 0 0.4rem; }
.entry { padding: 0.7rem 0.8rem 0.5rem; margin-inline: -0.8rem; border-radius: 0.5rem; }
.many > .entry { content-visibility: auto; contain-intrinsic-size: auto 7rem; }
.entry + .entry { border-top: 1px solid color-mix(in srgb, var(--line) 60%, transparent); }
.entry.current { box-shadow: inset 3px 0 0 var(--accent); background: color-mix(in srgb, var(--accent) 7%, transparent); }
.say { font-weight: 500; max-width: 52rem; unicode-bidi: isolate; }
.kind { display: inline-block; font-size: var(--small); font-weight: 600; color: var(--quiet); border: 1px solid var(--line); border-radius: 99px; padding: 0 0.55rem; margin-inline-end: 0.35rem; }
.kind.number, .kind.name { color: var(--fact); }
.kind.order, .kind.moved { color: var(--order); }
.context { font: var(--size)/1.6 var(--serif); color: color-mix(in srgb, var(--ink) 85%, var(--paper)); margin: 0.25rem 0; max-width: 46rem; unicode-bidi: isolate; position: relative; }
.entry-actions { display: flex; gap: 0.9rem; margin-inline-start: -0.3rem; }
.times { color: var(--quiet); font-weight: 400; }
.entry.sort { padding-block: 0.25rem; }
.nothing { padding: 2rem 1.6rem; color: var(--quiet); text-align: center; }

@container widget (max-width: 40rem) {
  .names { display: none; }
  .row { display: block; padding-block: 0.25rem; }
  .row + .row { border-top: 1px solid color-mix(in srgb, var(--line) 60%, transparent); }
  .row .cell { padding: 0.3rem 1rem; }
  .row .cell.none { display: none; }
  .row.quiet .cell.before:not(:only-child) { display: none; }
  .row.quiet.deleted .cell.before, .row.quiet.half .cell.before { display: block; }
  .row:not(.quiet, .same) .side-name { display: block; font: 600 var(--small)/1.4 var(--sans); color: var(--quiet); }
  .row .gutter { height: 0; }
  .row .gutter::before, .row .gutter::after { display: none; }
  .flag { inset-inline: auto 1rem; top: -0.2rem; padding: 0 0.4rem; }
  .group, .flow { padding-inline: 1rem; }
}
`;
