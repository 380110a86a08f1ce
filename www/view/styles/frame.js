// What stands around the text: sentence, bar, chips, notices, editors, strip.
export const frame = `
.summary {
  font: 500 clamp(1.15rem, 0.95rem + 0.9cqi, 1.5rem)/1.38 var(--serif); max-width: 52em; margin: 0 0 0.5rem; text-wrap: pretty;
  min-height: 1.36em;
}
.summary em { font-style: normal; color: var(--accent); }

.bar { position: sticky; top: var(--article-diff-top, 0px); z-index: 4; background: var(--desk); padding: 0.5rem 0 0.6rem; margin: 0 -0.25rem; padding-inline: 0.25rem; }
.bar-line, .chip-line { display: flex; gap: 0.5rem; align-items: center; min-width: 0; }
.chip-line { margin-top: 0.5rem; }
.spring { flex: 1; }
.segments { display: inline-flex; border: 1px solid var(--line); border-radius: 0.55rem; background: var(--paper); overflow: hidden; flex: none; }
.segments button { border: 0; border-radius: 0; background: none; padding: 0.2rem 0.75rem; }
.segments button + button { border-inline-start: 1px solid var(--line); }
.segments button[aria-pressed='true'] { background: var(--ink); color: var(--paper); }
.segments button:focus-visible { outline-offset: -3px; border-radius: 0.5rem; }
.segments button[aria-pressed='true']:focus-visible { outline-color: var(--paper); }
.steps { display: inline-flex; align-items: center; border: 1px solid var(--line); border-radius: 0.55rem; background: var(--paper); flex: none; }
.icon { border: 0; background: none; padding: 0.2rem 0.6rem; min-width: 2rem; }
.position { min-width: 5.6em; text-align: center; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tool .sign { display: none; }
.tool[aria-pressed='true'], .tool[aria-expanded='true'] { border-color: var(--ink); }
.tool { flex: none; }

.chips { display: flex; gap: 0.14rem; overflow-x: auto; scrollbar-width: none; padding: 3px; margin: -3px; min-width: 0; }
.chip { flex: none; display: inline-flex; align-items: center; gap: 0.28rem; border-radius: 99px; padding: 0.1rem 0.4rem; font-size: var(--small); min-height: 1.9rem; font-variant-numeric: tabular-nums; }
.chip i { display: none; width: 0.6rem; height: 0.6rem; border-radius: 0.2rem; background: var(--quiet); }
.chip:is(.quotation, .number, .name, .wording, .order, .moved) i { display: block; }
.chip.quotation i { background: var(--warn); border-radius: 50%; }
.chip.number i, .chip.name i { background: var(--fact); }
.chip.wording i { background: linear-gradient(90deg, var(--cut) 50%, var(--new) 50%); }
.chip.order i, .chip.moved i { background: var(--order); }
.chip[aria-pressed='false'] { background: none; border-style: dashed; border-color: var(--quiet); color: var(--quiet); }
.chip[aria-pressed='false'] i { background: none; border: 1px solid var(--quiet); }
.chip[aria-pressed='false'] span { text-decoration: line-through; text-decoration-thickness: 1px; }
.hidden-note { color: var(--quiet); font-size: var(--small); margin: -0.3rem 0 0.3rem; min-height: 1.5em; }

.help { position: relative; flex: none; }
.help summary { list-style: none; cursor: pointer; width: 2rem; height: 2rem; display: grid; place-items: center; border: 1px solid var(--line); border-radius: 50%; background: var(--paper); color: var(--quiet); }
.help summary::-webkit-details-marker { display: none; }
.help-box { position: absolute; inset-inline-end: 0; top: 2.4rem; z-index: 9; width: max-content; max-width: min(24rem, 86cqi); background: var(--paper); border: 1px solid var(--line); border-radius: var(--round); padding: 0.9rem 1.1rem; box-shadow: 0 0.6rem 2rem rgb(0 0 0 / 0.18); }
.help-title { font-weight: 600; margin-bottom: 0.4rem; }
.help dl { display: grid; grid-template-columns: auto 1fr; gap: 0.3rem 0.9rem; margin-bottom: 0.7rem; }
kbd { font: inherit; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 0.3rem; padding: 0 0.4rem; background: var(--desk); }
.speak { display: flex; gap: 0.4rem; align-items: center; min-height: 1.6rem; }
.find { display: flex; gap: 0.5rem; align-items: center; margin: 0 0 0.6rem; }
.find-field { flex: 0 1 22rem; min-width: 0; min-height: 2rem; border: 1px solid var(--quiet); border-radius: 0.5rem; background: var(--paper); padding: 0.2rem 0.7rem; }
.find-count { color: var(--quiet); }

.notice-box { display: flex; flex-wrap: wrap; gap: 0.6rem 0.9rem; align-items: center; padding: 0.7rem 0; color: var(--quiet); }
.notice.over { position: sticky; top: calc(var(--bar-height, 6rem) + 0.6rem); z-index: 5; height: 0; display: flex; justify-content: flex-end; }
.notice.over .notice-box { height: max-content; background: var(--paper); border: 1px solid var(--line); border-radius: var(--round); padding: 0.4rem 0.9rem; box-shadow: 0 0.4rem 1.4rem rgb(0 0 0 / 0.16); }
.warm { position: absolute; visibility: hidden; }
.notice p { font: var(--size)/1.5 var(--serif); }
.notice[data-kind='error'] .notice-box { color: var(--ink); border-inline-start: 3px solid var(--warn); padding-inline-start: 1rem; margin-block: 0.5rem; }
progress { appearance: none; width: 12rem; height: 0.35rem; border: 0; border-radius: 1rem; background: var(--line); overflow: hidden; }
progress::-webkit-progress-bar { background: var(--line); }
progress::-webkit-progress-value { background: var(--accent); }
progress::-moz-progress-bar { background: var(--accent); }

.editors { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.1rem; margin-bottom: 1.1rem; }
.editor { display: flex; flex-direction: column; min-width: 0; }
.editor-head { display: flex; gap: 0.6rem; align-items: baseline; padding: 0 0.2rem 0.4rem; }
.editor-name { font-weight: 600; }
.editor-note { color: var(--quiet); font-size: var(--small); }
.editor-body { position: relative; height: clamp(11rem, 40vh, 28rem); background: var(--paper); border: 1px solid var(--line); border-radius: var(--round); overflow: hidden; }
.editor-body:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.editor-field, .editor-ink {
  position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; border: 0; padding: 1rem 1.25rem; resize: none; background: none;
  font: var(--size)/1.6 var(--serif); letter-spacing: 0; word-spacing: 0; text-align: start; text-indent: 0;
  white-space: pre-wrap; overflow-wrap: break-word; overflow-x: hidden; overflow-y: scroll; scrollbar-width: thin; tab-size: 4;
}
.editor-field:focus { outline: none; }
.editor-field::placeholder { color: var(--quiet); opacity: 1; }
.editor-ink { color: transparent; pointer-events: none; scrollbar-color: transparent transparent; user-select: none; }
/* As in a field whose direction is found in its text: each paragraph has its own. */
.editor-ink > div { unicode-bidi: plaintext; }
.editor-long { padding: 1.25rem; display: grid; gap: 0.8rem; justify-items: start; align-content: start; color: var(--quiet); }

.sheet-box { display: grid; grid-template-columns: minmax(0, 1fr) 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: var(--round); }
.strip { position: sticky; top: calc(var(--bar-height, 6rem) + var(--article-diff-top, 0px)); align-self: start; height: 100%; max-height: calc(100vh - var(--bar-height, 6rem) - var(--article-diff-top, 0px)); border-inline-start: 1px solid var(--line); cursor: pointer; overflow: hidden; }
.strip-ticks i { position: absolute; inset-inline: 3px; min-height: 4px; border-radius: 2px; background: var(--quiet); }
.strip-ticks .cut, .strip-ticks .was { background: var(--cut); }
.strip-ticks .new, .strip-ticks .now { background: var(--new); }
.strip-ticks .order, .strip-ticks .here, .strip-ticks .away { background: var(--order); }
.strip-ticks .number, .strip-ticks .name { background: var(--fact); }
.strip-ticks .quotation { background: var(--warn); border-radius: 50%; height: 8px !important; }
.strip-window { position: absolute; inset-inline: 0; background: color-mix(in srgb, var(--ink) 9%, transparent); }
.sheet-box:has(> .strip[hidden]) { grid-template-columns: minmax(0, 1fr); }

.tool-find .sign { display: inline; }
.tool-find .tool-name { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.tool { position: relative; }

@container widget (max-width: 68rem) {
  .tool .sign { display: inline; }
  .tool-name { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .tool { min-width: 2.2rem; padding-inline: 0.5rem; }
}
@container widget (max-width: 48rem) {
  .bar-line { overflow-x: auto; scrollbar-width: none; padding: 3px; margin: -3px; }
  .segments button { padding-inline: 0.6rem; }
  .spring { display: none; }
  .help { position: static; }
  .help-box { inset-inline: 0; top: 3rem; max-width: none; width: auto; }
}
@container widget (max-width: 40rem) {
  .editors { grid-template-columns: minmax(0, 1fr); }
  .editor-body { height: clamp(8rem, 26vh, 16rem); }
  .position { min-width: 4.6em; }
}
`;
