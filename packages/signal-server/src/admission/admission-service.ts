import {
  PROTOCOL_VERSION,
  type EntryRequest,
  type EntryResponse,
  type TicketRequest,
  type TicketResponse,
} from '@rendev/interview-protocol';
import { toTimestamp } from '../clock.ts';
import type { Host, HostsService } from '../hosts/hosts-service.ts';
import { normalizeCode } from '../interviews/interview-code.ts';
import { toPublic } from '../interviews/interview-views.ts';
import { admissionAt } from '../interviews/interview-window.ts';
import type { InterviewsService } from '../interviews/interviews-service.ts';
import type { Invitations } from '../interviews/invitations.ts';
import type { IceServersFor } from '../ice/ice-servers.ts';
import { newId } from '../ids.ts';
import { keyedHash, type KeyRing } from '../keys.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import { storableText } from '../storage/storable-text.ts';
import type { InterviewRow } from '../storage/tables.ts';
import type { AttemptLimiter } from './attempt-limiter.ts';
import type { SeatReader } from './seats.ts';
import type { TicketGrant, Tickets } from './tickets.ts';

/** Seconds that a person may spend in the lobby. */
const ENTRY_TICKET_SECONDS = 900;

/** Where a request for entry comes from. */
export interface Visit {
  readonly ip: string;
  /** The Origin header; `undefined` from what is no browser. */
  readonly origin: string | undefined;
  /** ms since the Unix epoch. */
  readonly now: number;
}

export interface AdmissionDependencies {
  readonly db: Database;
  readonly hosts: Pick<HostsService, 'find' | 'allowsOrigin'>;
  readonly interviews: Pick<InterviewsService, 'find'>;
  readonly invitations: Pick<Invitations, 'lookup'>;
  readonly tickets: Tickets;
  readonly attempts: AttemptLimiter;
  readonly seats: SeatReader;
  readonly iceServersFor: IceServersFor;
  readonly keys: KeyRing;
}

/** Turns codes and the host's word into tickets. */
export class AdmissionService {
  readonly #use: AdmissionDependencies;

  constructor(dependencies: AdmissionDependencies) {
    this.#use = dependencies;
  }

  /**
   * A code or a minted ticket becomes a ticket for the lobby. Only codes that are not known count
   * towards the limit.
   *
   * @returns `protocol-unsupported`, `code-invalid`, `rate-limited`, `ticket-invalid`,
   * `ticket-expired`, `origin-forbidden`, `removed`, `rejected`; and with the interview
   * `too-early`, `expired`, `canceled`, `ended`, `full`
   */
  async enter(request: EntryRequest, visit: Visit): Promise<Result<EntryResponse>> {
    if (request.protocol !== PROTOCOL_VERSION) return refuse('protocol-unsupported');
    const granted =
      'code' in request
        ? await this.#grantOfCode(request.code, request.name, visit.ip)
        : await this.#use.tickets.verify(request.ticket);
    if (!granted.ok) return granted;
    const grant: TicketGrant = granted.value;

    const interview = await this.#use.interviews.find(grant.interviewId);
    const host = interview && (await this.#use.hosts.find(interview.host_id));
    if (!interview || !host) return refuse('ticket-invalid');
    const open = await this.#checkDoor(interview, host, visit);
    if (!open.ok) return open;

    const people = await this.#use.seats(interview.id);
    const own = people.find(({ seat }) => seat === grant.seat);
    if (own?.state === 'removed' || own?.state === 'rejected') return refuse(own.state);
    const others = people.filter(
      (person) => person !== own && (person.state === 'admitted' || person.state === 'waiting'),
    );
    const shown = toPublic(interview, host.window);
    if (others.length >= interview.max_participants) return refuse('full', { interview: shown });

    const issued = await this.#use.tickets.issue(grant, ENTRY_TICKET_SECONDS);
    return ok({
      protocol: PROTOCOL_VERSION,
      ticket: issued.ticket,
      ticketExpiresAt: issued.expiresAt,
      role: grant.role,
      name: grant.name,
      interview: shown,
      inside: people
        .filter(({ state }) => state === 'admitted')
        .map(({ name, role }) => ({ name, role })),
      iceServers: this.#use.iceServersFor(grant.seat),
      serverTime: toTimestamp(visit.now),
    });
  }

  /**
   * A ticket for a person whom the host has logged in; before the interview opens, too.
   *
   * @returns `not-found`, `expired`, `canceled`, `ended`
   */
  async mint(
    host: Pick<Host, 'id' | 'window'>,
    interviewId: string,
    request: TicketRequest,
    now: number,
  ): Promise<Result<TicketResponse>> {
    const interview = await this.#use.interviews.find(interviewId);
    if (interview?.host_id !== host.id) return refuse('not-found');
    const admission = admissionAt(interview, host.window, now);
    if (admission !== 'open' && admission !== 'too-early') return refuse(admission);

    const { role, name, subject, expiresIn = ENTRY_TICKET_SECONDS } = request;
    const seat =
      subject === undefined ? ownSeat() : await this.#seatOfSubject(subject, interviewId);
    const grant = { interviewId, seat, role, name: storableText(name.trim()) };
    const issued = await this.#use.tickets.issue(grant, expiresIn);
    return ok({ ...issued, interviewId });
  }

  async #grantOfCode(
    text: string,
    name: string | undefined,
    ip: string,
  ): Promise<Result<TicketGrant>> {
    const code = normalizeCode(text);
    const { pseudonym } = this.#use.keys.current;
    const codeHash = keyedHash(pseudonym, `code/${code ?? text}`).toString('base64url');
    const attempt = { ip, codeHash };
    const allowed = await this.#use.attempts.begin(attempt);
    if (!allowed.ok) return allowed;
    const invitation =
      code && (await this.#use.invitations.lookup(this.#use.db, code).executeTakeFirst());
    if (!invitation) return refuse('code-invalid');
    await this.#use.attempts.succeeded(attempt);

    const { id, interview_id: interviewId, role } = invitation;
    if (role !== 'participant') {
      return ok({ interviewId, seat: `invitation:${id}`, role, name: invitation.name });
    }
    const ownName = name === undefined ? null : storableText(name.trim());
    return ok({ interviewId, seat: ownSeat(), role, name: ownName });
  }

  /** Somebody who has a seat already keeps it, also when the master secret was changed since. */
  async #seatOfSubject(subject: string, interviewId: string): Promise<string> {
    const { keys, seats } = this.#use;
    const hashed = keys.all.map(({ pseudonym }) => keyedHash(pseudonym, subject));
    const [present = '', ...before] = hashed.map((hash) => `subject:${hash.toString('base64url')}`);
    if (before.length === 0) return present;
    const taken = new Set((await seats(interviewId)).map(({ seat }) => seat));
    return before.find((seat) => taken.has(seat)) ?? present;
  }

  async #checkDoor(interview: InterviewRow, host: Host, visit: Visit): Promise<Result<undefined>> {
    const { origin, now } = visit;
    if (origin !== undefined && !(await this.#use.hosts.allowsOrigin(host.id, origin))) {
      return refuse('origin-forbidden');
    }
    const admission = admissionAt(interview, host.window, now);
    return admission === 'open'
      ? ok(undefined)
      : refuse(admission, { interview: toPublic(interview, host.window) });
  }
}

/** For who shares a code with others, or is nobody in particular to the host. */
const ownSeat = (): string => `ticket:${newId()}`;
