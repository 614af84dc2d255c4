import type { StreamStatistics } from '../link-statistics.ts';
import type { LinkSample } from '../peer/link-sample.ts';

const NOTHING = { microphone: null, camera: null, screen: null };

const STREAM: StreamStatistics = {
  kbps: 100,
  lossPercent: 0,
  jitterMs: 0,
  codec: null,
  width: null,
  height: null,
  framesPerSecond: null,
  limitedBy: null,
};

/** What is told about a made-up second; everything else is as on the best of lines. */
export interface Told {
  readonly incomingLoss?: number | null;
  readonly outgoingLoss?: number | null;
  readonly roundTripMs?: number;
  readonly availableKbps?: number | null;
  readonly limitedBy?: 'cpu' | 'bandwidth' | null;
  /** Whether the own camera is sent. Default true. */
  readonly camera?: boolean;
  /** Whether the path is cut, so that not even an answer to what is sent comes. Default false. */
  readonly cut?: boolean;
}

function sampleAt(at: number, told: Told = {}): LinkSample {
  const { incomingLoss = 0, outgoingLoss = 0, roundTripMs = 20, limitedBy = null } = told;
  const { availableKbps = 3000, camera = true, cut = false } = told;
  return {
    at,
    path: { kind: 'direct', transport: 'udp' },
    relayUrl: null,
    roundTripMs,
    availableKbps,
    receivedBytes: cut ? 0 : 20_000,
    incoming: { ...NOTHING, microphone: STREAM, camera: STREAM },
    outgoing: { ...NOTHING, microphone: STREAM, camera: camera ? { ...STREAM, limitedBy } : null },
    incomingLossPercent: incomingLoss,
    outgoingLossPercent: outgoingLoss,
  };
}

/** Feeds one made-up sample for each second. */
export class Seconds {
  readonly #take: (sample: LinkSample) => void;
  #at = 0;

  constructor(take: (sample: LinkSample) => void) {
    this.#take = take;
  }

  /** So many seconds of the same. */
  pass(seconds: number, told: Told = {}): void {
    for (let passed = 0; passed < seconds; passed += 1) {
      this.#take(sampleAt(this.#at, told));
      this.#at += 1_000;
    }
  }

  /** @returns how many seconds of the same it took until `reached`; `most` when it was not */
  until(reached: () => boolean, told: Told = {}, most = 300): number {
    let passed = 0;
    while (!reached() && passed < most) {
      this.pass(1, told);
      passed += 1;
    }
    return passed;
  }
}
