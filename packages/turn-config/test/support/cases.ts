import { defaultSettings, type TurnSettings } from '../../src/settings/turn-settings.ts';
import type { TurnConfig } from '../../src/settings/turn-config.ts';

const defaults = defaultSettings('turn.example.com');
const withoutTls: TurnSettings = { ...defaults };
delete withoutTls.tls;

/** Settings that between them have every branch of what is rendered. */
export const CASES: Record<string, TurnConfig> = {
  'debian-on-ec2': configOf(defaults),
  'own-machine': configOf({
    ...defaults,
    addresses: { source: 'static', local: '10.0.1.5', public: '203.0.113.10' },
    ports: { plain: 3_478, tls: 5_349, relayMin: 50_000, relayMax: 59_999 },
    log: '/var/log/turnserver/turnserver.log',
    deniedPeers: ['198.51.100.7', '2001:4860:4860::8844'],
    secrets: [
      { id: 'secret-2', file: 'turn-secret-2' },
      { id: 'first', file: 'turn-secret-first' },
    ],
  }),
  'newest-without-tls': configOf({
    ...withoutTls,
    coturn: '4.17',
    architecture: 'arm64',
    addresses: {
      source: 'static',
      local: '203.0.113.10',
      public: '203.0.113.10',
      ipv6: '2606:4700::1111',
    },
    limits: {
      userQuota: 60,
      totalQuota: 500,
      maxBytesPerSecond: 400_000,
      capacityBytesPerSecond: 200_000_000,
      unauthorizedPerSecond: 10,
    },
    log: 'syslog',
    logLevel: 'warning',
    prometheusAddress: '::1',
  }),
  'cluster-on-gcp': configOf({ ...defaults, coturn: '4.16', addresses: { source: 'gcp' } }),
  azure: configOf({
    ...defaults,
    addresses: { source: 'azure' },
    deniedPeers: ['168.63.129.16'],
  }),
};

function configOf(settings: TurnSettings): TurnConfig {
  const values = ['kX3vQ9pL2mN8rT5wY7zB4cD6fG1hJ0sA', 'Zq8wE5rT2yU9iO6pA3sD7fG4hJ1kL0xC'];
  const [first, ...others] = settings.secrets.map(({ id }, index) => ({
    id,
    value: values[index] ?? '',
  }));
  if (!first) throw new Error('at least one secret');
  return { settings, secrets: [first, ...others] };
}
