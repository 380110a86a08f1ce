// The output of `npm test` -> its last line, `N passed, N failed`: `node .ci/sum.mjs LOG FAILED_STEPS`.
// A suite that ran no test counts as failed, and so does a step that failed without a failed test (what does not compile, say).
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const [log, failedSteps] = process.argv.slice(2);
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const suites = new Map(
  Object.keys(scripts)
    .filter((name) => name.startsWith('test:'))
    .map((name) => [name, { passed: 0, failed: 0 }]),
);

/** How the runners tell their results: cargo and wasm-bindgen, Node, vitest, Playwright. */
const passed = [/^test result: .*? (\d+) passed/, /^(?:#|ℹ) pass (\d+)/, /^ *Tests .*?(\d+) passed/, /^ +(\d+) passed \(/, /^ +(\d+) flaky$/];
const failed = [
  /^test result: .*?(\d+) failed/,
  /^(?:#|ℹ) (?:fail|cancelled) (\d+)/,
  /^ *Tests .*?(\d+) failed/,
  /^ +(\d+) (?:failed|interrupted|did not run)$/,
];
const first = (patterns, line) => Number(patterns.map((pattern) => pattern.exec(line)?.[1]).find(Boolean) ?? 0);

let suite = { passed: 0, failed: 0 };
for (const line of stripVTControlCharacters(readFileSync(log, 'utf8')).split('\n')) {
  // npm tells which script it runs.
  const name = /^> \S+ (test:\S+)/.exec(line)?.[1];
  if (name) suite = suites.get(name) ?? suite;
  suite.passed += first(passed, line);
  suite.failed += first(failed, line);
}

console.log();
const sum = { passed: 0, failed: 0 };
for (const [name, { passed: good, failed: bad }] of suites) {
  const ran = good + bad > 0;
  console.log(ran ? `${name}: ${good} passed, ${bad} failed` : `${name}: no test ran`);
  sum.passed += good;
  sum.failed += ran ? bad : 1;
}
sum.failed = Math.max(sum.failed, Number(failedSteps));
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
