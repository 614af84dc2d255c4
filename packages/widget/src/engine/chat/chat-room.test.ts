import { assert } from 'chai';
import type { ChatMessage, ClientEventName } from '@rendev/interview-protocol';
import { RendevError } from '../rendev-error.ts';
import { until } from '../testing/until.ts';
import { ChatRoom, type ChatNews } from './chat-room.ts';

/** A server's chat that can be without connection, refuse, and keep messages to itself. */
class ChatServer {
  readonly stored: ChatMessage[] = [];
  readonly requests: ClientEventName[] = [];
  failure: RendevError | null = null;
  pageSize = 200;

  newRoom(): ChatRoom {
    return new ChatRoom('interview-1', 'me', {
      request: async (event, payload) => {
        this.requests.push(event);
        await Promise.resolve();
        if (this.failure) throw this.failure;
        return this.#answer(event, payload as { id: string; text: string; seq: number }) as never;
      },
      changed: () => undefined,
    });
  }

  store(text: string, from = 'other', id = `id-${this.stored.length + 1}`): ChatMessage {
    const message = { id, seq: this.stored.length + 1, from, name: from, text, sentAt: '' };
    this.stored.push(message);
    return message;
  }

  page(since: number) {
    const later = this.stored.filter(({ seq }) => seq > since);
    return { messages: later.slice(0, this.pageSize), more: later.length > this.pageSize };
  }

  #answer(event: ClientEventName, { id, text, seq }: { id: string; text: string; seq: number }) {
    if (event === 'chat:since') return this.page(seq);
    if (event !== 'chat:send') return {};
    return { message: this.stored.find((old) => old.id === id) ?? this.store(text, 'me', id) };
  }
}

const offline = () => new RendevError('server-unreachable', { retryable: true });
const news = (change: Partial<ChatNews> = {}): ChatNews => ({
  chat: { messages: [], more: false },
  readMarks: [],
  deliveredMarks: [],
  ...change,
});

