import { randomBytes } from 'node:crypto';
import type { User } from '../stun/turn-client.ts';
import {
  describeFailure,
  fail,
  isRefused,
  pass,
  type CheckName,
  type CheckResult,
} from './check-result.ts';
import type { FaultCode } from './faults.ts';
import { ATTEMPTS, type Probe } from './probe.ts';

const DAY_SECONDS = 86_400;

/** More than a busy server needs to answer, less than a credential may be off by. */
const CLOCK_TOLERANCE_SECONDS = 30;

/** Everybody who must be turned away, each on a connection of its own. */
export function checkRefusals(probe: Probe): Promise<CheckResult[]> {
  const wrong = randomBytes(32).toString('base64url');
  return Promise.all([
    checkRefusal(probe, 'no-credential', 'open-relay', undefined),
    checkRefusal(
      probe,
      'wrong-secret',
      'wrong-secret-accepted',
      probe.user('wrong', { secret: wrong }),
    ),
    checkRefusal(
      probe,
      'expired',
      'expired-accepted',
      probe.user('expired', { ttlSeconds: -DAY_SECONDS }),
    ),
    checkRefusal(
      probe,
      'empty-secret',
      'empty-secret-accepted',
      probe.user('empty', { secret: '' }),
    ),
  ]);
}

async function checkRefusal(
  probe: Probe,
  check: CheckName,
  faultWhenAccepted: FaultCode,
  user: User | undefined,
): Promise<CheckResult> {
  const asked = await probe.allocate(user);
  if (!asked.ok) return fail(check, 'unreachable', asked.reason);
  const { response } = asked;
  if (response.ok) return fail(check, faultWhenAccepted, 'allocated a relay');
  return isRefused(response.failure, 401)
    ? pass(check, '401')
    : fail(check, 'refused', `${describeFailure(response.failure)} instead of 401`);
}

/** Credentials that end within and before the tolerance tell the two clocks apart. */
export async function checkClock(probe: Probe): Promise<CheckResult> {
  const [soon, past] = await Promise.all([
    isAccepted(probe, CLOCK_TOLERANCE_SECONDS),
    isAccepted(probe, -CLOCK_TOLERANCE_SECONDS),
  ]);
  if (!soon) {
    return fail('clock', 'clock-ahead', `the server is ${CLOCK_TOLERANCE_SECONDS} s or more ahead`);
  }
  if (past) {
    return fail(
      'clock',
      'clock-behind',
      `the server is ${CLOCK_TOLERANCE_SECONDS} s or more behind`,
    );
  }
  return pass('clock', `within ${CLOCK_TOLERANCE_SECONDS} s`);
}

/** Asks by a Refresh without an allocation: authenticated like all, and leaves nothing behind. */
export async function isAccepted(probe: Probe, ttlSeconds: number): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const connected = await probe.connect();
    if (!connected.ok) return false;
    const response = await connected.client.refresh(probe.user('clock', { ttlSeconds }), 0);
    if (response.ok || isRefused(response.failure, 437)) return true;
    // The server still knows another user by this port.
    if (!isRefused(response.failure, 441)) return false;
  }
  return false;
}
