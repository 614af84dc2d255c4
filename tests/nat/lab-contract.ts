import type { InterviewCreate } from '@rendev/interview-protocol';

/** What the tests and the lab's server process have to agree upon. */
export type ServerName = 'turn' | 'stun only' | 'short credentials';

/** From the tests. */
export interface Booking {
  readonly server: ServerName;
  readonly interview: InterviewCreate;
}

/** From the server, for each booking. */
export interface Booked {
  /** One for each participant, in their order. */
  readonly links: readonly string[];
}

/**
 * Public by the rules of coturn's deny list, yet nobody's: the block of the AS112 project, which
 * swallows what is sent to it (RFC 7535). The lab's networks lead nowhere else anyway.
 */
export const PUBLIC_ADDRESS = '192.31.196.1';
export const WEB_PORTS: Readonly<Record<ServerName, number>> = {
  turn: 8080,
  'stun only': 8081,
  'short credentials': 8082,
};
/** Life of the credentials of that server, in seconds: much less than operators may set. */
export const SHORT_TTL_SECONDS = 10;
