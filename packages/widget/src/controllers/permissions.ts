import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { permissionStatus } from '../engine/media/device-watch.ts';

const KINDS = ['microphone', 'camera'] as const;

/** `silent` where the browser does not tell. */
export type Permission = PermissionState | 'silent';

/** What the browser remembers for this page, followed while the host is in a document. */
export class Permissions implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #life = new AbortController();
  #told: Readonly<Record<(typeof KINDS)[number], Permission>> | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** `null` until the browser has answered. */
  get told() {
    return this.#told;
  }

  hostConnected(): void {
    this.#life = new AbortController();
    void this.#follow(this.#life.signal);
  }

  hostDisconnected(): void {
    this.#life.abort();
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const [microphone, camera] = await Promise.all(KINDS.map(permissionStatus));
    const tell = () => {
      if (signal.aborted) return;
      this.#told = { microphone: microphone?.state ?? 'silent', camera: camera?.state ?? 'silent' };
      this.#host.requestUpdate();
    };
    for (const status of [microphone, camera]) status?.addEventListener('change', tell, { signal });
    tell();
  }
}
