import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { ChatService } from '../src/chat/chat-service.ts';
import { openMessageLog } from '../src/chat/open-message-log.ts';
import { openDatabase } from '../src/storage/database.ts';
import { type RestServer, startRestServer } from './support/rest-server.ts';

/** The chat of one more server process on that store. */
async function openChat(t: TestContext, { database }: RestServer): Promise<ChatService> {
  const db = await openDatabase(database);
  const log = openMessageLog(db, database);
  t.after(async () => {
    await log.close();
    await db.destroy();
  });
  return new ChatService(db, log, () => 1_000);
}

async function bookRooms({ app, host }: RestServer, count: number): Promise<string[]> {
  const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
  const rooms: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const created = await app.interviews.create(host, { scheduledAt });
    assert.ok(created.ok);
    rooms.push(created.value.interview.id);
  }
  return rooms;
}

describe('messages of one moment', () => {
  it('of many interviews are numbered in each, sent twice or not', async (t) => {
    const server = await startRestServer(t);
    const chat = await openChat(t, server);
    const rooms = await bookRooms(server, 20);
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

  it('are numbered without a gap by two servers, sent to one of them or to both', async (t) => {
    const server = await startRestServer(t);
    const chats = [await openChat(t, server), await openChat(t, server)] as const;
    const rooms = await bookRooms(server, 3);
    const sends = Array.from({ length: 300 }, (_, number) => ({
      sender: { interviewId: rooms[number % 3] ?? '', participantId: 'one', name: 'One' },
      draft: { id: randomUUID(), text: String(number) },
      // Every fifth comes to both, as when its page was moved before it had the answer.
      to: number % 5 === 0 ? [...chats] : [chats[number % 2 === 0 ? 0 : 1]],
    }));
    const answers = await Promise.all(
      sends.map(({ sender, draft, to }) => Promise.all(to.map((chat) => chat.send(sender, draft)))),
    );
    for (const room of rooms) {
      const { messages } = await chats[0].since(room, 0);
      assert.deepEqual(
        messages.map(({ seq }) => seq),
        Array.from({ length: 100 }, (_, place) => place + 1),
      );
    }
    for (const [place, [first, second]] of answers.entries()) {
      assert.ok(first?.ok);
      assert.equal(first.value.message.id, sends[place]?.draft.id);
      if (second) assert.deepEqual(second, first);
    }
  });
});
