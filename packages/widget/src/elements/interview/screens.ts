import type { SessionState } from '../../engine/session-snapshot.ts';

/** What stands in the frame. Several states of the session may share one. */
export type Screen =
  | 'code-entry'
  | 'countdown'
  | 'lobby'
  | 'waiting'
  | 'call'
  | 'ended'
  /** A ticket is being checked, or a kept seat taken again. */
  | 'entering'
  /** A ticket was refused: there is no code to type. */
  | 'ticket-refused';

/** @param previous the screen until now: joining from the lobby stays in the lobby */
export function screenOf(state: SessionState, byTicket: boolean, previous: Screen): Screen {
  switch (state.name) {
    case 'idle':
    case 'checking':
      return byTicket ? 'entering' : 'code-entry';
    case 'refused':
      return byTicket ? 'ticket-refused' : 'code-entry';
    case 'joining':
      return previous === 'lobby' ? 'lobby' : 'entering';
    case 'in-call':
    case 'reconnecting':
      return 'call';
    case 'countdown':
    case 'lobby':
    case 'waiting':
    case 'ended':
      return state.name;
  }
}

/** The element that a screen is made of. */
export function tagOf(screen: Screen): string {
  switch (screen) {
    case 'code-entry':
    case 'countdown':
    case 'lobby':
    case 'waiting':
    case 'call':
    case 'ended':
      return `rendev-${screen}`;
    case 'entering':
    case 'ticket-refused':
      return 'rendev-message';
  }
}
