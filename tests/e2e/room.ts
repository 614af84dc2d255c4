import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Demo, startDemo, startDemoFor } from '../../scripts/demo/demo.ts';
import type { HostPage } from '../../scripts/demo/host-page.ts';
import { until } from './until.ts';

/**
 * The server and host page of `npm start`, on free ports, with a store that is thrown away.
 *
 * @param page another host page
 */
export async function startTestDemo(
  environment: Readonly<Record<string, string>> = {},
  page?: HostPage,
): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'rendev-e2e-'));
  const options = {
    port: 0,
    serverPort: 0,
    lang: 'ko',
    synthetic: false,
    folder,
    environment,
  } as const;
  const demo = page === undefined ? await startDemo(options) : await startDemoFor(page, options);
  return {
    ...demo,
    close: async () => {
      await demo.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const stateOf = (page: Page): Promise<string | null> =>
  page.locator('rendev-interview').getAttribute('state');

export function reaches(page: Page, state: string, timeoutMs?: number): Promise<void> {
  return until(`the state is ${state}`, async () => (await stateOf(page)) === state, timeoutMs);
}

/** Opens a link with the code in its fragment and passes the door. */
export async function openLobby(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: '인터뷰 입장' }).click();
  await reaches(page, 'lobby');
}

/** From the link into the call. */
export async function joinCall(page: Page, link: string): Promise<void> {
  await openLobby(page, link);
  await page.getByRole('button', { name: '입장하기' }).click();
  await reaches(page, 'in-call');
}

/** Writes a message and sends it with Enter. The panel opens if it is closed. */
export async function say(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: '메시지' });
  if (!(await field.isVisible())) await page.getByRole('button', { name: '채팅' }).click();
  await field.fill(text);
  await field.press('Enter');
}

export async function sees(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor();
}
