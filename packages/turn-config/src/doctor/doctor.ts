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
  const { secret, ca, signal, publicAddress, timeoutMs = 3_000, now = Date.now } = options;
  const address = await resolve(uri.host);
  if (address === undefined) return [fail('connect', 'name-unresolved', uri.host)];

  const probe = new Probe({ uri, address, secret, ca, timeoutMs, signal, now });
  const results: CheckResult[] = [];
  try {
    for await (const step of examination(probe, publicAddress ?? address, checksQuota)) {
      // What was under way when the time was over tells about the doctor, not about the server.
      if (signal.aborted) break;
      results.push(...step);
    }
  } finally {
    await probe.close();
  }
  if (signal.aborted) results.push(fail('connect', 'deadline-passed', 'not examined to the end'));
  return results;
}

/** Step by step, each on what the ones before have shown. */
async function* examination(
  probe: Probe,
  publicAddress: string,
  checksQuota: boolean,
): AsyncGenerator<CheckResult[]> {
  const { uri } = probe.options;
  const reached = await checkReachability(probe);
  yield reached.results;
  if (!reached.isAnswering || !uri.relays) return;

  yield await checkRefusals(probe);
  const allocated = await allocateRelay(probe, 'main');
  if (!allocated.ok) {
    yield [allocated.result];
    return;
  }
  const { relay, roundTripMs } = allocated;
  yield [pass('allocate', 'relay given', roundTripMs), checkRelayedAddress(relay, publicAddress)];
  yield [await checkClock(probe)];
  yield [await checkDeniedPeers(relay)];
  yield [await checkPublicPeer(relay)];
  const ipv6 = await allocateIpv6(probe);
  yield [ipv6.result];
  if (ipv6.relay) yield [await checkDeniedPeers(ipv6.relay), await checkPublicPeer(ipv6.relay)];
  if (uri.transport !== 'udp') yield [await checkTcpAllocation(probe)];
  yield [await checkRelayEcho(probe, relay)];
  if (checksQuota) yield [await checkUserQuota(probe)];
}

/** IPv4 where there is one: relays are IPv4 (see the deny list of coturn before 4.16). */
async function resolve(host: string): Promise<string | undefined> {
  try {
    return (await lookup(host, { order: 'ipv4first' })).address;
  } catch {
    return undefined;
  }
}
