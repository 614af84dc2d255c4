import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Browser } from 'playwright-core';
import { query } from '../../packages/signal-server/test/support/postgres.ts';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { decodesFrames } from '../e2e/media.ts';
import { joinCall, say, sees } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { type HostPage, startHostPage } from '../faults/host-page.ts';
import { areWhole, bookLinks, haveMoved } from './caller.ts';
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
    const links = await bookLinks(cluster, site);
    const people = await Promise.all(
      links.map(async (link) => {
        const browser = await launchBrowser();
        browsers.push(browser);
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
    const isWhole = () => areWhole(people.map(({ page }) => page));
    // Each once: whoever is where, everybody has to move.
    for (const node of cluster.nodes) {
      await node.kill();
      await Promise.all(people.map(({ page }) => decodesFrames(page)));
      await until('nobody is connected to the node that is gone', () => haveMoved(cluster));
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
