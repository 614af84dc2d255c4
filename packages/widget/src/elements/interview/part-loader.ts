import type { ReactiveControllerHost } from 'lit';
import type { SessionState } from '../../engine/session-snapshot.ts';
import { type ElementTable, registerAll } from '../base/rendev-element.ts';

type Part = 'lobby' | 'call';

const sources: Record<Part, () => Promise<ElementTable>> = {
  lobby: async () => {
    const [{ RendevLobby }, { RendevWaiting }] = await Promise.all([
      import('../lobby/lobby.ts'),
      import('../waiting/waiting.ts'),
    ]);
    return { 'rendev-lobby': RendevLobby, 'rendev-waiting': RendevWaiting };
  },
  call: async () => {
    const [{ RendevCall }, { RendevEnded }] = await Promise.all([
      import('../call/call.ts'),
      import('../ended/ended.ts'),
    ]);
    return { 'rendev-call': RendevCall, 'rendev-ended': RendevEnded };
  },
};

/** What a state will need: each part is loaded one screen ahead. */
function partsFor(state: SessionState['name']): readonly Part[] {
  switch (state) {
    case 'idle':
    case 'refused':
      return [];
    case 'checking':
    case 'countdown':
      return ['lobby'];
    case 'lobby':
    case 'joining':
    case 'waiting':
    case 'in-call':
    case 'reconnecting':
    case 'ended':
      return ['lobby', 'call'];
  }
}

/** Loads the later screens while the earlier ones are in use. */
export class PartLoader {
  readonly #host: ReactiveControllerHost;
  readonly #asked = new Set<Part>();
  #broken = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Whether a screen cannot be shown because its part did not arrive. */
  failed(tag: string): boolean {
    return this.#broken && customElements.get(tag) === undefined;
  }

  /** Asking again after a failure tries again. */
  loadFor(state: SessionState['name']): void {
    for (const part of partsFor(state)) {
      if (this.#asked.has(part)) continue;
      this.#asked.add(part);
      void this.#load(part);
    }
  }

  async #load(part: Part): Promise<void> {
    try {
      registerAll(await sources[part]());
      this.#broken = false;
    } catch {
      this.#asked.delete(part);
      this.#broken = true;
    }
    this.#host.requestUpdate();
  }
}
