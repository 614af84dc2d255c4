const NOTES_HZ = [659.25, 880];
const NOTE_S = 0.11;
const LOUDNESS = 0.08;

let playing = false;

/**
 * Two short, soft notes. Messages that come while they sound are not told apart.
 *
 * @param speakerId chosen output; `null` for the default
 */
export async function playMessageTone(speakerId: string | null): Promise<void> {
  if (playing) return;
  playing = true;
  const context: AudioContext & { setSinkId?(id: string): Promise<void> } = new AudioContext();
  try {
    if (speakerId !== null) await context.setSinkId?.(speakerId);
    // Without a click on the page before, browsers keep it suspended: then there is no sound.
    if (context.state === 'suspended') await Promise.race([context.resume(), soon()]);
    if (context.state === 'running')
      await Promise.all(NOTES_HZ.map((hz, at) => play(context, hz, at)));
  } catch {
    // The output is gone: a missed sound is no fault to tell of.
  } finally {
    playing = false;
    await context.close();
  }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 300));

function play(context: AudioContext, hz: number, place: number): Promise<unknown> {
  const start = context.currentTime + 0.02 + place * NOTE_S;
  const gain = new GainNode(context, { gain: 0 });
  const note = new OscillatorNode(context, { frequency: hz });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0005, start + NOTE_S * 3);
  note.connect(gain).connect(context.destination);
  note.start(start);
  note.stop(start + NOTE_S * 3);
  return new Promise((resolve) => {
    note.onended = resolve;
  });
}
