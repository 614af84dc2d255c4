import { assert } from 'chai';
import { FakeDevices } from '../testing/fake-devices.ts';
import { until } from '../testing/until.ts';
import { LocalMediaSource } from './local-media.ts';

/** A microphone into which somebody speaks: four syllables a second, and a breath after three. */
class SpokenMicrophone {
  readonly #context = new AudioContext();
  readonly #gain = this.#context.createGain();
  readonly #destination = this.#context.createMediaStreamDestination();

  constructor() {
    const { sampleRate } = this.#context;
    const buffer = this.#context.createBuffer(1, sampleRate, sampleRate);
    const samples = buffer.getChannelData(0);
    samples.forEach((_, index) => {
      const at = index / sampleRate;
      const isSyllable = at < 0.75 && at % 0.25 < 0.15;
      samples[index] = isSyllable ? Math.sin(at * 2 * Math.PI * 200) / 4 : 0;
    });
    const voice = this.#context.createBufferSource();
    voice.buffer = buffer;
    voice.loop = true;
    voice.connect(this.#gain).connect(this.#destination);
    voice.start();
  }

  set speaks(speaks: boolean) {
    this.#gain.gain.value = speaks ? 1 : 0;
  }

  /** A stream of its own each time, as the browser gives. */
  get stream(): MediaStream {
    return this.#destination.stream.clone();
  }

  close(): void {
    void this.#context.close();
  }
}

describe('talking while muted', () => {
  let devices: FakeDevices;
  let microphone: SpokenMicrophone;
  let media: LocalMediaSource;
  /** What was seen at each change. */
  let seen: boolean[];
  let ears: MediaStreamTrack[];

  beforeEach(async () => {
    ears = [];
    microphone = new SpokenMicrophone();
    devices = new FakeDevices();
    devices.answer = () => {
      const { stream } = microphone;
      for (const track of stream.getTracks()) noteClones(track);
      return Promise.resolve(stream);
    };
    seen = [];
    media = new LocalMediaSource(
      { microphone: true, camera: false },
      { changed: () => seen.push(media.view.talkingMuted), failed: () => undefined },
    );
    await media.start();
  });

  const noteClones = (track: MediaStreamTrack) => {
    const clone = track.clone.bind(track);
    track.clone = () => {
      const ear = clone();
      ears.push(ear);
      return ear;
    };
  };

  afterEach(() => {
    media.dispose();
    devices.restore();
    microphone.close();
    localStorage.clear();
  });

  const live = () => ears.filter(({ readyState }) => readyState === 'live').length;
  const untilTalking = () => until('talking is noticed', () => media.view.talkingMuted);

  it('is noticed while muted only, and costs nothing else', async () => {
    await media.setMicrophone(false);
    assert.isFalse(media.view.talkingMuted);
    await untilTalking();
    assert.include(seen, true);
    // Nothing of it can be sent: the track itself stays silent, and no sender is given one.
    const sent: MediaStreamTrack | null = media.outgoing.microphone;
    assert.isNull(sent);
    assert.isFalse(media.view.stream?.getAudioTracks()[0]?.enabled);
    assert.equal(live(), 1);
    await media.setMicrophone(true);
    assert.isFalse(media.view.talkingMuted);
    assert.isFalse(seen.at(-1));
    assert.equal(live(), 0);
    assert.isTrue(media.outgoing.microphone?.enabled);
    assert.lengthOf(ears, 1);
  });

  it('ends with silence, and begins again', async () => {
    await media.setMicrophone(false);
    await untilTalking();
    microphone.speaks = false;
    await until('silence is noticed', () => !media.view.talkingMuted);
    assert.isFalse(seen.at(-1));
    microphone.speaks = true;
    await untilTalking();
  });

  it('ends with the device', async () => {
    await media.setMicrophone(false);
    await untilTalking();
    devices.tracks[0]?.stop();
    devices.tracks[0]?.dispatchEvent(new Event('ended'));
    assert.isFalse(media.view.talkingMuted);
    assert.equal(live(), 0);
    await media.setMicrophone(true);
    await media.setMicrophone(false);
    await untilTalking();
    media.stop();
    assert.isFalse(media.view.talkingMuted);
    assert.equal(live(), 0);
  });

  it('is not listened for when muted and unmuted at once', async () => {
    await media.setMicrophone(false);
    await media.setMicrophone(true);
    await media.setMicrophone(false);
    await untilTalking();
    assert.lengthOf(ears, 1);
  });
});
