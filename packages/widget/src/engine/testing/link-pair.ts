import type { MediaState } from '@rendev/interview-protocol';
import { NO_TRACKS } from '../peer/media-slots.ts';
import { PeerLink, type LinkSignal } from '../peer/peer-link.ts';
import type { RendevError } from '../rendev-error.ts';
import { until } from './until.ts';

export type Side = 'polite' | 'impolite';

const NOTHING_ON = { microphone: false, camera: false, screen: false };

/** Two links joined by a wire that can be held. */
export class LinkPair {
  readonly failures: RendevError[] = [];
  readonly sent: { readonly from: Side; readonly signal: LinkSignal }[] = [];
  readonly links: Record<Side, PeerLink>;
  /** What the server says that both of them send. */
  media: MediaState = NOTHING_ON;
  /** The sides that asked for another link. */
  readonly renewals: Side[] = [];
  /** How often each side asked for fresh credentials. */
  readonly refreshes: Record<Side, number> = { polite: 0, impolite: 0 };
  /** Answers a side that asks for fresh credentials. */
  refresh: (from: Side) => Promise<RTCConfiguration> = () => Promise.resolve({});
  /** Decides what becomes of a signal; by default it arrives. */
  deliver: (from: Side, signal: LinkSignal, pass: () => void) => void = (_from, _signal, pass) => {
    pass();
  };

  constructor(
    initiates: Record<Side, boolean>,
    tracks = { polite: NO_TRACKS, impolite: NO_TRACKS },
  ) {
    const link = (side: Side, other: Side) =>
      new PeerLink({
        configuration: {},
        polite: () => side === 'polite',
        initiate: initiates[side],
        tracks: tracks[side],
        refresh: () => {
          this.refreshes[side] += 1;
          return this.refresh(side);
        },
        send: (signal) => {
          this.sent.push({ from: side, signal });
          this.deliver(side, signal, () => {
            this.links[other].receive(signal);
          });
        },
        peer: () => ({ media: this.media, reachable: true }),
        renew: () => {
          this.renewals.push(side);
        },
        changed: () => undefined,
        failed: (error) => this.failures.push(error),
      });
    this.links = { polite: link('polite', 'impolite'), impolite: link('impolite', 'polite') };
  }

  async untilConnected(): Promise<void> {
    for (const link of Object.values(this.links)) {
      await until('the link is connected', () => link.view.state === 'connected');
    }
  }

  close(): void {
    for (const link of Object.values(this.links)) link.close();
  }
}
