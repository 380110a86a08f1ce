// The element where unit tests of hosts run: in jsdom, which draws nothing. It keeps its texts and what the server wrote into it, and is silent.
import { setTimeout } from 'node:timers/promises';
import { compare, ready } from 'article-diff';
import { reportToHtml } from 'article-diff/render';
import { JSDOM } from 'jsdom';
import { after, before } from './story.js';

const { window } = new JSDOM('<!doctype html><html lang="en"><body></body></html>', { url: 'https://host.test/' });
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
// Node has classes of the same names, which jsdom does not take.
Object.assign(globalThis, { Event: window.Event, EventTarget: window.EventTarget, CustomEvent: window.CustomEvent });
const errors = [];
window.addEventListener('error', ({ message }) => errors.push(message));

await ready;
const report = compare(before, after);
await import(process.argv[2]);

const events = [];
const listen = (widget) => {
  for (const type of ['done', 'error', 'progress'])
    widget.addEventListener(`article-diff-${type}`, () => events.push(type));
};
const [written, made] = ['div', 'article-diff'].map((tag) => document.createElement(tag));
written.innerHTML = `<article-diff text-before="A." text-after="B.">${await reportToHtml(report, before, after)}</article-diff>`;
document.body.append(written, made);
const fallback = written.querySelector('article-diff');
[fallback, made].forEach(listen);
Object.assign(made, { textBefore: before, textAfter: after, view: 'changes' });
await setTimeout(500);
made.remove();

process.stdout.write(
  JSON.stringify({
    changes: report.changes.length,
    inserted: fallback.querySelectorAll('ins').length,
    attributes: [fallback.textBefore, fallback.textAfter],
    properties: made.textBefore === before && made.textAfter === after && made.view === 'changes',
    drawn: [fallback, made].map(({ shadowRoot }) => shadowRoot !== null),
    reports: [fallback, made].map((widget) => widget.report),
    events,
    errors,
  }),
);
