import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { ClientEventName, InterviewCreated } from '@rendev/interview-protocol';
import { type Joined, TestServer } from './server.ts';

const refused = (code: string, retryable = false) => ({ ok: false, error: { code, retryable } });
const idOf = (client: Joined) => ({ id: client.joined.self.id });

describe('host controls', () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start();
  });
  afterEach(() => {
    server.closeClients();
  });
  after(() => server.close());

  const interviewer = (interview: InterviewCreated, name = 'Host') =>
    server.join(interview, { role: 'interviewer', name });
  const candidate = (interview: InterviewCreated, name = 'Jiwoo') =>
    server.join(interview, { role: 'candidate', name });

  it('knock: only interviewers see who waits; who waits sees only themselves', async () => {
    const interview = await server.interview({ admission: 'knock' });
    const host = await interviewer(interview);
    const observer = await server.join(interview, { role: 'observer', name: 'Observer' });
    await host.send('participant:admit', idOf(observer));
    await observer.snapshot(2);
    await host.say('a word before the candidate');
    const waiting = await candidate(interview);
    const { participant } = await host.event(
      'participant:joined',
      (joined) => joined.participant.id === waiting.joined.self.id,
    );
    assert.equal(participant.admitted, false);
    assert.equal(waiting.joined.self.admitted, false);
    assert.deepEqual(waiting.joined.participants, []);
    assert.deepEqual(waiting.joined.chat.messages, []);
    assert.deepEqual(waiting.joined.readMarks, []);
    assert.deepEqual(waiting.joined.deliveredMarks, []);

    for (const [event, payload] of [
      ['chat:send', { id: '00000000-0000-4000-8000-000000000000', text: 'x' }],
      ['chat:since', { seq: 0 }],
      ['chat:typing', { typing: true }],
      ['chat:read', { seq: 0 }],
      ['chat:delivered', { seq: 0 }],
      ['participant:react', { reaction: 'clap' }],
      ['participant:hand', { raised: true }],
      ['ice:refresh', {}],
    ] as [ClientEventName, object][]) {
      assert.deepEqual(await waiting.sendRaw(event, payload), refused('not-admitted', true), event);
    }
    const media = { microphone: false, camera: false, screen: false };
    assert.deepEqual(await waiting.send('participant:media', media), { ok: true });
    await host.event('participant:updated', ({ participant: p }) => !p.media.camera);

    await host.say('a word that is not for the door');
    await observer.event('chat:message', ({ message }) => message.text.includes('not for'));
    assert.ok(!JSON.stringify(observer.received).includes(waiting.joined.self.id));
    assert.deepEqual(
      waiting.received.map(({ event }) => event),
      ['room:snapshot'],
    );
  });

  it('admit: a second, full snapshot first, then the room hears of the person', async () => {
    const interview = await server.interview({ admission: 'knock' });
    const host = await interviewer(interview);
    const guest = await candidate(interview, 'Guest');
    await host.send('participant:admit', idOf(guest));
    await guest.snapshot(2);
    await host.say('hello');
    const waiting = await candidate(interview);
    assert.deepEqual(await host.send('participant:admit', idOf(waiting)), { ok: true });

    const snapshot = await waiting.snapshot(2);
    assert.equal(snapshot.self.admitted, true);
    assert.deepEqual(
      snapshot.participants.map(({ name }) => name),
      ['Host', 'Guest'],
    );
    assert.deepEqual(
      snapshot.chat.messages.map(({ text }) => text),
      ['hello'],
    );
    assert.equal(snapshot.resumeToken, waiting.joined.resumeToken);
    const updated = await host.event(
      'participant:updated',
      ({ participant }) => participant.admitted && participant.name === 'Jiwoo',
    );
    assert.equal(updated.participant.id, waiting.joined.self.id);
    assert.equal((await guest.event('participant:joined')).participant.name, 'Jiwoo');
    assert.ok((await waiting.say('thank you')).ok);
    assert.deepEqual(await host.send('participant:admit', idOf(waiting)), refused('conflict'));
  });

  it('admit: who was inside before does not knock again, not even after leaving', async () => {
    const interview = await server.interview({ admission: 'knock' });
    const host = await interviewer(interview);
    const guest = await server.join(interview, { seat: 'invitation:guest' });
    await host.send('participant:admit', idOf(guest));
    await guest.snapshot(2);
    await guest.vanish();
    const reloaded = server.resume(guest, { epoch: 'a-new-page' });
    assert.equal((await reloaded.self()).admitted, true);
    await reloaded.send('participant:leave', {});
    const back = await server.join(interview, { seat: 'invitation:guest' });
    assert.equal(back.joined.self.admitted, true);
  });

  it('admit: a person whose connection is lost comes back admitted', async () => {
    const interview = await server.interview({ admission: 'knock' });
    const host = await interviewer(interview);
    const waiting = await candidate(interview);
    await waiting.vanish();
    await host.event('participant:updated', (u) => u.participant.presence === 'disconnected');
    assert.deepEqual(await host.send('participant:admit', idOf(waiting)), { ok: true });
    await host.event('participant:updated', (u) => u.participant.admitted);
    assert.equal((await server.resume(waiting).self()).admitted, true);
  });

  it('reject: the person is told, and is not let in again', async () => {
    const interview = await server.interview({ admission: 'knock' });
    const host = await interviewer(interview);
    const waiting = await server.join(interview, { seat: 'subject:nobody' });
    assert.deepEqual(await host.send('participant:reject', idOf(waiting)), { ok: true });
    assert.deepEqual(await waiting.event('session:closed'), { code: 'rejected', retryable: false });
    await waiting.closed();
    const left = await host.event('participant:left');
    assert.deepEqual(left, { ...idOf(waiting), reason: 'rejected' });
    assert.equal((await server.resume(waiting).refused()).code, 'rejected');
    const ticket = await server.ticket(interview, { seat: 'subject:nobody' });
    assert.equal((await server.connect({ ticket }).refused()).code, 'rejected');
  });

  it('reject and remove: a word goes to the person alone', async () => {
    const interview = await server.interview({ admission: 'knock' });
    const host = await interviewer(interview);
    const [guest, first, second] = [
      await candidate(interview, 'Guest'),
      await candidate(interview),
      await candidate(interview),
    ];
    await host.send('participant:admit', idOf(guest));
    await guest.snapshot(2);
    const word = '  다음 주에 다시 뵙겠습니다. \0<b>감사합니다</b>\n';
    assert.deepEqual(await host.send('participant:reject', { ...idOf(first), word }), { ok: true });
    const told = { retryable: false, word: '다음 주에 다시 뵙겠습니다. \uFFFD<b>감사합니다</b>' };
    assert.deepEqual(await first.event('session:closed'), { code: 'rejected', ...told });
    assert.deepEqual(await host.send('participant:remove', { ...idOf(guest), word }), { ok: true });
    assert.deepEqual(await guest.event('session:closed'), { code: 'removed', ...told });
    assert.ok(!JSON.stringify([host.received, second.received]).includes('다음 주'));

    const reject = (text: unknown) =>
      host.sendRaw('participant:reject', { ...idOf(second), word: text });
    assert.deepEqual(await reject('x'.repeat(201)), refused('message-too-long'));
    assert.deepEqual(await reject(7), refused('bad-request'));
    assert.deepEqual(second.all('session:closed'), []);
    assert.deepEqual(await reject(' \n'), { ok: true });
    assert.deepEqual(await second.event('session:closed'), { code: 'rejected', retryable: false });
  });

  it('a word of 200 characters, with space around it, is not too long', async () => {
    const interview = await server.interview();
    const host = await interviewer(interview);
    const guest = await candidate(interview);
    const word = 'x'.repeat(200);
    await host.send('participant:remove', { ...idOf(guest), word: ` ${word} ` });
    assert.equal((await guest.event('session:closed')).word, word);
  });

  it('reject is for those who wait, admit too', async () => {
    const interview = await server.interview();
    const host = await interviewer(interview);
    const inside = await candidate(interview);
    assert.deepEqual(await host.send('participant:reject', idOf(inside)), refused('conflict'));
    assert.deepEqual(await host.send('participant:admit', idOf(inside)), refused('conflict'));
    assert.ok((await inside.say('still here')).ok);
  });

  it('remove: the person is told, the room too, and the seat is gone', async () => {
    const interview = await server.interview();
    const host = await interviewer(interview);
    const other = await candidate(interview, 'Other');
    const target = await server.join(interview, { seat: 'invitation:target' });
    assert.deepEqual(await host.send('participant:remove', idOf(target)), { ok: true });
    assert.deepEqual(await target.event('session:closed'), { code: 'removed', retryable: false });
    await target.closed();
    const left = await other.event('participant:left');
    assert.deepEqual(left, { ...idOf(target), reason: 'removed' });
    assert.equal((await server.resume(target).refused()).code, 'removed');
    const ticket = await server.ticket(interview, { seat: 'invitation:target' });
    assert.equal((await server.connect({ ticket }).refused()).code, 'removed');
  });

  it('lobby: back to waiting without hanging up, and in again', async () => {
    const interview = await server.interview();
    const host = await interviewer(interview);
    const other = await candidate(interview, 'Other');
    const target = await candidate(interview, 'Target');
    assert.deepEqual(await host.send('participant:lobby', idOf(target)), { ok: true });
    const outside = await target.snapshot(2);
    assert.equal(outside.self.admitted, false);
    assert.deepEqual([outside.participants, outside.chat.messages], [[], []]);
    const left = { ...idOf(target), reason: 'lobby' };
    assert.deepEqual(await other.event('participant:left'), left);
    assert.deepEqual(await host.event('participant:left'), left);
    const knocking = await host.event(
      'participant:joined',
      ({ participant }) => !participant.admitted,
    );
    assert.equal(knocking.participant.id, target.joined.self.id);

    await host.say('between us');
    await other.event('chat:message');
    assert.deepEqual(target.all('chat:message'), []);
    assert.deepEqual(await target.say('may I?'), refused('not-admitted', true));

    // Neither a reload nor leaving is a way around the door.
    await target.vanish();
    const reloaded = server.resume(target, { epoch: 'a-new-page' });
    assert.equal((await reloaded.self()).admitted, false);
    await reloaded.send('participant:leave', {});
    const again = server.resume(target, { epoch: 'another-page' });
    assert.equal((await again.self()).admitted, false);

    await host.send('participant:admit', idOf(target));
    const inside = await again.snapshot(2);
    assert.equal(inside.self.admitted, true);
    assert.deepEqual(
      inside.chat.messages.map(({ text }) => text),
      ['between us'],
    );
    await other.event('participant:joined', ({ participant }) => participant.name === 'Target');
  });

  it('mute: the person is asked, by name; nobody else hears of it', async () => {
    const interview = await server.interview();
    const host = await interviewer(interview, 'Sora');
    const target = await candidate(interview);
    const other = await candidate(interview, 'Other');
    assert.deepEqual(await host.send('participant:mute', idOf(target)), { ok: true });
    assert.deepEqual(await target.event('participant:mute-asked'), { by: 'Sora' });
    await host.say('later');
    await other.event('chat:message');
    assert.deepEqual(other.all('participant:mute-asked'), []);
  });

  it('are for interviewers, and everybody is equal where there is none', async () => {
    const interview = await server.interview();
    const one = await server.join(interview);
    const two = await server.join(interview);
    const seen = await server.join(interview, { role: 'observer' });
    const asked: [ClientEventName, object][] = [
      ['participant:admit', idOf(two)],
      ['participant:reject', idOf(two)],
      ['participant:remove', idOf(two)],
      ['participant:lobby', idOf(two)],
      ['participant:mute', idOf(two)],
      ['interview:extend', { minutes: 30 }],
      ['interview:end', {}],
    ];
    for (const client of [one, seen]) {
      for (const [event, payload] of asked) {
        assert.deepEqual(await client.sendRaw(event, payload), refused('forbidden'), event);
      }
    }
    assert.ok((await two.say('still here')).ok);
  });

  it('reach nobody in another interview, nobody who left, and not oneself', async () => {
    const interview = await server.interview();
    const host = await interviewer(interview);
    const elsewhere = await server.join(await server.interview());
    const gone = await candidate(interview);
    await gone.send('participant:leave', {});
    for (const event of ['admit', 'reject', 'remove', 'lobby', 'mute'] as const) {
      for (const target of [elsewhere, gone]) {
        assert.deepEqual(
          await host.send(`participant:${event}`, idOf(target)),
          refused('participant-unknown'),
          event,
        );
      }
    }
    assert.deepEqual(await host.send('participant:remove', idOf(host)), refused('conflict'));
    assert.ok((await elsewhere.say('still here')).ok);
  });

  it('let interviewers send each other to the lobby at once without a standstill', async () => {
    const interview = await server.interview();
    const a = await interviewer(interview, 'A');
    const b = await interviewer(interview, 'B');
    const answers = await Promise.all([
      a.send('participant:lobby', idOf(b)),
      b.send('participant:lobby', idOf(a)),
    ]);
    assert.ok(answers.some(({ ok }) => ok));
  });
});
