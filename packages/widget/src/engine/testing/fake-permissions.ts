/** What the browser tells of the permissions for microphone and camera: granted, until changed. */
export class FakePermissions {
  readonly #permissions = navigator.permissions;
  readonly #query = this.#permissions.query.bind(this.#permissions);
  readonly #statuses = new Map<string, FakeStatus>();

  constructor() {
    this.#permissions.query = ({ name }) =>
      Promise.resolve(this.#status(name) as unknown as PermissionStatus);
  }

  set(name: 'microphone' | 'camera', state: PermissionState): void {
    const status = this.#status(name);
    status.state = state;
    status.dispatchEvent(new Event('change'));
  }

  restore(): void {
    this.#permissions.query = this.#query;
  }

  #status(name: string): FakeStatus {
    const known = this.#statuses.get(name);
    if (known) return known;
    const status = new FakeStatus();
    this.#statuses.set(name, status);
    return status;
  }
}

class FakeStatus extends EventTarget {
  state: PermissionState = 'granted';
}
