import type { Reaction } from '@rendev/interview-protocol';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TileReaction } from '../tile/tile-view.ts';

/** As long as its animation. */
const SHOWN_MS = 4_000;
/** More than these at once on one tile say no more. */
const MOST = 6;

const NONE: readonly TileReaction[] = [];

/** The reactions that are on their way up, by participant. */
export class PassingReactions implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #shown = new Map<string, readonly TileReaction[]>();
  #timers = new Set<ReturnType<typeof setTimeout>>();
  #made = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#shown.clear();
  }

  of(participantId: string): readonly TileReaction[] {
    return this.#shown.get(participantId) ?? NONE;
  }

  /** @returns whether it is news: the same one of the same person is not on its way already */
  add(participantId: string, reaction: Reaction): boolean {
    const before = this.of(participantId);
    const one: TileReaction = { id: (this.#made += 1), reaction };
    this.#shown.set(participantId, [...before, one].slice(-MOST));
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      const left = this.of(participantId).filter((other) => other !== one);
      if (left.length > 0) this.#shown.set(participantId, left);
      else this.#shown.delete(participantId);
      this.#host.requestUpdate();
    }, SHOWN_MS);
    this.#timers.add(timer);
    this.#host.requestUpdate();
    return !before.some((other) => other.reaction === reaction);
  }
}
