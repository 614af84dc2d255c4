import { systemClock, type Clock } from '../clock.ts';
import { RendevError } from '../rendev-error.ts';
import type { LocalDevice } from '../session-snapshot.ts';
import { capture, captureAny, type CaptureKind } from './capture.ts';
import { isPermitted } from './device-watch.ts';
import { hasDevice } from './devices.ts';
import { watchInterruption } from './track-interruption.ts';

export interface CapturePort {
  changed(): void;
  /** Something failed by itself, such as a device that was pulled out. */
  failed(error: RendevError): void;
}

type Take = (signal: AbortSignal) => Promise<MediaStreamTrack>;

export function isOn({ status }: LocalDevice): boolean {
  return status === 'on' || status === 'interrupted';
}

/**
 * The own microphone or camera. A muted microphone stays captured, so that it is back at once; a
 * camera that is turned off is released, so that its light goes out. While the chosen device cannot
 * be had, another stands in for it.
 */
export class DeviceCapture {
  readonly #kind: CaptureKind;
  readonly #port: CapturePort;
  readonly #clock: Clock;
  #view: LocalDevice;
  /** `null` for the browser's default. */
  #chosen: string | null;
  #track: MediaStreamTrack | null = null;
  #trackLife = new AbortController();
  #interrupted = false;
  /** What an older attempt brings is stopped and not used. */
  #attempt = new AbortController();
  #pending: Promise<void> | null = null;
  #fellBack = false;

  constructor(
    kind: CaptureKind,
    deviceId: string | null,
    port: CapturePort,
    clock: Clock = systemClock,
  ) {
    this.#kind = kind;
    this.#port = port;
    this.#clock = clock;
    this.#chosen = deviceId;
    this.#view = { status: 'off', error: null, deviceId };
  }

  get view(): LocalDevice {
    return this.#view;
  }

  /** The captured track, muted or not. */
  get captured(): MediaStreamTrack | null {
    return this.#track;
  }

