import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PROTOCOL_VERSION, type ProblemDetails, REACTIONS } from '@rendev/interview-protocol';
import { RATES } from '../../packages/signal-server/src/realtime/rate-limits.ts';
import { Client, newMessageId } from '../../packages/signal-server/test/realtime/client.ts';
import { until } from '../e2e/until.ts';
import { Cluster } from './cluster.ts';
import { Person } from './person.ts';

describe('the limits of a cluster', () => {
  let cluster: Cluster;
  const people: Person[] = [];
  before(async () => {
    cluster = await Cluster.start();
  });
  after(async () => {
    for (const person of people) person.close();
    await cluster.close();
  });

  /** Asks one node after the other, as a balancer would for that address. @returns how often what */
  async function ask(
    times: number,
    ip: string,
    path: string,
    body?: (n: number) => object,
  ): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (let n = 0; n < times; n++) {
      const answer = await fetch(cluster.node(n % 3).url + path, {
        headers: { 'x-forwarded-for': ip, 'content-type': 'application/json' },
        ...(body && { method: 'POST', body: JSON.stringify(body(n)) }),
      });
      const { code } = (await answer.json()) as ProblemDetails;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    return counts;
  }

  it('count the codes that an address tries on all nodes together', async () => {
    const guess = (n: number) => ({
      protocol: PROTOCOL_VERSION,
      code: `AAAA-${String(n).padStart(4, '0')}`,
      name: 'Guesser',
    });
    const answers = await ask(30, '192.0.2.1', '/v1/entries', guess);
    assert.deepEqual(answers, { 'code-invalid': 10, 'rate-limited': 20 });
    assert.deepEqual(await ask(1, '192.0.2.2', '/v1/entries', guess), { 'code-invalid': 1 });
  });

  it('count the requests of an address on all nodes together', async () => {
    const answers = await ask(630, '192.0.2.3', '/v1/interviews');
    assert.deepEqual(answers, { unauthorized: 600, 'rate-limited': 30 });
  });

  it('count what an interview sends on all nodes together', async () => {
    const interview = await cluster.book();
    const tickets = await Promise.all(
      Array.from({ length: 6 }, (_, n) => cluster.ticket(interview, `P${n}`)),
    );
    // By the limit of a node alone the next message passes in less than this.
    const long = 1_000;
    const waiting = new Set<number>();
    /** By a new connection, whose own limit is fresh. */
    const flood = async (ticket: string, n: number) => {
      const client = new Client(cluster.node(n % 3).url, { ticket });
      await client.snapshot();
      const answers = await Promise.all(
        // Of what costs the store nothing, so that a slow one does not bound it before the limit.
        Array.from({ length: RATES.reaction.burst }, () =>
          client.send('participant:react', { reaction: REACTIONS[0] }),
        ),
      );
      client.close();
      const waits = answers.map((one) => (one.ok ? 0 : (one.error.retryAfterMs ?? 0)));
      if (Math.max(...waits) > long) waiting.add(n % 3);
    };
    await until('the room has to wait on every node', async () => {
      await Promise.all(tickets.map(flood));
      return waiting.size === 3;
    });
    const another = await cluster.book();
    const bystander = await Person.join('B', await cluster.ticket(another, 'B'), {
      first: cluster.node(0).url,
    });
    people.push(bystander);
    const answer = await bystander.client.send('chat:send', { id: newMessageId(), text: 'calm' });
    assert.ok(answer.ok);
  });
});
