import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Browser } from 'playwright-core';
import { query } from '../../packages/signal-server/test/support/postgres.ts';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { decodesFrames } from '../e2e/media.ts';
import { joinCall, say, sees } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { type HostPage, startHostPage } from '../faults/host-page.ts';
import { viewOf } from '../faults/page-view.ts';
import { Cluster } from './cluster.ts';

describe('a call of two browsers on two nodes', () => {
  let cluster: Cluster;
  let site: HostPage;
  const browsers: Browser[] = [];
  before(async () => {
    site = await startHostPage();
    cluster = await Cluster.start({}, site.url);
  });
  after(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await Promise.all([cluster.close(), site.close()]);
  });

  it('keeps its media when a node is killed, and goes on elsewhere', async () => {
    const { participants } = await cluster.book({
      maxParticipants: 2,
      participants: [
        { role: 'interviewer', name: '인터뷰어' },
        { role: 'candidate', name: '지원자' },
      ],
    });
    const people = await Promise.all(
      participants.map(async ({ code }) => {
        const browser = await launchBrowser();
        browsers.push(browser);
        const script = `${cluster.url}/rendev-interview.js`;
        const attributes = new URLSearchParams({ script, server: cluster.url }).toString();
        const link = `${site.url}/?${attributes}#code=${code ?? ''}`;
        return { ...(await newVisitor(browser)), link };
      }),
    );
    const [interviewer, candidate] = people;
    assert.ok(interviewer && candidate);
    for (const { page, link } of people) await joinCall(page, link);
    await Promise.all(people.map(({ page }) => decodesFrames(page)));
    await say(interviewer.page, '시작합니다');
    await sees(candidate.page, '시작합니다');
    const made = () =>
      Promise.all(people.map(({ page }) => page.evaluate(() => globalThis.peerConnections.length)));
    const before = await made();
    const isWhole = async () => {
      const views = await Promise.all(people.map(({ page }) => viewOf(page)));
      return views.every(
        ({ state, others }) => state === 'in-call' && others[0]?.presence === 'connected',
      );
    };
    // Each once: whoever is where, everybody has to move.
    for (const node of cluster.nodes) {
      await node.kill();
      await Promise.all(people.map(({ page }) => decodesFrames(page)));
      await until('nobody is connected to the node that is gone', async () => {
        const moved = await query(cluster.database, 'select distinct node_id from participants');
        const alive = await query(cluster.database, 'select id from nodes');
        return moved.every(({ node_id: id }) => alive.some((each) => each['id'] === id));
      });
      await until('each sees the other as present', isWhole);
      await node.start();
    }
    await until('everybody has moved', async () => {
      const rows = await query(cluster.database, 'select reconnects from participants');
      return rows.length === 2 && rows.every(({ reconnects }) => Number(reconnects) >= 1);
    });
    await until('each sees the other as present', isWhole);
    await say(candidate.page, '아직 들립니다');
    await sees(interviewer.page, '아직 들립니다');
    await Promise.all(people.map(({ page }) => decodesFrames(page)));
    assert.deepEqual(await made(), before, 'no peer connection is new');
    assert.deepEqual(
      people.flatMap(({ errors }) => errors),
      [],
    );
  });
});
