import type {
  EntryResponse,
  ErrorCode,
  InterviewPublic,
  JoinRequest,
  Role,
} from '@rendev/interview-protocol';
import type { AskEntry, EntryOutcome } from '../entry/entry-client.ts';
import { randomId } from '../random-id.ts';
import { RendevError, type RendevErrorCode } from '../rendev-error.ts';
import type { SessionParts } from '../interview-session.ts';
import type { Connect } from '../signaling/signaling-channel.ts';
import { InMemoryRoom, type Seat } from './in-memory-room.ts';
import { openWire, refusal, wireError, type ServerHandlers } from './in-memory-wire.ts';

export interface Person {
  readonly role: Role;
  /** `null`: has to say the name before joining. */
  readonly name: string | null;
}

export interface InMemoryOptions {
  /** Who may come in, by code. */
  readonly people: Readonly<Record<string, Person>>;
  readonly interview?: Partial<InterviewPublic>;
  readonly now?: () => number;
}

/** A server of one interview inside this page. For tests: `new InterviewSession(options, server)`. */
export class InMemoryServer implements Pick<SessionParts, 'ask' | 'connect'> {
  readonly room: InMemoryRoom;
  /** `false`: neither an entry nor a join reaches it. */
  reachable = true;
  readonly #people: Readonly<Record<string, Person>>;
  readonly #now: () => number;
  /** Codes by ticket. */
  readonly #tickets = new Map<string, string>();

  constructor({ people, interview, now = () => Date.now() }: InMemoryOptions) {
    this.#people = people;
    this.#now = now;
    this.room = new InMemoryRoom(now, interview);
  }

  readonly ask: AskEntry = async (entry, signal) => {
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return this.#refuse('aborted');
    if (!this.reachable) return this.#refuse('server-unreachable');
    const { interview } = this.room;
    const code = 'code' in entry ? entry.code : (this.#tickets.get(entry.ticket) ?? '');
    const person = this.#people[code];
    if (!person) return this.#refuse('code-invalid');
    if (interview.status !== 'open') return this.#refuse('ended');
    if (this.#now() < Date.parse(interview.opensAt)) return this.#refuse('too-early');
    const ticket = randomId();
    this.#tickets.set(ticket, code);
    const response: EntryResponse = {
      protocol: 1,
      ticket,
      ticketExpiresAt: this.room.time(600_000),
      ...person,
      interview,
      inside: this.room.participants.map(({ name, role }) => ({ name, role })),
      iceServers: this.room.iceServers,
      serverTime: this.room.time(),
    };
    return { ok: true, response, clockOffsetMs: 0 };
  };

  readonly connect: Connect = (join, sink) =>
    openWire(sink, async (end): Promise<ServerHandlers> => {
      const request = await join();
      const seat = this.reachable ? this.#seat(request) : 'unavailable';
      if (typeof seat !== 'string') return this.room.connect(seat, request, end);
      end.close(wireError(seat));
      return { request: () => refusal(seat), gone: () => undefined };
    });

  /** As if the time of every ticket had passed. */
  expireTickets(): void {
    this.#tickets.clear();
  }

  #seat(join: JoinRequest): Seat | ErrorCode {
    if ('resumeToken' in join) return this.room.resume(join.resumeToken) ?? 'resume-invalid';
    const code = this.#tickets.get(join.ticket) ?? '';
    const person = this.#people[code];
    return person
      ? this.room.sit(code, person.role, person.name ?? join.name ?? '')
      : 'ticket-expired';
  }

  #refuse(code: RendevErrorCode): EntryOutcome {
    const { interview } = this.room;
    return { ok: false, error: new RendevError(code, { interview }), clockOffsetMs: 0 };
  }
}
