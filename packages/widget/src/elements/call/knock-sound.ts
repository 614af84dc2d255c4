import { playNote, type SinkContext } from '../../sounds/play-note.ts';

const NOTES_HZ = [659.25, 523.25];
const NOTE_S = 0.18;
/** Soft: it comes into a conversation. */
const SOUND = { level: 0.06, attack: 0.02, length: NOTE_S * 1.6 };

/**
 * Two low notes, as of a knock. Silent on a page that nobody has touched: the browser would hold the
 * sound back and let it out at the first click. Never throws.
 *
 * @param speakerId `null` for the default output
 */
export async function playKnock(speakerId: string | null): Promise<void> {
  const activation = navigator.userActivation as UserActivation | undefined;
  if (activation?.hasBeenActive === false) return;
  const context: SinkContext = new AudioContext();
  try {
    // An output that has gone away leaves the sound on the default one.
    if (speakerId !== null) await context.setSinkId?.(speakerId).catch(() => undefined);
    if (context.state === 'suspended') return;
    await Promise.all(
      NOTES_HZ.map((hz, place) => playNote(context, { ...SOUND, hz, after: place * NOTE_S })),
    );
  } finally {
    await context.close();
  }
}