  /** The track to send; `null` unless on. */
  get outgoing(): MediaStreamTrack | null {
    return isOn(this.#view) ? this.#track : null;
  }

  /** Whether the device is in use, or will be as soon as it can be had. */
  isTaken(deviceId: string): boolean {
    return deviceId === this.#chosen || deviceId === this.#view.deviceId;
  }

  async enable(): Promise<void> {
    this.#fellBack = false;
    if (this.#track) {
      this.#track.enabled = true;
      this.#setOn();
    } else {
      await (this.#pending ?? this.#acquire(this.#any));
    }
  }

  disable(): void {
    this.#abandon();
    if (this.#kind === 'microphone' && this.#track) this.#track.enabled = false;
    else this.#drop();
    this.#set({ status: 'off', error: null });
  }

  /** Never turns on. While on, the old device goes on until the new one is there. */
  async select(deviceId: string): Promise<void> {
    this.#fellBack = false;
    if (this.#view.status === 'off') {
      this.#drop();
      this.#set({ deviceId });
    } else {
      await this.#acquire((signal) => this.#exchange(deviceId, signal));
    }
    this.#chosen = deviceId;
  }

  /** Releases the device. */
  stop(): void {
    this.#abandon();
    this.#drop();
    this.#set({ status: 'off', error: null });
  }

  /** Returns to the chosen device, or tries again what has failed. Tells no failure. */
  async wake(present: readonly MediaDeviceInfo[]): Promise<void> {
    const chosen = this.#chosen;
    this.#fellBack = false;
    // A page that slept may not have been told.
    if (this.#track?.readyState === 'ended') this.#lost();
    if (this.#pending) return;
    if (!this.#track) {
      if (await this.#mayRetry()) await this.#acquire(this.#any).catch(() => undefined);
    } else if (chosen !== null && chosen !== this.#view.deviceId && hasDevice(present, chosen)) {
      if (isOn(this.#view)) {
        await this.#acquire(() => capture(this.#kind, chosen)).catch(() => undefined);
      } else {
        this.#drop();
        this.#set({ deviceId: chosen });
      }
    }
  }

  readonly #any: Take = (signal) => captureAny(this.#kind, this.#chosen, signal);

  #acquire(take: Take): Promise<void> {
    this.#abandon();
    this.#attempt = new AbortController();
    const pending = this.#use(take, this.#attempt.signal).finally(() => {
      if (this.#pending === pending) this.#pending = null;
    });
    this.#pending = pending;
    return pending;
  }

  async #use(take: Take, signal: AbortSignal): Promise<void> {
    if (!this.#track) this.#set({ status: 'starting', error: null });
    try {
      this.#hold(await take(signal), signal);
    } catch (error) {
      if (signal.aborted) throw new RendevError('aborted');
      if (!this.#track) this.#set({ status: 'failed', error: (error as RendevError).code });
      throw error;
    }
  }

  #hold(track: MediaStreamTrack, attempt: AbortSignal): void {
    if (attempt.aborted) {
      track.stop();
      throw new RendevError('aborted');
    }
    this.#drop();
    this.#track = track;
    this.#trackLife = new AbortController();
    const { signal } = this.#trackLife;
    const ended = () => {
      this.#lost();
    };
    const interrupted = (interrupted: boolean) => {
      this.#interrupted = interrupted;
      if (isOn(this.#view)) this.#setOn();
    };
    track.addEventListener('ended', ended, { signal });
    watchInterruption(track, this.#clock, interrupted, signal);
    this.#set({ status: 'on', error: null, deviceId: track.getSettings().deviceId ?? null });
  }

  /**
   * Phones open one camera at a time: where the new one is refused, the old one goes first, and
   * comes back if that was in vain.
   */
  async #exchange(deviceId: string, signal: AbortSignal): Promise<MediaStreamTrack> {
    if (!this.#track) return captureAny(this.#kind, deviceId, signal);
    const old = this.#view.deviceId;
    return capture(this.#kind, deviceId)
      .catch((error: unknown) => {
        if (signal.aborted || (error as RendevError).code !== 'in-use') throw error;
        this.#drop();
        return capture(this.#kind, deviceId);
      })
      .catch(async (error: unknown) => {
        if (!this.#track && !signal.aborted) {
          this.#hold(await captureAny(this.#kind, old, signal), signal);
        }
        throw error;
      });
  }

  /** The live track ended by itself: pulled out, or the permission was taken back. */
  #lost(): void {
    const wasOn = isOn(this.#view);
    this.#drop();
    if (!wasOn || this.#pending) {
      this.#port.changed();
    } else if (this.#fellBack) {
      this.#set({ status: 'failed', error: 'device-not-found' });
      this.#port.failed(new RendevError('device-not-found'));
    } else {
      this.#fellBack = true;
      this.#acquire(this.#any).catch((error: unknown) => {
        const failure = error as RendevError;
        if (failure.code !== 'aborted') this.#port.failed(failure);
      });
    }
  }

  /** The person is not asked again for what was refused. */
  async #mayRetry(): Promise<boolean> {
    const before = this.#view;
    if (before.status !== 'failed') return false;
    const permitted = before.error !== 'permission-denied' || (await isPermitted(this.#kind));
    return permitted && this.#view === before;
  }

  #abandon(): void {
    this.#attempt.abort();
    this.#pending = null;
  }

  #drop(): void {
    const track = this.#track;
    this.#track = null;
    this.#interrupted = false;
    this.#trackLife.abort();
    track?.stop();
  }

  #setOn(): void {
    this.#set({ status: this.#interrupted ? 'interrupted' : 'on', error: null });
  }

  #set(change: Partial<LocalDevice>): void {
    // A track may have come or gone even when the view stays the same.
    this.#view = { ...this.#view, ...change };
    this.#port.changed();
  }
}
