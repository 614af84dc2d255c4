import type {
  ChatMark,
  ChatMessage,
  ClientEventName,
  ClientPayload,
  ErrorCode,
  IceServer,
  InterviewPublic,
  JoinRequest,
  LeaveReason,
  Participant,
  ParticipantReport,
  Role,
  RoomSnapshot,
  SessionClosedEvent,
  Signal,
  SignalSend,
} from '@rendev/interview-protocol';
import { randomId } from '../random-id.ts';
import type { ServerEvent } from '../signaling/signaling-channel.ts';
import {
  refusal,
  wireError,
  type Answer,
  type ServerEnd,
  type ServerHandlers,
} from './in-memory-wire.ts';

export interface Seat {
  /** Whose seat it is: the same code sits in the same one. */
  readonly key: string;
  readonly resumeToken: string;
  participant: Participant;
  end: ServerEnd | null;
}

type Handler<E extends ClientEventName> = (
  seat: Seat,
  payload: ClientPayload<E>,
) => object | ErrorCode;
type Handlers = { [E in ClientEventName]: Handler<E> };

/** The room of an in-memory server: seats, presence, addressed signals, chat, host controls. */
export class InMemoryRoom {
  interview: InterviewPublic;
  /** `true`: chat is stored, but told to nobody but the sender, which makes gaps. */
  muteChat = false;
  /** Messages in one page of the chat. */
  pageSize = 200;
  /** What entries, snapshots and refreshes carry. */
  iceServers: IceServer[] = [];
  readonly messages: ChatMessage[] = [];
  /** Every client event that has arrived. */
  readonly received: { readonly from: string; readonly event: ClientEventName }[] = [];
  readonly reports: { readonly from: string; readonly report: ParticipantReport }[] = [];
  readonly #now: () => number;
  readonly #seats = new Map<string, Seat>();
  readonly #readMarks = new Map<string, number>();
  readonly #deliveredMarks = new Map<string, number>();

  constructor(now: () => number, interview: Partial<InterviewPublic> = {}) {
    this.#now = now;
    this.interview = {
      id: `interview-${randomId()}`,
      title: 'Test interview',
      scheduledAt: this.time(),
      timeZone: 'Asia/Seoul',
      opensAt: this.time(-60_000),
      closesAt: this.time(3_600_000),
      maxParticipants: 6,
      admission: 'open',
      relayOnly: false,
      status: 'open',
      ...interview,
    };
  }

