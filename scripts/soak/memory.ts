import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

/** MB (10^6 bytes). */
export interface Memory {
  /** JavaScript heap of a page, after its garbage was collected. */
  readonly pageHeap: number;
  /** Resident memory of the page's process. */
  readonly page: number;
  readonly server: number;
}

/** @param browser with this one page, so that its largest renderer is the page's */
export async function readMemory(browser: Browser, page: Page, serverUrl: string): Promise<Memory> {
  const [pageHeap, pageProcess, server] = await Promise.all([
    heapOf(page),
    rendererOf(browser),
    residentOf(serverUrl),
  ]);
  return { pageHeap, page: pageProcess, server };
}

async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize / 1e6;
}

async function rendererOf(browser: Browser): Promise<number> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return Math.max(...renderers.map(({ id }) => residentKb(id))) / 1e3;
}

/** Of Linux (proc(5)), in units of 1024 bytes there, 1000 here. */
function residentKb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return (Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) * 1_024) / 1_000;
}

async function residentOf(serverUrl: string): Promise<number> {
  const metrics = await (await fetch(`${serverUrl}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1] ?? 0) / 1e6;
}

export interface Trend {
  /** Per reading, by least squares. */
  readonly slope: number;
  /** How much of the change the line explains, 0 to 1. */
  readonly fit: number;
  /** A line that explains most, and that adds up to more than a tenth over all readings. */
  readonly grows: boolean;
}

export function trendOf(values: readonly number[]): Trend {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let across = 0;
  let spread = 0;
  let together = 0;
  values.forEach((value, index) => {
    across += (index - middle) ** 2;
    spread += (value - mean) ** 2;
    together += (index - middle) * (value - mean);
  });
  const slope = across > 0 ? together / across : 0;
  const fit = spread > 0 ? together ** 2 / (across * spread) : 0;
  return { slope, fit, grows: fit > 0.8 && slope * (values.length - 1) > mean / 10 };
}
