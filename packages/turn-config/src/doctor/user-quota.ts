import { describeFailure, fail, isRefused, pass, warn, type CheckResult } from './check-result.ts';
import type { Probe } from './probe.ts';

const CHECK = 'user-quota';

/** Three URLs on two interfaces, before and after an ICE restart. */
const RELAYS_MIN = 12;

/** More than our largest default quota; the relays live for the moment of the check only. */
const RELAYS_MAX = 80;
const AT_ONCE = 10;

/** Takes relays as one person until the server says 486. */
export async function checkUserQuota(probe: Probe): Promise<CheckResult> {
  const user = probe.user('quota');
  let held = 0;
  while (held < RELAYS_MAX) {
    const outcomes = await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        const asked = await probe.allocate(user);
        return asked.ok ? asked.response : undefined;
      }),
    );
    held += outcomes.filter((outcome) => outcome?.ok).length;
    for (const outcome of outcomes) {
      if (!outcome) return fail(CHECK, 'unreachable', `after ${held} relays`);
      if (outcome.ok) continue;
      const { failure } = outcome;
      if (isRefused(failure, 486)) return refusedAfter(held);
      const fault = isRefused(failure, 508) ? 'ports-exhausted' : 'refused';
      return fail(CHECK, fault, `${describeFailure(failure)} after ${held} relays`);
    }
  }
  return warn(CHECK, 'no-user-quota', `${held} relays for one person`);
}

function refusedAfter(held: number): CheckResult {
  const detail = `486 after ${held} relays`;
  if (held === 0) return fail(CHECK, 'quota-exhausted', detail);
  return held < RELAYS_MIN ? warn(CHECK, 'user-quota-low', detail) : pass(CHECK, detail);
}