  get participants(): Participant[] {
    return Array.from(this.#seats.values(), ({ participant }) => participant);
  }

  time(offsetMs = 0): string {
    return new Date(this.#now() + offsetMs).toISOString();
  }

  resume(resumeToken: string): Seat | undefined {
    return [...this.#seats.values()].find((seat) => seat.resumeToken === resumeToken);
  }

  sit(key: string, role: Role, name: string): Seat | ErrorCode {
    const own = [...this.#seats.values()].find((seat) => seat.key === key);
    if (own) return own;
    if (this.#seats.size >= this.interview.maxParticipants) return 'full';
    const participant: Participant = {
      id: `participant-${randomId()}`,
      name,
      role,
      epoch: '',
      presence: 'disconnected',
      admitted: this.interview.admission === 'open' || role === 'interviewer',
      media: { microphone: false, camera: false, screen: false },
      hand: false,
      handRaisedAt: null,
      joinedAt: this.time(),
    };
    const seat: Seat = { key, resumeToken: randomId(), participant, end: null };
    this.#seats.set(participant.id, seat);
    return seat;
  }

  connect(seat: Seat, join: JoinRequest, end: ServerEnd): ServerHandlers {
    const { epoch, media, since, offers = [] } = join;
    const isSamePage = seat.participant.epoch === epoch;
    const isNew = seat.participant.epoch === '';
    if (seat.end) this.close(seat.participant.id, 'duplicate-session');
    seat.end = end;
    seat.participant = { ...seat.participant, epoch, media, presence: 'connected' };
    const others = [...this.#seats.values()].filter(
      (other) => other !== seat && other.end && other.participant.admitted,
    );
    const given = isSamePage || !seat.participant.admitted ? [] : offers.slice(0, others.length);
    const offered = given.map(({ link }, index) => ({
      to: others[index]?.participant.id ?? '',
      link,
    }));
    end.emit({ name: 'room:snapshot', payload: { ...this.#snapshot(seat, since), offered } });
    this.#tellOf(seat, isNew ? 'participant:joined' : 'participant:updated');
    given.forEach((offer, index) => {
      const payload = { from: seat.participant.id, fromEpoch: epoch, ...offer };
      others[index]?.end?.emit({ name: 'signal', payload });
    });
    return {
      request: (event, payload) => this.#request(seat, event, payload),
      gone: () => {
        this.#disconnect(seat, end);
      },
    };
  }

  /** Cuts connections as a lost network does: of one participant, or of all. */
  cut(id?: string): void {
    for (const seat of [...this.#seats.values()]) {
      if (!seat.end || (id !== undefined && seat.participant.id !== id)) continue;
      seat.end.close(wireError('unavailable'));
      this.#disconnect(seat, seat.end);
    }
  }

  /** Ends one connection with a word. */
  close(id: string, code: SessionClosedEvent['code'], word?: string): void {
    const seat = this.#seats.get(id);
    seat?.end?.emit({
      name: 'session:closed',
      payload: { code, retryable: code === 'unavailable', ...(word && { word }) },
    });
    seat?.end?.close(wireError('unavailable'));
    if (seat) seat.end = null;
  }

  end(reason: 'ended' | 'expired' | 'canceled' = 'ended'): void {
    this.interview = { ...this.interview, status: 'ended' };
    this.tell({ name: 'interview:ended', payload: { reason } });
  }

  /** To everybody who is admitted, but one. */
  tell(event: ServerEvent, except?: Seat): void {
    for (const seat of this.#seats.values()) {
      if (seat !== except && seat.participant.admitted) seat.end?.emit(event);
    }
  }

  leave(id: string, reason: LeaveReason): void {
    this.#seats.delete(id);
    this.tell({ name: 'participant:left', payload: { id, reason } });
  }

  readonly #handlers: Handlers = {
    'signal:send': (seat, payload) => {
      const target = this.#seats.get(payload.to);
      if (target?.participant.epoch !== payload.toEpoch || !target.end)
        return 'participant-unknown';
      const { id: from, epoch: fromEpoch } = seat.participant;
      const signal: Signal & Partial<SignalSend> = { from, fromEpoch, ...payload };
      delete signal.to;
      delete signal.toEpoch;
      target.end.emit({ name: 'signal', payload: signal });
      return {};
    },
    'chat:send': (seat, { id, text }) => {
      const stored = this.messages.find((message) => message.id === id);
      if (stored) return { message: stored };
      if (text.trim() === '') return 'message-empty';
      const { id: from, name } = seat.participant;
      const message = { id, seq: this.messages.length + 1, from, name, text, sentAt: this.time() };
      this.messages.push(message);
      if (!this.muteChat) this.tell({ name: 'chat:message', payload: { message } });
      return { message };
    },
    'chat:since': (_seat, { seq }) => this.#page(seq),
    'chat:typing': (seat, { typing }) => {
      const payload = { from: seat.participant.id, typing };
      this.tell({ name: 'chat:typing', payload }, seat);
      return {};
    },
    'chat:delivered': (seat, { seq }) => {
      this.#deliveredMarks.set(seat.participant.id, seq);
      this.tell({ name: 'chat:delivered', payload: { from: seat.participant.id, seq } }, seat);
      return {};
    },
    'chat:read': (seat, { seq }) => {
      this.#readMarks.set(seat.participant.id, seq);
      this.tell({ name: 'chat:read', payload: { from: seat.participant.id, seq } }, seat);
      return {};
    },
    'participant:media': (seat, media) => this.#change(seat, { media }),
    'participant:hand': (seat, { raised }) =>
      this.#change(seat, { hand: raised, handRaisedAt: raised ? this.time() : null }),
    'participant:react': (seat, { reaction }) => {
      const payload = { from: seat.participant.id, reaction };
      this.tell({ name: 'participant:reaction', payload }, seat);
      return {};
    },
    'participant:leave': (seat) => {
      this.leave(seat.participant.id, 'left');
      return {};
    },
    'participant:report': (seat, report) => {
      this.reports.push({ from: seat.participant.id, report });
      return {};
    },
    'ice:refresh': () => ({ iceServers: this.iceServers }),
    'participant:admit': (seat, { id }) =>
      this.#control(seat, id, (target) => {
        target.participant = { ...target.participant, admitted: true };
        target.end?.emit({ name: 'room:snapshot', payload: this.#snapshot(target, 0) });
        this.#tellOf(target, 'participant:updated');
      }),
    'participant:reject': (seat, { id, word }) =>
      this.#control(seat, id, () => {
        this.close(id, 'rejected', word);
        this.leave(id, 'rejected');
      }),
    'participant:remove': (seat, { id, word }) =>
      this.#control(seat, id, () => {
        this.close(id, 'removed', word);
        this.leave(id, 'removed');
      }),
    'participant:lobby': (seat, { id }) =>
      this.#control(seat, id, (target) => {
        target.participant = { ...target.participant, admitted: false };
        target.end?.emit({ name: 'room:snapshot', payload: this.#snapshot(target, 0) });
        this.tell({ name: 'participant:left', payload: { id, reason: 'lobby' } });
        this.#tellOf(target, 'participant:joined');
      }),
    'participant:mute': (seat, { id }) =>
      this.#control(seat, id, (target) => {
        target.end?.emit({
          name: 'participant:mute-asked',
          payload: { by: seat.participant.name },
        });
      }),
    'interview:extend': (seat, { minutes }) => {
      if (seat.participant.role !== 'interviewer') return 'forbidden';
      this.interview = { ...this.interview, closesAt: this.time(minutes * 60_000) };
      this.tell({ name: 'interview:updated', payload: { interview: this.interview } });
      return {};
    },
    'interview:end': (seat) => {
      if (seat.participant.role !== 'interviewer') return 'forbidden';
      this.end();
      return {};
    },
  };

  #request(seat: Seat, event: ClientEventName, payload: unknown): Answer {
    this.received.push({ from: seat.participant.id, event });
    const waits = !seat.participant.admitted;
    if (waits && !['participant:leave', 'participant:media'].includes(event)) {
      return refusal('not-admitted');
    }
    const handle = this.#handlers[event] as Handler<never>;
    const result = handle(seat, payload as never);
    return typeof result === 'string' ? refusal(result) : { ok: true, result };
  }

  #change(seat: Seat, change: Partial<Participant>): object {
    seat.participant = { ...seat.participant, ...change };
    this.#tellOf(seat, 'participant:updated');
    return {};
  }

