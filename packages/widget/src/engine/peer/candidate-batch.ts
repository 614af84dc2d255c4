import type { Candidate } from '@rendev/interview-protocol';
import { LIMITS } from '@rendev/interview-protocol/limits';

/** Candidates come in bursts of a few ms; one signal for a burst is a fifth of the messages. */
const GATHER_MS = 20;

/** Sends the first candidate at once, and those that follow closely together. */
export class CandidateBatch {
  readonly #send: (candidates: Candidate[]) => void;
  readonly #waiting: Candidate[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (candidates: Candidate[]) => void, signal: AbortSignal) {
    this.#send = send;
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
    });
  }

  add(candidate: Candidate): void {
    this.#waiting.push(candidate);
    if (this.#timer === undefined) this.#flush();
  }

  #flush(): void {
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    this.#send(this.#waiting.splice(0, LIMITS.candidatesPerSignal));
    this.#timer = setTimeout(() => {
      this.#flush();
    }, GATHER_MS);
  }
}
