import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type EntryResponse, PROTOCOL_VERSION } from '@rendev/interview-protocol';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { type Demo, startDemo } from '../../scripts/demo/demo.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { joinCall } from '../e2e/room.ts';
import { smallPictures } from '../e2e/small-pictures.ts';
import { until } from '../e2e/until.ts';
import { type Counters, countersOf, watchWeakly } from './counters.ts';
import { visit } from './visits.ts';

const WARM_UP = 20;
/** What may be held more than after the warm-up: caches, never something for each visit. */
const SLACK = 40;
/** What is held for longer is held for good. */
const SETTLED_MS = 20_000;

describe('somebody who comes and goes 300 times', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rendev-leaks-'));
  let demo: Demo;
  let browser: Browser;
  let store: DatabaseSync;
  let ticket: string;
  let host: Watched;
  let guest: Watched;

  before(async () => {
    demo = await startDemo({ port: 0, serverPort: 0, lang: 'ko', synthetic: false, folder });
    store = new DatabaseSync(join(folder, 'rendev.sqlite'), { readOnly: true });
    browser = await launchBrowser();
    host = await watched(browser);
    guest = await watched(browser);
    await joinCall(host.page, demo.interviewerUrl);
    await guest.page.goto(demo.pageUrl);
    ticket = await candidateTicket(demo);
  });
  after(async () => {
    await browser.close();
    store.close();
    await demo.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [elements, times] of [
    ['the same', 200],
    ['new ones', 100],
  ] as const) {
    it(`leaves nothing behind in either page after ${times} visits by ${elements}`, async () => {
      await visit(guest.page, { times: WARM_UP, ticket, elements });
      await alone();
      const [hostBefore, guestBefore] = await Promise.all([counters(host), counters(guest)]);

      await visit(guest.page, { times: times - WARM_UP, ticket, elements });
      await alone();
      await assertNoMore(guest, guestBefore);
      await assertNoMore(host, hostBefore);
      assert.equal((await counters(guest)).liveTracks, 0);
    });
  }

  it('leaves one row for each person at the server, and no connection', async () => {
    const row = store.prepare(
      'select count(*) as people, count(connection_id) as connected from participants',
    );
    await until('the server has one connection', () => row.get()?.['connected'] === 1);
    assert.equal(row.get()?.['people'], 2);
    // Node counts both ends of the test's own requests; each websocket would be one more.
    const sockets = process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap');
    assert.ok(sockets.length < SLACK, `${sockets.length} sockets are open`);
  });

  it('throws nothing in either page', () => {
    assert.deepEqual([...host.errors, ...guest.errors], []);
  });

  /** The person who stays sees nobody any more. */
  const alone = (): Promise<void> =>
    until('the other person is gone', () =>
      host.page.evaluate(
        () => document.querySelector('rendev-interview')?.participants.length === 0,
      ),
    );
});

/** A code may be shown so often a minute only; a ticket of it, as often as somebody comes. */
async function candidateTicket({ serverUrl, candidateUrl }: Demo): Promise<string> {
  const code = new URL(candidateUrl).hash.replace('#code=', '');
  const answer = await fetch(`${serverUrl}/v1/entries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: PROTOCOL_VERSION, code }),
  });
  assert.equal(answer.status, 200);
  return ((await answer.json()) as EntryResponse).ticket;
}

interface Watched {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly errors: string[];
}

async function watched(browser: Browser): Promise<Watched> {
  const context = await browser.newContext({ locale: 'ko-KR' });
  const page = await context.newPage();
  await page.addInitScript(watchWeakly);
  await page.addInitScript(smallPictures);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  return { page, cdp: await context.newCDPSession(page), errors };
}

const counters = ({ page, cdp }: Watched): Promise<Counters> => countersOf(page, cdp);

/** Soon, if not at once: a timer may hold what the last visit made for a second or two. */
async function assertNoMore(of: Watched, before: Counters): Promise<void> {
  let now = await counters(of);
  const isMore = () =>
    now.openConnections > 0 ||
    (['heldConnections', 'listeners', 'documents', 'nodes'] as const).some(
      (what) => now[what] > before[what] + SLACK,
    );
  const deadline = Date.now() + SETTLED_MS;
  while (isMore() && Date.now() < deadline) now = await counters(of);
  assert.ok(!isMore(), `${JSON.stringify(before)} became ${JSON.stringify(now)}`);
}
