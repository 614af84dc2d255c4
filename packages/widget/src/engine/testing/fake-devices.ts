type Constraints = MediaStreamConstraints | undefined;
type Capture = (constraints: Constraints) => Promise<MediaStream>;
type Replacement = (constraints: Constraints, real: Capture) => Promise<MediaStream>;

/**
 * Watches and replaces what the browser answers to `getUserMedia` and `enumerateDevices`. The
 * default is the real answer; devices can be pulled out and plugged in again by their labels.
 */
export class FakeDevices {
  /** Every track that was given out. */
  readonly tracks: MediaStreamTrack[] = [];
  readonly requests: Constraints[] = [];
  answer: Replacement = (constraints, real) => real(constraints);
  /** `groupId` by label, for devices that are parts of one thing. */
  readonly groups = new Map<string, string>();
  readonly #devices = navigator.mediaDevices;
  readonly #getUserMedia = this.#devices.getUserMedia.bind(this.#devices);
  readonly #enumerateDevices = this.#devices.enumerateDevices.bind(this.#devices);
  readonly #unplugged = new Set<string>();

  constructor() {
    this.#devices.getUserMedia = async (constraints) => {
      this.requests.push(constraints);
      const stream = await this.answer(constraints, (asked) => this.#capture(asked));
      this.tracks.push(...stream.getTracks());
      return stream;
    };
    this.#devices.enumerateDevices = () => this.#plugged();
  }

  get live(): MediaStreamTrack[] {
    return this.tracks.filter(({ readyState }) => readyState === 'live');
  }

  /** Lets every request for this kind fail with a DOMException of the name. */
  refuse(kind: 'audio' | 'video', name: string): void {
    this.answer = (constraints, real) =>
      constraints?.[kind] ? Promise.reject(new DOMException('', name)) : real(constraints);
  }

  /** Lets another program hold devices: requests that would open one of them fail. */
  occupy(...labels: string[]): void {
    this.answer = async (constraints, real) => {
      const stream = await real(constraints);
      if (!stream.getTracks().some(({ label }) => labels.includes(label))) return stream;
      for (const track of stream.getTracks()) track.stop();
      throw new DOMException('', 'NotReadableError');
    };
  }

  /** Small and slow pictures, for tests with many connections. */
  shrinkCamera(): void {
    this.answer = (constraints, real) =>
      real(constraints?.video ? { video: { width: 160, height: 120, frameRate: 5 } } : constraints);
  }

  /** Pulls out devices: their tracks end, and the browser tells of the change. */
  unplug(...labels: string[]): void {
    for (const label of labels) this.#unplugged.add(label);
    for (const track of this.live) if (labels.includes(track.label)) endTrack(track);
    this.#devices.dispatchEvent(new Event('devicechange'));
  }

  plugIn(...labels: string[]): void {
    for (const label of labels) this.#unplugged.delete(label);
    this.#devices.dispatchEvent(new Event('devicechange'));
  }

  async idOf(label: string): Promise<string> {
    const device = (await this.#enumerateDevices()).find((one) => one.label === label);
    if (!device) throw new Error(`There is no ${label}`);
    return device.deviceId;
  }

  restore(): void {
    this.#devices.getUserMedia = this.#getUserMedia;
    this.#devices.enumerateDevices = this.#enumerateDevices;
  }

  async #plugged(): Promise<MediaDeviceInfo[]> {
    const all = await this.#enumerateDevices();
    return all
      .filter(({ label }) => !this.#unplugged.has(label))
      .map(({ kind, deviceId, label, groupId }) => {
        const device = { kind, deviceId, label, groupId: this.groups.get(label) ?? groupId };
        return { ...device, toJSON: () => device };
      });
  }

  /** As the browser with what is plugged in; its default is the first of the kind. */
  async #capture(constraints: Constraints): Promise<MediaStream> {
    if (this.#unplugged.size === 0) return this.#getUserMedia(constraints);
    const medium = constraints?.video ? 'video' : 'audio';
    const asked = constraints?.[medium];
    const settings = typeof asked === 'object' ? asked : {};
    const ids = (await this.#plugged())
      .filter(({ kind }) => kind === `${medium}input`)
      .map(({ deviceId }) => deviceId);
    const [first] = ids;
    if (first === undefined) throw new DOMException('', 'NotFoundError');
    const { exact } = (settings.deviceId ?? { exact: first }) as { exact: string };
    if (!ids.includes(exact)) throw new OverconstrainedError('deviceId');
    return this.#getUserMedia({ [medium]: { ...settings, deviceId: { exact } } });
  }
}

/** Ends a track as the browser does when it takes the device away, and says so. */
export function endTrack(track: MediaStreamTrack | undefined): void {
  track?.stop();
  track?.dispatchEvent(new Event('ended'));
}

/** Withholds the sound or picture of a track as the system does, or gives it again. */
export function withhold(track: MediaStreamTrack | undefined, muted: boolean): void {
  if (!track) throw new Error('There is no track');
  Object.defineProperty(track, 'muted', { value: muted, configurable: true });
  track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
}
