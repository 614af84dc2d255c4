import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { LIMITS, type SignalSend } from '@rendev/interview-protocol';
import { type Joined, TestServer, unwrap } from './server.ts';

const SDP = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n';
const HOST = 'candidate:1 1 udp 2122260223 192.168.1.7 50000 typ host generation 0';
const SRFLX = 'candidate:2 1 udp 1686052607 203.0.113.9 50001 typ srflx raddr 0.0.0.0 rport 0';
const RELAY = 'candidate:3 1 udp 41885695 198.51.100.3 50002 typ relay raddr 0.0.0.0 rport 0';

const LINK = 'link-of-two';
const FLOW = { cameraPaused: true, lowData: false };

const to = (target: Joined) => ({
  to: target.joined.self.id,
  toEpoch: target.epoch,
  link: LINK,
});
const offerTo = (target: Joined, sdp = SDP): SignalSend => ({
  ...to(target),
  description: { type: 'offer', sdp, offerId: 'offer-1' },
});
const candidatesTo = (target: Joined, ...candidates: string[]): SignalSend => ({
  ...to(target),
  candidates: candidates.map((candidate) => ({ candidate, sdpMid: '0' })),
});
const codeOf = (answer: { ok: boolean } | { ok: false; error: { code: string } }) =>
  'error' in answer ? answer.error.code : 'ok';

