import type { MediaState } from '@rendev/interview-protocol';
import { systemClock, type Clock } from '../clock.ts';
import type { OutgoingTracks } from '../peer/media-slots.ts';
import type { RendevError } from '../rendev-error.ts';
import type { LocalMedia } from '../session-snapshot.ts';
import { DeviceCapture, isOn, type CapturePort } from './device-capture.ts';
import { DeviceInventory } from './device-inventory.ts';
import { loadPreferences, savePreferences } from './device-preferences.ts';
import { watchDevices } from './device-watch.ts';
import { hasDevice } from './devices.ts';
import type { MutedSpeech } from './muted-speech.ts';
import { speakerOf } from './offered-device.ts';
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
  readonly #devices: DeviceInventory;
  readonly #clock: Clock;
  /** Loaded when a microphone is muted for the first time. */
  #mutedSpeech: MutedSpeech | null = null;
  readonly #ended = new AbortController();
  #stream: MediaStream | null = null;
  #speakerId: string | null;
  #lowData: boolean;
  #wishes: MediaWishes;
  /** Between `start` and `stop`. */
  #started = false;
  #wasStarted = false;

  constructor(wishes: MediaWishes, port: CapturePort, clock: Clock = systemClock) {
    const { microphone = null, camera = null, speaker = null, lowData = false } = loadPreferences();
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
    this.#speakerId = speaker;
    this.#lowData = lowData;
    this.#microphone = new DeviceCapture('microphone', microphone, capturePort, clock);
    this.#camera = new DeviceCapture('camera', camera, capturePort, clock);
    this.#screen = new ScreenShare(() => {
      port.changed();
    });
    this.#clock = clock;
    this.#devices = new DeviceInventory(() =>
      this.#started
        ? {
            microphone: isOn(this.#microphone.view),
            camera: isOn(this.#camera.view),
            isTaken: (id) =>
              this.#microphone.isTaken(id) || this.#camera.isTaken(id) || id === this.#speakerId,
          }
        : null,
    );
    watchDevices(() => void this.#wake(), this.#ended.signal);
  }

  get view(): LocalMedia {
    return {
      microphone: this.#microphone.view,
      camera: this.#camera.view,
      screen: this.#screen.view,
      stream: this.#stream,
      screenStream: this.#screen.stream,
      devices: this.#devices.lists,
      speakerId: this.#presentSpeaker,
      canShareScreen: canShareScreen(),
      offered: this.#devices.offered,
      lowData: this.#lowData,
      talkingMuted: this.#mutedSpeech?.talking ?? false,
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

  /** What the others can hear and see: nothing of what is interrupted. */
  get state(): MediaState {
    return {
      microphone: this.#microphone.view.status === 'on',
      camera: this.#camera.view.status === 'on',
      screen: this.#screen.video !== null,
    };
  }

  /** Whether `start` was ever called. */
  get wasStarted(): boolean {
    return this.#wasStarted;
  }

  get wishes(): MediaWishes {
    return this.#wishes;
  }

  /** Turns on what the person wishes. Failures are told as such; it never rejects. */
  async start(wishes = this.#wishes): Promise<void> {
    this.#wishes = wishes;
    this.#started = true;
    this.#wasStarted = true;
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
    savePreferences({ microphone: deviceId });
  }

  async selectCamera(deviceId: string): Promise<void> {
    await this.#camera.select(deviceId);
    savePreferences({ camera: deviceId });
  }

  selectSpeaker(deviceId: string): void {
    this.#speakerId = deviceId;
    savePreferences({ speaker: deviceId });
    this.#port.changed();
  }

  /** A headset is taken as a whole. */
  async useOfferedDevice(): Promise<void> {
    const { offered } = this.#devices;
    if (offered?.kind === 'camera') await this.selectCamera(offered.deviceId);
    if (offered?.kind === 'microphone') await this.selectMicrophone(offered.deviceId);
    const speaker = offered && speakerOf(offered, this.#devices.lists);
    if (speaker !== null) this.selectSpeaker(speaker);
  }

  dismissOfferedDevice(): void {
    this.#devices.dismissOffer();
    this.#port.changed();
  }

  setLowData(on: boolean): void {
    this.#lowData = on;
    savePreferences({ lowData: on });
    this.#port.changed();
  }

  /** Releases every device; the wishes stay for the next time. */
  stop(): void {
    this.#started = false;
    this.#devices.dismissOffer();
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

  async #wake(): Promise<void> {
    await this.#refreshDevices();
    if (this.#ended.signal.aborted) return;
    const { microphones, cameras } = this.#devices.lists;
    await Promise.all([this.#microphone.wake(microphones), this.#camera.wake(cameras)]);
    // A capture may have disclosed what the browser hid.
    await this.#refreshDevices();
  }

  async #refreshDevices(): Promise<void> {
    await this.#devices.refresh();
    if (!this.#ended.signal.aborted) this.#port.changed();
  }

  /** The default stands in for a speaker that is gone. */
  get #presentSpeaker(): string | null {
    const { speakers } = this.#devices.lists;
    const isGone = speakers.length > 0 && !hasDevice(speakers, this.#speakerId ?? '');
    return isGone ? null : this.#speakerId;
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
    this.#watchMuted();
    this.#port.changed();
  }

  #watchMuted(): void {
    const { view, captured } = this.#microphone;
    const muted = view.status === 'off' ? captured : null;
    this.#mutedSpeech?.watch(muted);
    if (!muted || this.#mutedSpeech) return;
    import('./muted-speech.ts')
      .then(({ MutedSpeech }) => {
        this.#mutedSpeech ??= new MutedSpeech(this.#clock, () => {
          this.#port.changed();
        });
        this.#watchMuted();
      })
      .catch(() => undefined); // a hint only; the next change tries again
  }
}
