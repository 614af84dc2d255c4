import { systemClock, type Clock } from '../clock.ts';
import { jittered } from '../jitter.ts';
import { isStalled, type Supply } from './stall-watch.ts';

/** Waits after one restart before the next while they do not help; the last one goes on. */
const RETRIES_MS = [1_500, 2_000, 2_500, 3_000, 4_000, 5_000];
/**
 * A path that is searched while nothing is expected, an offer without an answer, or a search that
 * has no candidates to begin with is given longer.
 */
const PATIENCE_MS = 8_000;
/** ICE needs some 15 s to say that there is no path, and begins again with each restart. */
const FIRST_SEARCH_MS = 22_000;
/** Restarts that did not help, some 30 s of them, after which the link is made anew. */
const RESTARTS_MAX = 8;
const FAILURES_MAX = 2;
/** ICE that has lost the path by its own account, where no bytes are expected that tell earlier. */
const DISCONNECTED_MS = 1_000;
/** How long the polite side leaves the first move to the other, so that one restart is enough. */
const POLITE_WAIT_MS = 600;
/** A link that has been sound for so long is a good one: the waits begin anew. */
const STEADY_MS = 10_000;
/** Until the next look while the peer cannot be reached; `resync` comes earlier as a rule. */
const UNREACHABLE_MS = 2_000;
/**
 * ICE notices a dead path by itself within 8 s or so (consent checks, RFC 7675). If it has not after
 * this, the path is good, and the peer does not send whatever it says.
 */
const CONSENT_MS = 12_000;

export interface RecoveryPort {
  polite(): boolean;
  /** Whether a signal would reach the peer now. */
  reachable(): boolean;
  /** Makes a new offer with new ICE credentials. */
  restart(): void;
  /** Gives this connection up for a new one to the same page. */
  renew(): void;
  /** The path carries something again. */
  mended(): void;
  /** Bytes are expected, and it is of no use to wait for them. */
  notSending(): void;
}

/**
 * Mends a connection by itself: restarts ICE when nothing arrives any more or when ICE has lost the
 * path, offers again when an offer stays without an answer, and asks for another connection when
 * nothing of it helps. The old path stays in use until a better one is found (RFC 8445, section
 * 9), so that a restart too many does no harm.
 */
export class Recovery {
  readonly #pc: RTCPeerConnection;
  readonly #port: RecoveryPort;
  readonly #signal: AbortSignal;
  readonly #clock: Clock;
  #supply: Supply = 'idle';
  #cancelTimer: (() => void) | undefined;
  #wasConnected = false;
  /** `null` while nothing is wrong. */
  #troubleSince: number | null = null;
  #isMended = false;
  #soundSince: number;
  /** ICE has been content although nothing arrives; `null` while something does. */
  #unexplainedSince: number | null = null;
  #restarts = 0;
  /** How often ICE has given up since it was last connected. */
  #failures = 0;
  #notBefore = -Infinity;
  /** A restart was asked for, and the peer could not hear of it. */
  #owed = false;

  constructor(
    pc: RTCPeerConnection,
    port: RecoveryPort,
    signal: AbortSignal,
    clock: Clock = systemClock,
  ) {
    this.#pc = pc;
    this.#port = port;
    this.#signal = signal;
    this.#clock = clock;
    this.#soundSince = clock.now();
    const look = () => {
      this.#look();
    };
    pc.addEventListener(
      'iceconnectionstatechange',
      () => {
        this.#iceChanged();
        look();
      },
      { signal },
    );
    pc.addEventListener(
      'signalingstatechange',
      () => {
        // The other side has made the move.
        if (pc.signalingState === 'have-remote-offer') this.#restarted();
        look();
      },
      { signal },
    );
    pc.addEventListener('connectionstatechange', look, { signal });
    signal.addEventListener('abort', () => {
      this.#cancelTimer?.();
    });
  }

