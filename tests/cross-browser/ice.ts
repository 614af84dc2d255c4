import type { Page } from 'playwright-core';

interface IceState {
  /** Names the credentials of both ends: other ones after an ICE restart. */
  readonly generation: string;
  readonly settled: boolean;
}

/** Of the page's connection that is in use. */
export function iceState(page: Page): Promise<IceState> {
  return page.evaluate(() => {
    const pc = globalThis.peerConnections.find((c) => c.connectionState === 'connected');
    const fragment = (description: RTCSessionDescription | null | undefined): string =>
      /^a=ice-ufrag:(.*)$/m.exec(description?.sdp ?? '')?.[1]?.trim() ?? '';
    return {
      generation: [pc?.currentLocalDescription, pc?.currentRemoteDescription]
        .map(fragment)
        .sort()
        .join(),
      settled: pc?.signalingState === 'stable',
    };
  });
}

export function restartIce(page: Page): Promise<void> {
  return page.evaluate(() => {
    globalThis.peerConnections.find((c) => c.connectionState === 'connected')?.restartIce();
  });
}
