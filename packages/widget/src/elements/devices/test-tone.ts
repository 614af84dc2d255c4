import { playNote } from '../../sounds/play-note.ts';

const NOTES_HZ = [523.25, 659.25, 783.99];
const NOTE_S = 0.22;
const SOUND = { level: 0.2, attack: 0.03, length: NOTE_S * 2 };

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
    await Promise.all(
      NOTES_HZ.map((hz, place) => playNote(context, { ...SOUND, hz, after: place * NOTE_S }, out)),
    );
  } finally {
    audio.srcObject = null;
    await context.close();
  }
}
