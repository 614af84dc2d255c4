import { assert } from 'chai';
import type { InterviewPublic } from '@rendev/interview-protocol';
import type { EndReason, SessionState } from './session-snapshot.ts';
import { advance, endedState, isInRoom } from './session-state.ts';

const LEFT = { reason: 'left', word: null } as const;
const ended = endedState(LEFT, { interview: null, clockOffsetMs: 0 }, null, 0);
const states = {
  idle: { name: 'idle' },
  checking: { name: 'checking' },
  countdown: { name: 'countdown', opensAt: 1 },
  joining: { name: 'joining' },
  waiting: { name: 'waiting' },
  'in-call': { name: 'in-call' },
  reconnecting: { name: 'reconnecting', since: 1 },
  ended,
} as const satisfies Partial<Record<SessionState['name'], SessionState>>;

describe('advance', () => {
  it('walks from the code to the end', () => {
    const path = [
      states.checking,
      states.countdown,
      states.checking,
      states.joining,
      states.waiting,
      states['in-call'],
      states.reconnecting,
      states['in-call'],
      states.ended,
      states.checking,
    ];
    let state: SessionState = states.idle;
    for (const next of path) {
      state = advance(state, next);
      assert.equal(state, next);
    }
  });

  it('renews a state by another of its name', () => {
    const later: SessionState = { name: 'countdown', opensAt: 2 };
    assert.equal(advance(states.countdown, later), later);
  });

  it('does not take steps that do not exist', () => {
    assert.equal(advance(states.idle, states['in-call']), states.idle);
    assert.equal(advance(states.ended, states.reconnecting), states.ended);
    assert.equal(advance(states.ended, states['in-call']), states.ended);
    assert.equal(advance(states['in-call'], states.checking), states['in-call']);
  });
});

describe('isInRoom', () => {
  it('holds with and without a connection, not before and not after', () => {
    assert.isTrue(isInRoom(states.reconnecting));
    assert.isTrue(isInRoom(states.waiting));
    assert.isFalse(isInRoom(states.joining));
    assert.isFalse(isInRoom(ended));
  });
});

describe('endedState', () => {
  const interview = { closesAt: '2026-01-01T10:00:00.000Z' } as InterviewPublic;
  const closesAt = Date.parse('2026-01-01T10:00:00.000Z');

  it('tells how long the call was', () => {
    const state = endedState(LEFT, { interview, clockOffsetMs: 0 }, closesAt - 5_000, closesAt);
    assert.include(state, { name: 'ended', reason: 'left', durationMs: 5_000 });
    assert.include(ended, { durationMs: 0 });
  });

  it('lets those come back who may, while the window is open by the clock of the server', () => {
    const canRejoin = (reason: EndReason, clockOffsetMs: number) =>
      endedState({ reason, word: null }, { interview, clockOffsetMs }, null, closesAt - 1_000);
    assert.include(canRejoin('left', 0), { canRejoin: true });
    assert.include(canRejoin('left', 2_000), { canRejoin: false });
    assert.include(canRejoin('duplicate-session', 0), { canRejoin: true });
    assert.include(canRejoin('removed', 0), { canRejoin: false });
    assert.include(canRejoin('expired', 0), { canRejoin: false });
    assert.include(ended, { canRejoin: true });
  });
});
