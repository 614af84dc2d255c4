import type { EntryResponse, InterviewPublic } from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';
import { isPassing } from '../passing.ts';
import { RendevError } from '../rendev-error.ts';
import type { Entry } from '../session.ts';
import type { SessionState } from '../session-snapshot.ts';
import { runCountdown } from './countdown.ts';
import type { AskEntry, EntryOutcome } from './entry-client.ts';

export interface EntryPort {
  /** `refused`, `countdown` or `lobby`. */
  step(state: SessionState): void;
  /** What the answer tells by the way, whatever it was. */
  learned(facts: { interview?: InterviewPublic; clockOffsetMs?: number }): void;
}

const RETRY_MS = 5_000;

/** From a code or ticket to the lobby, with the wait in between if it is too early. */
export class EntryFlow {
  readonly #ask: AskEntry;
  readonly #clock: Clock;
  readonly #port: EntryPort;
  #response: EntryResponse | null = null;

  constructor(ask: AskEntry, clock: Clock, port: EntryPort) {
    this.#ask = ask;
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

  /** Steps to `lobby` or `countdown`; otherwise steps to `refused` and rejects with the refusal. */
  async check(entry: Entry, signal: AbortSignal): Promise<void> {
    this.#response = null;
    const outcome = await this.#enquire(entry, signal);
    if (outcome.ok) {
      this.#openLobby(outcome.response, entry);
    } else if (outcome.error.code === 'too-early' && outcome.error.interview) {
      const remainingMs = this.#countDown(outcome);
      runCountdown({
        clock: this.#clock,
        remainingMs,
        attempt: () => this.#checkAgain(entry, signal),
        signal,
      });
    } else {
      this.#port.step({ name: 'refused', error: outcome.error });
      throw outcome.error;
    }
  }

  /** A new ticket for the same code, without a step. Rejects with the refusal. */
  async renew(entry: Entry, signal: AbortSignal): Promise<void> {
    const outcome = await this.#enquire(entry, signal);
    if (!outcome.ok) throw outcome.error;
    this.#response = outcome.response;
  }

  async #enquire(entry: Entry, signal: AbortSignal): Promise<EntryOutcome> {
    const outcome = await this.#ask(entry, signal);
    if (signal.aborted) throw new RendevError('aborted');
    const interview = outcome.ok ? outcome.response.interview : outcome.error.interview;
    this.#port.learned({
      ...(interview && { interview }),
      ...(outcome.clockOffsetMs !== null && { clockOffsetMs: outcome.clockOffsetMs }),
    });
    return outcome;
  }

  /** Answers ms until the next try; `null` when the wait is over. */
  async #checkAgain(entry: Entry, signal: AbortSignal): Promise<number | null> {
    const outcome = await this.#enquire(entry, signal).catch(() => null);
    if (!outcome) return null;
    if (outcome.ok) {
      this.#openLobby(outcome.response, entry);
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

  #openLobby(response: EntryResponse, entry: Entry): void {
    this.#response = response;
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