  #control(seat: Seat, id: string, act: (target: Seat) => void): object | ErrorCode {
    if (seat.participant.role !== 'interviewer') return 'forbidden';
    const target = this.#seats.get(id);
    if (!target) return 'participant-unknown';
    act(target);
    return {};
  }

  #disconnect(seat: Seat, end: ServerEnd): void {
    if (seat.end !== end) return;
    seat.end = null;
    if (!this.#seats.has(seat.participant.id)) return;
    this.#change(seat, { presence: 'disconnected' });
  }

  /** Those who wait are shown to interviewers only. */
  #tellOf(seat: Seat, name: 'participant:joined' | 'participant:updated'): void {
    const { participant } = seat;
    for (const other of this.#seats.values()) {
      if (other === seat || !sees(other, seat)) continue;
      other.end?.emit({ name, payload: { participant } });
    }
  }

  #page(since: number): { messages: ChatMessage[]; more: boolean } {
    const later = this.messages.filter(({ seq }) => seq > since);
    return { messages: later.slice(0, this.pageSize), more: later.length > this.pageSize };
  }

  #snapshot(seat: Seat, since: number): RoomSnapshot {
    const others = [...this.#seats.values()].filter((other) => other !== seat && sees(seat, other));
    const { admitted } = seat.participant;
    return {
      protocol: 1,
      serverTime: this.time(),
      interview: this.interview,
      self: seat.participant,
      resumeToken: seat.resumeToken,
      participants: others.map(({ participant }) => participant),
      chat: admitted ? this.#page(since) : { messages: [], more: false },
      readMarks: toMarks(this.#readMarks),
      deliveredMarks: toMarks(this.#deliveredMarks),
      iceServers: this.iceServers,
      offered: [],
    };
  }
}

function toMarks(marks: ReadonlyMap<string, number>): ChatMark[] {
  return Array.from(marks, ([from, seq]) => ({ from, seq }));
}

function sees(viewer: Seat, seat: Seat): boolean {
  const { admitted, role } = viewer.participant;
  return admitted && (seat.participant.admitted || role === 'interviewer');
}
