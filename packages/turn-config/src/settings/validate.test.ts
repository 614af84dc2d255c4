import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FindingCode } from './finding.ts';
import { defaultSettings, type TurnSettings } from './turn-settings.ts';
import { validateSettings } from './validate.ts';

const good = {
  ...defaultSettings('turn.example.com'),
  addresses: { source: 'static', local: '10.0.1.5', public: '203.0.113.10' },
} as const;

const { limits, ports } = good;
const withoutRealm: Record<string, unknown> = { ...good };
delete withoutRealm['realm'];
const staticAddresses = good.addresses;

/** Each change to good settings, the code that it must give, and its field. */
const WRONG: [unknown, FindingCode, string][] = [
  [null, 'setting-invalid', ''],
  [{ ...good, coturn: '4.5' }, 'setting-invalid', 'coturn'],
  [{ ...good, hostname: 'turn example' }, 'setting-invalid', 'hostname'],
  [{ ...good, hostname: 'turn.example.com"\nno-auth' }, 'setting-invalid', 'hostname'],
  [{ ...good, relm: 'typo' }, 'setting-invalid', ''],
  [{ ...good, secrets: [] }, 'setting-invalid', 'secrets'],
  [{ ...good, credentialTtlSeconds: 60 }, 'setting-invalid', 'credentialTtlSeconds'],
  [{ ...good, log: 'turn.log' }, 'setting-invalid', 'log'],
  [withoutRealm, 'realm-missing', 'realm'],
  [{ ...good, realm: '' }, 'realm-missing', 'realm'],
  [address({ local: '0.0.0.0' }), 'address-invalid', 'addresses.local'],
  [address({ local: 'eth0' }), 'address-invalid', 'addresses.local'],
  [address({ local: '::1' }), 'address-invalid', 'addresses.local'],
  [address({ local: '127.0.0.1' }), 'address-loopback', 'addresses.local'],
  [address({ local: '8.8.8.8' }), 'listening-public-behind-nat', 'addresses.local'],
  [address({ public: 'turn.example.com' }), 'address-invalid', 'addresses.public'],
  [address({ public: '10.0.1.5' }), 'public-address-private', 'addresses.public'],
  [address({ public: '169.254.1.1' }), 'public-address-private', 'addresses.public'],
  [address({ ipv6: '2606:4700::1111' }), 'ipv6-unsafe', 'addresses.ipv6'],
  [{ ...address({ ipv6: 'fd00::1' }), coturn: '4.16' }, 'address-invalid', 'addresses.ipv6'],
  [{ ...good, ports: { ...ports, plain: 0 } }, 'port-invalid', 'ports.plain'],
  [{ ...good, ports: { ...ports, relayMax: 65_536 } }, 'port-invalid', 'ports.relayMax'],
  [
    { ...good, ports: { ...ports, relayMin: 60_000, relayMax: 50_000 } },
    'relay-ports-reversed',
    'ports.relayMin',
  ],
  [{ ...good, ports: { ...ports, plain: 50_000 } }, 'ports-overlap', 'ports'],
  [{ ...good, ports: { ...ports, tls: 3_478 } }, 'ports-overlap', 'ports.tls'],
  [{ ...good, ports: { ...ports, relayMin: 65_000 } }, 'relay-ports-too-few', 'ports.relayMax'],
  [denied('10.0.0.0/8'), 'range-cidr', 'deniedPeers.0'],
  [denied('10.0.0.1 # me'), 'range-comment', 'deniedPeers.0'],
  [denied('10.0.0.1,10.0.0.2'), 'range-list', 'deniedPeers.0'],
  [denied('metadata'), 'range-invalid', 'deniedPeers.0'],
  [denied('10.0.0.1-::5'), 'range-invalid', 'deniedPeers.0'],
  [denied('::-::ff'), 'range-unspecified', 'deniedPeers.0'],
  [denied('0.0.0.0'), 'range-unspecified', 'deniedPeers.0'],
  [denied('10.0.0.9-10.0.0.1'), 'range-reversed', 'deniedPeers.0'],
  [denied('2001:db8::5-2001:db8::1:3'), 'range-unaligned', 'deniedPeers.0'],
  [denied('10.0.0.0-10.255.255.255'), 'range-own-address', 'deniedPeers.0'],
  [denied('203.0.113.10'), 'range-own-address', 'deniedPeers.0'],
  [{ ...good, limits: { ...limits, userQuota: 11 } }, 'user-quota-low', 'limits.userQuota'],
  [
    { ...good, limits: { ...limits, capacityBytesPerSecond: 1_000_000 } },
    'capacity-too-small',
    'limits.capacityBytesPerSecond',
  ],
  [{ ...good, logLevel: 'info' }, 'option-unknown', 'logLevel'],
  [
    { ...good, limits: { ...limits, unauthorizedPerSecond: 5 } },
    'option-unknown',
    'limits.unauthorizedPerSecond',
  ],
  [{ ...good, architecture: 'arm64' }, 'arm64-unsafe', 'architecture'],
  [{ ...good, prometheusAddress: '127.0.0.1' }, 'prometheus-unavailable', 'prometheusAddress'],
  [{ ...good, coturn: '4.17', prometheusAddress: 'lo' }, 'address-invalid', 'prometheusAddress'],
];

describe('settings', () => {
  it('may be good', () => {
    const others: unknown[] = [
      good,
      defaultSettings('turn.example.com'),
      { ...good, addresses: { source: 'azure' }, deniedPeers: ['168.63.129.16'] },
      address({ local: '8.8.8.8', public: '8.8.8.8' }),
      { ...address({ ipv6: '2606:4700::1111' }), coturn: '4.16', architecture: 'arm64' },
      { ...good, coturn: '4.17', logLevel: 'warning', prometheusAddress: '127.0.0.1' },
    ];
    for (const settings of others) {
      assert.deepEqual(validateSettings(settings), { ok: true, settings });
    }
  });

  for (const [settings, code, field] of WRONG) {
    it(`${code} at ${field === '' ? 'the top' : field}`, () => {
      const validated = validateSettings(settings);
      assert.ok(!validated.ok);
      const found = validated.findings.find((each) => each.code === code && each.field === field);
      assert.ok(found, JSON.stringify(validated.findings));
      assert.ok(found.message !== '' && found.mend !== '');
    });
  }

  it('say the range that a CIDR block stands for', () => {
    const validated = validateSettings(denied('168.63.129.0/24'));
    assert.ok(!validated.ok);
    assert.equal(validated.findings[0]?.mend, 'Write 168.63.129.0-168.63.129.255');
  });

  it('tell everything that is wrong at once', () => {
    const validated = validateSettings({ ...denied('::'), architecture: 'arm64', realm: '' });
    assert.ok(!validated.ok);
    const codes = validated.findings.map(({ code }) => code);
    assert.deepEqual(codes, ['realm-missing', 'range-unspecified', 'arm64-unsafe']);
  });
});

function address(changes: Record<string, string>): TurnSettings {
  return { ...good, addresses: { ...staticAddresses, ...changes } };
}

function denied(range: string): TurnSettings {
  return { ...good, deniedPeers: [range] };
}
