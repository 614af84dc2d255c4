import { Emitter } from '../emitter.ts';
import type { LinkSample } from './link-sample.ts';
import { SLOTS, type Slots } from './media-slots.ts';
import { readStats, type Reading, type Stat } from './stats-reading.ts';
import { toSample } from './to-sample.ts';

const INTERVAL_MS = 1_000;

/**
 * Reads the statistics of a link once a second and tells what happened since the last reading.
 *
 * `receivedBytes` of a sample counts what arrived on all candidate pairs: RTP of every stream with its
 * headers and padding, and RTCP. A silent microphone still counts a little (with DTX one packet in
 * 400 ms), and so does what the peer reports of the pictures it receives (many times a second) and of
 * a voice alone (each 5 s). ICE's own checks do not count in Chromium; in Firefox they do, with some
 * 60 bytes each few seconds, which come as long as there is a path.
 */
export class LinkSampler {
  readonly #pc: RTCPeerConnection;
  readonly #slots: Slots;
  readonly #signal: AbortSignal;
  readonly #samples = new Emitter<[LinkSample]>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #intervalMs = INTERVAL_MS;
  #before: Reading | null = null;
  #latest: LinkSample | null = null;

  constructor(pc: RTCPeerConnection, slots: Slots, signal: AbortSignal) {
    this.#pc = pc;
    this.#slots = slots;
    this.#signal = signal;
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
    });
    this.#wait();
  }

  get latest(): LinkSample | null {
    return this.#latest;
  }

  /** Time between two readings; 1000 ms at first. Takes effect at once. */
  set intervalMs(ms: number) {
    if (ms === this.#intervalMs) return;
    this.#intervalMs = ms;
    this.#wait();
  }

  subscribe(listener: (sample: LinkSample) => void, signal?: AbortSignal): void {
    this.#samples.on(listener, signal);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#signal.aborted) return;
    this.#timer = setTimeout(() => void this.#read(), this.#intervalMs);
  }

  async #read(): Promise<void> {
    // Before there is a path, nothing flows that could be measured.
    const report =
      this.#pc.iceConnectionState === 'new' ? null : await this.#pc.getStats().catch(() => null); // closed meanwhile
    if (this.#signal.aborted) return;
    if (report)
      this.#take(readStats(rowsOf(report), (mid) => this.#slotOf(mid), performance.now()));
    this.#wait();
  }

  #take(now: Reading): void {
    const before = this.#before;
    this.#before = now;
    if (!before) return;
    this.#latest = toSample(before, now);
    this.#samples.emit(this.#latest);
  }

  #slotOf(mid: string) {
    return SLOTS.find(({ name }) => this.#slots[name].mid === mid)?.name;
  }
}

function rowsOf(report: RTCStatsReport): Stat[] {
  const rows: Stat[] = [];
  report.forEach((row: Stat) => rows.push(row));
  return rows;
}
