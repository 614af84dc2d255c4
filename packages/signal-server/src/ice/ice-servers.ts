import type { IceServer } from '@rendev/interview-protocol';
import { iceServers } from '@rendev/turn-config';
import type { Clock } from '../clock.ts';
import { keyedHash } from '../keys.ts';

/** 2 h: an interview and its extension; `ice:refresh` makes new ones. */
const TTL_SECONDS = 7_200;

export interface IceOptions {
  /** `null`: no TURN server. None is made up: no public STUN server ever hears of our people. */
  readonly turn: { readonly urls: readonly string[]; readonly secret: string } | null;
  readonly pseudonymKey: Buffer;
  readonly clock: Clock;
}

/** ICE servers with credentials of their own for one subject: a participant id or a seat. */
export type IceServersFor = (subject: string) => IceServer[];

/**
 * Time-limited credentials by the TURN REST convention (draft-uberti-behave-turn-rest-00). The TURN
 * server logs the user name, so it gets a pseudonym: a keyed hash of the subject.
 */
export function createIceServers({ turn, pseudonymKey, clock }: IceOptions): IceServersFor {
  if (turn === null) return () => [];
  return (subject) =>
    iceServers({
      urls: turn.urls,
      secret: turn.secret,
      id: keyedHash(pseudonymKey, subject).toString('base64url'),
      ttlSeconds: TTL_SECONDS,
      now: clock(),
    });
}
