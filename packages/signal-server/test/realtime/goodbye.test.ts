import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from './client.ts';
import type { ChildReady } from './child-server.ts';
import { type Joined, ORIGIN, TestServer } from './server.ts';

interface Page {
  readonly epoch: string;
  readonly joined: { readonly resumeToken: string };
}

/** As a page sends it that closes: a beacon of text, which needs no preflight. */
const beacon = (url: string, body: unknown, type = 'text/plain;charset=UTF-8') =>
  fetch(`${url}/v1/goodbyes`, {
    method: 'POST',
    headers: { 'content-type': type, origin: ORIGIN },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function sayGoodbye(url: string, { epoch, joined }: Page): Promise<void> {
  const answer = await beacon(url, { epoch, resumeToken: joined.resumeToken });
  assert.equal(answer.status, 204);
}

const presenceOf = (stayer: Client, { joined }: Joined): string[] =>
  stayer
    .all('participant:updated')
    .filter(({ participant }) => participant.id === joined.self.id)
    .map(({ participant }) => participant.presence);

// Nobody is away for as long as the grace in these tests, and a goodbye ends when time passes.
const GOODBYE_MS = 60_000;
let ahead = 0;
const timePasses = () => {
  ahead += GOODBYE_MS;
};
const options = {
  clock: () => Date.now() + ahead,
  config: { graceMs: 3_600_000, goodbyeMs: GOODBYE_MS },
};

describe('a goodbye', () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start(options);
  });
  afterEach(() => {
    server.closeClients();
  });
  after(() => server.close());

  it('lets go of the connection at once, and soon of the person, who has left', async () => {
    const interview = await server.interview();
    const stayer = await server.join(interview);
    const leaver = await server.join(interview);
    await sayGoodbye(server.url, leaver);
    await leaver.closed();
    assert.deepEqual(leaver.all('session:closed'), []);
    timePasses();
    const left = await stayer.event('participant:left');
    assert.deepEqual(left, { id: leaver.joined.self.id, reason: 'left' });
    // Told once, although the end of the connection follows the goodbye.
    assert.deepEqual(presenceOf(stayer, leaver), ['disconnected']);
    const again = server.resume(leaver);
    assert.equal((await again.self()).id, leaver.joined.self.id);
  });

  it('may come after the end of the connection', async () => {
    const interview = await server.interview();
    const stayer = await server.join(interview);
    const leaver = await server.join(interview);
    await leaver.vanish();
    await stayer.event('participant:updated');
    await sayGoodbye(server.url, leaver);
    await sayGoodbye(server.url, leaver);
    timePasses();
    assert.equal((await stayer.event('participant:left')).reason, 'left');
    assert.deepEqual(presenceOf(stayer, leaver), ['disconnected']);
  });

  it('is taken back by a return, of the same page or of the one after it', async () => {
    const interview = await server.interview();
    const stayer = await server.join(interview);
    const returning = await server.join(interview);
    const reloading = await server.join(interview);
    const leaving = await server.join(interview);
    await sayGoodbye(server.url, returning);
    await sayGoodbye(server.url, reloading);
    const returned = server.resume(returning);
    const reloaded = server.resume(reloading, { epoch: 'the-page-after-it' });
    assert.deepEqual((await returned.snapshot()).self, returning.joined.self);
    assert.equal((await reloaded.self()).id, reloading.joined.self.id);
    await sayGoodbye(server.url, leaving);
    timePasses();
    await stayer.event('participant:left');
    const left = { id: leaving.joined.self.id, reason: 'left' };
    assert.deepEqual(stayer.all('participant:left'), [left]);
    // A loss after that is a loss again, and keeps the seat for the whole grace.
    await returned.vanish();
    await stayer.until('the loss', () => presenceOf(stayer, returning)[2]);
    const next = await server.join(interview);
    await sayGoodbye(server.url, next);
    timePasses();
    await stayer.event('participant:left', ({ id }) => id === next.joined.self.id);
    assert.equal(stayer.all('participant:left').length, 2);
  });

  it('means nothing of an older page, or with a token that is no longer good', async () => {
    const interview = await server.interview();
    const stayer = await server.join(interview);
    const old = await server.join(interview, { seat: 'invitation:of-jiwoo' });
    const reloaded = server.resume(old, { epoch: 'the-page-after-it' });
    await reloaded.snapshot();
    await sayGoodbye(server.url, old);
    const newest = await server.join(interview, { seat: 'invitation:of-jiwoo' });
    await sayGoodbye(server.url, { joined: old.joined, epoch: newest.epoch });
    await sayGoodbye(server.url, { epoch: newest.epoch, joined: { resumeToken: 'x'.repeat(43) } });
    const leaver = await server.join(interview);
    await sayGoodbye(server.url, leaver);
    timePasses();
    await stayer.event('participant:left');
    assert.equal(stayer.all('participant:left').length, 1);
    assert.ok(presenceOf(stayer, old).every((presence) => presence === 'connected'));
    assert.ok((await newest.say('still here')).ok);
  });

  it('means nothing of somebody who is out already', async () => {
    const interview = await server.interview();
    const host = await server.join(interview, { role: 'interviewer' });
    const removed = await server.join(interview);
    assert.ok((await host.send('participant:remove', { id: removed.joined.self.id })).ok);
    await sayGoodbye(server.url, removed);
    assert.equal((await server.resume(removed).refused()).code, 'removed');
    assert.deepEqual(presenceOf(host, removed), []);
  });

  it('of somebody who waits is told to the interviewers', async () => {
    const interview = await server.interview({ admission: 'knock' });
    const host = await server.join(interview, { role: 'interviewer' });
    const waiting = await server.join(interview);
    await sayGoodbye(server.url, waiting);
    timePasses();
    const left = await host.event('participant:left');
    assert.deepEqual(left, { id: waiting.joined.self.id, reason: 'left' });
  });

  it('is answered alike whatever the token, to pages of the hosts, in text or JSON', async () => {
    const words = { epoch: 'some-epoch', resumeToken: 'x'.repeat(43) };
    for (const type of ['text/plain', 'application/json']) {
      const answer = await beacon(server.url, words, type);
      assert.equal(answer.status, 204);
      assert.equal(answer.headers.get('access-control-allow-origin'), ORIGIN);
      assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
    }
    const malformed = ['', 'goodbye', '{"epoch":', {}, { epoch: 'some-epoch' }, { ...words, a: 1 }];
    for (const body of malformed) {
      const answer = await beacon(server.url, body);
      assert.equal(answer.status, 400);
      assert.equal(((await answer.json()) as { code: string }).code, 'bad-request');
    }
    assert.equal((await beacon(server.url, '<xml/>', 'text/xml')).status, 415);
    // Text is for the beacon alone.
    const entry = await fetch(`${server.url}/v1/entries`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{}',
    });
    assert.equal(entry.status, 400);
  });
});

describe('a goodbye before the server is killed', () => {
  it('still ends in a departure', async () => {
    const child = spawn(
      process.execPath,
      ['--conditions=rendev-source', fileURLToPath(new URL('child-server.ts', import.meta.url))],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
      const { url, ticket, otherTicket, database } = JSON.parse(line) as ChildReady;
      const stayer = new Client(url, { ticket });
      const leaver = new Client(url, { ticket: otherTicket });
      const { resumeToken } = await stayer.snapshot();
      const joined = await leaver.snapshot();
      await sayGoodbye(url, { epoch: leaver.epoch, joined });
      child.kill('SIGKILL');
      await once(child, 'exit');
      await stayer.closed();

      const second = await TestServer.start({ ...options, database });
      try {
        const again = second.connect({ resumeToken, epoch: stayer.epoch });
        const { participants } = await again.snapshot();
        assert.deepEqual(
          participants.map(({ id, presence }) => [id, presence]),
          [[joined.self.id, 'disconnected']],
        );
        timePasses();
        const left = await again.event('participant:left');
        assert.deepEqual(left, { id: joined.self.id, reason: 'left' });
      } finally {
        await second.close();
      }
    } finally {
      child.kill('SIGKILL');
    }
  });
});
