import type { IceServer } from '@rendev/interview-protocol';
import { RendevError } from '../rendev-error.ts';
import type { ConnectionTest } from '../session-snapshot.ts';
import type { SnapshotStore } from '../snapshot-store.ts';
import { NOT_TESTED } from './not-tested.ts';

/** The connection test of the lobby: one at a time, shown in the snapshot while it runs. */
export class ConnectionCheck {
  readonly #store: SnapshotStore;
  #running = new AbortController();

  constructor(store: SnapshotStore) {
    this.#store = store;
  }

  /** Rejects with `aborted` after `stop`, a later `run` or the end of the attempt to enter. */
  async run(iceServers: readonly IceServer[], attempt: AbortSignal): Promise<ConnectionTest> {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    const signal = AbortSignal.any([running.signal, attempt]);
    const show = (connectionTest: ConnectionTest) => {
      this.#store.update({ connectionTest });
    };
    // At once: the lobby has its line from the start, whatever the test's own code takes to load.
    if (hasRelay(iceServers)) show({ ...NOT_TESTED, status: 'running' });
    try {
      const { testConnection } = await import('./connection-test.ts');
      return await testConnection(iceServers, show, signal);
    } catch (cause) {
      if (running === this.#running) show(NOT_TESTED);
      throw new RendevError(signal.aborted ? 'aborted' : 'unknown', { retryable: true, cause });
    }
  }

  stop(): void {
    this.#running.abort();
  }

  /** For another entry, perhaps on another network. */
  reset(): void {
    this.stop();
    this.#store.update({ connectionTest: NOT_TESTED });
  }
}

const hasRelay = (iceServers: readonly IceServer[]): boolean =>
  iceServers.some(({ urls }) => urls.some((url) => url.startsWith('turn')));
