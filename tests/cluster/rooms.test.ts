import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { systemClock } from '../../packages/signal-server/src/clock.ts';
import { HostsService } from '../../packages/signal-server/src/hosts/hosts-service.ts';
import { openDatabase } from '../../packages/signal-server/src/storage/database.ts';
import { until } from '../e2e/until.ts';
import { Cluster } from './cluster.ts';
import { Person } from './person.ts';

describe('people of one interview on different nodes', () => {
  let cluster: Cluster;
  const people: Person[] = [];
  before(async () => {
    cluster = await Cluster.start({ RENDEV_GRACE_MS: '2000' });
  });
  after(async () => {
    for (const person of people) person.close();
    await cluster.close();
  });

  async function join(
    interview: { id: string },
    name: string,
    node: number,
    role?: 'interviewer',
  ): Promise<Person> {
    const ticket = await cluster.ticket(interview, name, role);
    const person = await Person.join(name, ticket, { first: cluster.node(node).url });
    people.push(person);
    return person;
  }

  it('see each other come, change and go', async () => {
    const interview = await cluster.book();
    const a = await join(interview, 'A', 0);
    const b = await join(interview, 'B', 1);
    const c = await join(interview, 'C', 2);
    const all = [a, b, c];
    await until('everybody sees the other two', () => all.every((one) => one.sees().length === 2));
    assert.deepEqual(a.sees(), ['B', 'C']);
    await b.client.send('participant:hand', { raised: true });
    await until('the hand is seen everywhere', () =>
      [a, c].every((one) => one.roster.get(b.id)?.handRaisedAt !== null),
    );
    await c.client.send('participant:leave', {});
    await until('the leaving is heard', () => [a, b].every((one) => !one.roster.has(c.id)));
    assert.deepEqual([a.departures, b.departures], [[c.id], [c.id]]);
  });

  it('signal to one page, in order, and hear when it is not there', async () => {
    const interview = await cluster.book();
    const a = await join(interview, 'A', 0);
    const b = await join(interview, 'B', 1);
    const c = await join(interview, 'C', 2);
    const to = (person: Person, n: number) => ({
      to: person.id,
      toEpoch: person.epoch,
      link: 'link-0001',
      candidates: [{ candidate: `candidate:${n} 1 udp 1 a 1 typ host`, sdpMid: '0' }],
    });
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    const answers = await Promise.all(numbers.map((n) => a.client.send('signal:send', to(b, n))));
    assert.ok(answers.every(({ ok }) => ok));
    await b.client.until('all signals', () =>
      b.client.all('signal').length === numbers.length ? true : undefined,
    );
    const got = b.client.all('signal').map((signal) => {
      assert.ok('candidates' in signal);
      return Number(/candidate:(\d+)/.exec(signal.candidates[0]?.candidate ?? '')?.[1]);
    });
    assert.deepEqual(got, numbers);
    assert.deepEqual(c.client.all('signal'), []);
    const another = await a.client.send('signal:send', { ...to(b, 1), toEpoch: 'an-older-page' });
    assert.equal(another.ok ? 'ok' : another.error.code, 'participant-unknown');
  });

  it('chat in one order, however many write at once', async () => {
    const interview = await cluster.book();
    const all = await Promise.all([0, 1, 2].map((node) => join(interview, `P${node}`, node)));
    await Promise.all(
      all.flatMap((person) =>
        Array.from({ length: 15 }, (_, n) => person.say(`${person.name} ${n}`)),
      ),
    );
    await until('everybody has every message', () =>
      all.every(({ messages }) => messages.length === 45),
    );
    const [first] = all;
    for (const person of all) {
      assert.deepEqual(
        person.messages.map(({ seq }) => seq),
        Array.from({ length: 45 }, (_, n) => n + 1),
      );
      assert.deepEqual(person.texts(), first?.texts());
    }
  });

  it('are let in, sent back and put out by an interviewer on another node', async () => {
    const interview = await cluster.book({ admission: 'knock' });
    const host = await join(interview, 'Host', 0, 'interviewer');
    const guest = await join(interview, 'Guest', 1);
    await until('the interviewer sees who waits', () => host.roster.has(guest.id));
    assert.deepEqual(await host.client.send('participant:admit', { id: guest.id }), { ok: true });
    await until('the guest is inside', () => guest.sees().includes('Host'));
    assert.deepEqual(await host.client.send('participant:lobby', { id: guest.id }), { ok: true });
    await until('the guest waits again', () => guest.roster.size === 0);
    await host.client.send('participant:admit', { id: guest.id });
    await until('the guest is inside again', () => guest.sees().includes('Host'));
    const removed = await host.client.send('participant:remove', { id: guest.id, word: 'Bye' });
    assert.deepEqual(removed, { ok: true });
    const closed = await guest.client.event('session:closed');
    assert.deepEqual([closed.code, closed.word], ['removed', 'Bye']);
  });

  it('keep one seat: the newest page has it, wherever it connects', async () => {
    const interview = await cluster.book();
    const ticket = await cluster.ticket(interview, 'Twice');
    const older = await Person.join('Twice', ticket, { first: cluster.node(0).url });
    const newer = await Person.join('Twice', ticket, { first: cluster.node(2).url });
    people.push(older, newer);
    assert.equal(newer.id, older.id);
    assert.equal((await older.client.event('session:closed')).code, 'duplicate-session');
    older.close();
  });

  it('hear of the end and of changes that another node was asked for', async () => {
    const interview = await cluster.book();
    const all = await Promise.all([0, 1, 2].map((node) => join(interview, `P${node}`, node)));
    const door = fetch(
      `${cluster.node(1).url}/v1/entries/changes?interview=${interview.id}&version=1`,
    );
    await cluster.ask(`/v1/interviews/${interview.id}/end`, {});
    for (const person of all) {
      assert.equal((await person.client.event('interview:ended')).reason, 'ended');
    }
    assert.deepEqual(await (await door).json(), { changed: true });
  });

  it('never exceed the capacity: of 50 who race for 2 seats on 3 nodes, 2 get one', async () => {
    const interview = await cluster.book({ maxParticipants: 2 });
    const tickets = await Promise.all(
      Array.from({ length: 50 }, (_, n) => cluster.ticket(interview, `Racer ${n}`)),
    );
    const outcomes = await Promise.allSettled(
      tickets.map(async (ticket, n) => {
        const person = await Person.join(`Racer ${n}`, ticket, { first: cluster.node(n % 3).url });
        people.push(person);
      }),
    );
    const seated = outcomes.filter(({ status }) => status === 'fulfilled');
    const refused = outcomes.filter(
      (outcome) => outcome.status === 'rejected' && String(outcome.reason).includes('"full"'),
    );
    assert.deepEqual([seated.length, refused.length], [2, 48]);
  });

  // The last one: without its host nothing of the cluster is left.
  it('are sent home on every node when their host is removed', async () => {
    const interview = await cluster.book();
    const all = await Promise.all([0, 1, 2].map((node) => join(interview, `P${node}`, node)));
    const db = await openDatabase(cluster.database);
    const removed = await new HostsService(db, systemClock).remove('cluster');
    await db.destroy();
    assert.ok(removed.ok);
    for (const person of all) {
      assert.equal((await person.client.event('interview:ended')).reason, 'canceled');
      await person.client.closed();
      assert.equal(person.client.all('interview:ended').length, 1);
    }
  });
});
