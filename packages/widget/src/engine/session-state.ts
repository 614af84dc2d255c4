import type { EndReason, SessionSnapshot, SessionState } from './session-snapshot.ts';

type StateName = SessionState['name'];

/** Every step that a session may take. A state may always be renewed by another of its own name. */
const STEPS: Record<StateName, readonly StateName[]> = {
  idle: ['checking'],
  checking: ['refused', 'countdown', 'lobby', 'joining', 'idle'],
  refused: ['checking', 'idle'],
  countdown: ['checking', 'refused', 'lobby', 'idle'],
  lobby: ['joining', 'checking', 'refused', 'countdown', 'idle'],
  joining: ['waiting', 'in-call', 'lobby', 'checking', 'refused', 'countdown', 'ended', 'idle'],
  waiting: ['in-call', 'reconnecting', 'ended'],
  'in-call': ['waiting', 'reconnecting', 'ended'],
  reconnecting: ['waiting', 'in-call', 'ended'],
  ended: ['checking', 'idle'],
};

/** The state after a step: `next` where the step exists, the present state where it does not. */
export function advance(state: SessionState, next: SessionState): SessionState {
  return state.name === next.name || STEPS[state.name].includes(next.name) ? next : state;
}

/** Whether the person has a seat in the room, with or without a connection. */
export function isInRoom(state: SessionState): boolean {
  return ['waiting', 'in-call', 'reconnecting'].includes(state.name);
}

/** Reasons after which the same person may come back, if the interview is still open. */
const COMES_BACK: readonly EndReason[] = ['left', 'network-lost', 'duplicate-session'];

/**
 * @param word what the interviewer said with it
 * @param inCallSince ms of the local clock; `null` when the call was never reached.
 * @param now ms of the local clock.
 */
export function endedState(
  { reason, word }: { readonly reason: EndReason; readonly word: string | null },
  { interview, clockOffsetMs }: Pick<SessionSnapshot, 'interview' | 'clockOffsetMs'>,
  inCallSince: number | null,
  now: number,
): SessionState {
  const closesAt = interview?.closesAt ? Date.parse(interview.closesAt) : Infinity;
  return {
    name: 'ended',
    reason,
    durationMs: inCallSince === null ? 0 : now - inCallSince,
    canRejoin: COMES_BACK.includes(reason) && now + clockOffsetMs < closesAt,
    word,
  };
}
