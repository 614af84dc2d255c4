import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { newEpoch } from '../../packages/signal-server/test/realtime/client.ts';
import { TestServer } from '../../packages/signal-server/test/realtime/server.ts';

/** The address of a person, in every place of a description and a candidate where one stands. */
const CANARY = '192.0.2.77';
const CANARY_6 = '2001:db8::77';
const RELAYED = '198.51.100.3';
const candidate = (address: string, type: string) =>
  `candidate:1 1 UDP 41885695 ${address} 50002 typ ${type} raddr ${CANARY} rport 54321`;
const SDP = [
  'v=0',
  `o=- 4611731400430051336 2 IN IP4 ${CANARY}`,
  's=-',
  't=0 0',
  `c=IN IP4 ${CANARY}`,
  'm=audio 54321 UDP/TLS/RTP/SAVPF 111',
  `c=IN IP6 ${CANARY_6}`,
  `a=rtcp:54322 IN IP4 ${CANARY}`,
  `a=remote-candidates:1 ${CANARY} 54321`,
  `a=${candidate(CANARY, 'host')}`,
  `a=${candidate(CANARY, 'srflx')}`,
  `A=${candidate(CANARY_6, 'prflx')}`,
  `a=${candidate(RELAYED, 'relay')}`,
  '',
].join('\r\n');

let server: TestServer;
before(async () => {
  server = await TestServer.start();
});
after(() => server.close());

it('relayOnly lets no address of a person through, in a signal, an answer or the offer of a join', async () => {
  const interview = await server.interview({ relayOnly: true });
  const first = await server.join(interview);
  const link = newEpoch();
  const second = await server.join(
    interview,
    {},
    { offers: [{ link, description: { type: 'offer', sdp: SDP, offerId: 'one' } }] },
  );
  const to = second.joined.self.id;
  const toEpoch = second.epoch;
  const answer = { type: 'answer', sdp: SDP, offerId: 'one' } as const;
  const candidates = ['host', 'srflx', 'prflx', 'relay'].map((type) => ({
    candidate: candidate(type === 'relay' ? RELAYED : CANARY, type),
    sdpMid: '0',
  }));
  for (const content of [{ description: answer }, { candidates }]) {
    assert.ok((await first.send('signal:send', { to, toEpoch, link, ...content })).ok);
  }
  await second.event('signal', (signal) => 'candidates' in signal);
  await first.event('signal');
  const heard = JSON.stringify([first.received, second.received]);
  for (const secret of [CANARY, CANARY_6, '54321']) {
    assert.ok(!heard.includes(secret), `${secret} went through`);
  }
  assert.equal(heard.split(RELAYED).length - 1, 3, 'the relayed path went through each time');
});
