import type { TurnSettings } from '../settings/turn-settings.ts';

export interface OpenPort {
  protocol: 'udp' | 'tcp';
  from: number;
  to: number;
  /** What a person reads beside the rule. */
  use: string;
}

/** certbot answers the challenge here (RFC 8555, section 8.3). */
const CHALLENGE_PORT = 80;

/** What the world must reach; every firewall target renders this one list. */
export function openPorts({ ports, tls }: TurnSettings): OpenPort[] {
  const port = (protocol: 'udp' | 'tcp', number: number, use: string): OpenPort => ({
    protocol,
    from: number,
    to: number,
    use,
  });
  return [
    port('udp', ports.plain, 'TURN over UDP'),
    port('tcp', ports.plain, 'TURN over TCP'),
    ...(tls
      ? [
          port('tcp', ports.tls, 'TURN over TLS'),
          port('tcp', CHALLENGE_PORT, 'certificate challenge'),
        ]
      : []),
    { protocol: 'udp', from: ports.relayMin, to: ports.relayMax, use: 'relays' },
  ];
}
