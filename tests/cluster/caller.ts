import type { Page } from 'playwright-core';
import { query } from '../../packages/signal-server/test/support/postgres.ts';
import type { HostPage } from '../faults/host-page.ts';
import { viewOf } from '../faults/page-view.ts';
import type { Cluster } from './cluster.ts';

/** Books an interview of two. @returns where each of them comes in, by the balancer */
export async function bookLinks(cluster: Cluster, site: HostPage): Promise<string[]> {
  const { participants } = await cluster.book({
    maxParticipants: 2,
    participants: [
      { role: 'interviewer', name: '인터뷰어' },
      { role: 'candidate', name: '지원자' },
    ],
  });
  const script = `${cluster.url}/rendev-interview.js`;
  const attributes = new URLSearchParams({ script, server: cluster.url }).toString();
  return participants.map(({ code }) => `${site.url}/?${attributes}#code=${code ?? ''}`);
}

/** Whether each of the two is in the call and sees the other as present. */
export async function areWhole(pages: readonly Page[]): Promise<boolean> {
  const views = await Promise.all(pages.map(viewOf));
  return views.every(
    ({ state, others }) => state === 'in-call' && others[0]?.presence === 'connected',
  );
}

/** Whether everybody is at a node that the others have not struck off. */
export async function haveMoved(cluster: Cluster): Promise<boolean> {
  const seats = await query(cluster.database, 'select distinct node_id from participants');
  const alive = await query(cluster.database, 'select id from nodes');
  return seats.every(({ node_id: id }) => alive.some((each) => each['id'] === id));
}
