import { Type } from 'typebox';
import { COTURN_VERSIONS } from './coturn-versions.ts';

/** The highest user-quota that a person in a room of six needs: see `limits.userQuota`. */
const DEFAULT_USER_QUOTA = 60;

const Addresses = Type.Union(
  [
    Type.Object(
      {
        source: Type.Literal('static'),
        local: Type.String({
          description: "The machine's own IPv4 address; behind NAT the private one.",
        }),
        public: Type.String({ description: 'The IPv4 address that people on the internet reach.' }),
        ipv6: Type.Optional(
          Type.String({
            description: 'A public IPv6 address of the machine. coturn 4.16 and later.',
          }),
        ),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      {
        source: Type.Enum(['aws', 'gcp', 'azure'], {
          description: 'Asked from the metadata service of the cloud each time that coturn starts.',
        }),
      },
      { additionalProperties: false },
    ),
  ],
  { description: 'Which addresses coturn listens on, relays from and tells to others.' },
);

/** turn.json: the one source of everything that is rendered. Secrets stand in files of their own. */
export const TurnSettings = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    coturn: Type.Enum([...COTURN_VERSIONS], {
      description: 'Version profile. Debian 12 has 4.6.',
    }),
    architecture: Type.Enum(['amd64', 'arm64']),
    hostname: Type.String({
      description: 'The name in the URLs that browsers get, and in the certificate.',
      pattern: '^(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}$',
    }),
    realm: Type.String({
      description: 'Usually the host name.',
      pattern: '^[A-Za-z0-9._-]{0,127}$',
    }),
    addresses: Addresses,
    ports: Type.Object(
      {
        plain: Type.Integer({ description: 'UDP and TCP, usually 3478.' }),
        tls: Type.Integer({ description: 'TLS; 443 passes the strictest firewalls, else 5349.' }),
        relayMin: Type.Integer({ description: 'First UDP port of the relays.' }),
        relayMax: Type.Integer({ description: 'Last UDP port of the relays, inclusive.' }),
      },
      { additionalProperties: false },
    ),
    tls: Type.Optional(
      Type.Object(
        {
          certificate: Type.String({
            description: 'PEM with the full chain, readable by coturn.',
            pattern: '^/[A-Za-z0-9._/-]+$',
          }),
          privateKey: Type.String({ description: 'PEM.', pattern: '^/[A-Za-z0-9._/-]+$' }),
        },
        { additionalProperties: false, description: 'Without it there is no TURN over TLS.' },
      ),
    ),
    secrets: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
          file: Type.String({ description: 'Relative to turn.json. Mode 0600.', minLength: 1 }),
        },
        { additionalProperties: false },
      ),
      {
        description: 'Every one is accepted; the first one signs. `rendev-turn rotate` edits it.',
        minItems: 1,
      },
    ),
    credentialTtlSeconds: Type.Integer({ minimum: 3_600, maximum: 14_400 }),
    limits: Type.Object(
      {
        userQuota: Type.Integer({
          description: `Relays that one person may hold at once: URLs x interfaces x links x 2, ${DEFAULT_USER_QUOTA} for a room of six.`,
        }),
        totalQuota: Type.Integer({ description: 'Relays of all people together.', minimum: 1 }),
        maxBytesPerSecond: Type.Integer({
          description: 'Per relay and direction, in BYTES per second: 400000 is 3.2 Mbit/s.',
          minimum: 1,
        }),
        capacityBytesPerSecond: Type.Optional(
          Type.Integer({
            description: 'coturn reserves maxBytesPerSecond of it for every relay, used or not.',
            minimum: 1,
          }),
        ),
        unauthorizedPerSecond: Type.Optional(
          Type.Integer({
            description: '401 answers per second to one address. coturn 4.16 and later.',
            minimum: 1,
          }),
        ),
      },
      { additionalProperties: false },
    ),
    deniedPeers: Type.Array(Type.String(), {
      description:
        'Beyond all private and special ranges: your own public services, Azure 168.63.129.16. `first-last` or one address.',
    }),
    log: Type.String({
      description: '`stdout`, `syslog` or the absolute path of a file.',
      pattern: '^(stdout|syslog|/[A-Za-z0-9._/-]+)$',
    }),
    logLevel: Type.Optional(
      Type.Enum(['debug', 'info', 'warning', 'error'], {
        description: 'coturn 4.16 and later.',
      }),
    ),
    prometheusAddress: Type.Optional(
      Type.String({ description: 'Literal address on which coturn serves metrics, port 9641.' }),
    ),
  },
  { additionalProperties: false, title: 'rendev-turn settings' },
);
export type TurnSettings = Type.Static<typeof TurnSettings>;

/** TLS on 443, Debian's coturn, files where the rendered systemd unit and hooks look for them. */
export function defaultSettings(hostname: string): TurnSettings {
  return {
    $schema: './turn.schema.json',
    coturn: '4.6',
    architecture: 'amd64',
    hostname,
    realm: hostname,
    addresses: { source: 'aws' },
    ports: { plain: 3_478, tls: 443, relayMin: 49_152, relayMax: 65_535 },
    tls: {
      certificate: '/etc/rendev-turn/tls/fullchain.pem',
      privateKey: '/etc/rendev-turn/tls/privkey.pem',
    },
    secrets: [{ id: 'first', file: 'turn-secret-first' }],
    credentialTtlSeconds: 7_200,
    limits: { userQuota: DEFAULT_USER_QUOTA, totalQuota: 6_000, maxBytesPerSecond: 400_000 },
    deniedPeers: [],
    log: 'stdout',
  };
}
