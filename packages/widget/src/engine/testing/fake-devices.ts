type Constraints = MediaStreamConstraints | undefined;
type Replacement = (
  constraints: Constraints,
  real: (constraints: Constraints) => Promise<MediaStream>,
) => Promise<MediaStream>;

/** Watches and replaces what the browser answers to `getUserMedia`. The default is the real one. */
export class FakeDevices {
  /** Every track that was given out. */
  readonly tracks: MediaStreamTrack[] = [];
  readonly requests: Constraints[] = [];
  answer: Replacement = (constraints, real) => real(constraints);
  readonly #devices = navigator.mediaDevices;
  readonly #real = this.#devices.getUserMedia.bind(this.#devices);

  constructor() {
    this.#devices.getUserMedia = async (constraints) => {
      this.requests.push(constraints);
      const stream = await this.answer(constraints, this.#real);
      this.tracks.push(...stream.getTracks());
      return stream;
    };
  }

  get live(): MediaStreamTrack[] {
    return this.tracks.filter(({ readyState }) => readyState === 'live');
  }

  /** Lets every request for this kind fail with a DOMException of the name. */
  refuse(kind: 'audio' | 'video', name: string): void {
    this.answer = (constraints, real) =>
      constraints?.[kind] ? Promise.reject(new DOMException('', name)) : real(constraints);
  }

  /** Small and slow pictures, for tests with many connections. */
  shrinkCamera(): void {
    this.answer = (constraints, real) =>
      real(constraints?.video ? { video: { width: 160, height: 120, frameRate: 5 } } : constraints);
  }

  restore(): void {
    this.#devices.getUserMedia = this.#real;
  }
}