  supplyIs(supply: Supply): void {
    this.#supply = supply;
    if (supply === 'returning') this.#mended();
    const now = this.#clock.now();
    if (!isStalled(supply)) this.#unexplainedSince = null;
    else this.#unexplainedSince ??= now;
    const isConnected = ['connected', 'completed'].includes(this.#pc.iceConnectionState);
    if (isConnected && now - (this.#unexplainedSince ?? now) > CONSENT_MS) this.#port.notSending();
    this.#look();
  }

  /** Signals between the two may have been lost: takes up at once what is unfinished. */
  resync(): void {
    const isUnanswered = this.#pc.signalingState === 'have-local-offer';
    const patience = this.#patience();
    if (patience !== null) {
      this.#restarts = 0;
      this.#notBefore = -Infinity;
      this.#troubleSince = this.#clock.now() - patience;
    }
    // An offer that was lost on the way is nothing to wait for, on either side.
    if (isUnanswered || this.#owed) this.#act();
    else this.#look();
  }

  /** Looks for a path anew, whatever the present one seems to be worth. */
  restart(): void {
    this.#restarts = 0;
    this.#owed = !this.#port.reachable();
    this.#act();
  }

  #look(): void {
    this.#cancelTimer?.();
    if (this.#signal.aborted) return;
    const now = this.#clock.now();
    const patience = this.#patience();
    if (patience === null) {
      if (this.#troubleSince !== null) this.#soundSince = now;
      this.#troubleSince = null;
      return;
    }
    if (this.#troubleSince === null) {
      if (now - this.#soundSince > STEADY_MS) this.#restarts = 0;
      this.#troubleSince = now;
      this.#isMended = false;
    }
    const due =
      Math.max(this.#troubleSince + patience, this.#notBefore) +
      (this.#port.polite() ? POLITE_WAIT_MS : 0);
    this.#cancelTimer = this.#clock.after(Math.max(due - now, 0), () => {
      this.#act();
    });
  }

  /** ms that the trouble may last before something is done about it; `null`: there is none. */
  #patience(): number | null {
    const { connectionState, iceConnectionState, signalingState, remoteDescription } = this.#pc;
    if (connectionState === 'failed' || iceConnectionState === 'failed') return 0;
    if (isStalled(this.#supply)) return 0;
    const isSilent = this.#supply === 'idle';
    if (iceConnectionState === 'disconnected' && isSilent) return DISCONNECTED_MS;
    if (signalingState === 'have-local-offer') return PATIENCE_MS;
    const isSearching = ['new', 'checking'].includes(iceConnectionState);
    if (!isSearching || !isSilent || !remoteDescription) return null;
    const isFirst = !this.#wasConnected && iceConnectionState === 'checking';
    return isFirst ? FIRST_SEARCH_MS : PATIENCE_MS;
  }

  #act(): void {
    if (!this.#port.reachable()) {
      this.#cancelTimer?.();
      this.#cancelTimer = this.#clock.after(UNREACHABLE_MS, () => {
        this.#look();
      });
      return;
    }
    this.#owed = false;
    const { connectionState, iceConnectionState } = this.#pc;
    const isDtlsFailure = connectionState === 'failed' && iceConnectionState !== 'failed';
    if (isDtlsFailure || this.#failures >= FAILURES_MAX || this.#restarts >= RESTARTS_MAX) {
      this.#port.renew();
      return;
    }
    this.#restarted();
    this.#port.restart();
    this.#look();
  }

  #restarted(): void {
    const wait = RETRIES_MS[Math.min(this.#restarts, RETRIES_MS.length - 1)] ?? 0;
    this.#restarts += 1;
    this.#notBefore = this.#clock.now() + jittered(wait);
  }

  /** Once for each trouble, whoever notices first. */
  #mended(): void {
    if (this.#isMended || this.#troubleSince === null) return;
    this.#isMended = true;
    this.#port.mended();
  }

  #iceChanged(): void {
    const { iceConnectionState } = this.#pc;
    if (iceConnectionState === 'failed') this.#failures += 1;
    if (iceConnectionState === 'connected') {
      this.#wasConnected = true;
      this.#failures = 0;
      this.#mended();
    }
    if (this.#unexplainedSince !== null) this.#unexplainedSince = this.#clock.now();
  }
}
