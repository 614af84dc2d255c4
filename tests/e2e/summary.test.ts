import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { InterviewSummary } from '@rendev/interview-protocol';
import type { Browser } from 'playwright-core';
import type { Demo } from '../../scripts/demo/demo.ts';
import { launchBrowser, newVisitor } from './browser.ts';
import { decodesFrames } from './media.ts';
import { joinCall, reaches, startTestDemo } from './room.ts';
import { until } from './until.ts';

describe('the summary of a call in two browsers', () => {
  let demo: Demo;
  let browser: Browser;

  before(async () => {
    demo = await startTestDemo();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await demo.close();
  });

  async function read(path: string): Promise<Response> {
    const headers = { authorization: `Bearer ${demo.apiKey}` };
    const response = await fetch(`${demo.serverUrl}${path}`, { headers });
    assert.equal(response.status, 200, path);
    return response;
  }

  /** Two people who have seen each other for two seconds. */
  async function callOfTwo() {
    const { id, participants } = await demo.book({
      title: 'Backend role',
      scheduledAt: new Date().toISOString(),
      timeZone: 'Asia/Seoul',
      participants: [
        { role: 'interviewer', name: 'Jiwoo' },
        { role: 'candidate', name: 'Minho' },
      ],
    });
    const visitors = await Promise.all(participants.map(() => newVisitor(browser)));
    for (const [place, { page }] of visitors.entries()) {
      await joinCall(page, `${demo.pageUrl}/#code=${participants[place]?.code ?? ''}`);
    }
    await Promise.all(visitors.map(({ page }) => decodesFrames(page)));
    const together = Date.now();
    await until('there is something to report', () => Date.now() > together + 2_000);
    return { id, visitors };
  }

  it('has the quality that both pages reported, and /metrics has it with the set-up', async () => {
    const { id, visitors } = await callOfTwo();
    for (const { page } of visitors) {
      await page.getByRole('button', { name: '나가기' }).click();
      await reaches(page, 'ended');
    }

    let people: InterviewSummary['people'] = [];
    await until('both have left', async () => {
      const response = await read(`/v1/interviews/${id}/summary`);
      ({ people } = (await response.json()) as InterviewSummary);
      return people.flatMap(({ stays }) => stays).every(({ to }) => to !== null);
    });
    assert.deepEqual(
      people.map(({ name }) => name),
      ['Jiwoo', 'Minho'],
    );
    const total = { good: 0, weak: 0, lost: 0 };
    for (const { quality, attendedSeconds } of people) {
      assert.ok(quality);
      const { goodSeconds: good, weakSeconds: weak, lostSeconds: lost, relayed } = quality;
      assert.ok(good > 0, JSON.stringify(quality));
      assert.ok(good + weak + lost <= attendedSeconds + 1, JSON.stringify(quality));
      assert.equal(relayed, false);
      total.good += good;
      total.weak += weak;
      total.lost += lost;
    }

    const lines = (await (await read('/metrics')).text()).split('\n');
    const value = (series: string) =>
      Number(lines.find((line) => line.startsWith(`${series} `))?.slice(series.length));
    for (const [quality, seconds] of Object.entries(total)) {
      assert.equal(value(`rendev_quality_seconds_total{quality="${quality}"}`), seconds, quality);
    }
    assert.equal(value('rendev_setup_seconds_count'), 2);
    assert.ok(value('rendev_setup_seconds_sum') > 0);
    assert.ok(value('rendev_setup_seconds_bucket{le="30"}') === 2, 'no waiting is counted');
    assert.deepEqual(
      visitors.flatMap(({ errors }) => errors),
      [],
    );
  });

  it('has it also where the site ends the interview', async () => {
    const { id, visitors } = await callOfTwo();
    const ended = await fetch(`${demo.serverUrl}/v1/interviews/${id}/end`, {
      method: 'POST',
      headers: { authorization: `Bearer ${demo.apiKey}` },
    });
    assert.equal(ended.status, 200);
    for (const { page } of visitors) await reaches(page, 'ended');
    await until('both have reported', async () => {
      const response = await read(`/v1/interviews/${id}/summary`);
      const { people } = (await response.json()) as InterviewSummary;
      return people.length === 2 && people.every(({ quality }) => (quality?.goodSeconds ?? 0) > 0);
    });
    assert.deepEqual(
      visitors.flatMap(({ errors }) => errors),
      [],
    );
  });
});
