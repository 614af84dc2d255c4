import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { ChatService } from '../src/chat/chat-service.ts';
import { startRestServer } from './support/rest-server.ts';

describe('messages of one moment', () => {
  it('of many interviews are numbered in each, sent twice or not', async (t) => {
    const { app, host } = await startRestServer(t);
    const chat = new ChatService(app.db, () => 1_000);
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
    const rooms: string[] = [];
    for (let made = 0; made < 20; made += 1) {
      const created = await app.interviews.create(host, { scheduledAt });
      assert.ok(created.ok);
      rooms.push(created.value.interview.id);
    }
    const sends = Array.from({ length: 200 }, (_, number) => {
      const interviewId = rooms[number % rooms.length] ?? '';
      const sender = { interviewId, participantId: 'one', name: 'One' };
      return { sender, draft: { id: randomUUID(), text: String(number) } };
    });
    const [first] = sends;
    assert.ok(first);
    const sent = Promise.all(sends.map(({ sender, draft }) => chat.send(sender, draft)));
    const again = chat.send(first.sender, first.draft);
    const foreign = chat.send({ ...first.sender, participantId: 'other' }, first.draft);
    const nowhere = chat.send({ ...first.sender, interviewId: 'none' }, first.draft);

    const answers = await sent;
    for (const [place, answer] of answers.entries()) {
      assert.ok(answer.ok);
      assert.equal(answer.value.message.seq, Math.floor(place / rooms.length) + 1);
    }
    const repeated = await again;
    assert.ok(repeated.ok && answers[0]?.ok);
    assert.deepEqual(repeated.value, answers[0].value);
    for (const [refused, code] of [
      [await foreign, 'conflict'],
      [await nowhere, 'not-found'],
    ] as const) {
      assert.equal(!refused.ok && refused.error.code, code);
    }
    // A message that is stored by now, among new ones.
    const draft = { id: randomUUID(), text: 'next' };
    const [late, next] = await Promise.all([
      chat.send(first.sender, first.draft),
      chat.send(first.sender, draft),
    ]);
    assert.ok(late.ok && next.ok);
    assert.equal(late.value.message.seq, 1);
    assert.equal(next.value.message.seq, 11);

    for (const room of rooms) {
      const { messages } = await chat.since(room, 0);
      const added = room === rooms[0] ? 11 : 10;
      assert.deepEqual(
        messages.map(({ seq }) => seq),
        Array.from({ length: added }, (_, place) => place + 1),
      );
    }
  });
});
