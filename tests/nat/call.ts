import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { newVisitor } from '../e2e/browser.ts';
import { decodesFrames } from '../e2e/media.ts';
import { joinCall } from '../e2e/room.ts';
import type { Lab } from './lab.ts';
import type { ServerName } from './lab-contract.ts';
import type { RouterRules } from './router.ts';

export interface CallOptions {
  readonly routers: readonly [RouterRules, RouterRules];
  readonly server?: ServerName;
  readonly relayOnly?: boolean;
  /** Runs in the page of the second home before everything else. */
  readonly tamper?: () => void;
}

export type Pages = readonly [Page, Page];

/** Both people, in the room of a new interview. */
export async function startCall(test: TestContext, lab: Lab, options: CallOptions): Promise<Pages> {
  const { routers, server = 'turn', relayOnly = false, tamper } = options;
  const { homes, browsers, book } = lab;
  const { links } = await book({
    server,
    interview: {
      scheduledAt: new Date().toISOString(),
      relayOnly,
      participants: [
        { role: 'interviewer', name: '인터뷰어' },
        { role: 'candidate', name: '지원자' },
      ],
    },
  });
  const join = async (index: 0 | 1): Promise<Page> => {
    homes[index].setRouter(routers[index]);
    const { page, context } = await newVisitor(browsers[index]);
    test.after(() => context.close());
    if (tamper && index === 1) await page.addInitScript(tamper);
    await joinCall(page, links[index] ?? '');
    return page;
  };
  return Promise.all([join(0), join(1)]);
}

export const bothSee = (pages: Pages): Promise<unknown> =>
  Promise.all(pages.map((page) => decodesFrames(page)));
