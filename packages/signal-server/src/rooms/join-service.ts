import type { JoinRequest, Role, SignalSend } from '@rendev/interview-protocol';
import type { Tickets } from '../admission/tickets.ts';
import type { Clock } from '../clock.ts';
import type { HostsService } from '../hosts/hosts-service.ts';
import { hashSecret, newId } from '../ids.ts';
import { toPublic } from '../interviews/interview-views.ts';
import { admissionAt } from '../interviews/interview-window.ts';
import type { InterviewsService } from '../interviews/interviews-service.ts';
import type { KeyRing } from '../keys.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import { lockInterview } from '../storage/lock-interview.ts';
import { storableText } from '../storage/storable-text.ts';
import type { InterviewRow, ParticipantRow } from '../storage/tables.ts';
import { transact } from '../storage/transact.ts';
import type { CreateLimiter } from '../cluster/limiters.ts';
import type { Attendance } from './attendance.ts';
import { JoinLimit } from './join-limit.ts';
import { addressOffers, isPresent, kindOfJoin, stateOnJoin, type JoinKind } from './join-rules.ts';
import {
  findByResumeHash,
  findBySeat,
  findPresent,
  mediaColumns,
  saveParticipant,
} from './participants-repository.ts';
import { resumeTokenAfter } from './resume-token.ts';

export interface Joined {
  readonly participant: ParticipantRow;
  readonly kind: JoinKind;
  readonly resumeToken: string;
  /** The connection that held the seat until now; to be closed. */
  readonly previousConnectionId: string | null;
  readonly relayOnly: boolean;
  readonly hostId: string;
  /** What the page offers to those who were inside; long, so taken out when they are given. */
  readonly offers: SignalSend[];
}

export interface JoinContext {
  readonly connectionId: string;
  readonly nodeId: string;
  /** Of the page; absent when no browser connects. */
  readonly origin: string | undefined;
}

/** Who asks to sit where, by a ticket or a resume token. */
interface Way {
  readonly by: 'ticket' | 'resume';
  readonly interviewId: string;
  readonly seat: string;
  readonly role: Role;
  readonly name: string | null;
  /** The resume token; `null` for a ticket. */
  readonly shown: string | null;
}

export interface JoinServices {
  readonly db: Database;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly tickets: Pick<Tickets, 'verify'>;
  readonly hosts: Pick<HostsService, 'find' | 'allowsOrigin'>;
  readonly interviews: Pick<InterviewsService, 'find'>;
  readonly attendance: Attendance;
  /** `null` where this server counts alone. */
  readonly createLimiter: CreateLimiter | null;
}

/** The way into a room. */
export class JoinService {
  readonly #services: JoinServices;
  readonly #limit: JoinLimit;

  constructor(services: JoinServices) {
    this.#limit = new JoinLimit(services.createLimiter);
    this.#services = services;
  }

