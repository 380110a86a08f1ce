// What Chromium traces of a page → how long its tasks worked: processor time, which other work on the machine changes little.
import { type Page, expect } from '@playwright/test';

/** Milliseconds that scripts of the page may work in one task: the bound of the Long Tasks API. */
export const LONG = 50;
/** Milliseconds of work in one task that nobody may have to wait, what the browser lays out and draws included. */
export const STALL = 250;
/** A slow minute may make one task long: what the page does to itself, it does every time. */
export const TRIES = 3;

/** What a trace of Chromium tells of one event: times in microseconds, `tdur` of them worked. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string; data?: { url?: string } };
}

/** Milliseconds that one task of a page worked. */
export interface Task {
  readonly all: number;
  /** In scripts of the page, and in the layout that they ask for; the browser's own layout and drawing is not in it. */
  readonly scripts: number;
}

/** Runs `body` and tells the tasks that the page had meanwhile. */
export async function traceTasks<T>(page: Page, body: () => Promise<T>): Promise<{ told: T; tasks: Task[] }> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    categories: 'devtools.timeline,disabled-by-default-devtools.timeline',
    transferMode: 'ReportEvents',
  });
  const told = await body();
  const complete = new Promise((resolve) => {
    session.once('Tracing.tracingComplete', resolve);
  });
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const tasks = threadsOf(events).flatMap(tasksOf);
  expect(
    tasks.some(({ all }) => all > 0),
    'the trace tells how long tasks worked',
  ).toBeTruthy();
  return { told, tasks };
}

/** The events of each page's main thread, in their order. */
function threadsOf(events: readonly TraceEvent[]): TraceEvent[][] {
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const pages = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(thread),
  );
  return [...pages].map((one) => events.filter((event) => thread(event) === one).sort((a, b) => a.ts - b.ts));
}

function tasksOf(events: readonly TraceEvent[]): Task[] {
  const tasks: { all: number; scripts: number }[] = [];
  let taskEnd = 0;
  let scriptEnd = 0;
  for (const event of events) {
    const { name, ts, dur = 0, tdur = 0 } = event;
    if (name === 'RunTask') {
      tasks.push({ all: tdur / 1000, scripts: 0 });
      taskEnd = ts + dur;
    } else if (isScript(event) && ts < taskEnd && ts >= scriptEnd) {
      tasks.at(-1)!.scripts += tdur / 1000;
      scriptEnd = ts + dur;
    }
  }
  return tasks;
}

/** A call of the page's own scripts, or what follows a promise; not what the driver of the test calls, which has no address. */
const isScript = ({ name, args }: TraceEvent): boolean =>
  name === 'RunMicrotasks' || (name === 'FunctionCall' && Boolean(args?.data?.url?.startsWith('http')));

/**
 * Runs `body` and tells the milliseconds that each long task of the page worked meanwhile: not how long it took, which on a
 * machine with other work says nothing of the page. Only Chromium tells.
 */
export async function longTasks<T>(
  page: Page,
  browserName: string,
  body: () => Promise<T>,
): Promise<{ told: T; tasks: number[] }> {
  if (browserName !== 'chromium') return { told: await body(), tasks: [] };
  const { told, tasks } = await traceTasks(page, body);
  return { told, tasks: tasks.map(({ all }) => Math.round(all)).filter((ms) => ms >= LONG) };
}

/**
 * Milliseconds that `unitOfWork` takes on a machine for which the bounds are as they stand; a slower one gets more. A small virtual
 * machine with two cores took 27 ms at rest: there a script may work 135 ms.
 */
const UNIT_AT_REST = 10;

/** How many times slower than that machine this one is now: what the same work takes, in elements and words as a page has them. */
export async function slowdown(page: Page): Promise<number> {
  const unitOfWork = (): number => {
    let length = 0;
    for (let round = 0; round < 8; round++) {
      const box = document.createElement('div');
      for (let i = 0; i < 500; i++) {
        const line = document.createElement('p');
        line.className = `line${i % 7}`;
        line.append(`In week ${i} the harbour counted ${i * round} visitors.`, document.createElement('i'));
        box.append(line);
      }
      length += [...box.textContent.matchAll(/\p{L}+/gu)].map(([word]) => word.toLowerCase()).sort().length;
    }
    return length;
  };
  const units: number[] = [];
  for (let i = 0; i < 5; i++) {
    const { tasks } = await traceTasks(page, () => page.evaluate(unitOfWork));
    units.push(Math.max(...tasks.map(({ all }) => all)));
  }
  return Math.max(1, units.sort((a, b) => a - b)[2]! / UNIT_AT_REST);
}
