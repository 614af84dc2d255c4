import { RendevError } from '../rendev-error.ts';
import type { LocalDevice } from '../session-snapshot.ts';
import { mediaFailure, requireMediaDevices } from './media-failure.ts';

const OFF: LocalDevice = { status: 'off', error: null, deviceId: null };

/**
 * With the sound of a tab, or of the whole system where the browser offers it; without the voices that
 * this page plays, which would come back to their speakers (`restrictOwnAudio` of W3C Screen Capture).
 */
const PICKED: DisplayMediaStreamOptions & {
  readonly systemAudio: 'include';
  readonly audio: MediaTrackConstraints & { readonly restrictOwnAudio: boolean };
} = {
  video: { frameRate: { max: 30 } },
  audio: { restrictOwnAudio: true },
  systemAudio: 'include',
};

/** Whether this browser can share a screen at all; phones cannot. */
export function canShareScreen(): boolean {
  const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
  return typeof devices?.getDisplayMedia === 'function';
}

/** The own shared screen, with its sound where the browser offers it. */
export class ScreenShare {
  readonly #changed: () => void;
  #stream: MediaStream | null = null;
  #view: LocalDevice = OFF;
  #request = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get view(): LocalDevice {
    return this.#view;
  }

  get stream(): MediaStream | null {
    return this.#stream;
  }

  get video(): MediaStreamTrack | null {
    return this.#stream?.getVideoTracks()[0] ?? null;
  }

  get sound(): MediaStreamTrack | null {
    return this.#stream?.getAudioTracks()[0] ?? null;
  }

  /** Opens the browser's picker, so that it has to be called from a click. */
  async enable(): Promise<void> {
    if (this.#stream) return;
    const request = ++this.#request;
    this.#set({ ...OFF, status: 'starting' });
    const stream = await this.#pick().catch((error: unknown) => {
      if (request !== this.#request) throw new RendevError('aborted');
      this.#set({ ...OFF, status: 'failed', error: (error as RendevError).code });
      throw error;
    });
    const video = stream.getVideoTracks()[0];
    if (request !== this.#request || !video) {
      stopTracks(stream);
      throw new RendevError('aborted');
    }
    video.contentHint = 'detail';
    // The browser's own "stop sharing".
    video.addEventListener('ended', () => {
      if (stream === this.#stream) this.disable();
    });
    this.#stream = stream;
    this.#set({ ...OFF, status: 'on' });
  }

  disable(): void {
    this.#request += 1;
    stopTracks(this.#stream);
    this.#stream = null;
    this.#set(OFF);
  }

  async #pick(): Promise<MediaStream> {
    try {
      const devices = requireMediaDevices();
      if (!canShareScreen()) throw new RendevError('media-unsupported');
      return await devices.getDisplayMedia(PICKED);
    } catch (error) {
      throw mediaFailure(error, 'display-capture');
    }
  }

  #set(view: LocalDevice): void {
    this.#view = view;
    this.#changed();
  }
}

function stopTracks(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
