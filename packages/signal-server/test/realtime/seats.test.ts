import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { eventually } from './client.ts';
import { TestServer, unwrap } from './server.ts';

describe('seats', () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start();
  });
  afterEach(() => {
    server.closeClients();
  });
  after(() => server.close());

  it('shows a lost connection, and the same page coming back under the same id and epoch', async () => {
    const interview = await server.interview();
    const stayer = await server.join(interview);
    const ghost = await server.join(interview, { name: 'Minjun' });
    await ghost.vanish();
    const lost = await stayer.event(
      'participant:updated',
      ({ participant }) => participant.presence === 'disconnected',
    );
    assert.equal(lost.participant.id, ghost.joined.self.id);

    const again = server.resume(ghost);
    const { self, participants, resumeToken } = await again.snapshot();
    assert.deepEqual(self, ghost.joined.self);
    assert.notEqual(resumeToken, ghost.joined.resumeToken);
    assert.deepEqual(
      participants.map(({ id }) => id),
      [stayer.joined.self.id],
    );
    const back = await stayer.event(
      'participant:updated',
      ({ participant }) => participant.presence === 'connected',
    );
    assert.deepEqual(back.participant, ghost.joined.self);
    assert.deepEqual(
      stayer.all('participant:joined').map(({ participant }) => participant.id),
      [ghost.joined.self.id],
    );
  });

  it('tells a reloaded page by its new epoch, and keeps the id', async () => {
    const interview = await server.interview();
    const stayer = await server.join(interview);
    const before = await server.join(interview);
    await before.vanish();
    const reloaded = server.resume(before, { epoch: 'another-page-load' });
    const { self } = await reloaded.snapshot();
    assert.equal(self.id, before.joined.self.id);
    const { participant } = await stayer.event(
      'participant:updated',
      ({ participant }) => participant.epoch === 'another-page-load',
    );
    assert.deepEqual([participant.id, participant.presence], [self.id, 'connected']);
  });

  it('gives the seat to the newest tab, tells the older, and voids what it could return with', async () => {
    const interview = await server.interview();
    const seat = 'invitation:of-jiwoo';
    const stayer = await server.join(interview);
    const older = await server.join(interview, { seat });
    const newer = await server.join(interview, { seat });
    assert.equal(newer.joined.self.id, older.joined.self.id);
    assert.deepEqual(await older.event('session:closed'), {
      code: 'duplicate-session',
      retryable: false,
    });
    await older.closed();
    assert.equal((await server.resume(older).refused()).code, 'resume-invalid');

    // The end of the older connection is not the end of the newer one.
    const answer = await newer.say('still here');
    assert.ok(answer.ok);
    await stayer.event('chat:message');
    assert.ok(
      stayer.all('participant:updated').every(({ participant }) => {
        return participant.presence === 'connected' && participant.epoch === newer.epoch;
      }),
    );
    const third = await server.join(interview);
    const seen = third.joined.participants.find(({ id }) => id === newer.joined.self.id);
    assert.equal(seen?.presence, 'connected');
  });

  it('lets a duplicated tab, which has the resume token, take the seat as well', async () => {
    const interview = await server.interview();
    const older = await server.join(interview);
    const copy = server.resume(older, { epoch: 'duplicated-tab' });
    assert.equal((await copy.self()).id, older.joined.self.id);
    assert.equal((await older.event('session:closed')).code, 'duplicate-session');
  });

  it('takes a half-open connection from the same page without a word', async () => {
    const interview = await server.interview();
    const page = await server.join(interview);
    const again = server.resume(page);
    await again.snapshot();
    await page.closed();
    assert.deepEqual(page.all('session:closed'), []);
  });

  it('settles many tabs at once on one', async () => {
    const interview = await server.interview();
    const ticket = await server.ticket(interview, { seat: 'subject:many' });
    const tabs = Array.from({ length: 5 }, () => server.connect({ ticket }));
    await Promise.all(
      tabs.map((tab) => tab.until('an end or a snapshot', () => tab.received[0] ?? tab.refusal)),
    );
    const [left] = await eventually('one tab left', () => {
      const open = tabs.filter((tab) => tab.closedBecause === undefined);
      return open.length === 1 ? open : undefined;
    });
    assert.ok((await left?.say('I am the one'))?.ok);
    for (const tab of tabs.filter((one) => one !== left)) {
      assert.deepEqual(tab.all('session:closed'), [
        { code: 'duplicate-session', retryable: false },
      ]);
    }
  });

  it('lets a person out at once who says goodbye, after answering', async () => {
    const interview = await server.interview();
    const stayer = await server.join(interview);
    const leaver = await server.join(interview);
    assert.deepEqual(await leaver.send('participant:leave', {}), { ok: true });
    await leaver.closed();
    const left = await stayer.event('participant:left');
    assert.deepEqual(left, { id: leaver.joined.self.id, reason: 'left' });

    const again = server.resume(leaver);
    assert.equal((await again.self()).id, leaver.joined.self.id);
    const returned = await stayer.event(
      'participant:joined',
      ({ participant }) => participant.joinedAt >= leaver.joined.self.joinedAt,
    );
    assert.equal(returned.participant.id, leaver.joined.self.id);
  });

  it('refuses a person who left and finds the room full', async () => {
    const interview = await server.interview({ maxParticipants: 2 });
    const leaver = await server.join(interview);
    await server.join(interview);
    await leaver.send('participant:leave', {});
    await server.join(interview);
    assert.equal((await server.resume(leaver).refused()).code, 'full');
  });

  it('marks a person lost whose connection breaks while the join is under way', async (t) => {
    const interview = await server.interview();
    const stayer = await server.join(interview);
    const { tickets } = server.app;
    const verify = tickets.verify.bind(tickets);
    t.mock.method(tickets, 'verify', async (ticket: string) => {
      await hasty.vanish();
      return verify(ticket);
    });
    const hasty = server.connect({ ticket: await server.ticket(interview) });
    const { participant } = await stayer.event('participant:updated');
    assert.equal(participant.presence, 'disconnected');
    assert.deepEqual(hasty.received, []);
  });
});

