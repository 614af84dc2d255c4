import {
  type Participant,
  PROTOCOL_VERSION,
  type RoomSnapshot,
  type SessionClosedEvent,
} from '@rendev/interview-protocol';
import type { ChatService } from '../chat/chat-service.ts';
import { type Clock, toTimestamp } from '../clock.ts';
import type { HostsService } from '../hosts/hosts-service.ts';
import type { IceServersFor } from '../ice/ice-servers.ts';
import { toPublic } from '../interviews/interview-views.ts';
import { admissionAt } from '../interviews/interview-window.ts';
import type { InterviewsService } from '../interviews/interviews-service.ts';
import type { Database } from '../storage/database.ts';
import type { InterviewRow, ParticipantRow } from '../storage/tables.ts';
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import { toParticipant } from './participant-view.ts';
import { findById, findPresent } from './participants-repository.ts';

export interface SnapshotServices {
  readonly db: Database;
  readonly clock: Clock;
  readonly chat: ChatService;
  readonly hosts: Pick<HostsService, 'find'>;
  readonly interviews: Pick<InterviewsService, 'find'>;
  readonly iceServersFor: IceServersFor;
  readonly connections: Connections;
}

/** Gives connections the whole truth about their room. */
export class RoomSnapshots {
  readonly #services: SnapshotServices;

  constructor(services: SnapshotServices) {
    this.#services = services;
  }

  /**
   * Sends a snapshot, and from then on the changes to it.
   *
   * @param introduce called when the snapshot is made but not sent: whatever comes of it, such as the
   *   answer to an offer, follows the snapshot. Says who of the others was given which offer
   * @returns the participant as it is now; undefined when the connection lost its seat meanwhile,
   *   which it is told
   */
  async send(
    connection: Connection,
    introduce?: (self: ParticipantRow, others: readonly Participant[]) => Promise<Offered>,
  ): Promise<ParticipantRow | undefined> {
    const { db, hosts, interviews, connections } = this.#services;
    connection.hold();
    const self = await findById(db, connection.participantId);
    const interview = await interviews.find(connection.interviewId);
    const host = interview && (await hosts.find(interview.host_id));
    if (self?.connection_id !== connection.id || interview === undefined || host === undefined) {
      connections.remove(connection);
      this.#dismiss(connection, self, interview && host && { interview, window: host.window });
      return undefined;
    }
    // From here on changes are held back for this connection, so that none falls between.
    connections.setAdmitted(connection, self.state === 'admitted');
    connections.setRelayOnly(interview.id, interview.relay_only === 1);
    const inside = connection.admitted ? await this.#inside(connection) : nothing;
    const offered = (await introduce?.(self, inside.participants)) ?? [];
    connection.release({
      ...this.#common(connection, self, interview, host.window),
      ...inside,
      offered,
    });
    return self;
  }

  /** The last word to a connection whose seat is gone, also where the word of it was missed. */
  #dismiss(
    connection: Connection,
    self: ParticipantRow | undefined,
    of: { readonly interview: InterviewRow; readonly window: 'on' | 'off' } | undefined,
  ): void {
    if (of === undefined) {
      // Removed with its host, the people in it with it: nobody is left of whom to hear last words.
      connection.end('canceled');
      connection.close();
      return;
    }
    const taken = whoseSeat(self);
    if (taken !== undefined) {
      connection.close(taken);
      return;
    }
    const admission = admissionAt(of.interview, of.window, this.#services.clock());
    if (admission === 'open' || admission === 'too-early') {
      connection.close({ code: 'unavailable', retryable: true });
    } else {
      connection.end(admission);
    }
  }

  #common(
    connection: Connection,
    self: ParticipantRow,
    interview: InterviewRow,
    window: 'on' | 'off',
  ) {
    return {
      protocol: PROTOCOL_VERSION,
      serverTime: toTimestamp(this.#services.clock()),
      interview: toPublic(interview, window),
      self: toParticipant(self),
      resumeToken: connection.facts.resumeToken,
      iceServers: this.#services.iceServersFor(self.id),
    };
  }

  async #inside(connection: Connection): Promise<Inside> {
    const { db, chat } = this.#services;
    const present = await findPresent(db, connection.interviewId);
    const page = await chat.since(connection.interviewId, connection.facts.since);
    return {
      participants: present
        .filter((row) => row.id !== connection.participantId)
        .filter((row) => row.state === 'admitted' || connection.isInterviewer)
        .map(toParticipant),
      chat: page,
      readMarks: present
        .filter((row) => row.read_seq > 0)
        .map((row) => ({ from: row.id, seq: row.read_seq })),
      deliveredMarks: present
        .filter((row) => row.delivered_seq > row.read_seq)
        .map((row) => ({ from: row.id, seq: row.delivered_seq })),
    };
  }
}

/** Why the seat is not this connection's, where that is the person's own matter. */
function whoseSeat(row: ParticipantRow | undefined): SessionClosedEvent | undefined {
  if (row?.state === 'removed' || row?.state === 'rejected') {
    return { code: row.state, retryable: false };
  }
  if (row?.connection_id != null) return { code: 'duplicate-session', retryable: false };
  return undefined;
}

type Offered = RoomSnapshot['offered'];
type Inside = Pick<RoomSnapshot, 'participants' | 'chat' | 'readMarks' | 'deliveredMarks'>;

/** What a person who waits sees of the room. */
const nothing: Inside = {
  participants: [],
  chat: { messages: [], more: false },
  readMarks: [],
  deliveredMarks: [],
};
