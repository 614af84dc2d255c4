import type { OpenOffer } from '@rendev/interview-protocol';
import { PeerLink, type LinkSignal, type PeerLinkOptions } from './peer-link.ts';

/** What a link has to know of the participant at its other end. */
export type Recipient = Pick<PeerLinkOptions, 'polite' | 'peer' | 'send' | 'renew'>;

/** A link that makes its first offer before it is known who will get it. */
export class OpenLink {
  readonly link: PeerLink;
  /** Resolves when the offer is made. */
  readonly made: Promise<void>;
  /** What has come up since the offer was last read. */
  #held: LinkSignal[] = [];
  #recipient: Recipient | null = null;

  constructor(options: Omit<PeerLinkOptions, keyof Recipient | 'initiate'>) {
    let isMade = (): void => undefined;
    this.made = new Promise((resolve) => {
      isMade = resolve;
    });
    this.link = new PeerLink({
      ...options,
      initiate: true,
      polite: () => this.#recipient?.polite() ?? true,
      peer: () => this.#recipient?.peer() ?? { media: null, reachable: false },
      renew: () => {
        this.#recipient?.renew();
      },
      send: (signal) => {
        if (this.#recipient) this.#recipient.send(signal);
        else this.#held.push(signal);
        if ('description' in signal) isMade();
      },
    });
  }

  /** The offer with every candidate that is gathered by now; `null` before it is made. */
  takeOffer(): OpenOffer | null {
    const { id, offer } = this.link;
    if (id === null || !offer) return null;
    this.#held = [];
    return { link: id, description: offer };
  }

  /** @param hasOffer whether the server has given the recipient the offer already, out of the join */
  assign(recipient: Recipient, hasOffer: boolean): PeerLink {
    this.#recipient = recipient;
    const offer = hasOffer ? null : this.takeOffer();
    if (offer) recipient.send(offer);
    for (const signal of this.#held.splice(0)) recipient.send(signal);
    return this.link;
  }
}
