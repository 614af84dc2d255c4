import { RendevError } from '../rendev-error.ts';
import type { LocalDevice } from '../session-snapshot.ts';
import { capture, type CaptureKind } from './capture.ts';

export interface CapturePort {
  changed(): void;
  /** Something failed by itself, such as a device that was pulled out. */
  failed(error: RendevError): void;
}

/**
 * The own microphone or camera. A muted microphone stays captured, so that it is back at once; a
 * camera that is turned off is released, so that its light goes out.
 */
export class DeviceCapture {
  readonly #kind: CaptureKind;
  readonly #port: CapturePort;
  #track: MediaStreamTrack | null = null;
  #view: LocalDevice;
  /** Counts the requests: what an older one brings is stopped and not used. */
  #request = 0;
  #pending: Promise<void> | null = null;
  #fellBack = false;

  constructor(kind: CaptureKind, deviceId: string | null, port: CapturePort) {
    this.#kind = kind;
    this.#port = port;
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
    return this.#view.status === 'on' ? this.#track : null;
  }

  async enable(): Promise<void> {
    this.#fellBack = false;
    if (this.#pending) {
      await this.#pending;
    } else if (this.#track) {
      this.#track.enabled = true;
      this.#set({ status: 'on', error: null });
    } else {
      await this.#acquire(this.#view.deviceId);
    }
  }

  disable(): void {
    this.#forgetRequest();
    if (this.#kind === 'microphone' && this.#track) this.#track.enabled = false;
    else this.#drop();
    this.#set({ status: 'off', error: null });
  }

  /** Never turns on. While on, the old device goes on until the new one is there. */
  async select(deviceId: string): Promise<void> {
    this.#fellBack = false;
    if (this.#pending ?? this.#view.status === 'on') {
      await this.#acquire(deviceId);
    } else {
      this.#drop();
      this.#set({ status: 'off', error: null, deviceId });
    }
  }

  /** Releases the device. */
  stop(): void {
    this.#forgetRequest();
    this.#drop();
    this.#set({ status: 'off', error: null });
  }

  #acquire(deviceId: string | null): Promise<void> {
    this.#forgetRequest();
    const pending = this.#replace(deviceId, this.#request).finally(() => {
      if (this.#pending === pending) this.#pending = null;
    });
    this.#pending = pending;
    return pending;
  }

  async #replace(deviceId: string | null, request: number): Promise<void> {
    if (!this.#track) this.#set({ status: 'starting', error: null });
    try {
      const track = await this.#capture(deviceId);
      if (request !== this.#request) {
        track.stop();
        throw new RendevError('aborted');
      }
      this.#drop();
      this.#track = track;
      track.addEventListener('ended', () => {
        if (track === this.#track) this.#lost();
      });
      this.#set({
        status: 'on',
        error: null,
        deviceId: track.getSettings().deviceId ?? deviceId,
      });
    } catch (error) {
      if (request !== this.#request) throw new RendevError('aborted');
      const { code } = error as RendevError;
      if (!this.#track) this.#set({ status: 'failed', error: code });
      throw error;
    }
  }

  /** Phones open one camera at a time: where the new one is refused, the old one goes first. */
  async #capture(deviceId: string | null): Promise<MediaStreamTrack> {
    try {
      return await capture(this.#kind, deviceId);
    } catch (error) {
      const inTheWay = this.#track && error instanceof RendevError && error.code === 'in-use';
      if (!inTheWay) throw error;
      this.#drop();
      return capture(this.#kind, deviceId);
    }
  }

  /** The live track ended by itself: pulled out, or the permission was taken back. */
  #lost(): void {
    const wasOn = this.#view.status === 'on';
    this.#drop();
    if (!wasOn) {
      this.#port.changed();
    } else if (this.#fellBack) {
      this.#set({ status: 'failed', error: 'device-not-found' });
      this.#port.failed(new RendevError('device-not-found'));
    } else {
      this.#fellBack = true;
      this.#acquire(null).catch((error: unknown) => {
        const failure = error as RendevError;
        if (failure.code !== 'aborted') this.#port.failed(failure);
      });
    }
  }

  #forgetRequest(): void {
    this.#request += 1;
    this.#pending = null;
  }

  #drop(): void {
    const track = this.#track;
    this.#track = null;
    track?.stop();
  }

  #set(change: Partial<LocalDevice>): void {
    // A track may have come or gone even when the view stays the same.
    this.#view = { ...this.#view, ...change };
    this.#port.changed();
  }
}
