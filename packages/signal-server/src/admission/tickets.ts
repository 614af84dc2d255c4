import { Role } from '@rendev/interview-protocol';
import { errors, jwtVerify, SignJWT } from 'jose';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Clock, toTimestamp } from '../clock.ts';
import { newId } from '../ids.ts';
import type { KeyRing, Keys } from '../keys.ts';
import { ok, refuse, type Result } from '../result.ts';

/** What a ticket says: one interview, one seat, one role, and the name where it is known. */
export interface TicketClaims {
  readonly ticketId: string;
  readonly interviewId: string;
  /** See `ParticipantTable`: the same seat is the same person. */
  readonly seat: string;
  readonly role: Role;
  readonly name: string | null;
}

export type TicketGrant = Omit<TicketClaims, 'ticketId'>;

export interface IssuedTicket {
  readonly ticket: string;
  readonly expiresAt: string;
}

const AUDIENCE = 'rendev-interview';
const Payload = Compile(
  Type.Object({
    jti: Type.String(),
    interview: Type.String(),
    seat: Type.String(),
    role: Role,
    name: Type.Union([Type.String(), Type.Null()]),
  }),
);

/** Short-lived signed tickets (JWT, RFC 7519, HS256). They are readable: nothing secret in them. */
export class Tickets {
  readonly #keys: KeyRing;
  readonly #clock: Clock;

  constructor(keys: KeyRing, clock: Clock) {
    this.#keys = keys;
    this.#clock = clock;
  }

  async issue(grant: TicketGrant, ttlSeconds: number): Promise<IssuedTicket> {
    const { interviewId, seat, role, name } = grant;
    const issuedAt = Math.floor(this.#clock() / 1_000);
    const expiresAt = issuedAt + ttlSeconds;
    const ticket = await new SignJWT({ interview: interviewId, seat, role, name })
      .setProtectedHeader({ alg: 'HS256' })
      .setJti(newId())
      .setAudience(AUDIENCE)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.#keys.current.ticket);
    return { ticket, expiresAt: toTimestamp(expiresAt * 1_000) };
  }

  /** @returns `ticket-invalid`, `ticket-expired` */
  async verify(ticket: string): Promise<Result<TicketClaims>> {
    const first = await this.#verifyBy(this.#keys.current, ticket);
    // Signed by a secret before the present one, perhaps.
    for (const keys of this.#keys.all.slice(1)) {
      if (first.ok || first.error.code !== 'ticket-invalid') break;
      const again = await this.#verifyBy(keys, ticket);
      if (again.ok || again.error.code !== 'ticket-invalid') return again;
    }
    return first;
  }

  async #verifyBy(
    { ticket: key }: Pick<Keys, 'ticket'>,
    ticket: string,
  ): Promise<Result<TicketClaims>> {
    try {
      const { payload } = await jwtVerify(ticket, key, {
        algorithms: ['HS256'],
        audience: AUDIENCE,
        requiredClaims: ['exp'],
        currentDate: new Date(this.#clock()),
      });
      if (!Payload.Check(payload)) return refuse('ticket-invalid');
      const { jti: ticketId, interview: interviewId, seat, role, name } = payload;
      return ok({ ticketId, interviewId, seat, role, name });
    } catch (error) {
      if (error instanceof errors.JWTExpired) return refuse('ticket-expired');
      if (error instanceof errors.JOSEError) return refuse('ticket-invalid');
      throw error;
    }
  }
}
