import { DENIED_PEERS } from '../ip/denied-peers.ts';
import { knowsOption, type VersionedOption } from '../settings/coturn-versions.ts';
import type { TurnConfig } from '../settings/turn-config.ts';
import type { TurnSettings } from '../settings/turn-settings.ts';
import { SECRET, type Artifact } from './artifact.ts';
import { LOCAL, PUBLIC, addressScript } from './address-script.ts';

/** Forward secrecy and authenticated encryption for TLS 1.2; TLS 1.3 has no others. */
const CIPHERS = 'ECDHE+AESGCM:ECDHE+CHACHA20';

/** With addresses from the cloud: a template, and the script that fills it on the machine. */
export function renderTurnserverConf(config: TurnConfig): Artifact[] {
  const text = turnserverConf(config);
  const { source } = config.settings.addresses;
  if (source === 'static') return [{ name: 'turnserver.conf', mode: SECRET, text }];
  return [{ name: 'turnserver.conf.template', mode: SECRET, text }, addressScript(source)];
}

/** The configuration file of coturn, or its template when the addresses come from the cloud. */
export function turnserverConf({ settings, secrets }: TurnConfig): string {
  const sections: [string, string[]][] = [
    [
      'Addresses: explicit, since discovery would add IPv6 and every other interface.',
      addressLines(settings),
    ],
    [
      'Each port takes UDP, TCP and TLS.',
      [
        `listening-port=${settings.ports.plain}`,
        ...tlsLines(settings),
        ...known(settings, 'no-dtls'),
      ],
    ],
    [
      'UDP ports of the relays; when all are taken coturn answers 508.',
      [`min-port=${settings.ports.relayMin}`, `max-port=${settings.ports.relayMax}`],
    ],
    [
      'Time-limited credentials: user "<expiry>:<id>", password HMAC-SHA1 of it. All secrets are\n' +
        '# accepted, so that they can be changed without losing a call.',
      [
        'use-auth-secret',
        ...secrets.map(({ value }) => `static-auth-secret=${value}`),
        `realm=${settings.realm}`,
        'stale-nonce=600',
      ],
    ],
    ['Limits. max-bps is in BYTES per second, for each relay and direction.', limitLines(settings)],
    [
      'Peers: public addresses only. Without this anybody with a credential reaches the network\n' +
        '# behind this machine, and the metadata service of the cloud. The ranges have the one form\n' +
        '# that every version of coturn reads alike.',
      [
        'no-multicast-peers',
        'no-tcp-relay',
        ...[...DENIED_PEERS, ...settings.deniedPeers].map((range) => `denied-peer-ip=${range}`),
      ],
    ],
    [
      'As little to attack, and as little to reflect, as the version allows.',
      [
        'fingerprint',
        ...known(settings, 'no-software-attribute'),
        ...known(settings, 'no-rfc5780'),
        ...known(settings, 'no-stun-backward-compatibility'),
        ...known(settings, 'response-origin-only-with-rfc5780'),
        ...known(settings, 'no-cli'),
      ],
    ],
    ['Operation. systemd and containers know the process: no pid file.', operationLines(settings)],
  ];
  const body = sections.map(([why, lines]) => `# ${why}\n${lines.join('\n')}\n`);
  return [
    `# coturn ${settings.coturn}, for ${settings.hostname}. Rendered by rendev-turn from turn.json:\n` +
      '# change that, not this. Holds secrets: root:turnserver 0640 at most.\n',
    ...body,
  ].join('\n');
}

function addressLines({ addresses }: TurnSettings): string[] {
  const local = addresses.source === 'static' ? addresses.local : LOCAL;
  const publicAddress = addresses.source === 'static' ? addresses.public : PUBLIC;
  const ipv6 = addresses.source === 'static' ? addresses.ipv6 : undefined;
  const own = ipv6 === undefined ? [local] : [local, ipv6];
  return [
    ...own.map((address) => `listening-ip=${address}`),
    ...own.map((address) => `relay-ip=${address}`),
    // The pair form lets two people relayed by this server meet in spite of the ranges below.
    ...(local === publicAddress ? [] : [`external-ip=${publicAddress}/${local}`]),
  ];
}

function tlsLines(settings: TurnSettings): string[] {
  const { tls, ports } = settings;
  if (!tls) return ['no-tls'];
  return [
    `tls-listening-port=${ports.tls}`,
    `cert=${tls.certificate}`,
    `pkey=${tls.privateKey}`,
    `cipher-list=${CIPHERS}`,
    ...known(settings, 'no-tlsv1'),
    ...known(settings, 'no-tlsv1_1'),
  ];
}

function limitLines(settings: TurnSettings): string[] {
  const { limits } = settings;
  return [
    `user-quota=${limits.userQuota}`,
    `total-quota=${limits.totalQuota}`,
    `max-bps=${limits.maxBytesPerSecond}`,
    ...(limits.capacityBytesPerSecond === undefined
      ? []
      : [`bps-capacity=${limits.capacityBytesPerSecond}`]),
    ...(limits.unauthorizedPerSecond === undefined
      ? []
      : ['unauthorized-ratelimit', `unauthorized-ratelimit-rps=${limits.unauthorizedPerSecond}`]),
  ];
}

function operationLines({ log, logLevel, prometheusAddress }: TurnSettings): string[] {
  const file = log === 'stdout' ? ['log-file=stdout'] : [`log-file=${log}`, 'no-stdout-log'];
  return [
    ...(log === 'syslog' ? ['syslog'] : file),
    ...(log.startsWith('/') ? ['simple-log'] : []),
    ...(logLevel === undefined ? [] : [`log-min-level=${logLevel}`]),
    'pidfile=',
    // Never prometheus-username-labels: every credential would be a series of its own.
    ...(prometheusAddress === undefined
      ? []
      : ['prometheus', `prometheus-address=${prometheusAddress}`]),
  ];
}

function known({ coturn }: TurnSettings, option: VersionedOption): string[] {
  return knowsOption(coturn, option) ? [option] : [];
}
