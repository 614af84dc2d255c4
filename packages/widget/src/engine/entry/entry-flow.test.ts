import { assert } from 'chai';
import type { EntryResponse, InterviewPublic } from '@rendev/interview-protocol';
import { RendevError } from '../rendev-error.ts';
import type { SessionState } from '../session-snapshot.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { until } from '../testing/until.ts';
import type { EntryOutcome } from './entry-client.ts';
import { EntryFlow } from './entry-flow.ts';

const NOON = Date.parse('2026-01-01T12:00:00.000Z');
const entry = { code: 'ABCD-1234', name: ' Jiwoo ' };

describe('EntryFlow', () => {
  let clock: FakeClock;
  /** Answers of the server, by its own clock. */
  let serverOffset: number;
  let opensAt: number;
  let fault: RendevError | null;
  let asked: number;
  let states: SessionState[];
  let attempt: AbortController;
  let flow: EntryFlow;
  /** The host changes the interview. */
  let change: () => void;

  beforeEach(() => {
    clock = new FakeClock(NOON);
    serverOffset = 0;
    opensAt = NOON;
    fault = null;
    asked = 0;
    states = [];
    attempt = new AbortController();
    const changed = new Promise<void>((resolve) => {
      change = resolve;
    });
    flow = new EntryFlow(
      {
        ask: () => {
          asked += 1;
          return Promise.resolve(answer());
        },
        watch: () => changed,
      },
      clock,
      {
        step: (state) => states.push(state),
        learned: () => undefined,
        atDoor: () => ['countdown', 'lobby'].includes(states.at(-1)?.name ?? ''),
        resume: () => Promise.resolve(false),
      },
    );
  });

  afterEach(() => {
    attempt.abort();
  });

  function answer(): EntryOutcome {
    const interview = { opensAt: new Date(opensAt).toISOString() } as InterviewPublic;
    const isEarly = clock.now() + serverOffset < opensAt;
    const error = fault ?? (isEarly ? new RendevError('too-early', { interview }) : null);
    if (error) return { ok: false, error, clockOffsetMs: serverOffset };
    const response = { ticket: 't', role: 'candidate', name: null, inside: [], interview };
    return {
      ok: true,
      response: response as unknown as EntryResponse,
      clockOffsetMs: serverOffset,
    };
  }

  const names = () => states.map(({ name }) => name);

  it('opens the lobby with the name of the entry where none is fixed', async () => {
    await flow.check(entry, attempt.signal);
    assert.deepInclude(states, {
      name: 'lobby',
      role: 'candidate',
      inside: [],
      personName: 'Jiwoo',
      nameFixed: false,
      error: null,
    });
  });

  it('opens by itself when the time has come', async () => {
    opensAt = NOON + 90_000;
    await flow.check(entry, attempt.signal);
    assert.deepEqual(states, [{ name: 'countdown', opensAt }]);
    await clock.advance(89_999);
    assert.notInclude(names(), 'lobby');
    await clock.advance(1);
    assert.equal(names().at(-1), 'lobby');
    assert.isNull(clock.nextIn);
  });

  it('goes by the clock of the server', async () => {
    serverOffset = 3_600_000;
    opensAt = NOON + 3_600_000 + 30_000;
    await flow.check(entry, attempt.signal);
    assert.equal(clock.nextIn, 30_000);
    await clock.advance(30_000);
    assert.equal(names().at(-1), 'lobby');
  });

  it('notices within a minute that the schedule was moved', async () => {
    opensAt = NOON + 40 * 86_400_000;
    await flow.check(entry, attempt.signal);
    opensAt = NOON + 120_000;
    await clock.advance(60_000);
    assert.deepInclude(states, { name: 'countdown', opensAt });
    opensAt = NOON;
    await clock.advance(60_000);
    assert.equal(names().at(-1), 'lobby');
  });

  it('asks again each second while clocks disagree', async () => {
    opensAt = NOON + 5_000;
    await flow.check(entry, attempt.signal);
    opensAt = NOON + 5_400;
    await clock.advance(5_000);
    assert.equal(clock.nextIn, 1_000);
    await clock.advance(1_000);
    assert.equal(names().at(-1), 'lobby');
  });

  it('looks at once when the tab becomes visible and the time has come', async () => {
    opensAt = NOON + 30_000;
    await flow.check(entry, attempt.signal);
    document.dispatchEvent(new Event('visibilitychange'));
    assert.equal(asked, 1, 'too early still');
    // A throttled tab: time has passed, its timers have not been called.
    opensAt = NOON;
    clock.jump(30_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await clock.advance(0);
    assert.equal(names().at(-1), 'lobby');
  });

  it('keeps counting through faults that pass', async () => {
    opensAt = NOON + 10_000;
    await flow.check(entry, attempt.signal);
    fault = new RendevError('server-unreachable', { retryable: true });
    await clock.advance(10_000);
    assert.equal(clock.nextIn, 5_000);
    fault = new RendevError('rate-limited', { retryable: true, retryAfterMs: 20_000 });
    await clock.advance(5_000);
    assert.equal(clock.nextIn, 20_000);
    fault = null;
    await clock.advance(20_000);
    assert.deepEqual(names(), ['countdown', 'lobby']);
  });

  it('ends in a refusal when the interview is canceled meanwhile', async () => {
    opensAt = NOON + 10_000;
    await flow.check(entry, attempt.signal);
    fault = new RendevError('canceled');
    await clock.advance(10_000);
    assert.equal(names().at(-1), 'refused');
    assert.isNull(clock.nextIn);
  });

  it('hears in the countdown that the host moved the interview', async () => {
    opensAt = NOON + 86_400_000;
    await flow.check(entry, attempt.signal);
    opensAt = NOON;
    change();
    await until('the lobby is open', () => names().at(-1) === 'lobby');
  });

  it('hears in the lobby that it was called off, and that it was put off', async () => {
    await flow.check(entry, attempt.signal);
    opensAt = NOON + 3_600_000;
    change();
    await until('it counts down', () => names().at(-1) === 'countdown');
    assert.deepEqual(states.at(-1), { name: 'countdown', opensAt });
    fault = new RendevError('canceled');
    await clock.advance(5_000);
    await until('it is refused', () => names().at(-1) === 'refused');
  });

  it('asks no more once the person has gone in', async () => {
    await flow.check(entry, attempt.signal);
    states.push({ name: 'joining' });
    change();
    await clock.advance(60_000);
    assert.equal(asked, 1);
  });

  it('stops when it is given up', async () => {
    opensAt = NOON + 10_000;
    await flow.check(entry, attempt.signal);
    attempt.abort();
    await clock.advance(60_000);
    assert.equal(asked, 1);
    assert.deepEqual(names(), ['countdown']);
  });

  it('rejects with a refusal', async () => {
    fault = new RendevError('code-invalid');
    const refusal: unknown = await flow
      .check(entry, attempt.signal)
      .catch((error: unknown) => error);
    assert.equal(refusal, fault);
    assert.deepEqual(states, [{ name: 'refused', error: fault }]);
  });
});
