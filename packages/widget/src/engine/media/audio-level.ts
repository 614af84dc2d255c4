interface Meter {
  readonly source: MediaStreamAudioSourceNode;
  readonly analyser: AnalyserNode;
  readonly samples: Float32Array<ArrayBuffer>;
}

/** Loudness of tracks, for meters. Makes its one AudioContext when the first level is asked for. */
export class AudioLevels {
  #context: AudioContext | null = null;
  readonly #meters = new Map<MediaStreamTrack, Meter>();

  /** Level of the last 20 ms or so, 0 to 1, on a scale that follows hearing. */
  of(track: MediaStreamTrack): number {
    if (track.readyState === 'ended' || !track.enabled) return 0;
    const { analyser, samples } = this.#meters.get(track) ?? this.#attach(track);
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    // -60 dBFS and less is silence, 0 dBFS is full.
    return Math.min(1, Math.max(0, 1 + (10 * Math.log10(power || 1e-12)) / 60));
  }

  close(): void {
    this.#meters.clear();
    void this.#context?.close();
    this.#context = null;
  }

  #attach(track: MediaStreamTrack): Meter {
    for (const [old, { source }] of this.#meters) {
      if (old.readyState !== 'ended') continue;
      source.disconnect();
      this.#meters.delete(old);
    }
    this.#context ??= new AudioContext();
    if (this.#context.state === 'suspended') void this.#context.resume();
    const source = this.#context.createMediaStreamSource(new MediaStream([track]));
    const analyser = this.#context.createAnalyser();
    analyser.fftSize = 1_024;
    source.connect(analyser);
    const meter = { source, analyser, samples: new Float32Array(analyser.fftSize) };
    this.#meters.set(track, meter);
    return meter;
  }
}
