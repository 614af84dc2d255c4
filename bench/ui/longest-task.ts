import type { Browser, Page } from 'playwright-core';

export interface LongestTask {
  /** From its begin to its end, ms: what a person would wait if the machine had nothing else to do. */
  readonly wallMs: number;
  /** Of processor time on the page's main thread, ms: the same on a machine that others use too. */
  readonly cpuMs: number;
}

/** An event of the Trace Event Format, as far as it is looked at; µs. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const TASK = 'ThreadControllerImpl::RunTask';

/** The longest task of the page's main thread while `act` runs; scripts, layout and paint of a frame. */
export async function longestTask(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<LongestTask> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const mains = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = trace.traceEvents.filter(
    ({ name, ph, pid, tid }) => name === TASK && ph === 'X' && mains.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error('the trace has no tasks');
  const most = (key: 'dur' | 'tdur') =>
    tasks.reduce((longest, task) => Math.max(longest, task[key] ?? 0), 0) / 1_000;
  return { wallMs: most('dur'), cpuMs: most('tdur') };
}
