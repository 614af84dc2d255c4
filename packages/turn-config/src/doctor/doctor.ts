import { lookup } from 'node:dns/promises';
import type { TurnUri } from '../stun/turn-uri.ts';
import {
  allocateIpv6,
  allocateRelay,
  checkRelayedAddress,
  checkTcpAllocation,
} from './allocation.ts';
import { checkClock, checkRefusals } from './authentication.ts';
import { fail, pass, type CheckResult } from './check-result.ts';
import { checkDeniedPeers, checkPublicPeer } from './peers.ts';
import { Probe } from './probe.ts';
import { checkReachability } from './reachability.ts';
import { checkRelayEcho } from './relay-echo.ts';
import { checkUserQuota } from './user-quota.ts';

export interface DoctorOptions {
  uris: readonly TurnUri[];
  /** The secret that credentials are signed with. */
  secret: string;
  /** Literal address that relays should have; default: the address of the host. */
  publicAddress?: string | undefined;
  /** PEM of authorities to believe beside the usual ones. */
  ca?: string | undefined;
  /** ms for one request, default 3,000. */
  timeoutMs?: number | undefined;
  /** ms for everything, default 60,000. */
  deadlineMs?: number | undefined;
  signal?: AbortSignal | undefined;
  /** Milliseconds since 1970, default `Date.now`. */
  now?: (() => number) | undefined;
}

export interface Examination {
  uri: string;
  results: CheckResult[];
}

export interface DoctorReport {
  /** No check failed. */
  ok: boolean;
  examinations: Examination[];
}

/**
 * Examines each server as a browser, and as an attacker with and without a credential, would use
 * it. Sends packets to the hosts of `uris` only.
 */
export async function examine(options: DoctorOptions): Promise<DoctorReport> {
  const deadline = AbortSignal.timeout(options.deadlineMs ?? 60_000);
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
  const examinations: Examination[] = [];
  const quotaChecked = new Set<string>();
  for (const uri of options.uris) {
    const checksQuota = uri.relays && !quotaChecked.has(uri.host);
    if (checksQuota) quotaChecked.add(uri.host);
    const results = await examineUri(uri, { ...options, signal }, checksQuota);
    if (signal.aborted) {
      results.push(fail('connect', 'deadline-passed', 'the results above are not complete'));
    }
    examinations.push({ uri: uri.text, results });
  }
  const ok = examinations.every(({ results }) => results.every(({ status }) => status !== 'fail'));
  return { ok, examinations };
}

async function examineUri(
  uri: TurnUri,
  options: DoctorOptions & { signal: AbortSignal },
  checksQuota: boolean,
): Promise<CheckResult[]> {
  const address = await resolve(uri.host);
  if (address === undefined) return [fail('connect', 'name-unresolved', uri.host)];

  const { secret, ca, signal, timeoutMs = 3_000, now = Date.now } = options;
  const probe = new Probe({ uri, address, secret, ca, timeoutMs, signal, now });
  try {
    const { results, client } = await checkReachability(probe);
    if (!client || !uri.relays) return results;
    return [
      ...results,
      ...(await examineRelays(probe, options.publicAddress ?? address)),
      ...(checksQuota ? [await checkUserQuota(probe)] : []),
    ];
  } finally {
    await probe.close();
  }
}

async function examineRelays(probe: Probe, publicAddress: string): Promise<CheckResult[]> {
  const refusals = await checkRefusals(probe);
  const allocated = await allocateRelay(probe, 'main');
  if (!allocated.ok) return [...refusals, allocated.result];

  const { relay, roundTripMs } = allocated;
  const ipv6 = await allocateIpv6(probe);
  return [
    ...refusals,
    pass('allocate', 'relay given', roundTripMs),
    checkRelayedAddress(relay, publicAddress),
    await checkClock(probe),
    await checkDeniedPeers(relay),
    await checkPublicPeer(relay),
    ipv6.result,
    ...(ipv6.relay ? [await checkDeniedPeers(ipv6.relay), await checkPublicPeer(ipv6.relay)] : []),
    ...(probe.options.uri.transport === 'udp' ? [] : [await checkTcpAllocation(probe)]),
    await checkRelayEcho(probe, relay),
  ];
}

/** IPv4 where there is one: relays are IPv4 (see the deny list of coturn before 4.16). */
async function resolve(host: string): Promise<string | undefined> {
  try {
    return (await lookup(host, { order: 'ipv4first' })).address;
  } catch {
    return undefined;
  }
}
