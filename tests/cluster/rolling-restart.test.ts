import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '../e2e/until.ts';
import { Cluster } from './cluster.ts';
import { Person } from './person.ts';

const INTERVIEWS = 50;
const PEOPLE_EACH = 4;

describe('a rolling restart under 200 people', () => {
  let cluster: Cluster;
  const people: Person[] = [];
  before(async () => {
    // Longer than the balancer needs to see that a node is not ready.
    cluster = await Cluster.start({ RENDEV_DRAIN_MS: '3000' });
  });
  after(async () => {
    for (const person of people) person.close();
    await cluster.close();
  });

  it('refuses nobody, and loses nobody', async (t) => {
    for (let n = 0; n < INTERVIEWS; n++) {
      const interview = await cluster.book({ maxParticipants: PEOPLE_EACH });
      const joined = await Promise.all(
        Array.from({ length: PEOPLE_EACH }, async (_, k) => {
          const name = `${n}-${k}`;
          const ticket = await cluster.ticket(interview, name);
          return Person.join(name, ticket, { first: cluster.url });
        }),
      );
      people.push(...joined);
    }
    const areTogether = () => people.every((one) => one.sees().length === PEOPLE_EACH - 1);
    await until('everybody sees the others', areTogether);

    for (const node of cluster.nodes) {
      await node.stop();
      await until('everybody is back', () =>
        people.every(({ client }) => client.socket.connected && areTogether()),
      );
      await node.start();
    }
    await until('everybody sees the others', areTogether);
    assert.deepEqual(
      people.flatMap(({ refusals }) => refusals),
      [],
    );
    assert.deepEqual(
      people.flatMap(({ departures }) => departures),
      [],
    );
    assert.ok(
      people.some(({ joins }) => joins > 1),
      'people were on the nodes that went',
    );
    const absences = people.flatMap((one) => one.absences).sort((a, b) => a - b);
    const at = (share: number) => Math.round(absences[Math.floor(share * absences.length)] ?? 0);
    t.diagnostic(`${absences.length} moves: median ${at(0.5)} ms, 99 % ${at(0.99)} ms away`);
    for (const person of people) await person.say(`${person.name} is here`);
    await until('everybody reads everybody', () =>
      people.every(({ messages }) => messages.length === PEOPLE_EACH),
    );
  });
});
