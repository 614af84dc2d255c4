import type { CDPSession, Page } from 'playwright-core';

declare global {
  /** What the page made, held so that it can still be collected. */
  var made: {
    readonly connections: WeakRef<RTCPeerConnection>[];
    readonly tracks: WeakRef<MediaStreamTrack>[];
  };
}

/** Runs in the page before everything else. */
export function watchWeakly(): void {
  globalThis.made = { connections: [], tracks: [] };
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      globalThis.made.connections.push(new WeakRef(this));
    }
  };
  const devices = navigator.mediaDevices;
  const getUserMedia = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    globalThis.made.tracks.push(...stream.getTracks().map((track) => new WeakRef(track)));
    return stream;
  };
}

/** What a page holds after its garbage was collected. */
export interface Counters {
  readonly openConnections: number;
  /** Connections that something still refers to, closed ones included. */
  readonly heldConnections: number;
  readonly liveTracks: number;
  readonly listeners: number;
  readonly documents: number;
  /**
   * In the document or not; without the comments in it. lit-html 3.3.1 to 3.3.3 leaves one behind for
   * each item that is taken out of a list (issue 5298 of lit/lit).
   */
  readonly nodes: number;
}

export async function countersOf(page: Page, cdp: CDPSession): Promise<Counters> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { jsEventListeners, documents, nodes } = await cdp.send('Memory.getDOMCounters');
  const { comments, ...media } = await page.evaluate(() => {
    const alive = <T extends object>(refs: readonly WeakRef<T>[]): T[] =>
      refs.flatMap((ref) => ref.deref() ?? []);
    const connections = alive(globalThis.made.connections);
    const commentsIn = (root: Node): number => {
      let count = 0;
      const walker = document.createTreeWalker(root);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node instanceof Comment) count += 1;
        if (node instanceof Element && node.shadowRoot) count += commentsIn(node.shadowRoot);
      }
      return count;
    };
    return {
      comments: commentsIn(document),
      openConnections: connections.filter((pc) => pc.connectionState !== 'closed').length,
      heldConnections: connections.length,
      liveTracks: alive(globalThis.made.tracks).filter((t) => t.readyState === 'live').length,
    };
  });
  return { ...media, listeners: jsEventListeners, documents, nodes: nodes - comments };
}
