import { NO_CHAT } from './chat/no-chat.ts';
import { NOT_TESTED } from './connection/not-tested.ts';
import { Emitter } from './emitter.ts';
import type { LocalMedia, SessionSnapshot, SessionState } from './session-snapshot.ts';
import { advance } from './session-state.ts';

export type SnapshotListener = (snapshot: SessionSnapshot, previous: SessionSnapshot) => void;

export function initialSnapshot(media: LocalMedia): SessionSnapshot {
  return {
    state: { name: 'idle' },
    interview: null,
    self: null,
    participants: [],
    media,
    chat: NO_CHAT,
    connectionTest: NOT_TESTED,
    clockOffsetMs: 0,
  };
}

/** Holds the present snapshot and tells of each change in order, never re-entrantly. */
export class SnapshotStore {
  #current: SessionSnapshot;
  readonly #changes = new Emitter<[snapshot: SessionSnapshot, previous: SessionSnapshot]>();
  readonly #untold: [SessionSnapshot, SessionSnapshot][] = [];
  #telling = false;

  constructor(initial: SessionSnapshot) {
    this.#current = deepFreeze(initial);
  }

  get current(): SessionSnapshot {
    return this.#current;
  }

  update(change: Partial<SessionSnapshot>): void {
    const previous = this.#current;
    const next = { ...previous, ...change };
    if (Object.entries(next).every(([key, value]) => Reflect.get(previous, key) === value)) return;
    this.#current = deepFreeze(next);
    this.#untold.push([this.#current, previous]);
    this.#tell();
  }

  /** Takes the step to another state, if there is such a step. */
  step(state: SessionState): void {
    this.update({ state: advance(this.#current.state, state) });
  }

  subscribe(listener: SnapshotListener, signal?: AbortSignal): void {
    this.#changes.on(listener, signal);
  }

  #tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    for (let change = this.#untold.shift(); change; change = this.#untold.shift()) {
      this.#changes.emit(...change);
    }
    this.#telling = false;
  }
}

/** Freezes plain objects and arrays; what is frozen already is shared and left alone. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
  return value;
}
