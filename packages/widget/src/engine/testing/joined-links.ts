import { NO_TRACKS, type OutgoingTracks } from '../peer/media-slots.ts';
import { PeerLink, type LinkSignal, type PeerLinkOptions } from '../peer/peer-link.ts';
import type { SendingWishes } from '../peer/sending-policy.ts';
import { until } from './until.ts';

/** Two links of one page whose signals reach each other at once. */
export class JoinedLinks {
  readonly first: PeerLink;
  readonly second: PeerLink;
  /** What both have sent. */
  readonly sent: LinkSignal[] = [];

  constructor(tracks: OutgoingTracks = NO_TRACKS, sending?: SendingWishes) {
    this.first = new PeerLink({
      ...this.#options(() => this.second),
      tracks,
      initiate: true,
      ...(sending && { sending }),
    });
    this.second = new PeerLink({ ...this.#options(() => this.first), polite: () => true });
  }

  async untilConnected(): Promise<void> {
    for (const link of [this.first, this.second]) {
      await until('the link is connected', () => link.view.state === 'connected');
    }
  }

  close(): void {
    this.first.close();
    this.second.close();
  }

  #options(other: () => PeerLink): PeerLinkOptions {
    return {
      configuration: {},
      polite: () => false,
      initiate: false,
      peer: () => ({ media: null, reachable: true }),
      tracks: NO_TRACKS,
      refresh: () => Promise.resolve({}),
      send: (signal) => {
        this.sent.push(signal);
        other().receive(signal);
      },
      renew: () => undefined,
      changed: () => undefined,
      failed: (error) => {
        throw error;
      },
    };
  }
}
