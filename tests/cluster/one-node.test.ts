import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { query } from '../../packages/signal-server/test/support/postgres.ts';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { joinCall } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { type HostPage, startHostPage } from '../faults/host-page.ts';
import { areWhole, bookLinks, haveMoved } from './caller.ts';
import { Cluster } from './cluster.ts';
import type { NodeProcess } from './node-process.ts';

const CALLS = 3;

describe('a balancer that goes by the interview', () => {
  let cluster: Cluster;
  let site: HostPage;
  let browser: Browser;
  before(async () => {
    site = await startHostPage();
    cluster = await Cluster.start({}, site.url, 'by interview');
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await Promise.all([cluster.close(), site.close()]);
  });

  /** Of each interview, how many nodes its people are at. */
  async function nodesOfEach(): Promise<number[]> {
    const rows = await query(
      cluster.database,
      'select count(distinct node_id)::int as n from participants group by interview_id',
    );
    return rows.map(({ n }) => Number(n));
  }

  /** The node that most people joined at. */
  async function busiest(): Promise<NodeProcess> {
    const joins = await Promise.all(
      cluster.nodes.map(async ({ url }) => {
        const metrics = await (await fetch(`${url}/metrics`)).text();
        return Number(/^rendev_joins_total\{kind="joined"\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
      }),
    );
    return cluster.node(joins.indexOf(Math.max(...joins)));
  }

  it('has the people of each at one node, also after theirs is gone', async () => {
    const calls: Page[][] = [];
    for (let call = 0; call < CALLS; call += 1) {
      const pages: Page[] = [];
      for (const link of await bookLinks(cluster, site)) {
        const { page } = await newVisitor(browser);
        await joinCall(page, link);
        pages.push(page);
      }
      calls.push(pages);
    }
    const together = Array.from({ length: CALLS }, () => 1);
    assert.deepEqual(await nodesOfEach(), together);
    await (await busiest()).kill();
    await until('nobody is connected to the node that is gone', () => haveMoved(cluster));
    await until('everybody is back', async () =>
      (await Promise.all(calls.map(areWhole))).every((whole) => whole),
    );
    assert.deepEqual(await nodesOfEach(), together);
  });
});
