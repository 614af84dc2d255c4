import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPublicAddress } from './target-address.ts';

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12::1'],
  loopback: ['127.0.0.1', '127.255.255.254', '::1'],
  'link-local': ['169.254.1.1', 'fe80::1', 'fe80::1%eth0'],
  'shared by a carrier': ['100.64.0.1', '100.127.255.254'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1'],
  unspecified: ['0.0.0.0', '0.1.2.3', '::'],
  'broadcast or reserved': ['255.255.255.255', '240.0.0.1', '192.0.2.1', '2001:db8::1'],
  metadata: ['169.254.169.254', 'fd00:ec2::254', '100.100.100.200', '168.63.129.16', '192.0.0.192'],
  'private inside IPv6': ['::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::7f00:1', '2002:7f00:1::'],
  'no address': ['localhost', '', '999.1.1.1'],
};

describe('an address as a target', () => {
  for (const [kind, addresses] of Object.entries(REFUSED)) {
    it(`is refused: ${kind}`, () => {
      for (const address of addresses) assert.equal(isPublicAddress(address), false, address);
    });
  }

  it('is taken when it is public', () => {
    for (const address of ['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111']) {
      assert.equal(isPublicAddress(address), true, address);
    }
  });
});
