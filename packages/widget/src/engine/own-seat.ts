import type { Goodbye, JoinRequest } from '@rendev/interview-protocol';
import { PROTOCOL_VERSION } from '@rendev/interview-protocol/version';
import { randomId } from './random-id.ts';
import type { Credentials } from './room-port.ts';

/** The person's seat in the room: what takes it, what comes back into it, and what this page is in it. */
export class OwnSeat {
  #credentials: Credentials;
  /** Names this set of links: peers keep theirs while it stays and build new ones when it changes. */
  #epoch = randomId();

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
  }

  /** What a page says that goes; `null` before the seat is taken. */
  get goodbye(): Goodbye | null {
    if (!('resumeToken' in this.#credentials)) return null;
    return { epoch: this.#epoch, resumeToken: this.#credentials.resumeToken };
  }

  join({
    since,
    media,
    offers = [],
  }: Pick<JoinRequest, 'since' | 'media' | 'offers'>): JoinRequest {
    return {
      ...this.#credentials,
      protocol: PROTOCOL_VERSION,
      epoch: this.#epoch,
      since,
      media,
      ...(offers.length > 0 && { offers }),
    };
  }

  taken(resumeToken: string): void {
    this.#credentials = { resumeToken };
  }

  /** Has everybody make new links. */
  renewEpoch(): void {
    this.#epoch = randomId();
  }
}
