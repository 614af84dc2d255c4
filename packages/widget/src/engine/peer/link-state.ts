import type { LinkState } from '../session-snapshot.ts';
import type { Supply } from './stall-watch.ts';

export interface PathFacts {
  readonly connectionState: RTCPeerConnectionState;
  readonly supply: Supply;
  /** Whether this link, or the one that it took the place of, has ever been connected. */
  readonly wasConnected: boolean;
}

/**
 * What a person is shown of a link. What arrives counts for more than what ICE says: ICE notices a
 * dead path seconds later, and it searches for a better path while the one in use is good.
 */
export function nextLinkState(
  before: LinkState,
  { connectionState, supply, wasConnected }: PathFacts,
): LinkState {
  if (connectionState === 'failed') return 'failed';
  if (connectionState === 'connected' && supply !== 'lost') {
    // What is shown already stays until it is over; a short gap is not shown.
    const isMending = supply === 'stalled' || supply === 'returning';
    return before === 'reconnecting' && isMending ? 'reconnecting' : 'connected';
  }
  // Retries go on behind it; a person should have the time to read why nobody is seen.
  if (before === 'failed') return 'failed';
  const isInUse = supply === 'flowing' || (connectionState === 'connecting' && supply === 'idle');
  if (before === 'connected' && isInUse) return 'connected';
  return wasConnected ? 'reconnecting' : 'connecting';
}
