import { playNote, type SinkContext } from '../../sounds/play-note.ts';

const NOTES_HZ = [659.25, 880];
const NOTE_S = 0.11;
const SOUND = { level: 0.08, attack: 0.015, length: NOTE_S * 3 };

let playing = false;

/**
 * Two short, soft notes. Messages that come while they sound are not told apart.
 *
 * @param speakerId chosen output; `null` for the default
 */
export async function playMessageTone(speakerId: string | null): Promise<void> {
  if (playing) return;
  playing = true;
  const context: SinkContext = new AudioContext();
  try {
    if (speakerId !== null) await context.setSinkId?.(speakerId);
    // Without a click on the page before, browsers keep it suspended: then there is no sound.
    if (context.state === 'suspended') await Promise.race([context.resume(), soon()]);
    if (context.state === 'running') {
      await Promise.all(
        NOTES_HZ.map((hz, place) => playNote(context, { ...SOUND, hz, after: place * NOTE_S })),
      );
    }
  } catch {
    // The output is gone: a missed sound is no fault to tell of.
  } finally {
    playing = false;
    await context.close();
  }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 300));
