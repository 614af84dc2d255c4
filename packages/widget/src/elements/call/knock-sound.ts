const NOTES_HZ = [659.25, 523.25];
const NOTE_S = 0.18;
/** Soft: it comes into a conversation. */
const LEVEL = 0.06;

/**
 * Two low notes, as of a knock. Silent on a page that nobody has touched: the browser would hold the
 * sound back and let it out at the first click. Never throws.
 *
 * @param speakerId `null` for the default output
 */
export async function playKnock(speakerId: string | null): Promise<void> {
  const activation = navigator.userActivation as UserActivation | undefined;
  if (activation?.hasBeenActive === false) return;
  const context = new AudioContext();
  try {
    if (speakerId !== null && 'setSinkId' in context) {
      // An output that has gone away leaves the sound on the default one.
      await (context as SinkContext).setSinkId(speakerId).catch(() => undefined);
    }
    if (context.state === 'suspended') return;
    await Promise.all(NOTES_HZ.map((hz, place) => playNote(context, hz, place * NOTE_S)));
  } finally {
    await context.close();
  }
}

/** As the browsers that have it; TypeScript's library does not know it yet. */
interface SinkContext extends AudioContext {
  setSinkId(sinkId: string): Promise<void>;
}

function playNote(context: AudioContext, hz: number, after: number): Promise<unknown> {
  const start = context.currentTime + 0.02 + after;
  const gain = new GainNode(context, { gain: 0 });
  const note = new OscillatorNode(context, { frequency: hz });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LEVEL, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0005, start + NOTE_S * 1.6);
  note.connect(gain).connect(context.destination);
  note.start(start);
  note.stop(start + NOTE_S * 1.6);
  return new Promise((resolve) => {
    note.onended = resolve;
  });
}
