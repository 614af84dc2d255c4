import type { ParticipantReport } from '@rendev/interview-protocol';
import type { Clock } from './clock.ts';
import type { RemoteParticipant } from './session-snapshot.ts';

const REPORT_MS = 60_000;
/** The timers of a hidden page are late by a minute at most; more passes only while it sleeps. */
const LONGEST_LOOK_MS = 2 * REPORT_MS;
/** Limits of the report's schema. */
const SECONDS_MAX = 86_400;
const SETUP_MAX_MS = 600_000;

/** The worst first. */
const WORDS = ['lost', 'weak', 'good'] as const;
type Word = (typeof WORDS)[number];

export interface CallReportPort {
  others(): readonly Pick<RemoteParticipant, 'admitted' | 'presence' | 'link' | 'quality'>[];
  /** Whether a link goes through a TURN server now. */
  relayed(): boolean;
  /** Whether the server would take a report now. */
  live(): boolean;
  send(report: ParticipantReport): Promise<unknown>;
}

/**
 * Tells the server how the call goes on this page, each minute in which somebody else is there and
 * when asked to. What it cannot send waits for the next report.
 */
export class CallReport {
  readonly #port: CallReportPort;
  readonly #clock: Pick<Clock, 'after'>;
  readonly #signal: AbortSignal;
  /** ms by word that are in no report yet. */
  readonly #spent: Record<Word, number> = { lost: 0, weak: 0, good: 0 };
  /** Of the time since the last look; `null` does not count. */
  #word: Word | null = null;
  #lookedAt = performance.now();
  #relayed = false;
  /** Since when there has been somebody to link with; at first the join, which asks for links. */
  #setupFrom: number | null = this.#lookedAt;
  #setup: 'running' | 'told' | { readonly ms: number } = 'running';
  #cancelTimer: (() => void) | null = null;

  /** Made when the join begins. */
  constructor(port: CallReportPort, clock: Pick<Clock, 'after'>, signal: AbortSignal) {
    this.#port = port;
    this.#clock = clock;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#cancelTimer?.());
  }

  /** After each change of the people inside or of the links to them. */
  look(): void {
    const now = performance.now();
    const before = this.#word;
    if (before) this.#spent[before] += Math.min(now - this.#lookedAt, LONGEST_LOOK_MS);
    this.#lookedAt = now;
    const others = this.#port.others().filter(isThere);
    const words = others.map(wordOf);
    this.#word = WORDS.find((word) => words.includes(word)) ?? null;
    this.#relayed ||= this.#port.relayed();
    if (others.length === 0) this.#setupFrom = null;
    else this.#setupFrom ??= now;
    if (this.#setup === 'running' && others.some(({ link }) => link === 'connected')) {
      this.#setup = { ms: Math.min(Math.round(now - (this.#setupFrom ?? now)), SETUP_MAX_MS) };
    }
    if (this.#word) {
      this.#wait();
    } else if (before) {
      this.#cancelTimer?.();
      this.#cancelTimer = null;
      this.#send();
    }
  }

  /** Sends what there is by now, where the server can be reached. */
  flush(): void {
    this.look();
    this.#send();
  }

  #wait(): void {
    if (this.#signal.aborted) return;
    this.#cancelTimer ??= this.#clock.after(REPORT_MS, () => {
      this.#cancelTimer = null;
      this.flush();
    });
  }

  #send(): void {
    if (!this.#port.live()) return;
    const setup = typeof this.#setup === 'object' ? this.#setup : null;
    const report: ParticipantReport = {
      good: this.#take('good'),
      weak: this.#take('weak'),
      lost: this.#take('lost'),
      relayed: this.#relayed,
      ...(setup && { setupMs: setup.ms }),
    };
    if (!setup && WORDS.every((word) => report[word] === 0)) return;
    this.#relayed = false;
    if (setup) this.#setup = 'told';
    // Without an answer the server may have counted it: it is not sent again, so that none is twice.
    this.#port.send(report).catch(() => undefined);
  }

  /** Whole seconds; what is left of them waits. */
  #take(word: Word): number {
    const seconds = Math.min(Math.floor(this.#spent[word] / 1_000), SECONDS_MAX);
    this.#spent[word] -= seconds * 1_000;
    return seconds;
  }
}

type Other = ReturnType<CallReportPort['others']>[number];

/** Who knocks is not inside, and who is away and was never linked is only waited for. */
function isThere({ admitted, presence, link }: Other): boolean {
  return admitted && (presence === 'connected' || link !== 'connecting');
}

function wordOf({ link, quality }: Other): Word | null {
  if (link === 'connecting') return null;
  if (link !== 'connected') return 'lost';
  return quality.level === 'weak' ? 'weak' : 'good';
}
