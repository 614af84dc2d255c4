import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Closer to the end than this, a reader is taken to follow along; px. */
const NEAR_END_PX = 48;

/** Keeps the log at its end for who follows along, and in its place for who reads back. */
export class LogScroll implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #sizes = new ResizeObserver(() => {
    if (this.#following) this.toEnd();
  });
  #observed: readonly Element[] = [];
  #following = true;
  #top = 0;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host;
    host.addController(this);
  }

  get following(): boolean {
    return this.#following;
  }

  /** The log is taller or lower when the field grows, a phone's keyboard comes or a message unfolds. */
  hostUpdated(): void {
    const { renderRoot } = this.#host;
    const now = [renderRoot.querySelector('.log'), renderRoot.querySelector('.list')].filter(
      (element) => element !== null,
    );
    if (
      now.length === this.#observed.length &&
      now.every((one, at) => one === this.#observed[at])
    ) {
      return;
    }
    this.#sizes.disconnect();
    for (const element of now) this.#sizes.observe(element);
    this.#observed = now;
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#observed = [];
  }

  /** After the person has scrolled. */
  scrolled(): void {
    const log = this.#log;
    if (log === null || log.clientHeight === 0) return;
    const { scrollTop } = log;
    const isNearEnd = log.scrollHeight - scrollTop - log.clientHeight < NEAR_END_PX;
    // That the log became lower is no word of the reader.
    this.#following = isNearEnd || (this.#following && scrollTop >= this.#top);
    this.#top = scrollTop;
  }

  /** Whether what comes before is about to be seen. */
  get isNearStart(): boolean {
    const log = this.#log;
    return log !== null && log.scrollTop < log.clientHeight * 1.5;
  }

  toEnd(): void {
    this.#following = true;
    const log = this.#log;
    if (log === null) return;
    log.scrollTop = log.scrollHeight;
    this.#top = log.scrollTop;
  }

  /** Remembers where the reader looks. The answer puts it back there after something came before it. */
  hold(): () => void {
    const log = this.#log;
    const anchor = log?.querySelector('.page') ?? null;
    if (log === null || anchor === null) return () => undefined;
    const before = anchor.getBoundingClientRect().top;
    return () => {
      if (anchor.isConnected) log.scrollTop += anchor.getBoundingClientRect().top - before;
    };
  }

  get #log(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.log');
  }
}
