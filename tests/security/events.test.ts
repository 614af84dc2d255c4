import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { inspect } from 'node:util';
import { CLIENT_EVENTS, type ClientEventName } from '@rendev/interview-protocol';
import { type Joined, TestServer } from '../../packages/signal-server/test/realtime/server.ts';
import { AIMED, goodPayloads, INTERVIEWERS_ONLY, WHILE_WAITING } from './every-event.ts';

const NAMES = Object.keys(CLIENT_EVENTS) as ClientEventName[];
const targetOf = ({ joined, epoch }: Joined) => ({ id: joined.self.id, epoch });

/** What each event was answered. */
async function answers(client: Joined, names: readonly ClientEventName[], target: Joined) {
  const payloads = goodPayloads(targetOf(target));
  const codes: Record<string, string> = {};
  for (const name of names) codes[name] = codeOf(await client.sendRaw(name, payloads[name]));
  return codes;
}

const codeOf = (answer: unknown): string => {
  const { error } = answer as { error?: { code: string } };
  return error?.code ?? 'ok';
};
const all = (names: readonly string[], code: string) =>
  Object.fromEntries(names.map((name) => [name, code]));
/** What a client heard after its own snapshot. */
const heard = ({ received }: Joined): string[] => received.slice(1).map(({ event }) => event);

describe('every event', () => {
  let server: TestServer;
  let now = Date.now();
  before(async () => {
    server = await TestServer.start({ clock: () => now });
  });
  afterEach(() => {
    server.closeClients();
    now += 1_000;
  });
  after(() => server.close());

  it('is closed to somebody who waits, and tells them nothing', async () => {
    const interview = await server.interview({ admission: 'knock' });
    const host = await server.join(interview, { role: 'interviewer' });
    const waiting = await server.join(interview);
    const names = NAMES.filter((name) => !WHILE_WAITING.includes(name));
    assert.deepEqual(await answers(waiting, names, host), all(names, 'not-admitted'));
    await host.say('not for them');
    assert.ok(
      (await waiting.send('participant:media', goodPayloads(targetOf(host))['participant:media']))
        .ok,
    );
    assert.deepEqual(
      heard(waiting).filter((event) => event !== 'participant:updated'),
      [],
    );
    assert.deepEqual(waiting.joined.participants, []);
  });

  it('of interviewers is closed to every other role', async () => {
    const interview = await server.interview();
    const host = await server.join(interview, { role: 'interviewer' });
    for (const role of ['participant', 'candidate', 'observer'] as const) {
      const client = await server.join(interview, { role });
      const codes = await answers(client, INTERVIEWERS_ONLY, host);
      assert.deepEqual(codes, all(INTERVIEWERS_ONLY, 'forbidden'), role);
    }
    assert.ok((await host.say('still here')).ok);
  });

  it('reaches nobody of another interview', async () => {
    const attacker = await server.join(await server.interview(), { role: 'interviewer' });
    const victim = await server.join(await server.interview());
    const names = NAMES.filter((name) => !['participant:leave', 'interview:end'].includes(name));
    const codes = await answers(attacker, names, victim);
    for (const name of AIMED) assert.equal(codes[name], 'participant-unknown', name);
    assert.ok((await victim.say('still here')).ok);
    assert.deepEqual(heard(victim), []);
  });

  it('takes nothing but its own payload: no prototype keys, no more, no less, no other type', async () => {
    const interview = await server.interview();
    const host = await server.join(interview, { role: 'interviewer' });
    const other = await server.join(interview);
    const deep = JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)) as unknown;
    for (const name of NAMES) {
      const good: object = goodPayloads(targetOf(other))[name];
      const polluted = (key: string): unknown =>
        JSON.parse(`{"${key}":{"admin":true},${JSON.stringify(good).slice(1)}`.replace(',}', '}'));
      const bad: unknown[] = [
        ...['__proto__', 'constructor', 'prototype', 'from', 'role'].map(polluted),
        ...[null, undefined, 0, NaN, true, '', 'text', [], [good], deep, Buffer.from('x')],
        Object.fromEntries(Object.keys(good).map((key) => [key, { toString: 'x' }])),
      ].filter((payload) => JSON.stringify(payload) !== JSON.stringify(good));
      for (const payload of bad) {
        const code = codeOf(await host.sendRaw(name, payload));
        const told = `${name} ${inspect(payload).slice(0, 80)}`;
        assert.ok(['bad-request', 'description-invalid'].includes(code), `${told}: ${code}`);
        now += 1_000;
      }
      assert.equal(codeOf(await host.sendRaw(name, good, good)) === 'ok', false, `${name} twice`);
    }
    assert.equal(({} as { admin?: unknown }).admin, undefined);
    assert.deepEqual(heard(other), []);
  });

  it('that is none is answered so, whatever its name', async () => {
    const client = await server.join(await server.interview());
    for (const name of [
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'toString',
      '',
      'signal',
      '\0',
    ]) {
      assert.equal(codeOf(await client.sendRaw(name, {})), 'unknown-event', name);
    }
    // Socket.IO keeps some names to itself: they end the connection that sends them, and no other.
    const other = await server.join(await server.interview());
    for (const name of ['connect', 'disconnect', 'error', 'newListener']) {
      client.socket.io.engine.write(`2["${name}",{}]`);
    }
    assert.ok((await other.say('still here')).ok);
  });
});
