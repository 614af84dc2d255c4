import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before, describe, it } from 'node:test';
import { LIMITS, type ChatMessage, type ClientEventName } from '@rendev/interview-protocol';
import { Client, eventually, newMessageId } from './client.ts';
import type { ChildReady } from './child-server.ts';
import { TestServer } from './server.ts';

const textsOf = (messages: readonly ChatMessage[]) => messages.map(({ text }) => text);

describe('chat', () => {
  let server: TestServer;
  /** Moved ahead so that the limit of messages refills. */
  let ahead = 0;
  before(async () => {
    server = await TestServer.start({ clock: () => Date.now() + ahead });
  });
  afterEach(() => {
    server.closeClients();
  });
  after(() => server.close());

  it('stores a message, answers with it, and sends it to the others alone', async () => {
    const interview = await server.interview();
    const sender = await server.join(interview, { name: 'Jiwoo' });
    const other = await server.join(interview);
    const id = newMessageId();
    const answer = await sender.say('  hello \n', id);
    assert.ok(answer.ok);
    const { message } = answer;
    assert.deepEqual(
      { ...message, sentAt: '' },
      { id, seq: 1, from: sender.joined.self.id, name: 'Jiwoo', text: '  hello \n', sentAt: '' },
    );
    assert.deepEqual((await other.event('chat:message')).message, message);
    await sender.say('second');
    assert.deepEqual(sender.all('chat:message'), []);
  });

  it('passes text through unchanged: markup, emoji, right to left, 2,000 characters', async () => {
    const interview = await server.interview();
    const sender = await server.join(interview);
    const other = await server.join(interview);
    const texts = [
      '<script>alert(1)</script>',
      '👩‍👩‍👧 안녕하세요 שלום',
      'x'.repeat(LIMITS.messageLength),
    ];
    for (const text of texts) await sender.say(text);
    const got = await other.until('all', () =>
      other.all('chat:message').length === texts.length ? other.all('chat:message') : undefined,
    );
    assert.deepEqual(textsOf(got.map(({ message }) => message)), texts);
  });

  it('gives everybody the same text where the store cannot hold what was sent', async () => {
    const interview = await server.interview();
    const sender = await server.join(interview);
    const other = await server.join(interview);
    const answer = await sender.say('a\0b\uD800c');
    assert.ok(answer.ok);
    assert.equal(answer.message.text, 'a\uFFFDb\uFFFDc');
    assert.deepEqual((await other.event('chat:message')).message, answer.message);
    const late = await server.join(interview);
    assert.deepEqual(late.joined.chat.messages, [answer.message]);
  });

  it('refuses what is blank or too long', async () => {
    const interview = await server.interview();
    const sender = await server.join(interview);
    const cases = [
      ['', 'message-empty'],
      [' \n\t\u3000', 'message-empty'],
      ['x'.repeat(LIMITS.messageLength + 1), 'message-too-long'],
    ] as const;
    for (const [text, code] of cases) {
      assert.deepEqual(await sender.say(text), { ok: false, error: { code, retryable: false } });
    }
    assert.deepEqual(await sender.send('chat:since', { seq: 0 }), {
      ok: true,
      messages: [],
      more: false,
    });
  });

  it('answers the same id with what is stored, and sends it to nobody again', async () => {
    const interview = await server.interview();
    const sender = await server.join(interview);
    const other = await server.join(interview);
    const id = newMessageId();
    const answers = await Promise.all([
      sender.say('once', id),
      sender.say('once', id),
      sender.say('another text', id),
    ]);
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    await sender.say('next');
    await other.event('chat:message', ({ message }) => message.text === 'next');
    assert.deepEqual(textsOf(other.all('chat:message').map(({ message }) => message)), [
      'once',
      'next',
    ]);
    // Also from the page after a lost connection.
    await sender.vanish();
    const again = server.resume(sender);
    await again.snapshot();
    assert.deepEqual(await again.say('once', id), answers[0]);
  });

  it("refuses another sender's id", async () => {
    const interview = await server.interview();
    const sender = await server.join(interview);
    const other = await server.join(interview);
    const id = newMessageId();
    await sender.say('mine', id);
    assert.deepEqual(await other.say('yours', id), {
      ok: false,
      error: { code: 'conflict', retryable: false },
    });
    const elsewhere = await server.join(await server.interview());
    assert.ok((await elsewhere.say('another interview, another id', id)).ok);
  });

  it('numbers 400 messages of two people at once without a gap, and replays them by pages', async () => {
    const interview = await server.interview();
    const people = [await server.join(interview), await server.join(interview)];
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(
        people.flatMap((person, who) =>
          Array.from({ length: 20 }, (_, n) => person.say(`${who}: ${round * 20 + n}`)),
        ),
      );
      assert.ok(answers.every(({ ok }) => ok));
      ahead += 4_000;
    }
    const late = await server.join(interview);
    const all = [...late.joined.chat.messages];
    assert.equal(all.length, LIMITS.messagesPerPage);
    assert.equal(late.joined.chat.more, true);
    const page = await late.send('chat:since', { seq: all.length });
    assert.ok(page.ok);
    assert.equal(page.more, false);
    all.push(...page.messages);
    assert.deepEqual(
      all.map(({ seq }) => seq),
      Array.from({ length: 400 }, (_, n) => n + 1),
    );
    // Each person's messages are in the order in which they were sent.
    for (const who of [0, 1]) {
      assert.deepEqual(
        textsOf(all).filter((text) => text.startsWith(`${who}:`)),
        Array.from({ length: 200 }, (_, n) => `${who}: ${n}`),
      );
    }
    // And live, too, each came once and in order.
    const live = people[0]?.all('chat:message').map(({ message }) => message.seq) ?? [];
    assert.equal(live.length, 200);
    assert.deepEqual(
      live,
      [...live].sort((a, b) => a - b),
    );
  });

  it('replays after the sequence that a page has', async () => {
    const interview = await server.interview();
    const sender = await server.join(interview);
    const other = await server.join(interview);
    await sender.say('one');
    await sender.say('two');
    await other.vanish();
    await sender.say('three');
    const again = server.resume(other, { since: 2 });
    assert.deepEqual(textsOf((await again.snapshot()).chat.messages), ['three']);
  });

  it('keeps the chat through a reload', async () => {
    const interview = await server.interview();
    const person = await server.join(interview);
    await person.say('before the reload');
    await person.vanish();
    const reloaded = server.resume(person, { epoch: 'the-page-after' });
    const { chat, self } = await reloaded.snapshot();
    assert.deepEqual(
      chat.messages.map(({ text, from }) => [text, from]),
      [['before the reload', self.id]],
    );
  });

  it('shows read marks, which only grow and never pass the last message', async () => {
    const interview = await server.interview();
    const sender = await server.join(interview);
    const reader = await server.join(interview);
    for (const text of ['one', 'two', 'three']) await sender.say(text);
    for (const seq of [2, 1, 99, 3]) {
      assert.deepEqual(await reader.send('chat:read', { seq }), { ok: true });
    }
    const from = reader.joined.self.id;
    await sender.event('chat:read', ({ seq }) => seq === 3);
    assert.deepEqual(sender.all('chat:read'), [
      { from, seq: 2 },
      { from, seq: 3 },
    ]);
    const late = await server.join(interview);
    assert.deepEqual(late.joined.readMarks, [{ from, seq: 3 }]);
  });

  it('shows how far pages have received, where that is further than what is read', async () => {
    const interview = await server.interview();
    const sender = await server.join(interview);
    const receiver = await server.join(interview);
    for (const text of ['one', 'two', 'three', 'four']) await sender.say(text);
    const marks: [ClientEventName, number][] = [
      ['chat:delivered', 2],
      ['chat:delivered', 1],
      ['chat:delivered', 99],
      ['chat:read', 3],
      ['chat:delivered', 3],
    ];
    for (const [event, seq] of marks) {
      assert.deepEqual(await receiver.sendRaw(event, { seq }), { ok: true });
    }
    const from = receiver.joined.self.id;
    await sender.event('chat:read');
    // Read is delivered: the snapshot says it once.
    const early = await server.join(interview);
    assert.deepEqual(early.joined.deliveredMarks, []);
    await receiver.send('chat:delivered', { seq: 4 });
    await sender.event('chat:delivered', ({ seq }) => seq === 4);
    assert.deepEqual(sender.all('chat:delivered'), [
      { from, seq: 2 },
      { from, seq: 4 },
    ]);
    assert.deepEqual(receiver.all('chat:delivered'), []);

    await receiver.vanish();
    const again = await server.resume(receiver).snapshot();
    assert.deepEqual(again.deliveredMarks, [{ from, seq: 4 }]);
    assert.deepEqual(again.readMarks, [{ from, seq: 3 }]);
  });

  it('tells the others who is typing', async () => {
    const interview = await server.interview();
    const typist = await server.join(interview);
    const other = await server.join(interview);
    await typist.send('chat:typing', { typing: true });
    assert.deepEqual(await other.event('chat:typing'), {
      from: typist.joined.self.id,
      typing: true,
    });
    assert.deepEqual(typist.all('chat:typing'), []);
  });

  it('has every acknowledged message after the process is killed', async () => {
    const child = spawn(
      process.execPath,
      ['--conditions=rendev-source', fileURLToPath(new URL('child-server.ts', import.meta.url))],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
      const { url, ticket, database } = JSON.parse(line) as ChildReady;
      const client = new Client(url, { ticket });
      const { resumeToken } = await client.snapshot();
      // Many on their way: the kill comes between one acknowledgement and the next writes.
      const acknowledged: string[] = [];
      for (let n = 0; n < 10; n += 1) {
        client.socket.emit('chat:send', { id: newMessageId(), text: `message ${n}` }, () => {
          acknowledged.push(`message ${n}`);
          if (n === 4) child.kill('SIGKILL');
        });
      }
      await once(child, 'exit');
      await eventually('the end of the connection', () => client.closedBecause);
      assert.ok(acknowledged.length >= 5);

      const after = await TestServer.start({ database });
      try {
        const again = after.connect({ resumeToken });
        const stored = textsOf((await again.snapshot()).chat.messages);
        assert.deepEqual(stored.slice(0, acknowledged.length), acknowledged);
      } finally {
        await after.close();
      }
    } finally {
      child.kill('SIGKILL');
    }
  });
});
