// Paper, forced colours, less motion.
export const media = `
@media (prefers-reduced-motion: no-preference) {
  .m, .band { transition: outline-color 0.12s, background-color 0.12s; }
}
@media (forced-colors: active) {
  .m, .block.whole { forced-color-adjust: auto; }
  .m.now, .m.new { text-decoration-color: LinkText; }
  .m.tiny, .m.quoted, .m.here { border: 1px solid; }
  .m.current, .m.lit { outline-color: Highlight; }
  .segments button[aria-pressed='true'], .chip[aria-pressed='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  .chip i, .strip-ticks i { forced-color-adjust: none; background: CanvasText; }
  .strip-window { border: 1px solid CanvasText; }
  .band { fill: none; stroke: CanvasText; }
}
@media print {
  :host { color-scheme: light; --paper: #fff; --desk: #fff; --ink: #000; --quiet: #333; --line: #999; --accent: #000; --cut: #000; --new: #000; --order: #000; --fact: #000; --warn: #000;
    --cut-tint: #fff; --new-tint: #fff; --order-tint: #fff; --fact-tint: #fff; --size: 10.5pt; --gutter: 1.6rem; }
  .bar, .find, .editors, .notice, .strip, .entry-actions, .move-note { display: none !important; }
  .sheet-box { display: block; border: 0; }
  .many > .chunk, .many > .entry { content-visibility: visible; contain-intrinsic-size: none; }
  .row, .entry, .flow { break-inside: avoid; }
  .cell, .column-name { padding-inline: 0.3rem; }
  .m.was, .m.cut, .m.long.cut, .block.whole > .m.cut { text-decoration: line-through 0.8pt #000; }
  .m.now, .m.new, .m.long.new, .block.whole > .m.new { text-decoration: underline 1pt #000; }
  .m.number, .m.name { font-weight: 700; }
  .m.quoted { box-shadow: none; border: 0.8pt solid #000; }
  .fold-button { background: none; }
  .block, .quiet .block, .context { color: #000; }
  .block.whole { margin-inline: 0; }
  .flag { inset-inline: 0.15rem; font-size: 0.6rem; }
  .cell.none { background: none; }
  .m.current, .m.lit, .entry.current { outline: 0; box-shadow: none; }
}
`;
