/** As the browsers have it that can choose an output; TypeScript's library does not know it yet. */
export type SinkContext = AudioContext & { setSinkId?(sinkId: string): Promise<void> };

export interface Note {
  readonly hz: number;
  /** s from now */
  readonly after: number;
  /** Loudest gain, 0 to 1. */
  readonly level: number;
  /** s until it is loudest */
  readonly attack: number;
  /** s until it is gone */
  readonly length: number;
}

/** The audio thread takes a moment to hear of what is planned. */
const LEAD_S = 0.02;

/** Plays one soft note. Resolves when it has ended. */
export function playNote(
  context: AudioContext,
  { hz, after, level, attack, length }: Note,
  out: AudioNode = context.destination,
): Promise<unknown> {
  const start = context.currentTime + LEAD_S + after;
  const gain = new GainNode(context, { gain: 0 });
  const note = new OscillatorNode(context, { frequency: hz });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(level, start + attack);
  gain.gain.exponentialRampToValueAtTime(0.0005, start + length);
  note.connect(gain).connect(out);
  note.start(start);
  note.stop(start + length);
  return new Promise((resolve) => {
    note.onended = resolve;
  });
}
