import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { KeyRing } from '../../packages/signal-server/src/keys.ts';
import { eventually } from '../../packages/signal-server/test/realtime/client.ts';
import { ORIGIN, TestServer, unwrap } from '../../packages/signal-server/test/realtime/server.ts';
import { RawSocket } from './raw-socket.ts';

const SECRET = 'a secret of these attacks: 0123456789 abcdefghij';
const OTHER_ORIGIN = 'https://other.example';
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the handshake', () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start({ config: { secret: SECRET } });
    unwrap(await server.app.hosts.add('other', [OTHER_ORIGIN]));
  });
  afterEach(() => {
    server.closeClients();
  });
  after(() => server.close());

  const statusOf = async (headers: readonly string[]): Promise<string> => {
    const raw = await RawSocket.upgrade(server.url, headers);
    const [line = ''] = await eventually('an answer', () =>
      raw.text.includes('\r\n') ? raw.text.split('\r\n') : undefined,
    );
    raw.destroy();
    return line.split(' ')[1] ?? '';
  };

  it('is not begun with a page of nobody: no websocket is opened', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      `${ORIGIN}.evil.example`,
      'file://',
      '',
    ]) {
      assert.equal(await statusOf([`Origin: ${origin}`]), '400', origin);
    }
    assert.equal(await statusOf([`Origin: ${ORIGIN}`]), '101');
    assert.equal(await statusOf([]), '101', 'what is no page names no origin');
  });

  it('refuses the page of another host than the one of the ticket', async () => {
    const interview = await server.interview();
    const ticket = await server.ticket(interview);
    const own = await server.join(interview);
    const { resumeToken } = own.joined;
    const heard = own.received.length;
    for (const auth of [{ ticket }, { resumeToken }]) {
      const foreign = server.connect(auth, { origin: OTHER_ORIGIN });
      const refusal = await foreign.refused();
      assert.equal(refusal.code, 'origin-forbidden');
      // Not even whether the interview is on, what it is called or who is in it.
      assert.deepEqual(Object.keys(refusal).sort(), ['code', 'retryable', 'serverTime']);
      assert.deepEqual(foreign.received, []);
    }
    const second = server.connect({ ticket }, { origin: ORIGIN });
    const { participants } = await second.snapshot();
    assert.equal(participants.length, 1, 'the seat of the token is still held');
    await own.event('participant:joined');
    const since = own.received.slice(heard).map(({ event }) => event);
    assert.deepEqual(since, ['participant:joined'], 'the room heard of nobody else');
  });

  it('refuses every ticket that is none of ours', async () => {
    const interview = await server.interview();
    const good = await server.ticket(interview, { seat: 'invitation:of-jiwoo' });
    const [header = '', payload = '', signature = ''] = good.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<
      string,
      unknown
    >;
    const key = new KeyRing([SECRET]).current.ticket;
    const sign = (head: object, body: string, by: Uint8Array, hash = 'sha256') => {
      const text = `${base64(head)}.${body}`;
      return `${text}.${createHmac(hash, by).update(text).digest('base64url')}`;
    };
    const signed = (changes: Record<string, unknown>, by: Uint8Array = key) =>
      sign({ alg: 'HS256' }, base64({ ...claims, ...changes }), by);
    const unsigned = (alg: string) => `${base64({ alg, typ: 'JWT' })}.${payload}.`;
    const interviewer = base64({ ...claims, role: 'interviewer' });
    const forged = {
      'alg none': unsigned('none'),
      'alg None': unsigned('None'),
      'alg none with a signature': `${base64({ alg: 'none' })}.${payload}.${signature}`,
      'no signature': `${header}.${payload}.`,
      'a changed role': `${header}.${interviewer}.${signature}`,
      'the empty key': signed({}, Buffer.alloc(0)),
      'another secret': signed({}, new KeyRing([`${SECRET} of another server`]).current.ticket),
      'the key of another purpose': signed({}, new KeyRing([SECRET]).current.codeHash),
      'another algorithm': sign({ alg: 'HS512' }, payload, key, 'sha512'),
      'a key in the header': sign(
        { alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } },
        payload,
        Buffer.alloc(1),
      ),
      'a wrong audience': signed({ aud: 'another-service' }),
      'no audience': signed({ aud: undefined }),
      'no end': signed({ exp: undefined }),
      'no interview': signed({ interview: undefined }),
      'a role that there is not': signed({ role: 'admin' }),
      'another interview that there is not': signed({ interview: 'no-such-interview' }),
      rubbish: 'rubbish',
    };
    for (const [what, ticket] of Object.entries(forged)) {
      assert.equal((await server.connect({ ticket }).refused()).code, 'ticket-invalid', what);
    }
    const now = Math.floor(Date.now() / 1_000);
    const expired = signed({ exp: now - 1 });
    assert.equal((await server.connect({ ticket: expired }).refused()).code, 'ticket-expired');
    for (const auth of [{}, { ticket: null }, { ticket: '' }, { ticket: [good] }]) {
      assert.equal((await server.connect(auth).refused()).code, 'bad-request');
    }
    await server.connect({ ticket: good }).snapshot();
  });

  it('gives a ticket that is shown again no second seat', async () => {
    const interview = await server.interview({ maxParticipants: 2 });
    const ticket = await server.ticket(interview, { seat: 'ticket:copied' });
    const first = server.connect({ ticket });
    const { self } = await first.snapshot();
    const copy = server.connect({ ticket });
    assert.equal((await copy.self()).id, self.id);
    assert.equal((await first.event('session:closed')).code, 'duplicate-session');
    assert.deepEqual((await copy.snapshot()).participants, []);
    const other = await server.join(interview);
    assert.equal(other.joined.participants.length, 1, 'the room has a place left');
  });

  it('voids a resume token when the one after it is used', async () => {
    const interview = await server.interview();
    const page = await server.join(interview);
    const first = page.joined.resumeToken;
    const { resumeToken: second } = await server.resume(page).snapshot();
    assert.notEqual(second, first);
    const { resumeToken: third } = await server
      .connect({ resumeToken: second, epoch: page.epoch })
      .snapshot();
    assert.equal(new Set([first, second, third]).size, 3);
    const old = server.connect({ resumeToken: first, epoch: page.epoch });
    assert.equal((await old.refused()).code, 'resume-invalid');
    await server.connect({ resumeToken: third, epoch: page.epoch }).snapshot();
  });

  it('locks nobody out whose answer with the new token was lost, nor either of two tabs', async () => {
    const interview = await server.interview();
    const page = await server.join(interview);
    const first = page.joined.resumeToken;
    const tab = await server.resume(page, { epoch: 'the-other-tab' }).snapshot();
    assert.notEqual(tab.resumeToken, first);
    const back = await server.resume(page).snapshot();
    const again = await server
      .connect({ resumeToken: tab.resumeToken, epoch: 'the-other-tab' })
      .snapshot();
    const backAgain = await server
      .connect({ resumeToken: back.resumeToken, epoch: page.epoch })
      .snapshot();
    for (const { self } of [tab, back, again, backAgain])
      assert.equal(self.id, page.joined.self.id);
  });

  it('voids every resume token when the ticket is shown again', async () => {
    const interview = await server.interview();
    const ticket = await server.ticket(interview);
    const { resumeToken: first } = await server.connect({ ticket }).snapshot();
    const { resumeToken: second } = await server.connect({ resumeToken: first }).snapshot();
    const { resumeToken: fresh } = await server.connect({ ticket }).snapshot();
    for (const resumeToken of [first, second]) {
      assert.equal((await server.connect({ resumeToken }).refused()).code, 'resume-invalid');
    }
    await server.connect({ resumeToken: fresh }).snapshot();
  });

  it('is dead to whoever was removed, by ticket, token or personal code', async () => {
    const interview = await server.interview({
      participants: [{ role: 'candidate', name: 'Minho' }],
    });
    const code = interview.participants[0]?.code ?? '';
    const enter = () =>
      server.app.admission.enter(
        { protocol: 1, code },
        { ip: '192.0.2.1', origin: undefined, now: Date.now() },
      );
    const { ticket } = unwrap(await enter());
    const host = await server.join(interview, { role: 'interviewer' });
    const guest = server.connect({ ticket });
    const { self, resumeToken } = await guest.snapshot();
    assert.ok((await host.send('participant:remove', { id: self.id })).ok);
    await guest.closed();
    assert.equal((await server.connect({ ticket }).refused()).code, 'removed');
    assert.equal((await server.connect({ resumeToken }).refused()).code, 'removed');
    const again = await enter();
    assert.equal(again.ok ? 'let in' : again.error.code, 'removed');
  });
});
