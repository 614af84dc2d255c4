import { randomBytes } from 'node:crypto';
import { formatEndpoint } from '../stun/address.ts';
import { allocateRelay, type Relay } from './allocation.ts';
import { describeFailure, fail, isRefused, pass, type CheckResult } from './check-result.ts';
import type { Probe } from './probe.ts';

const CHECK = 'relay-echo';

/** UDP may lose a packet: it is sent again until the echo is back or the time is over. */
const RESEND_MS = 250;

/** Two relays send through each other and back: what two relayed people do. */
export async function checkRelayEcho(probe: Probe, near: Relay): Promise<CheckResult> {
  const allocated = await allocateRelay(probe, 'echo');
  if (!allocated.ok) return { ...allocated.result, check: CHECK };
  const far = allocated.relay;

  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    const response = await from.client.createPermission(from.user, to.address);
    if (response.ok) continue;
    const fault = isRefused(response.failure, 403) ? 'relay-loop-denied' : 'refused';
    const detail = `${formatEndpoint(to.address)}: ${describeFailure(response.failure)}`;
    return fail(CHECK, fault, detail);
  }
  const roundTripMs = await echo(near, far, probe.options);
  return roundTripMs === undefined
    ? fail(CHECK, 'relay-loop-silent', `nothing came from ${formatEndpoint(far.address)}`)
    : pass(CHECK, 'there and back', roundTripMs);
}

async function echo(
  near: Relay,
  far: Relay,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<number | undefined> {
  const payload = randomBytes(32);
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  const started = performance.now();
  const stopEcho = far.client.onData((_, data) => {
    far.client.send(near.address, data);
  });
  const stopListening = near.client.onData((_, data) => {
    if (data.equals(payload)) resolve(performance.now() - started);
  });
  const sendPayload = (): void => {
    near.client.send(far.address, payload);
  };
  const giveUp = (): void => {
    resolve(undefined);
  };
  const resend = setInterval(sendPayload, RESEND_MS);
  const timeout = setTimeout(giveUp, timeoutMs);
  signal.addEventListener('abort', giveUp);
  if (signal.aborted) giveUp();
  sendPayload();
  try {
    return await promise;
  } finally {
    clearInterval(resend);
    clearTimeout(timeout);
    signal.removeEventListener('abort', giveUp);
    stopEcho();
    stopListening();
  }
}
