import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DENIED_PEERS, isPublic } from './denied-peers.ts';
import { formatIp, parseIp, type Ip } from './ip-address.ts';
import { contains, parseRange, rangeOfCidr } from './ip-range.ts';

const addresses = fc
  .constantFrom(4, 16)
  .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));

/** Ends that share their first octets and then run, mostly, from 00 to ff; and one near them. */
const nearlyAligned = fc
  .record({
    length: fc.constantFrom(4, 16),
    shared: fc.nat(15),
    octets: fc.uint8Array({ minLength: 16, maxLength: 16 }),
    ends: fc.tuple(fc.nat(255), fc.nat(255)),
    low: fc.constantFrom(0, 0, 0, 7),
    high: fc.constantFrom(255, 255, 255, 200),
    near: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  })
  .map(({ length, shared, octets, ends, low, high, near }) => {
    const end = (index: number, own: number, below: number): number => {
      if (index < shared) return octets[index] ?? 0;
      return index === shared ? own : below;
    };
    const ip = octets.subarray(0, length);
    return {
      first: ip.map((_, index) => end(index, Math.min(...ends), low)),
      last: ip.map((_, index) => end(index, Math.max(...ends), high)),
      probe: ip.map((octet, index) => (index < shared ? octet : (near[index] ?? 0))),
    };
  });

/** What coturn 4.6.1 does for two addresses of one family: every octet apart. */
function coturnContains(first: Ip, last: Ip, ip: Ip): boolean {
  if (ip.length === 4) return Buffer.compare(first, ip) <= 0 && Buffer.compare(ip, last) <= 0;
  return ip.every((octet, index) => (first[index] ?? 0) <= octet && octet <= (last[index] ?? 0));
}

function ip(text: string): Ip {
  const parsed = parseIp(text);
  assert.ok(parsed, text);
  return parsed;
}

describe('addresses', () => {
  it('keep their octets through text', () => {
    fc.assert(
      fc.property(addresses, (octets) => {
        assert.deepEqual(ip(formatIp(octets)), octets);
      }),
    );
  });

  it('are literal', () => {
    for (const text of ['', 'localhost', '1.2.3', '01.2.3.4', '1.2.3.4/8', 'fe80::1%eth0', '::g']) {
      assert.equal(parseIp(text), undefined, text);
    }
    assert.equal(formatIp(ip('::ffff:10.0.0.1')), '::ffff:10.0.0.1');
  });
});

describe('ranges', () => {
  it('are read by coturn as they stand, or refused', () => {
    let accepted = 0;
    fc.assert(
      fc.property(nearlyAligned, ({ first, last, probe }) => {
        const parsed = parseRange(`${formatIp(first)}-${formatIp(last)}`);
        if (!parsed.ok) return;
        accepted += 1;
        assert.equal(contains(parsed.range, probe), coturnContains(first, last, probe));
      }),
      { numRuns: 2_000 },
    );
    assert.ok(accepted > 100, `only ${accepted} ranges were accepted`);
  });

  it('name each fault', () => {
    const faults = {
      '10.0.0.0/8': 'cidr',
      '10.0.0.0-10.255.255.255 # private': 'comment',
      '10.0.0.1,10.0.0.2': 'list',
      '10.0.0.0-10.0.0.1-10.0.0.2': 'not-an-address',
      example: 'not-an-address',
      '10.0.0.0-::5': 'mixed-families',
      '::-::ff': 'unspecified',
      '::': 'unspecified',
      '0.0.0.0': 'unspecified',
      '10.0.0.9-10.0.0.1': 'reversed',
      '2001:db8::5-2001:db8::1:3': 'unaligned',
    };
    for (const [text, fault] of Object.entries(faults)) {
      assert.deepEqual(parseRange(text), { ok: false, fault }, text);
    }
  });

  it('come out of CIDR blocks', () => {
    assert.equal(rangeOfCidr('10.1.2.3/8'), '10.0.0.0-10.255.255.255');
    assert.equal(rangeOfCidr('168.63.129.16/32'), '168.63.129.16-168.63.129.16');
    assert.equal(rangeOfCidr('fd00::/9'), 'fd00::-fd7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff');
    assert.equal(rangeOfCidr('10.0.0.0/33'), undefined);
    assert.equal(rangeOfCidr('10.0.0.0/'), undefined);
  });
});

describe('denied peers', () => {
  it('are all ranges that coturn reads as they stand', () => {
    for (const range of DENIED_PEERS) assert.ok(parseRange(range).ok, range);
  });

  it('leave public addresses alone', () => {
    for (const text of ['8.8.8.8', '1.1.1.1', '2606:4700::1111', '2a00:1450:4001::1']) {
      assert.ok(isPublic(ip(text)), text);
    }
    for (const text of ['::', '10.1.1.1', '169.254.169.254', '::ffff:8.8.8.8', 'fd00:ec2::254']) {
      assert.ok(!isPublic(ip(text)), text);
    }
  });
});
