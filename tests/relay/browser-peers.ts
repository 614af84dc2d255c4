import type { Page } from 'playwright-core';

declare global {
  /** The peers of this page, by name. */
  var peers: Record<string, RTCPeerConnection>;
}

/** Gives the page a peer that may use relays only. */
export function openPeer(page: Page, name: string, iceServers: RTCIceServer[]): Promise<void> {
  return page.evaluate(
    ([peer, servers]) => {
      globalThis.peers = {
        ...globalThis.peers,
        [peer]: new RTCPeerConnection({ iceServers: servers, iceTransportPolicy: 'relay' }),
      };
    },
    [name, iceServers] as const,
  );
}

/** Puts the camera's picture on a peer, and makes room for one that comes back. */
export function sendFrom(page: Page, name: string): Promise<void> {
  return page.evaluate(async (peer) => {
    const pc = globalThis.peers[peer];
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    for (const track of stream.getTracks()) pc?.addTransceiver(track, { streams: [stream] });
  }, name);
}

/** Makes an offer or an answer, whichever is due, and waits for all of its candidates. */
export function describePeer(page: Page, name: string): Promise<string> {
  return page.evaluate(async (peer) => {
    const pc = globalThis.peers[peer];
    if (!pc) throw new Error(`There is no peer ${peer}`);
    // The state says `complete` of an earlier gathering too; the event with no candidate does not.
    const gathered = new Promise<void>((resolve) => {
      pc.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) resolve();
      });
    });
    await pc.setLocalDescription();
    await gathered;
    return pc.localDescription?.sdp ?? '';
  }, name);
}

export function accept(
  page: Page,
  name: string,
  description: { readonly type: 'offer' | 'answer'; readonly sdp: string },
): Promise<void> {
  return page.evaluate(([peer, remote]) => globalThis.peers[peer]?.setRemoteDescription(remote), [
    name,
    description,
  ] as const);
}

/** Marks ICE for a restart at the next offer, if need be with other servers. */
export function restartIce(page: Page, name: string, iceServers?: RTCIceServer[]): Promise<void> {
  return page.evaluate(
    ([peer, servers]) => {
      const pc = globalThis.peers[peer];
      if (servers) pc?.setConfiguration({ iceServers: servers, iceTransportPolicy: 'relay' });
      pc?.restartIce();
    },
    [name, iceServers] as const,
  );
}

export function closePeer(page: Page, name: string): Promise<void> {
  return page.evaluate((peer) => {
    globalThis.peers[peer]?.close();
  }, name);
}
