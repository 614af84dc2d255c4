import { parseIp } from '../ip/ip-address.ts';
import type { Response } from '../stun/turn-client.ts';
import type { Relay } from './allocation.ts';
import { describeFailure, fail, pass, type CheckResult } from './check-result.ts';

/**
 * One address out of each range that leads inside. No packet is sent to any of them: a permission
 * alone sends none. Odd ones, since the server's own private address is rightly allowed.
 */
const FORBIDDEN_PEERS: readonly string[] = [
  '127.0.0.1',
  '127.83.19.4',
  '0.0.0.1',
  '10.137.41.73',
  '100.101.17.9',
  '169.254.169.254',
  '172.29.83.7',
  '192.0.0.171',
  '192.168.211.9',
  '198.19.44.3',
  '224.0.0.251',
  '239.255.255.250',
  '255.255.255.255',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:169.254.169.254',
  '::ffff:10.137.41.73',
  '64:ff9b::169.254.169.254',
  '2002:a9fe:a9fe::1',
  'fd00:ec2::254',
  'fc12::5',
  'fe80::1',
  'fec0::1',
  'ff02::1',
];

/** Known public resolvers. Asked for a permission only: nothing is sent to them either. */
const PUBLIC_PEERS = { 4: '8.8.8.8', 16: '2606:4700::1111' } as const;

/** Any port; no packet goes there. */
const PORT = 9;
const FIRST_CHANNEL = 0x4000;

/** Refusals that tell about the peer: forbidden, wrong family, malformed. */
const PEER_REFUSALS = [400, 403, 443];

/** Whether the relay would send anywhere inside, asked in both ways that there are. */
export async function checkDeniedPeers(relay: Relay): Promise<CheckResult> {
  const asked = FORBIDDEN_PEERS.map(async (peer, index) => {
    const { permission, channel } = await ask(relay, peer, FIRST_CHANNEL + index);
    return { peer, responses: [permission, channel] };
  });
  const answers = await Promise.all(asked);

  const allowed = answers.filter(({ responses }) => responses.some(({ ok }) => ok));
  if (allowed.length > 0) {
    const detail = `allowed: ${allowed.map(({ peer }) => peer).join(', ')}`;
    return fail('denied-peers', 'private-peers-allowed', detail);
  }
  for (const { peer, responses } of answers) {
    for (const response of responses) {
      if (response.ok) continue;
      const { failure } = response;
      if (failure.kind === 'refused' && PEER_REFUSALS.includes(failure.code)) continue;
      return fail('denied-peers', 'refused', `${peer}: ${describeFailure(failure)}`);
    }
  }
  return pass('denied-peers', `${FORBIDDEN_PEERS.length} addresses refused`);
}

/** The positive control: without it a server that denies everybody would look secure. */
export async function checkPublicPeer(relay: Relay): Promise<CheckResult> {
  const peer = relay.address.ip.length === 4 ? PUBLIC_PEERS[4] : PUBLIC_PEERS[16];
  const { permission, channel } = await ask(relay, peer, FIRST_CHANNEL + FORBIDDEN_PEERS.length);
  for (const response of [permission, channel]) {
    if (response.ok) continue;
    const fault =
      response.failure.kind === 'refused' ? 'all-peers-denied' : 'allocation-unanswered';
    return fail('public-peer', fault, `${peer}: ${describeFailure(response.failure)}`);
  }
  return pass('public-peer', `${peer} allowed`);
}

async function ask(
  { client, user }: Relay,
  peer: string,
  channelNumber: number,
): Promise<{ permission: Response; channel: Response }> {
  const ip = parseIp(peer);
  if (!ip) throw new Error(`${peer} is no address`);
  const endpoint = { ip, port: PORT };
  const permission = await client.createPermission(user, endpoint);
  const channel = await client.channelBind(user, endpoint, channelNumber);
  return { permission, channel };
}
