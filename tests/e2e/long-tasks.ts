// How long the tasks of a page are.
import { type Page, expect } from '@playwright/test';

/** Milliseconds of work in one task of the page that nobody may have to wait. The aim is 50 on a machine at rest. */
export const STALL = 250;
/** A slow minute may make one task long: what the page does to itself, it does every time. */
export const TRIES = 3;

/** What a trace of Chromium tells of one event: times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
  args?: { name?: string };
}

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
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    categories: 'disabled-by-default-devtools.timeline',
    transferMode: 'ReportEvents',
  });
  const told = await body();
  const complete = new Promise((resolve) => {
    session.once('Tracing.tracingComplete', resolve);
  });
  await session.send('Tracing.end');
  await complete;
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const pages = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(thread),
  );
  const tasks = events.filter((event) => event.name === 'RunTask' && pages.has(thread(event)));
  expect(
    tasks.some(({ tdur = 0 }) => tdur > 0),
    'the trace tells how long tasks worked',
  ).toBeTruthy();
  return { told, tasks: tasks.map(({ tdur = 0 }) => Math.round(tdur / 1000)).filter((ms) => ms >= 50) };
}
