import type { MediaState } from '@rendev/interview-protocol';
import type { OutgoingTracks } from '../peer/media-slots.ts';
import type { RendevError } from '../rendev-error.ts';
import type { LocalMedia } from '../session-snapshot.ts';
import { DeviceCapture, type CapturePort } from './device-capture.ts';
import { listDevices, loadChoice, NO_DEVICES, onDeviceChange, saveChoice } from './devices.ts';
import { canShareScreen, ScreenShare } from './screen-share.ts';

/** Whether the person wants to be heard and seen, whatever the devices say. */
export interface MediaWishes {
  readonly microphone: boolean;
  readonly camera: boolean;
}

/** Everything that this page captures: microphone and camera apart from each other, and the screen. */
export class LocalMediaSource {
  readonly #port: CapturePort;
  readonly #microphone: DeviceCapture;
  readonly #camera: DeviceCapture;
  readonly #screen: ScreenShare;
  readonly #ended = new AbortController();
  #stream: MediaStream | null = null;
  #devices = NO_DEVICES;
  #speakerId: string | null;
  #wishes: MediaWishes;

  constructor(wishes: MediaWishes, port: CapturePort) {
    const choice = loadChoice();
    const capturePort: CapturePort = {
      changed: () => {
        this.#changed();
      },
      failed: (error) => {
        port.failed(error);
      },
    };
    this.#port = port;
    this.#wishes = wishes;
    this.#speakerId = choice.speaker ?? null;
    this.#microphone = new DeviceCapture('microphone', choice.microphone ?? null, capturePort);
    this.#camera = new DeviceCapture('camera', choice.camera ?? null, capturePort);
    this.#screen = new ScreenShare(() => {
      port.changed();
    });
    onDeviceChange(() => void this.#refreshDevices(), this.#ended.signal);
  }

  get view(): LocalMedia {
    return {
      microphone: this.#microphone.view,
      camera: this.#camera.view,
      screen: this.#screen.view,
      stream: this.#stream,
      screenStream: this.#screen.stream,
      devices: this.#devices,
      speakerId: this.#speakerId,
      canShareScreen: canShareScreen(),
    };
  }

  /** What is sent at this moment. */
  get outgoing(): OutgoingTracks {
    return {
      microphone: this.#microphone.outgoing,
      camera: this.#camera.outgoing,
      screen: this.#screen.video,
      screenSound: this.#screen.sound,
    };
  }

  get state(): MediaState {
    const { microphone, camera, screen } = this.outgoing;
    return { microphone: microphone !== null, camera: camera !== null, screen: screen !== null };
  }

  get wishes(): MediaWishes {
    return this.#wishes;
  }

  /** Turns on what the person wishes. Failures are told as such; it never rejects. */
  async start(wishes = this.#wishes): Promise<void> {
    this.#wishes = wishes;
    const report = (error: unknown) => {
      const failure = error as RendevError;
      if (failure.code !== 'aborted') this.#port.failed(failure);
    };
    await Promise.all([
      wishes.microphone ? this.#microphone.enable().catch(report) : undefined,
      wishes.camera ? this.#camera.enable().catch(report) : undefined,
    ]);
    await this.#refreshDevices();
  }

  async setMicrophone(on: boolean): Promise<void> {
    this.#wishes = { ...this.#wishes, microphone: on };
    await this.#turn(this.#microphone, on);
  }

  async setCamera(on: boolean): Promise<void> {
    this.#wishes = { ...this.#wishes, camera: on };
    await this.#turn(this.#camera, on);
  }

  async setScreen(on: boolean): Promise<void> {
    if (on) await this.#screen.enable();
    else this.#screen.disable();
  }

  async selectMicrophone(deviceId: string): Promise<void> {
    await this.#microphone.select(deviceId);
    saveChoice({ microphone: deviceId });
  }

  async selectCamera(deviceId: string): Promise<void> {
    await this.#camera.select(deviceId);
    saveChoice({ camera: deviceId });
  }

  selectSpeaker(deviceId: string): void {
    this.#speakerId = deviceId;
    saveChoice({ speaker: deviceId });
    this.#port.changed();
  }

  /** Releases every device; the wishes stay for the next time. */
  stop(): void {
    this.#microphone.stop();
    this.#camera.stop();
    this.#screen.disable();
  }

  dispose(): void {
    this.#ended.abort();
    this.stop();
  }

  async #turn(device: DeviceCapture, on: boolean): Promise<void> {
    if (!on) {
      device.disable();
      return;
    }
    await device.enable();
    await this.#refreshDevices();
  }

  async #refreshDevices(): Promise<void> {
    this.#devices = await listDevices();
    if (!this.#ended.signal.aborted) this.#port.changed();
  }

  /** The stream keeps its identity while tracks come and go, so that no video element reloads. */
  #changed(): void {
    const tracks = [this.#microphone.captured, this.#camera.captured].filter(
      (track) => track !== null,
    );
    if (tracks.length === 0) this.#stream = null;
    else this.#stream ??= new MediaStream();
    for (const track of this.#stream?.getTracks() ?? []) {
      if (!tracks.includes(track)) this.#stream?.removeTrack(track);
    }
    for (const track of tracks) this.#stream?.addTrack(track);
    this.#port.changed();
  }
}
