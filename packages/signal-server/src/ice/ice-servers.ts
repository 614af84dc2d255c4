import type { IceServer } from '@rendev/interview-protocol';
import { iceServers } from '@rendev/turn-config';
import type { Clock } from '../clock.ts';
import type { TurnConfig } from '../config.ts';
import { keyedHash } from '../keys.ts';

export interface IceOptions {
  /** Asked each time: its secret may be replaced while the server runs. */
  readonly turn: () => TurnConfig | null;
  readonly pseudonymKey: Buffer;
  readonly clock: Clock;
}

/**
 * ICE servers with credentials of their own for one subject, a participant id or a seat: first the
 * `stun:` URLs, then the `turn:` and `turns:` URLs in the order of the settings.
 */
export type IceServersFor = (subject: string) => IceServer[];

/**
 * Time-limited credentials by the TURN REST convention (draft-uberti-behave-turn-rest-00). The TURN
 * server logs the user name, so it gets a pseudonym: a keyed hash of the subject.
 */
export function createIceServers({ turn, pseudonymKey, clock }: IceOptions): IceServersFor {
  return (subject) => {
    const present = turn();
    if (present === null) return [];
    const { urls, secret, ttlSeconds } = present;
    const id = keyedHash(pseudonymKey, subject).toString('base64url');
    return iceServers({ urls, secret, id, ttlSeconds, now: clock() });
  };
}
