const DISCONNECTED_MS = 2_000;
/** How long the polite side leaves the first move to the other, so that one restart is enough. */
const POLITE_WAIT_MS = 3_000;
/** After a restart, or an offer without an answer, the time until the next try. */
const RETRY_MS = 10_000;

export interface RecoveryPort {
  readonly polite: boolean;
  /** Makes a new offer with new ICE credentials. */
  restart(): void;
}

/**
 * Mends a connection by itself: restarts ICE when the path is lost, and offers again when an offer
 * stays without an answer.
 */
export function recover(pc: RTCPeerConnection, port: RecoveryPort, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    const delay = delayBeforeRestart(pc);
    if (delay === null || signal.aborted) return;
    timer = setTimeout(
      () => {
        port.restart();
        timer = setTimeout(look, RETRY_MS);
      },
      delay + (port.polite ? POLITE_WAIT_MS : 0),
    );
  };
  pc.addEventListener('iceconnectionstatechange', look, { signal });
  pc.addEventListener('signalingstatechange', look, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
  });
}

/** ms until ICE should be restarted; `null` while nothing is wrong. */
function delayBeforeRestart(pc: RTCPeerConnection): number | null {
  if (pc.signalingState === 'have-local-offer') return RETRY_MS;
  if (pc.iceConnectionState === 'failed') return 0;
  return pc.iceConnectionState === 'disconnected' ? DISCONNECTED_MS : null;
}

/** Whether this side has to act when signals between the two may have been lost. */
export function needsResync(pc: RTCPeerConnection, polite: boolean): boolean {
  if (pc.signalingState === 'have-local-offer') return true;
  const flowing = ['connected', 'completed'].includes(pc.iceConnectionState);
  return pc.signalingState !== 'stable' || (!flowing && !polite);
}