describe('ChatRoom', () => {
  let server: ChatServer;
  let room: ChatRoom;

  beforeEach(() => {
    sessionStorage.clear();
    server = new ChatServer();
    room = server.newRoom();
    room.connected(news());
  });

  afterEach(() => {
    room.close();
    sessionStorage.clear();
  });

  const shown = () =>
    room.view.entries.map((entry) =>
      entry.status === 'sent' ? entry.message.text : `${entry.status} ${entry.text}`,
    );

  async function refusalOf(promise: Promise<unknown>): Promise<string> {
    return promise.then(
      () => 'no refusal',
      (error: unknown) => (error as RendevError).code,
    );
  }

  it('shows a message as being sent until it is stored', async () => {
    const stored = room.send('hello');
    assert.deepEqual(shown(), ['sending hello']);
    assert.equal((await stored).seq, 1);
    assert.deepEqual(shown(), ['hello']);
    assert.include(room.view.entries[0], { status: 'sent', mine: true });
  });

  it('keeps what is typed without a connection and sends it in order after the next', async () => {
    server.failure = offline();
    const stored = [room.send('one'), room.send('two')];
    await until('it was tried', () => server.requests.includes('chat:send'));
    assert.deepEqual(shown(), ['sending one', 'sending two']);
    server.failure = null;
    room.connected(news());
    await Promise.all(stored);
    assert.deepEqual(shown(), ['one', 'two']);
  });

  it('sends again what got no answer, once', async () => {
    server.failure = new RendevError('timeout', { retryable: true });
    const stored = room.send('hello');
    await until('it was tried', () => server.requests.includes('chat:send'));
    server.failure = null;
    await stored;
    assert.lengthOf(server.stored, 1);
  });

  it('waits as long as a rate limit says', async () => {
    server.failure = new RendevError('rate-limited', { retryable: true, retryAfterMs: 50 });
    const stored = room.send('hello');
    await until('it was tried', () => server.requests.includes('chat:send'));
    server.failure = null;
    assert.equal((await stored).text, 'hello');
  });

  it('takes the replay of its own message as the acknowledgement that was lost', async () => {
    server.failure = offline();
    const stored = room.send('hello');
    const [entry] = room.view.entries;
    const message = server.store('hello', 'me', entry?.id);
    room.connected(news({ chat: { messages: [message], more: false } }));
    assert.equal(await stored, message);
    assert.deepEqual(shown(), ['hello']);
  });

  it('keeps a refused message, with its code, to retry or discard', async () => {
    server.failure = new RendevError('forbidden');
    assert.equal(await refusalOf(room.send('hello')), 'forbidden');
    const [entry] = room.view.entries;
    assert.include(entry, { status: 'failed', code: 'forbidden' });
    server.failure = null;
    await room.retry(entry?.id ?? '');
    assert.deepEqual(shown(), ['hello']);

    server.failure = new RendevError('forbidden');
    await refusalOf(room.send('unwanted'));
    room.discard(room.view.entries[1]?.id ?? '');
    assert.deepEqual(shown(), ['hello']);
  });

  it('refuses blank text without a trace, and keeps text that is too long', async () => {
    assert.equal(await refusalOf(room.send(' \n')), 'message-empty');
    assert.isEmpty(room.view.entries);
    const long = 'x'.repeat(2_001);
    assert.equal(await refusalOf(room.send(long)), 'message-too-long');
    const [entry] = room.view.entries;
    assert.include(entry, { status: 'failed', text: long, code: 'message-too-long' });
    assert.equal(await refusalOf(room.retry(entry?.id ?? '')), 'message-too-long');
    assert.notInclude(server.requests, 'chat:send');
    await room.send('x'.repeat(2_000));
  });

  it('drops duplicates and fetches what is missing', async () => {
    const first = server.store('one');
    server.store('two');
    const third = server.store('three');
    room.received(first);
    room.received(first);
    room.received(third);
    await until('the gap is filled', () => room.lastSeq === 3);
    assert.deepEqual(shown(), ['one', 'two', 'three']);
  });

  it('fetches page after page', async () => {
    server.pageSize = 10;
    for (let count = 0; count < 35; count += 1) server.store(`message ${count}`);
    room.connected(news({ chat: server.page(0) }));
    await until('everything is there', () => room.lastSeq === 35);
    assert.lengthOf(shown(), 35);
  });

  it('shows an own message that is stored ahead of missing ones, and goes on sending', async () => {
    server.store('missed');
    const stored = [room.send('mine'), room.send('mine too')];
    await Promise.all(stored);
    await until('everything is there', () => room.lastSeq === 3);
    assert.deepEqual(shown(), ['missed', 'mine', 'mine too']);
  });

  it('sends after a reload what was not stored before it', async () => {
    server.failure = offline();
    const lost = refusalOf(room.send('before the reload'));
    await until('it was tried', () => server.requests.includes('chat:send'));
    await Promise.resolve();
    const reloaded = server.newRoom();
    server.failure = null;
    reloaded.connected(news());
    await until('it is stored', () => reloaded.lastSeq === 1);
    assert.equal(server.stored[0]?.text, 'before the reload');
    reloaded.close();
    room.close();
    assert.equal(await lost, 'aborted');
  });

  it('keeps what could not be sent when the room is left', async () => {
    server.failure = offline();
    const lost = refusalOf(room.send('hello'));
    room.close();
    assert.equal(await lost, 'aborted');
    assert.deepEqual(shown(), ['failed hello']);
  });

  it('counts the messages of others after the own mark', () => {
    const messages = [server.store('one'), server.store('mine', 'me'), server.store('two')];
    room.connected(news({ chat: { messages, more: false }, readMarks: [{ from: 'me', seq: 1 }] }));
    assert.equal(room.view.unread, 1);
    room.markRead(3);
    assert.equal(room.view.unread, 0);
    assert.equal(room.view.readMarks.get('me'), 3);
    assert.equal(server.requests.filter((event) => event === 'chat:read').length, 1);
    room.markRead(2);
    room.readBy({ from: 'other', seq: 2 });
    room.readBy({ from: 'other', seq: 1 });
    assert.deepEqual(
      [...room.view.readMarks],
      [
        ['me', 3],
        ['other', 2],
      ],
    );
  });

  it('tells the own mark again when it was lost with the connection', () => {
    room.connected(news({ chat: { messages: [server.store('one')], more: false } }));
    room.markRead(1);
    room.connected(news());
    assert.equal(server.requests.filter((event) => event === 'chat:read').length, 2);
  });

  it('shows what has come to the pages of the others; what is read has come', () => {
    const deliveredMarks = [{ from: 'other', seq: 2 }];
    room.connected(news({ readMarks: [{ from: 'third', seq: 1 }], deliveredMarks }));
    room.deliveredTo({ from: 'other', seq: 1 });
    room.deliveredTo({ from: 'third', seq: 4 });
    room.readBy({ from: 'other', seq: 3 });
    const of = (marks: ReadonlyMap<string, number>) => Object.fromEntries(marks);
    assert.deepEqual(of(room.view.deliveredMarks), { other: 3, third: 4 });
    assert.deepEqual(of(room.view.readMarks), { other: 3, third: 1 });
  });

  it('shows who types until a message comes, and tells the own typing sparingly', () => {
    room.typing('other', true);
    assert.deepEqual(room.view.typing, ['other']);
    room.received(server.store('done'));
    assert.isEmpty(room.view.typing);
    room.setTyping(true);
    room.setTyping(true);
    room.setTyping(false);
    room.setTyping(false);
    assert.equal(server.requests.filter((event) => event === 'chat:typing').length, 2);
  });

  it('shares unchanged entries between its views', async () => {
    await room.send('one');
    const [first] = room.view.entries;
    await room.send('two');
    assert.equal(room.view.entries[0], first);
    const { entries } = room.view;
    room.typing('other', true);
    room.markRead(2);
    assert.isTrue(room.view.entries === entries);
  });
});
