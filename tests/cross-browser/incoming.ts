import type { Page } from 'playwright-core';
import { received } from '../e2e/media.ts';
import { until } from '../e2e/until.ts';

/** Energy (W3C WebRTC Statistics, `totalAudioEnergy`) of half a second of a soft tone. */
const HEARD = 0.001;
/** Looks, 100 ms apart, between which nothing may have come. */
const LOOKS = 15;

/** Waits until the page receives sound that is no silence. */
export async function soundComes(page: Page, timeoutMs?: number): Promise<void> {
  // A link that is made anew begins to count at nothing.
  let lowest = Infinity;
  await until(
    'a voice comes in',
    async () => {
      const energy = await soundEnergy(page);
      lowest = Math.min(lowest, energy);
      return energy > lowest + HEARD;
    },
    timeoutMs,
  );
}

export const noSoundComes = (page: Page): Promise<void> =>
  stands('the sound has stopped', async () => (await received(page)).audioBytes);

export const noFramesCome = (page: Page): Promise<void> =>
  stands('the picture has stopped', async () => (await received(page)).framesDecoded);

/** Waits until the page decodes pictures of the other person's screen. */
export async function screenComes(page: Page): Promise<void> {
  await until('the screen is seen', () =>
    page.evaluate(async () => {
      const person = document.querySelector('rendev-interview')?.participants[0];
      const screen = person?.screenStream?.getVideoTracks()[0];
      for (const connection of globalThis.peerConnections) {
        if (connection.connectionState !== 'connected' || !screen) continue;
        for (const stat of (await connection.getStats(screen)).values() as Iterable<
          RTCInboundRtpStreamStats & { framesDecoded?: number }
        >) {
          if (stat.type === 'inbound-rtp' && (stat.framesDecoded ?? 0) > 0) return true;
        }
      }
      return false;
    }),
  );
}

/** Not by the engine's meter: it needs an AudioContext, which Firefox stops where no loudspeaker is. */
function soundEnergy(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let energy = 0;
    for (const connection of globalThis.peerConnections) {
      if (connection.connectionState !== 'connected') continue;
      for (const stat of (await connection.getStats()).values() as Iterable<
        RTCInboundRtpStreamStats & { totalAudioEnergy?: number }
      >) {
        if (stat.type === 'inbound-rtp') energy += stat.totalAudioEnergy ?? 0;
      }
    }
    return energy;
  });
}

async function stands(what: string, read: () => Promise<number>): Promise<void> {
  const readings: number[] = [];
  await until(what, async () => {
    readings.push(await read());
    const earlier = readings.at(-1 - LOOKS);
    return earlier !== undefined && readings.at(-1) === earlier;
  });
}
