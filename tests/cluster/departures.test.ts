import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { query } from '../../packages/signal-server/test/support/postgres.ts';
import { until } from '../e2e/until.ts';
import { Cluster } from './cluster.ts';
import { Person } from './person.ts';

const ROOMS = 10;

describe('a departure', () => {
  let cluster: Cluster;
  const people: Person[] = [];
  before(async () => {
    cluster = await Cluster.start({ RENDEV_GRACE_MS: '1500' });
  });
  after(async () => {
    for (const person of people) person.close();
    await cluster.close();
  });

  it('is announced by one node only, though all three look for it at once', async () => {
    const rooms = await Promise.all(
      Array.from({ length: ROOMS }, async () => {
        const interview = await cluster.book();
        const [a, b, c, ghost] = await Promise.all(
          ['A', 'B', 'C', 'Ghost'].map(async (name, n) => {
            const ticket = await cluster.ticket(interview, name);
            const person = await Person.join(name, ticket, { first: cluster.node(n % 3).url });
            people.push(person);
            return person;
          }),
        );
        assert.ok(a && b && c && ghost);
        return { interview, stayers: [a, b, c], ghost };
      }),
    );
    for (const { ghost } of rooms) {
      // Without a goodbye: found by its time alone.
      await ghost.client.vanish();
      ghost.close();
    }
    await until('everybody has heard of it', () =>
      rooms.every(({ stayers }) => stayers.every(({ departures }) => departures.length > 0)),
    );
    // A later word has come to everybody: what did not come before it does not come.
    await Promise.all(rooms.flatMap(({ stayers }) => stayers.map((one) => one.say('after'))));
    await until('everybody has the later words', () =>
      rooms.every(({ stayers }) => stayers.every(({ messages }) => messages.length === 3)),
    );
    for (const { stayers, ghost } of rooms) {
      for (const { departures } of stayers) assert.deepEqual(departures, [ghost.id]);
    }
    const open = await query(
      cluster.database,
      `select count(*)::int as n from stays where to_at is not null`,
    );
    assert.equal(open[0]?.['n'], ROOMS);
  });
});
