// Marks that whisper. Each kind is told apart by its line as well as by its colour: struck, underlined once, twice,
// dotted, dashed, ringed.
export const marks = `
.m { color: inherit; background: none; text-decoration: none; border-radius: 0.22em; padding: 0.06em 0.12em; margin-inline: -0.12em; -webkit-box-decoration-break: clone; box-decoration-break: clone; text-underline-offset: 0.24em; scroll-margin-block: 9rem; }
/* Under one square pixel, so that whoever asks for a mark's boxes is given its text alone. */
.m::before, .m::after { position: absolute; width: 1px; height: 0.9px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.m::before { content: attr(data-say) ' '; }
.m[data-end]::after { content: ' ' attr(data-end) ' '; }

.m.was, .m.cut, .ink.was, .ink.cut { background: var(--cut-tint); }
.m.was, .m.cut { text-decoration: line-through 1px color-mix(in srgb, var(--cut) 75%, transparent); }
.m.now, .m.new, .ink.now, .ink.new { background: var(--new-tint); }
.m.now, .m.new { text-decoration: underline 1.5px var(--new); }
.m.number, .m.name, .ink.number, .ink.name { background: var(--fact-tint); }
.m.now.number, .m.now.name { text-decoration: underline double 1.5px var(--fact); }
.m.was.number, .m.was.name { text-decoration-color: var(--fact); }
:is(.flow, .context) :is(.m.was + .m.now, .m.order + .m.order) { margin-inline-start: 0.22em; }
.m.order, .ink.order { background: var(--order-tint); }
.m.order { text-decoration: underline dotted 2px var(--order); }
.m.spelling.now, .m.case.now { text-decoration-style: dashed; }
.m.here, .m.away { background: color-mix(in srgb, var(--order-tint) 75%, transparent); text-decoration: none; box-shadow: inset 0 -1.5px 0 color-mix(in srgb, var(--order) 55%, transparent); cursor: pointer; }
.m.away { box-shadow: none; outline: 1px dashed color-mix(in srgb, var(--order) 60%, transparent); outline-offset: -1px; }
.m.surface { background: none; text-decoration: underline dotted 1px var(--quiet); }
.m.surface.break { color: var(--quiet); text-decoration: none; padding-inline: 0.2em; font: 600 0.85em/1 var(--sans); }

/* A sentence or a paragraph: to be read, so it is tinted and barred, not struck. */
.m.long { text-decoration: none; border-inline-start: 2.5px solid var(--cut); padding-inline-start: 0.3em; }
.m.long.new, .m.long.now { border-inline-start: 4px double var(--new); }
.m.long.order { border-inline-start-color: var(--order); }
.m.long.number, .m.long.name { border-inline-start-color: var(--fact); }
.block.whole { background: var(--cut-tint); border-inline-start: 3px solid var(--cut); border-radius: 0.15rem 0.4rem 0.4rem 0.15rem; padding: 0.3rem 0.8rem; margin-inline: -0.95rem -0.5rem; }
.block.whole.new, .block.whole.now { background: var(--new-tint); border-inline-start: 5px double var(--new); }
.block.whole > .m.long, .block.whole > .m { background: none; border: 0; padding: 0; margin: 0; text-decoration: none; }
/* Furniture that one side alone has is no news. */
.furniture .block.whole, .block.furniture.whole { background: none; border-inline-start-color: var(--line); }
.flow .m.long.cut, .flow .m.long.was { text-decoration: line-through 1px color-mix(in srgb, var(--cut) 60%, transparent); border-inline-start: 0; padding-inline-start: 0.12em; }
.flow .block.whole > .m.cut { text-decoration: line-through 1px color-mix(in srgb, var(--cut) 60%, transparent); }

/* A lone comma: a smallest size and a ring, or nobody sees it. */
.m.tiny { display: inline-block; min-width: 0.85em; line-height: 1.05; padding: 0 0.12em 0.1em; margin-inline: 0.06em; text-align: center; text-decoration: none; text-indent: 0; box-shadow: 0 0 0 1.5px color-mix(in srgb, var(--cut) 75%, transparent); border-radius: 0.35em; }
.m.tiny.now, .m.tiny.new { box-shadow: 0 0 0 1.5px color-mix(in srgb, var(--new) 75%, transparent); }
.m.tiny.was, .m.tiny.cut { background: var(--cut-tint) linear-gradient(to top right, transparent calc(50% - 0.6px), color-mix(in srgb, var(--cut) 60%, transparent) calc(50% - 0.6px) calc(50% + 0.6px), transparent calc(50% + 0.6px)); }
.m.tiny.surface { background: none; box-shadow: 0 0 0 1px var(--line); min-width: 0; text-decoration: none; }
.m.blank.break { background: none; text-decoration: none; box-shadow: inset 0 -1.5px 0 var(--quiet); }
.m.blank:not(.break) { background: repeating-linear-gradient(90deg, var(--quiet) 0 1px, transparent 1px 3px) 0 85% / 100% 3px no-repeat; white-space: pre-wrap; padding-inline: 0.15em; }

/* Words in somebody's mouth. */
.m.quoted { box-shadow: 0 0 0 1.5px var(--warn); background: var(--fact-tint); margin-inline: 0.06em; }
.m.quoted.long { box-shadow: inset 0 -2px 0 var(--warn); border-inline-start-color: var(--warn); }

.place { display: inline-block; width: 0; height: 1.15em; vertical-align: -0.2em; scroll-margin-block: 9rem; }
.place.lit, .place.current { outline: 1.5px solid var(--accent); }
.m.lit { outline: 2px solid color-mix(in srgb, var(--accent) 55%, transparent); outline-offset: 1px; }
.m.current, .block .m.current { outline: 2px solid var(--accent); outline-offset: 2px; }
.block.whole:has(> .m.current) { outline: 2px solid var(--accent); outline-offset: 2px; }
.block.whole > .m.current, .block.whole > .m.lit { outline: 0; }
.block.whole:has(> .m.lit):not(:has(> .m.current)) { outline: 2px solid color-mix(in srgb, var(--accent) 45%, transparent); }
.ink { border-radius: 0.2em; }
.ink.surface { box-shadow: inset 0 -1px 0 var(--quiet); }
`;
