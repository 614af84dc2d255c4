import type { EntryResponse, InterviewPublic } from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import { isPassing } from '../passing.ts';
import type { MeshSettings } from '../peer/peer-mesh.ts';
import { RendevError } from '../rendev-error.ts';
import type { Sitter } from '../seat-storage.ts';
import type { Entry } from '../session.ts';
import type { SessionState } from '../session-snapshot.ts';
import { runCountdown } from './countdown.ts';
import { doorWatch, type WatchDoor } from './door-watch.ts';
import { entryClient, type AskEntry, type EntryOutcome } from './entry-client.ts';

/** The server, for who is not inside. */
export interface Door {
  readonly ask: AskEntry;
  readonly watch: WatchDoor;
}

export function doorOf(server: string, clock: Clock, ask: AskEntry = entryClient(server)): Door {
  return { ask, watch: doorWatch(server, clock) };
}

export interface EntryPort {
  /** `refused`, `countdown` or `lobby`. */
  step(state: SessionState): void;
  /** What the answer tells by the way, whatever it was. */
  learned(facts: { interview?: InterviewPublic; clockOffsetMs?: number }): void;
  /** Whether the person is in the countdown or the lobby still. */
  atDoor(): boolean;
  /** Goes past the lobby where this tab has a seat for the ticket's person; answers whether. */
  resume(sitter: Sitter, entry: Entry, signal: AbortSignal): Promise<boolean>;
}

const RETRY_MS = 5_000;

/** From a code or ticket to the lobby, with the wait in between if it is too early. */
export class EntryFlow {
  readonly #door: Door;
  readonly #clock: Clock;
  readonly #port: EntryPort;
  #response: EntryResponse | null = null;
  /** As the server told it last. */
  #interview: InterviewPublic | null = null;
  /** Asks again, in the countdown or the lobby. */
  #look: () => Promise<void> = () => Promise.resolve();

  constructor(door: Door, clock: Clock, port: EntryPort) {
    this.#door = door;
    this.#clock = clock;
    this.#port = port;
  }

  /** The last way in; `null` before the lobby was reached. */
  get response(): EntryResponse | null {
    return this.#response;
  }

  get ticket(): string {
    return this.#response?.ticket ?? '';
  }

  get interviewId(): string {
    return this.#response?.interview.id ?? '';
  }

  /**
   * For whom offers are made before the join: for those inside, and for one at least, who may have
   * come in since. A person who has to wait outside offers to nobody.
   */
  get expected(): { count: number; settings: MeshSettings } | undefined {
    const response = this.#response;
    if (!response) return undefined;
    const { interview, role, inside, iceServers } = response;
    if (interview.admission === 'knock' && role !== 'interviewer') return undefined;
    const { relayOnly } = interview;
    return { count: Math.max(1, inside.length), settings: { iceServers, relayOnly } };
  }

  /** Steps to `lobby` or `countdown`; otherwise steps to `refused` and rejects with the refusal. */
  async check(entry: Entry, signal: AbortSignal): Promise<void> {
    this.#response = null;
    const outcome = await this.#enquire(entry, signal);
    const sitter = 'ticket' in entry ? sitterOf(outcome) : null;
    if (sitter && (await this.#port.resume(sitter, entry, signal))) return;
    if (outcome.ok) {
      this.#openLobby(outcome.response, entry, signal);
    } else if (outcome.error.code === 'too-early' && outcome.error.interview) {
      this.#startCountdown(outcome, entry, signal);
    } else {
      this.#port.step({ name: 'refused', error: outcome.error });
      throw outcome.error;
    }
    void this.#follow(signal);
  }

  /** A new ticket for the same code, without a step. Rejects with the refusal. */
  async renew(entry: Entry, signal: AbortSignal): Promise<void> {
    const outcome = await this.#enquire(entry, signal);
    if (!outcome.ok) throw outcome.error;
    this.#response = outcome.response;
  }

  async #enquire(entry: Entry, signal: AbortSignal): Promise<EntryOutcome> {
    const outcome = await this.#door.ask(entry, signal);
    if (signal.aborted) throw new RendevError('aborted');
    const interview = outcome.ok ? outcome.response.interview : outcome.error.interview;
    this.#interview = interview ?? this.#interview;
    this.#port.learned({
      ...(interview && { interview }),
      ...(outcome.clockOffsetMs !== null && { clockOffsetMs: outcome.clockOffsetMs }),
    });
    return outcome;
  }

  /** The host may move the interview or call it off while the person waits. */
  async #follow(signal: AbortSignal): Promise<void> {
    while (this.#interview && !signal.aborted && this.#port.atDoor()) {
      const { version } = this.#interview;
      await this.#door.watch(this.#interview, signal);
      if (!this.#port.atDoor()) return;
      await this.#look();
      if (this.#interview.version !== version) continue;
      await new Promise<void>((resolve) => this.#clock.after(RETRY_MS, resolve));
    }
  }

  #startCountdown(
    early: Extract<EntryOutcome, { ok: false }>,
    entry: Entry,
    signal: AbortSignal,
  ): void {
    this.#look = runCountdown({
      clock: this.#clock,
      remainingMs: this.#countDown(early),
      attempt: () => this.#checkAgain(entry, signal),
      signal,
    });
  }

  /** What the person did in the lobby stays; the next join has the new ticket. */
  async #lookFromLobby(entry: Entry, signal: AbortSignal): Promise<void> {
    const outcome = await this.#enquire(entry, signal).catch(() => null);
    if (!outcome || !this.#port.atDoor()) return;
    if (outcome.ok) {
      this.#response = outcome.response;
    } else if (outcome.error.code === 'too-early' && outcome.error.interview) {
      this.#startCountdown(outcome, entry, signal);
    } else if (!isPassing(outcome.error)) {
      this.#port.step({ name: 'refused', error: outcome.error });
    }
  }

  /** Answers ms until the next try; `null` when the wait is over. */
  async #checkAgain(entry: Entry, signal: AbortSignal): Promise<number | null> {
    const outcome = await this.#enquire(entry, signal).catch(() => null);
    if (!outcome) return null;
    if (outcome.ok) {
      this.#openLobby(outcome.response, entry, signal);
      return null;
    }
    const { error } = outcome;
    if (error.code === 'too-early' && error.interview) return this.#countDown(outcome);
    if (isPassing(error)) return error.retryAfterMs ?? RETRY_MS;
    this.#port.step({ name: 'refused', error });
    return null;
  }

  #countDown({ error, clockOffsetMs }: Extract<EntryOutcome, { ok: false }>): number {
    const opensAt = Date.parse(error.interview?.opensAt ?? '');
    this.#port.step({ name: 'countdown', opensAt });
    return opensAt - this.#clock.now() - (clockOffsetMs ?? 0);
  }

  #openLobby(response: EntryResponse, entry: Entry, signal: AbortSignal): void {
    this.#response = response;
    this.#look = () => this.#lookFromLobby(entry, signal);
    const ownName = 'code' in entry ? entry.name?.trim() : undefined;
    this.#port.step({
      name: 'lobby',
      role: response.role,
      inside: response.inside,
      personName: response.name ?? (ownName === undefined || ownName === '' ? null : ownName),
      nameFixed: response.name !== null,
      error: null,
    });
  }
}

/** Who comes in by a ticket; a room may be full by the very seat that the person had in it. */
function sitterOf(outcome: EntryOutcome): Sitter | null {
  if (outcome.ok) {
    const { interview, role, name } = outcome.response;
    return { interviewId: interview.id, role, name };
  }
  const { code, interview } = outcome.error;
  return code === 'full' && interview ? { interviewId: interview.id } : null;
}
