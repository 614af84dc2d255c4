const NOTES_HZ = [523.25, 659.25, 783.99];
const NOTE_S = 0.22;

/**
 * Plays three soft notes on the chosen output. Resolves when they have ended.
 *
 * @param speakerId `null` for the default output
 */
export async function playTestTone(speakerId: string | null): Promise<void> {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const audio = new Audio();
  try {
    audio.srcObject = out.stream;
    if (speakerId !== null && 'setSinkId' in audio) await audio.setSinkId(speakerId);
    await audio.play();
    await Promise.all(NOTES_HZ.map((hz, place) => playNote(context, out, hz, place * NOTE_S)));
  } finally {
    audio.srcObject = null;
    await context.close();
  }
}

function playNote(context: AudioContext, out: AudioNode, hz: number, after: number) {
  const start = context.currentTime + 0.05 + after;
  const gain = new GainNode(context, { gain: 0 });
  const note = new OscillatorNode(context, { frequency: hz });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.2, start + 0.03);
  gain.gain.exponentialRampToValueAtTime(0.001, start + NOTE_S * 2);
  note.connect(gain).connect(out);
  note.start(start);
  note.stop(start + NOTE_S * 2);
  return new Promise((resolve) => {
    note.onended = resolve;
  });
}
