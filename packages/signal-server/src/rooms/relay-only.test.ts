import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { keepRelayed } from './relay-only.ts';

const candidate = (type: string, rest = '') =>
  `candidate:1 1 UDP 41885695 198.51.100.3 50002 typ ${type}${rest}`;
const kept = (...candidates: string[]) => {
  const left = keepRelayed({ candidates: candidates.map((c) => ({ candidate: c })) });
  return left !== undefined && 'candidates' in left
    ? left.candidates.map((one) => one.candidate)
    : [];
};
const sdpOf = (sdp: string) => {
  const left = keepRelayed({ description: { type: 'offer', sdp, offerId: 'o' } });
  return left !== undefined && 'description' in left ? left.description.sdp : '';
};

describe('keepRelayed', () => {
  it('keeps relayed candidates and the end of candidates', () => {
    const relay = candidate('relay', ' raddr 0.0.0.0 rport 0 generation 0');
    assert.deepEqual(kept(relay, candidate('host'), candidate('srflx'), candidate('prflx'), ''), [
      relay,
      '',
    ]);
    assert.deepEqual(kept(candidate('host')), []);
  });

  it('is not fooled by the word elsewhere', () => {
    assert.deepEqual(kept(candidate('host', ' typ relay')), []);
    assert.deepEqual(kept(candidate('host', ' raddr relay rport 0')), []);
    assert.deepEqual(kept(candidate('relayed')), []);
    assert.deepEqual(kept('candidate:typ relay'), []);
  });

  it('lets a flow pass', () => {
    const flow = { flow: { cameraPaused: true, lowData: false } };
    assert.equal(keepRelayed(flow), flow);
  });

  it('hides the address below a relayed candidate', () => {
    assert.deepEqual(
      kept(
        candidate('relay', ' raddr 192.0.2.7 rport 54321 generation 0'),
        candidate('relay', ' raddr 2001:db8::7 rport 54321'),
        candidate('relay', ' raddr 192.0.2.7 rport 1 raddr 192.0.2.7 rport 1'),
      ),
      [
        candidate('relay', ' raddr 0.0.0.0 rport 0 generation 0'),
        candidate('relay', ' raddr :: rport 0'),
        candidate('relay', ' raddr 0.0.0.0 rport 0 raddr 0.0.0.0 rport 0'),
      ],
    );
  });

  it('hides the addresses in the lines of a description', () => {
    const lines = [
      ['o=- 1 2 IN IP4 192.0.2.7', 'o=- 1 2 IN IP4 0.0.0.0'],
      ['c=IN IP4 192.0.2.7', 'c=IN IP4 0.0.0.0'],
      ['c=IN IP4 192.0.2.7/127', 'c=IN IP4 0.0.0.0'],
      ['c=IN  IP6 2001:db8::7', 'c=IN  IP6 ::'],
      ['c=IN IP4 a.host.of.theirs.example', 'c=IN IP4 0.0.0.0'],
      ['m=audio 54321 UDP/TLS/RTP/SAVPF 111', 'm=audio 9 UDP/TLS/RTP/SAVPF 111'],
      ['m=video 0 UDP/TLS/RTP/SAVPF 96', 'm=video 0 UDP/TLS/RTP/SAVPF 96'],
      ['a=rtcp:54322 IN IP4 192.0.2.7', 'a=rtcp:54322 IN IP4 0.0.0.0'],
    ] as const;
    const sdp = sdpOf(['v=0', ...lines.map(([line]) => line), ''].join('\r\n'));
    assert.deepEqual(
      sdp.split('\r\n').slice(1, -1),
      lines.map(([, hidden]) => hidden),
    );
    assert.equal(sdpOf('v=0\r\na=remote-candidates:1 192.0.2.7 5000\r\n'), 'v=0\r\n');
  });

  it('leaves everything else in a description as it is', () => {
    const sdp =
      'v=0\r\na=fingerprint:sha-256 AB:CD:EF\r\nc=IN IP4 0.0.0.0\r\na=candidates-are-here\r\na=end-of-candidates\r\n';
    assert.equal(sdpOf(sdp), sdp);
  });

  it('lets no other type through, however the lines of a description end', () => {
    const type = fc.constantFrom('host', 'srflx', 'prflx', 'relay');
    const end = fc.constantFrom('\r\n', '\n', '\r');
    fc.assert(
      fc.property(fc.array(fc.tuple(type, end)), (lines) => {
        const sdp = `v=0\r\n${lines.map(([t, e]) => `a=${candidate(t)}${e}`).join('')}`;
        const left = sdpOf(sdp).split('\r\n').slice(1, -1);
        const relays = lines.filter(([t]) => t === 'relay').map(() => `a=${candidate('relay')}`);
        assert.deepEqual(left, relays);
      }),
    );
  });
});
