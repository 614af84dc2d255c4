import type {
  AdmissionMode,
  DeliveryFault,
  DeliveryState,
  InterviewStatus,
  LeaveReason,
  Role,
  WebhookEventName,
} from '@rendev/interview-protocol';
import type { Generated, Insertable, Selectable, Updateable } from 'kysely';

// Times are ms since the Unix epoch. Booleans are 0 or 1: SQLite has no other.
export type Flag = 0 | 1;

interface HostTable {
  id: string;
  name: string;
  /** JSON array of origins; `["*"]` for any. */
  origins: string;
  /** `off` lifts the time limit of every interview of this host. */
  window: 'on' | 'off';
  created_at: number;
  /** Days after the end of an interview at which its messages and names are erased. */
  retention_days: Generated<number>;
}

interface ApiKeyTable {
  id: string;
  host_id: string;
  /** SHA-256 of the key. */
  key_hash: string;
  created_at: number;
  revoked_at: number | null;
}

interface InterviewTable {
  id: string;
  host_id: string;
  external_id: string | null;
  title: string;
  scheduled_at: number;
  time_zone: string;
  opens_at: number;
  closes_at: number;
  max_participants: number;
  admission: AdmissionMode;
  relay_only: Flag;
  status: InterviewStatus;
  /** JSON object of strings. */
  metadata: string;
  /** Sequence of the last chat message. */
  last_seq: number;
  created_at: number;
  updated_at: number;
  ended_at: number | null;
  /** Grows with every change that the host can see. */
  version: Generated<number>;
  /** When its summary was put on its way to the host. */
  summarized_at: number | null;
  /** When messages and names were erased. */
  erased_at: number | null;
}

/** A request that its host may repeat without its being done twice. */
interface IdempotencyKeyTable {
  host_id: string;
  key: string;
  /** Of method, path and body. */
  request_hash: string;
  /** Of the first answer; `null` while there is none. */
  status: number | null;
  /** The first answer's body, encrypted: it may hold codes or a ticket. */
  answer: string | null;
  created_at: number;
}

/** A code. The shared one has role `participant` and no name. */
interface InvitationTable {
  id: string;
  interview_id: string;
  /** Place in the request that made it; the shared code is at 0. */
  position: Generated<number>;
  role: Role;
  name: string | null;
  /** HMAC of the normalised code under the server's code key. */
  code_hash: string;
  /** Attempt number from which the code is derived again; `null` where the host supplied it. */
  derivation: number | null;
  /** 1 while the interview lives; live codes are unique on the server. */
  live: Flag;
}

export type ParticipantState = 'waiting' | 'admitted' | 'left' | 'removed' | 'rejected';

interface ParticipantTable {
  id: string;
  interview_id: string;
  /** Who may sit here: `invitation:<id>`, `subject:<hash>` or `ticket:<id>`. Unique per interview. */
  seat: string;
  name: string;
  role: Role;
  state: ParticipantState;
  epoch: string;
  /** SHA-256 of the resume token. */
  resume_hash: string;
  /** Of the one before it, which the page still has if the present one never arrived. */
  resume_hash_before: Generated<string | null>;
  /** The socket that holds the seat; `null` while nobody is connected. */
  connection_id: string | null;
  /** The server process that holds that socket. */
  node_id: string | null;
  /** When the connection was lost; `null` while connected and after leaving. */
  disconnected_at: number | null;
  /**
   * Of somebody who left: why. `left` of somebody present: they said goodbye, and have left if they
   * do not come back soon.
   */
  leave_reason: LeaveReason | null;
  microphone: Flag;
  camera: Flag;
  screen: Flag;
  /** `null` while the hand is down. */
  hand_raised_at: number | null;
  read_seq: number;
  /** Counts where it is higher than `read_seq`. */
  delivered_seq: Generated<number>;
  joined_at: number;
  /** When the person was let in; `null` for somebody who waits or left while waiting. */
  admitted_at: number | null;
  /** How often the connection or page was lost and came back. */
  reconnects: Generated<number>;
}

/** What the pages of a participant reported, added up, in seconds. */
interface ReportTable {
  participant_id: string;
  good: number;
  weak: number;
  lost: number;
  relayed: Flag;
}

/** One time of a person in the room. */
interface StayTable {
  id: string;
  interview_id: string;
  participant_id: string;
  from_at: number;
  /** `null` while the person is there. */
  to_at: number | null;
}

interface WebhookTable {
  id: string;
  host_id: string;
  url: string;
  /** JSON array of event names; `null` for all. */
  events: string | null;
  /** Which secret signs; all are derived from the server's own, so that none is stored. */
  secret_number: number;
  /** Until when the secret before it signs too. */
  previous_until: number | null;
  disabled_at: number | null;
  created_at: number;
}

interface WebhookEventTable {
  id: string;
  host_id: string;
  /** `null`: a test. */
  interview_id: string | null;
  type: WebhookEventName;
  /** The body as it is signed and sent. */
  payload: string;
  created_at: number;
}

interface WebhookDeliveryTable {
  /** The order in which they came to be. */
  number: Generated<number>;
  id: string;
  event_id: string;
  webhook_id: string;
  state: DeliveryState;
  attempts: number;
  /** When the present tries began. */
  since: number;
  /** Of a delivery on its way: when it is taken for lost with its process. */
  next_at: number;
  status: number | null;
  fault: DeliveryFault | null;
  created_at: number;
}

interface MessageTable {
  interview_id: string;
  seq: number;
  /** UUID made by the sender; unique per interview. */
  id: string;
  participant_id: string;
  name: string;
  text: string;
  sent_at: number;
}

/** A server process. */
interface NodeTable {
  id: string;
  /** When it last said that it lives. */
  beat_at: number;
}

export interface Tables {
  hosts: HostTable;
  api_keys: ApiKeyTable;
  interviews: InterviewTable;
  invitations: InvitationTable;
  participants: ParticipantTable;
  messages: MessageTable;
  idempotency_keys: IdempotencyKeyTable;
  stays: StayTable;
  reports: ReportTable;
  webhooks: WebhookTable;
  webhook_events: WebhookEventTable;
  webhook_deliveries: WebhookDeliveryTable;
  nodes: NodeTable;
}

export type HostRow = Selectable<HostTable>;
export type InterviewRow = Selectable<InterviewTable>;
export type NewInterviewRow = Insertable<InterviewTable>;
export type InterviewChange = Updateable<InterviewTable>;
export type InvitationRow = Selectable<InvitationTable>;
export type ParticipantRow = Selectable<ParticipantTable>;
export type ParticipantChange = Updateable<ParticipantTable>;
export type StayRow = Selectable<StayTable>;
export type ReportRow = Selectable<ReportTable>;
export type WebhookRow = Selectable<WebhookTable>;
export type WebhookEventRow = Selectable<WebhookEventTable>;
export type WebhookDeliveryRow = Selectable<WebhookDeliveryTable>;
export type MessageRow = Selectable<MessageTable>;
