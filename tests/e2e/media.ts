import type { Page } from 'playwright-core';
import { until } from './until.ts';

interface Received {
  readonly framesDecoded: number;
  readonly audioBytes: number;
}

/** What the page has received over all of its live peer connections. */
export async function received(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const sum = { framesDecoded: 0, audioBytes: 0 };
    for (const connection of globalThis.peerConnections) {
      if (connection.connectionState === 'closed') continue;
      for (const stat of (await connection.getStats()).values() as Iterable<
        RTCInboundRtpStreamStats & { framesDecoded?: number; bytesReceived?: number }
      >) {
        if (stat.type !== 'inbound-rtp') continue;
        if (stat.kind === 'video') sum.framesDecoded += stat.framesDecoded ?? 0;
        else sum.audioBytes += stat.bytesReceived ?? 0;
      }
    }
    return sum;
  });
}

/** Waits until the page decodes new frames of somebody else's picture. */
export async function decodesFrames(page: Page, timeoutMs?: number): Promise<void> {
  let least = Infinity; // a connection that is made anew counts from 0
  await until(
    'frames are decoded',
    async () => {
      const now = (await received(page)).framesDecoded;
      least = Math.min(least, now);
      return now > least + 5;
    },
    timeoutMs,
  );
}

/** Bytes that the page's live audio senders have sent. */
export function audioBytesSent(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let bytes = 0;
    for (const connection of globalThis.peerConnections) {
      if (connection.connectionState === 'closed') continue;
      for (const stat of (await connection.getStats()).values() as Iterable<
        RTCOutboundRtpStreamStats & { bytesSent?: number }
      >) {
        if (stat.type === 'outbound-rtp' && stat.kind === 'audio') bytes += stat.bytesSent ?? 0;
      }
    }
    return bytes;
  });
}

export function liveTracks(page: Page): Promise<number> {
  return page.evaluate(
    () => globalThis.capturedTracks.filter((track) => track.readyState === 'live').length,
  );
}

export function openConnections(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      globalThis.peerConnections.filter((connection) => connection.connectionState !== 'closed')
        .length,
  );
}
