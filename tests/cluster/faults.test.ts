import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { query } from '../../packages/signal-server/test/support/postgres.ts';
import { until } from '../e2e/until.ts';
import { Cluster } from './cluster.ts';
import { Person } from './person.ts';

describe('a cluster of which something fails', () => {
  let cluster: Cluster;
  const people: Person[] = [];
  before(async () => {
    cluster = await Cluster.start();
  });
  afterEach(() => {
    for (const person of people.splice(0)) person.close();
  });
  after(() => cluster.close());

  /** One person on each node, who come back by the balancer. */
  async function gather(): Promise<{ id: string; all: Person[] }> {
    const { id } = await cluster.book();
    const all = await Promise.all(
      cluster.nodes.map(async (node, n) => {
        const name = `P${n}`;
        const ticket = await cluster.ticket({ id }, name);
        return Person.join(name, ticket, { first: node.url, home: cluster.url });
      }),
    );
    people.push(...all);
    await until('everybody sees the others', () => all.every((one) => one.sees().length === 2));
    return { id, all };
  }

  /** Everybody writes while the fault happens and until it is over. */
  async function writeThrough(all: readonly Person[], fault: () => Promise<void>): Promise<number> {
    let over = false;
    const written = all.map(async (person) => {
      let count = 0;
      for (; !over || count < 10; count++) await person.say(`${person.name} says ${count}`);
      return count;
    });
    await fault();
    over = true;
    return (await Promise.all(written)).reduce((sum, count) => sum + count, 0);
  }

  /** Nobody lacks a message, has one twice or in another place; everybody sees everybody. */
  async function isWhole(id: string, all: readonly Person[], written: number): Promise<void> {
    await until('everybody has every message', () =>
      all.every(({ messages }) => messages.length === written),
    );
    const stored = await query(
      cluster.database,
      `select text from messages where interview_id = '${id}' order by seq`,
    );
    const texts = stored.map(({ text }) => text);
    assert.equal(texts.length, written);
    assert.equal(new Set(texts).size, written, 'none twice');
    for (const person of all) {
      assert.deepEqual(person.texts(), texts);
      const own = texts.filter((text) => String(text).startsWith(`${person.name} `));
      const inOrder = own.map((_, n) => `${person.name} says ${n}`);
      assert.deepEqual(own, inOrder);
    }
    await until('everybody sees the others', () => all.every((one) => one.sees().length === 2));
    assert.deepEqual(
      all.flatMap(({ departures }) => departures),
      [],
    );
  }

  it('loses a node: its people come back elsewhere, and nothing of the chat is lost', async (t) => {
    const { id, all } = await gather();
    const [, lost] = all;
    assert.ok(lost);
    const written = await writeThrough(all, async () => {
      await cluster.node(1).kill();
      await until('the person is back', () => lost.joins >= 2);
    });
    await isWhole(id, all, written);
    assert.deepEqual(
      all.map(({ joins }) => joins),
      [1, 2, 1],
    );
    t.diagnostic(`away for ${Math.round(lost.absences[0] ?? 0)} ms, ${written} messages`);
    await cluster.node(1).start();
  });

  it('loses a node with people who do not come back: one node says so, once', async () => {
    const { all } = await gather();
    const [first, lost, third] = all;
    assert.ok(first && lost && third);
    await cluster.node(1).kill();
    lost.close();
    await until('the others see it', () =>
      [first, third].every((one) => !one.sees().includes('P1')),
    );
    await until('they left', () => [first, third].every((one) => one.departures.length > 0));
    assert.deepEqual([first.departures, third.departures], [[lost.id], [lost.id]]);
    await cluster.node(1).start();
  });

  it('goes on through a restart of Redis', async () => {
    const { id, all } = await gather();
    const written = await writeThrough(all, async () => {
      await cluster.redis.stop();
      // Everybody writes on: by the store, though no other node hears of it.
      await all[0]?.say('P0 is not heard elsewhere').catch(() => undefined);
      await cluster.redis.start();
      await until('everybody got a fresh snapshot', () => all.every(({ joins }) => joins >= 2));
    });
    await isWholeWith(id, all, written + 1);
  });

  it('tells an end of which no other node heard, and hears the last report', async () => {
    const { id, all } = await gather();
    await cluster.redis.stop();
    await cluster.ask(`/v1/interviews/${id}/end`, {});
    const report = { good: 7, weak: 0, lost: 0, relayed: false };
    await Promise.all(
      all.map(async ({ client }) => {
        assert.deepEqual(await client.event('interview:ended'), { reason: 'ended' });
        assert.deepEqual(await client.send('participant:report', report), { ok: true });
        await client.closed();
        assert.deepEqual(client.all('session:closed'), []);
      }),
    );
    await cluster.redis.start();
  });

  async function isWholeWith(id: string, all: readonly Person[], written: number): Promise<void> {
    await until('everybody has every message', () =>
      all.every(({ messages }) => messages.length === written),
    );
    const stored = await query(
      cluster.database,
      `select text from messages where interview_id = '${id}' order by seq`,
    );
    for (const person of all) {
      assert.deepEqual(
        person.texts(),
        stored.map(({ text }) => text),
      );
    }
    await until('everybody sees the others', () => all.every((one) => one.sees().length === 2));
  }

  it('goes on through a restart of PostgreSQL', async () => {
    const { id, all } = await gather();
    const written = await writeThrough(all, async () => {
      await cluster.postgres.stop();
      await cluster.postgres.start();
      await until('the nodes are ready', async () => {
        const ready = await Promise.all(
          cluster.nodes.map(async ({ url }) => (await fetch(`${url}/readyz`)).ok),
        );
        return ready.every(Boolean);
      });
    });
    await isWhole(id, all, written);
  });

  it('notices who went while PostgreSQL was away', async () => {
    const { all } = await gather();
    const [first, gone, third] = all;
    assert.ok(first && gone && third);
    await cluster.postgres.stop();
    gone.close();
    await cluster.postgres.start();
    await until('the others see it', () =>
      [first, third].every((one) => !one.sees().includes('P1')),
    );
  });
});