describe('the grace time', () => {
  it('ends in a departure, told once; the seat is there still while the interview is open', async () => {
    const server = await TestServer.start({ config: { graceMs: 50 } });
    try {
      const interview = await server.interview();
      const stayer = await server.join(interview);
      const ghost = await server.join(interview, { name: 'Minjun' });
      await ghost.vanish();
      const left = await stayer.event('participant:left');
      assert.deepEqual(left, { id: ghost.joined.self.id, reason: 'network-lost' });

      const again = server.resume(ghost);
      const { self } = await again.snapshot();
      assert.deepEqual([self.id, self.name], [ghost.joined.self.id, 'Minjun']);
      await stayer.until('two announcements', () =>
        stayer.all('participant:joined').length === 2 ? true : undefined,
      );
      assert.equal(stayer.all('participant:left').length, 1);
    } finally {
      await server.close();
    }
  });

  it('begins anew when the server starts again, and the people come back by themselves', async () => {
    const first = await TestServer.start();
    const interview = await first.interview();
    const page = await first.join(interview);
    await page.say('before the restart');
    await first.app.close();
    assert.deepEqual(await page.event('session:closed'), { code: 'unavailable', retryable: true });

    const second = await TestServer.start({ database: first.database });
    try {
      const again = second.resume(page);
      const snapshot = await again.snapshot();
      assert.equal(snapshot.self.id, page.joined.self.id);
      assert.deepEqual(
        snapshot.chat.messages.map(({ text }) => text),
        ['before the restart'],
      );
    } finally {
      await second.close();
    }
  });

  it('runs for everybody who does not come back after a start', async () => {
    const first = await TestServer.start();
    const interview = await first.interview();
    const gone = await first.join(interview);
    const back = await first.join(interview);
    await first.app.close();
    const second = await TestServer.start({ database: first.database, config: { graceMs: 1_500 } });
    try {
      const again = second.resume(back);
      const { participants } = await again.snapshot();
      assert.deepEqual(
        participants.map(({ id, presence }) => [id, presence]),
        [[gone.joined.self.id, 'disconnected']],
      );
      const left = await again.event('participant:left');
      assert.deepEqual(left, { id: gone.joined.self.id, reason: 'network-lost' });
    } finally {
      await second.close();
    }
  });

  it('cannot be outlived by an interview that the host cancels', async () => {
    const server = await TestServer.start({ config: { graceMs: 50 } });
    try {
      const interview = await server.interview();
      const ghost = await server.join(interview);
      await ghost.vanish();
      unwrap(await server.app.interviews.cancel(server.host.id, interview.id));
      assert.equal((await server.resume(ghost).refused()).code, 'canceled');
    } finally {
      await server.close();
    }
  });
});
