import { isPublic } from '../ip/denied-peers.ts';
import { formatIp } from '../ip/ip-address.ts';
import { formatEndpoint, type Endpoint } from '../stun/address.ts';
import { FAMILY, PROTOCOL } from '../stun/constants.ts';
import {
  relayedAddress,
  type RequestFailure,
  type TurnClient,
  type User,
} from '../stun/turn-client.ts';
import { isAccepted } from './authentication.ts';
import { describeFailure, fail, isRefused, pass, warn, type CheckResult } from './check-result.ts';
import type { FaultCode } from './faults.ts';
import type { Probe } from './probe.ts';

/** Long enough that no clock error hides a good secret. */
const LONG_TTL_SECONDS = 30 * 86_400;

const FAULT_OF_CODE: Record<number, FaultCode> = {
  300: 'redirected',
  486: 'quota-exhausted',
  508: 'ports-exhausted',
};

/** A relay, and the connection and user that hold it. */
export interface Relay {
  client: TurnClient;
  user: User;
  address: Endpoint;
}

export type Allocated =
  { ok: true; relay: Relay; roundTripMs: number } | { ok: false; result: CheckResult };

/** A relay with a good credential, or why there is none. */
export async function allocateRelay(probe: Probe, purpose: string): Promise<Allocated> {
  const user = probe.user(purpose);
  const asked = await probe.allocate(user);
  if (!asked.ok) return { ok: false, result: fail('allocate', 'unreachable', asked.reason) };
  const { client, response } = asked;
  if (!response.ok) return { ok: false, result: await explain(probe, response.failure) };

  const address = relayedAddress(response.message);
  if (!address) return { ok: false, result: fail('allocate', 'refused', 'no relayed address') };
  return { ok: true, relay: { client, user, address }, roundTripMs: response.roundTripMs };
}

async function explain(probe: Probe, failure: RequestFailure): Promise<CheckResult> {
  const detail = describeFailure(failure);
  switch (failure.kind) {
    case 'forged':
      return fail('allocate', 'forged', detail);
    case 'timeout':
    case 'closed':
      return fail(
        'allocate',
        (await isAlive(probe)) ? 'allocation-unanswered' : 'server-crashed',
        detail,
      );
    case 'refused': {
      if (failure.code !== 401) {
        return fail('allocate', FAULT_OF_CODE[failure.code] ?? 'refused', detail);
      }
      const isClock = await isAccepted(probe, LONG_TTL_SECONDS);
      return fail('allocate', isClock ? 'clock-ahead' : 'secret-differs', detail);
    }
  }
}

async function isAlive(probe: Probe): Promise<boolean> {
  const connected = await probe.connect();
  return connected.ok && (await connected.client.binding()).ok;
}

/** `expected` is the literal address that relays should have. */
export function checkRelayedAddress({ address }: Relay, expected: string): CheckResult {
  const check = 'relayed-address';
  const detail = formatEndpoint(address);
  if (formatIp(address.ip) === expected) return pass(check, detail);
  return isPublic(address.ip)
    ? warn(check, 'relayed-elsewhere', `${detail} instead of ${expected}`)
    : fail(check, 'relayed-private', `${detail} instead of ${expected}`);
}

/** TCP allocations (RFC 6062) would let people connect to anything; 442 refuses them. */
export async function checkTcpAllocation(probe: Probe): Promise<CheckResult> {
  const check = 'tcp-allocation';
  const user = probe.user('tcp');
  const asked = await probe.allocate(user, { protocol: PROTOCOL.tcp });
  if (!asked.ok) return fail(check, 'unreachable', asked.reason);
  const { response } = asked;
  if (response.ok) return fail(check, 'tcp-relay-enabled', 'allocated');
  return isRefused(response.failure, 442)
    ? pass(check, '442')
    : fail(check, 'refused', `${describeFailure(response.failure)} instead of 442`);
}

/** 440 on an IPv4-only server; a relay over IPv6 is no fault as long as the peers are denied. */
export async function allocateIpv6(probe: Probe): Promise<{ result: CheckResult; relay?: Relay }> {
  const check = 'ipv6';
  const user = probe.user('ipv6');
  const asked = await probe.allocate(user, { family: FAMILY.ipv6 });
  if (!asked.ok) return { result: fail(check, 'unreachable', asked.reason) };
  const { client, response } = asked;
  if (!response.ok) {
    const detail = describeFailure(response.failure);
    return response.failure.kind === 'refused'
      ? { result: pass(check, `IPv4 only, ${detail}`) }
      : { result: fail(check, 'allocation-unanswered', detail) };
  }
  const address = relayedAddress(response.message);
  if (!address) return { result: fail(check, 'refused', 'no relayed address') };
  return { result: pass(check, formatEndpoint(address)), relay: { client, user, address } };
}
