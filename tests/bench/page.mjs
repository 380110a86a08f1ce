// What the bench's page does for the program outside: keeps a worker for each contender, ends it when its time is over, and
// measures this project from the main thread, through the engine that the widget uses.
import { Engine } from '../../www/engine/engine.ts';

const workers = new Map();
let asked = 0;

function ask(worker, message, limit) {
  return new Promise((resolve) => {
    const id = ++asked;
    const done = (outcome) => { clearTimeout(timer); worker.removeEventListener('message', listen); worker.removeEventListener('error', fail); resolve(outcome); };
    const listen = ({ data }) => { if (data.id === id) done(data.error ? { failed: data.error } : data.answer); };
    const fail = (event) => { event.preventDefault(); done({ failed: event.message || 'the worker stopped' }); };
    const timer = setTimeout(() => done({ gaveUp: true }), limit);
    worker.addEventListener('message', listen);
    worker.addEventListener('error', fail);
    worker.postMessage({ ...message, id });
  });
}

function drop(name) {
  workers.get(name)?.terminate();
  workers.delete(name);
}

globalThis.bench = {
  /** A fresh worker with the pair loaded. */
  async load(name, input) {
    drop(name);
    const worker = new Worker(`/bundle/${name}.js`, { type: 'module' });
    workers.set(name, worker);
    return ask(worker, { ask: 'load', input }, 120_000);
  },
  /** One sample; a worker that does not answer in `limit` milliseconds is ended. */
  async sample(name, atLeast, limit) {
    if (!workers.has(name)) return { failed: 'its worker has ended' };
    const outcome = await ask(workers.get(name), { ask: 'time', atLeast }, limit);
    if (outcome.gaveUp || outcome.failed) drop(name);
    return outcome;
  },
  warm: (name) => ask(workers.get(name), { ask: 'warm' }, 60_000),
  laws: (name, limit) => (workers.has(name) ? ask(workers.get(name), { ask: 'laws' }, limit) : { failed: 'its worker has ended' }),
  drop,
};

// This project from the main thread, as the widget does it.
let engine, texts;
const textOf = async (address) => (await fetch(address)).text();

globalThis.throughEngine = {
  async load(input) {
    engine?.close();
    engine = new Engine();
    texts = await Promise.all([textOf(`/input/${input}/before.txt`), textOf(`/input/${input}/after.txt`)]);
    await engine.compare('one', 'two');   // wakes its worker
    return { ready: true };
  },
  async sample() {
    const start = performance.now();
    await engine.compare(...texts);
    return { ms: performance.now() - start };
  },
  close() { engine?.close(); engine = texts = undefined; },
};