  /**
   * Takes the seat that the ticket or resume token stands for.
   *
   * Refuses with `ticket-invalid`, `ticket-expired`, `resume-invalid`, `origin-forbidden`,
   * `too-early`, `expired`, `canceled`, `ended`, `removed`, `rejected`, `name-required`, `full`,
   * `rate-limited`.
   */
  async join(request: JoinRequest, context: JoinContext): Promise<Result<Joined>> {
    const { db, keys, clock, hosts, interviews, attendance } = this.#services;
    const found =
      'ticket' in request
        ? await this.#byTicket(request.ticket, request.name)
        : await this.#byResumeToken(request.resumeToken);
    if (!found.ok) return found;
    const way = found.value;
    const allowed = this.#limit.take(way.interviewId, clock());
    if (!allowed.ok) return allowed;

    // Asked outside the transaction: SQLite has one connection, which the transaction holds.
    const known = await interviews.find(way.interviewId);
    const host = known && (await hosts.find(known.host_id));
    if (known === undefined || host === undefined) return refuse(`${way.by}-invalid`);
    const { origin } = context;
    if (origin !== undefined && !(await hosts.allowsOrigin(known.host_id, origin))) {
      return refuse('origin-forbidden');
    }

    return transact(db, async (trx) => {
      const interview = await lockInterview(trx, way.interviewId);
      if (interview === undefined) return refuse(`${way.by}-invalid`);
      const shown = { interview: toPublic(interview, host.window) };
      const now = clock();
      const door = admissionAt(interview, host.window, now);
      if (door !== 'open') return refuse(door, shown);

      const seated = await findBySeat(trx, interview.id, way.seat);
      if (way.shown !== null && !isGood(seated, way.shown)) return refuse('resume-invalid');
      if (seated?.state === 'removed' || seated?.state === 'rejected') {
        return refuse(seated.state, shown);
      }
      const name = way.name ?? seated?.name;
      if (name === undefined) return refuse('name-required');
      const present = await findPresent(trx, interview.id);
      const comes = seated === undefined || !isPresent(seated.state);
      if (comes && present.length >= interview.max_participants) return refuse('full', shown);
      // A new token each time: what an older page of this seat holds is soon void, and so is a copy.
      const resumeToken = resumeTokenAfter(way.shown, keys);
      const facts = { way, name, request, context, interview, now, resumeToken };
      const participant = seatTaken(seated, facts);
      await saveParticipant(trx, participant);
      const kind = kindOfJoin(seated, request.epoch);
      if (comes && participant.state === 'admitted') await attendance.joined(trx, participant);
      return ok({
        participant,
        kind,
        resumeToken,
        previousConnectionId: seated?.connection_id ?? null,
        relayOnly: interview.relay_only === 1,
        hostId: interview.host_id,
        offers: addressOffers(participant, kind, present, request.offers ?? []),
      });
    });
  }

  async #byTicket(ticket: string, asked: string | undefined): Promise<Result<Way>> {
    const verified = await this.#services.tickets.verify(ticket);
    if (!verified.ok) return verified;
    const { interviewId, seat, role, name } = verified.value;
    const ownName = asked === undefined ? null : storableText(asked.trim());
    return ok({ by: 'ticket', interviewId, seat, role, name: name ?? ownName, shown: null });
  }

  async #byResumeToken(resumeToken: string): Promise<Result<Way>> {
    const row = await findByResumeHash(this.#services.db, hashSecret(resumeToken));
    if (row === undefined) return refuse('resume-invalid');
    const { interview_id: interviewId, seat, role, name } = row;
    return ok({ by: 'resume', interviewId, seat, role, name, shown: resumeToken });
  }
}

type Tokens = Pick<ParticipantRow, 'resume_hash' | 'resume_hash_before'>;

function isGood(seated: Tokens | undefined, resumeToken: string): boolean {
  const hash = hashSecret(resumeToken);
  return seated?.resume_hash === hash || seated?.resume_hash_before === hash;
}

/** The participant as it is with the new connection in the seat. */
function seatTaken(
  seated: ParticipantRow | undefined,
  facts: {
    readonly way: Way;
    readonly name: string;
    readonly request: JoinRequest;
    readonly context: JoinContext;
    readonly interview: InterviewRow;
    readonly now: number;
    readonly resumeToken: string;
  },
): ParticipantRow {
  const { way, name, request, context, interview, now, resumeToken } = facts;
  const state = stateOnJoin(seated, way.role, interview.admission);
  const stays = seated !== undefined && isPresent(seated.state);
  return {
    id: seated?.id ?? newId(),
    interview_id: interview.id,
    seat: way.seat,
    name,
    role: way.role,
    state,
    epoch: request.epoch,
    resume_hash: hashSecret(resumeToken),
    // The token that was shown stays good until the new one is: its answer may be lost on the way.
    resume_hash_before: way.shown === null ? null : hashSecret(way.shown),
    connection_id: context.connectionId,
    node_id: context.nodeId,
    disconnected_at: null,
    leave_reason: null,
    ...mediaColumns(request.media),
    hand_raised_at: seated?.hand_raised_at ?? null,
    read_seq: seated?.read_seq ?? 0,
    delivered_seq: seated?.delivered_seq ?? 0,
    joined_at: stays ? seated.joined_at : now,
    reconnects: (seated?.reconnects ?? 0) + (stays ? 1 : 0),
    admitted_at: state === 'admitted' ? (seated?.admitted_at ?? now) : null,
  };
}
