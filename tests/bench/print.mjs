// What was measured becomes Markdown tables.

/** Milliseconds for people: three figures, and seconds from ten thousand on. */
export function time(ms) {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(0)} s`;
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(2)} ms`;
}
const size = (bytes) => (bytes >= 1e6 ? `${(bytes / 1e6).toFixed(bytes >= 1e7 ? 0 : 1)} MB` : `${(bytes / 1e3).toFixed(0)} KB`);
const times = (ratio) => `${ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2)}×`;

function cell(outcome, spread = true) {
  if (!outcome) return '–';
  if (outcome.gaveUp) return `gave up (${time(outcome.gaveUp)})`;
  if (outcome.failed) return `failed: ${outcome.failed.slice(0, 60)}`;
  if (outcome.ms === undefined) return outcome.skipped === 'gave up before' ? 'not tried' : `skipped: ${(outcome.skipped ?? '').slice(0, 40)}`;
  const { samples } = outcome, range = spread && samples.length > 1 ? ` (${time(Math.min(...samples))}–${time(Math.max(...samples))})` : samples.length === 1 ? ' (once)' : '';
  return `${time(outcome.ms)}${range}${outcome.crude ? ', crude' : ''}`;
}

function table(title, head, rows) {
  console.log(`\n### ${title}\n`);
  console.log(`| ${head.join(' | ')} |\n| --- |${' ---: |'.repeat(head.length - 1)}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

/** The power of the length with which the time grows, by least squares through all lengths from 10 KB on. */
export function exponent(points) {
  if (points.length < 2) return null;
  const xs = points.map(([x]) => Math.log(x)), ys = points.map(([, y]) => Math.log(y)), mean = (l) => l.reduce((p, q) => p + q, 0) / l.length;
  const mx = mean(xs), my = mean(ys);
  return xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i] - my), 0) / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

export function print({ browser, machine, busy, ordinary, light, worst, memory, steady, lengths, names: { OWN, ENGINE, FLOOR }, contenders }) {
  console.log(`Measured in ${browser} on ${machine}, with a load of ${busy.toFixed(1)} when it began (0: nothing else ran).`);
  const all = [OWN, ENGINE, FLOOR, ...contenders.filter((name) => name !== OWN && name !== FLOOR)].filter((name) => ordinary.some((row) => row.outcomes.has(name)));
  table('Ordinary edits: median time of a comparison (least–most)', ['', ...[...ordinary, ...light].map((row) => `${row.name}`)],
    all.map((name) => [name, ...[...ordinary, ...light].map((row) => cell(row.outcomes.get(name)))]));
  if (!lengths) {
    // A worker that has compared nothing yet has no machine code, and knows nothing by heart.
    table('The first comparison of a fresh worker', ['', ...ordinary.map((row) => row.name)],
      all.filter((name) => name !== ENGINE).map((name) => [name, ...ordinary.map((row) => { const ms = row.outcomes.get(name)?.first; return ms === undefined ? '–' : time(ms); })]));
  }
  const growth = (name) => {
    const points = ordinary.filter((row) => row.bytes > 15_000 && row.outcomes.get(name)?.ms !== undefined).map((row) => [row.bytes, row.outcomes.get(name).ms]);
    const crude = ordinary.some((row) => row.outcomes.get(name)?.crude), power = exponent(points);
    return power === null ? '–' : `${power.toFixed(2)}${crude ? ' (crude in part)' : ''}`;
  };
  if (contenders.includes(OWN)) {
    table(`How many times as long as article-diff takes${lengths ? ', and the power of the length with which each grows' : ''}`, ['', ...[...ordinary, ...light].map((row) => row.name), ...(lengths ? ['grows with'] : [])],
      all.map((name) => [name, ...[...ordinary, ...light].map((row) => {
        const one = row.outcomes.get(name), own = row.outcomes.get(OWN)?.ms;
        if (own === undefined || !one) return '–';
        if (one.ms !== undefined) return times(one.ms / own) + (one.crude ? ', crude' : '');
        return one.gaveUp ? `over ${times(one.gaveUp / own)}` : '–';
      }), ...(lengths ? [growth(name)] : [])]));
  }
  const floored = [...ordinary, ...light, ...worst].filter((row) => row.outcomes.get(FLOOR)?.ms !== undefined && row.outcomes.get(OWN)?.ms !== undefined);
  if (floored.length) {
    table('Beside the floor: the same wasm only takes the texts in and splits them into tokens', ['', 'floor', 'article-diff', 'times the floor'],
      floored.map((row) => [row.name, cell(row.outcomes.get(FLOOR), false), cell(row.outcomes.get(OWN), false), times(row.outcomes.get(OWN).ms / row.outcomes.get(FLOOR).ms)]));
  }
  if (worst.length) {
    const laws = (row) => { const l = row.outcomes.get(OWN)?.laws; return !l ? '–' : l.failed ? `broken: ${l.failed.slice(0, 60)}` : l.gaveUp ? 'not checked in time' : `hold, ${l.precise ? 'precise' : 'not precise'}`; };
    table('Worst cases', ['', 'laws', ...all.filter((name) => name !== FLOOR && name !== ENGINE)],
      worst.map((row) => [row.name, laws(row), ...all.filter((name) => name !== FLOOR && name !== ENGINE).map((name) => cell(row.outcomes.get(name), false))]));
  }
  if (memory.length) {
    table('Peak memory of one comparison above both texts loaded (from 1 MB on also as times both texts)', ['', ...memory.map((row) => row.name)],
      all.filter((name) => name !== ENGINE).map((name) => [name, ...memory.map((row) => {
        const peak = row.peaks[name];
        return !peak ? '–' : peak.skipped ? peak.skipped : `${size(peak.bytes)}${row.bytes > 1e6 ? ` (${times(peak.bytes / row.bytes)})` : ''}${peak.crude ? ', crude' : ''}`;
      })]));
    const wasm = memory.filter((row) => row.peaks[OWN]?.wasm);
    if (wasm.length) console.log(`\nThe wasm's own memory at its peak: ${wasm.map((row) => `${row.name}: ${size(row.peaks[OWN].wasm)} (${times(row.peaks[OWN].wasm / row.bytes)})`).join(', ')}.`);
  }
  if (steady?.failed) console.log(`\nA hundred comparisons of 100 KB in a row failed: ${steady.failed}.`);
  else if (steady) console.log(`\nThe wasm's memory after 1, 10 and 100 comparisons of 100 KB: ${[steady.first, steady.tenth, steady.last].map(size).join(', ')}.`);
}
