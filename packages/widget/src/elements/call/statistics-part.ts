import type { ReactiveControllerHost } from 'lit';
import { register } from '../../define/register.ts';

/** The element of the statistics, which few people open: it loads when the first one does. */
export class StatisticsPart {
  readonly #host: ReactiveControllerHost;
  state: 'absent' | 'loading' | 'loaded' | 'failed' = 'absent';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Harmless when it is there or on its way; after a failure it tries again. */
  load(): void {
    if (this.state === 'absent' || this.state === 'failed') void this.#load();
  }

  async #load(): Promise<void> {
    this.state = 'loading';
    try {
      const { RendevStatistics } = await import('../statistics/statistics.ts');
      register('rendev-statistics', RendevStatistics);
      this.state = 'loaded';
    } catch {
      this.state = 'failed';
    }
    this.#host.requestUpdate();
  }
}
