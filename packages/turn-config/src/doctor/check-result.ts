import type { RequestFailure } from '../stun/turn-client.ts';
import type { FaultCode } from './faults.ts';

export type CheckName =
  | 'connect'
  | 'certificate'
  | 'binding'
  | 'reflection'
  | 'software'
  | 'allocate'
  | 'relayed-address'
  | 'ipv6'
  | 'no-credential'
  | 'wrong-secret'
  | 'expired'
  | 'empty-secret'
  | 'clock'
  | 'denied-peers'
  | 'public-peer'
  | 'tcp-allocation'
  | 'relay-echo'
  | 'user-quota';

interface Observation {
  check: CheckName;
  /** What was seen, in a few words. */
  detail: string;
  /** ms, where the check is also a measurement. */
  latencyMs?: number;
}

/** `fail` breaks calls or opens the server to strangers; `warn` is worth mending. */
export type CheckResult =
  | (Observation & { status: 'pass' })
  | (Observation & { status: 'warn' | 'fail'; fault: FaultCode });

export function pass(check: CheckName, detail: string, latencyMs?: number): CheckResult {
  return { check, status: 'pass', detail, ...(latencyMs === undefined ? {} : { latencyMs }) };
}

export function fail(check: CheckName, fault: FaultCode, detail: string): CheckResult {
  return { check, status: 'fail', fault, detail };
}

export function warn(check: CheckName, fault: FaultCode, detail: string): CheckResult {
  return { check, status: 'warn', fault, detail };
}

/** `401`, `no answer`, `ECONNREFUSED`. */
export function describeFailure(failure: RequestFailure): string {
  switch (failure.kind) {
    case 'refused':
      return String(failure.code);
    case 'timeout':
      return 'no answer';
    case 'closed':
      return failure.reason;
    case 'forged':
      return 'answer with a wrong signature';
  }
}

export function isRefused(failure: RequestFailure, code: number): boolean {
  return failure.kind === 'refused' && failure.code === code;
}