describe('signaling', () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start();
  });
  afterEach(() => {
    server.closeClients();
  });
  after(() => server.close());

  it('goes to the one it is for, under the sender that the server knows, and to nobody else', async () => {
    const interview = await server.interview();
    const a = await server.join(interview);
    const b = await server.join(interview);
    const c = await server.join(interview);
    assert.deepEqual(await a.send('signal:send', offerTo(b)), { ok: true });
    assert.deepEqual(await a.send('signal:send', candidatesTo(b, HOST, '')), { ok: true });
    await a.send('signal:send', { ...to(b), flow: FLOW });
    const from = { from: a.joined.self.id, fromEpoch: a.epoch, link: LINK };
    const described = await b.event('signal', (signal) => 'description' in signal);
    assert.deepEqual(described, {
      ...from,
      description: { type: 'offer', sdp: SDP, offerId: 'offer-1' },
    });
    const trickled = await b.event('signal', (signal) => 'candidates' in signal);
    assert.deepEqual(trickled, {
      ...from,
      candidates: [
        { candidate: HOST, sdpMid: '0' },
        { candidate: '', sdpMid: '0' },
      ],
    });
    const flow = await b.event('signal', (signal) => 'flow' in signal);
    assert.deepEqual(flow, { ...from, flow: FLOW });
    // A later word has come to everybody: what did not come before it does not come.
    await a.say('after the signals');
    await c.event('chat:message');
    assert.deepEqual(c.all('signal'), []);
    assert.deepEqual(a.all('signal'), []);
    assert.equal(b.all('signal').length, 3);
  });

  it('keeps the order', async () => {
    const interview = await server.interview();
    const a = await server.join(interview);
    const b = await server.join(interview);
    const numbers = Array.from({ length: 100 }, (_, n) => `candidate:${n} 1 udp 1 a 1 typ host`);
    await Promise.all(numbers.map((one) => a.send('signal:send', candidatesTo(b, one))));
    await b.until('all', () => (b.all('signal').length === 100 ? true : undefined));
    const got = b
      .all('signal')
      .flatMap((signal) => ('candidates' in signal ? signal.candidates : []))
      .map(({ candidate }) => candidate);
    assert.deepEqual(got, numbers);
  });

  it('reaches no page that is gone: stale epoch, lost connection, stranger, oneself', async () => {
    const interview = await server.interview();
    const a = await server.join(interview);
    const b = await server.join(interview);
    const elsewhere = await server.join(await server.interview());
    const stale = { ...offerTo(b), toEpoch: 'an-epoch-before' };
    assert.equal(codeOf(await a.send('signal:send', stale)), 'participant-unknown');
    assert.equal(codeOf(await a.send('signal:send', offerTo(elsewhere))), 'participant-unknown');
    assert.equal(codeOf(await a.send('signal:send', offerTo(a))), 'participant-unknown');
    const nobody = { ...offerTo(b), to: 'nobody-at-all' };
    assert.equal(codeOf(await a.send('signal:send', nobody)), 'participant-unknown');
    assert.deepEqual([...b.all('signal'), ...elsewhere.all('signal')], []);

    const reloaded = server.resume(b, { epoch: 'a-new-page-of-b' });
    await reloaded.snapshot();
    assert.equal(codeOf(await a.send('signal:send', offerTo(b))), 'participant-unknown');
    await reloaded.vanish();
    await a.event('participant:updated', (u) => u.participant.presence === 'disconnected');
    const toLost = { ...offerTo(b), toEpoch: 'a-new-page-of-b' };
    assert.equal(codeOf(await a.send('signal:send', toLost)), 'participant-unknown');
  });

  it('is closed to those who wait, in both directions', async () => {
    const interview = await server.interview({ admission: 'knock' });
    const inside = await server.join(interview, { role: 'interviewer' });
    const waiting = await server.join(interview);
    assert.equal(codeOf(await waiting.send('signal:send', offerTo(inside))), 'not-admitted');
    assert.equal(codeOf(await inside.send('signal:send', offerTo(waiting))), 'participant-unknown');
    assert.deepEqual([...inside.all('signal'), ...waiting.all('signal')], []);
  });

  it('answers rubbish as description-invalid, or bad-request where it is no signal at all', async () => {
    const interview = await server.interview();
    const a = await server.join(interview);
    const b = await server.join(interview);
    const { link, ...linkless } = to(b);
    const address = { ...linkless, link };
    const description = { type: 'offer', sdp: SDP, offerId: 'o' };
    const rubbish: [unknown, string][] = [
      [{ ...address, description: { ...description, sdp: 'hello' } }, 'description-invalid'],
      [{ ...address, description: { ...description, sdp: '' } }, 'description-invalid'],
      [{ ...address, description: { ...description, sdp: 7 } }, 'description-invalid'],
      [{ ...address, description: { ...description, type: 'rollback' } }, 'description-invalid'],
      [
        { ...address, description: { ...description, sdp: SDP + 'x'.repeat(LIMITS.sdpLength) } },
        'description-invalid',
      ],
      [{ ...address, candidates: [] }, 'description-invalid'],
      [{ ...address, candidates: [{ candidate: 'rubbish' }] }, 'description-invalid'],
      [{ ...address, candidates: [{ candidate: `${HOST}\r\na=evil` }] }, 'description-invalid'],
      [{ ...address, description, candidates: [{ candidate: HOST }] }, 'description-invalid'],
      [{ ...address, flow: { cameraPaused: 'yes', lowData: false } }, 'description-invalid'],
      [{ ...address }, 'description-invalid'],
      [{ ...address, from: 'me', description }, 'description-invalid'],
      [{ description }, 'bad-request'],
      [{ ...linkless, description }, 'bad-request'],
      [null, 'bad-request'],
      ['offer', 'bad-request'],
    ];
    for (const [payload, code] of rubbish) {
      const answer = (await a.sendRaw('signal:send', payload)) as { ok: false; error: object };
      assert.deepEqual(answer, { ok: false, error: { code, retryable: false } });
    }
    assert.deepEqual(await a.send('signal:send', offerTo(b)), { ok: true });
    await b.event('signal');
    assert.equal(b.all('signal').length, 1);
  });

  it('carries a description of the greatest length', async () => {
    const interview = await server.interview();
    const a = await server.join(interview);
    const b = await server.join(interview);
    const sdp = SDP + 'a=x:'.padEnd(LIMITS.sdpLength - SDP.length, 'y');
    assert.deepEqual(await a.send('signal:send', offerTo(b, sdp)), { ok: true });
    const signal = await b.event('signal');
    assert.equal('description' in signal && signal.description.sdp, sdp);
  });

  it('with relayOnly lets relayed candidates pass alone, trickled and in descriptions', async () => {
    const interview = await server.interview({ relayOnly: true });
    const a = await server.join(interview);
    const b = await server.join(interview);
    const sdp = `${SDP}m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=${HOST}\r\na=${RELAY}\r\na=${SRFLX}\r\na=mid:0\r\n`;
    await a.send('signal:send', offerTo(b, sdp));
    const described = await b.event('signal', (signal) => 'description' in signal);
    assert.equal(
      'description' in described && described.description.sdp,
      `${SDP.replace('127.0.0.1', '0.0.0.0')}m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=${RELAY}\r\na=mid:0\r\n`,
    );
    assert.deepEqual(await a.send('signal:send', candidatesTo(b, HOST, SRFLX)), { ok: true });
    await a.send('signal:send', candidatesTo(b, HOST, RELAY, ''));
    const trickled = await b.event('signal', (signal) => 'candidates' in signal);
    assert.deepEqual(
      'candidates' in trickled && trickled.candidates.map(({ candidate }) => candidate),
      [RELAY, ''],
    );
    await a.send('signal:send', { ...to(b), flow: FLOW });
    const flow = await b.event('signal', (signal) => 'flow' in signal);
    assert.deepEqual('flow' in flow && flow.flow, FLOW);
    assert.equal(b.all('signal').length, 3);
  });

  it('heeds a relayOnly that the host sets during the call', async () => {
    const interview = await server.interview();
    const a = await server.join(interview);
    const b = await server.join(interview);
    const patched = await server.app.interviews.patch(server.host, interview.id, {
      relayOnly: true,
    });
    unwrap(patched);
    assert.equal((await a.event('interview:updated')).interview.relayOnly, true);
    await a.send('signal:send', candidatesTo(b, HOST));
    await a.send('signal:send', candidatesTo(b, RELAY));
    const signal = await b.event('signal');
    assert.ok('candidates' in signal && signal.candidates[0]?.candidate === RELAY);
  });
});
