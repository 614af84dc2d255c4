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

  it('leaves everything else in a description as it is', () => {
    const sdp = 'v=0\r\nc=IN IP4 0.0.0.0\r\na=candidates-are-here\r\na=end-of-candidates\r\n';
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
