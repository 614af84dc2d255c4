import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Closer to the end than this, a reader is taken to follow along; px. */
const NEAR_END_PX = 48;
/** Less than this beyond what is seen, and more has to be there soon; heights of the log. */
const AHEAD = 1.5;

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

  /**
   * After the person has scrolled.
   *
   * @param hasEnd whether the log ends with the last message
   */
  scrolled(hasEnd: boolean): void {
    const log = this.#log;
    if (log === null || log.clientHeight === 0) return;
    const { scrollTop } = log;
    const isNearEnd = hasEnd && log.scrollHeight - scrollTop - log.clientHeight < NEAR_END_PX;
    // That the log became lower is no word of the reader.
    this.#following = isNearEnd || (this.#following && scrollTop >= this.#top);
    this.#top = scrollTop;
  }

  /** Whether what comes before is about to be seen. */
  get isNearStart(): boolean {
    const log = this.#log;
    return log !== null && log.scrollTop < log.clientHeight * AHEAD;
  }

  /** Whether what comes after is about to be seen. */
  get isNearFinish(): boolean {
    const log = this.#log;
    return (
      log !== null && log.scrollHeight - log.scrollTop - log.clientHeight < log.clientHeight * AHEAD
    );
  }

  toEnd(): void {
    this.#following = true;
    const log = this.#log;
    if (log === null) return;
    log.scrollTop = log.scrollHeight;
    this.#top = log.scrollTop;
  }

  /** Remembers where the reader looks. The answer puts it back there after something came or went before it. */
  hold(): () => void {
    const log = this.#log;
    if (log === null) return () => undefined;
    const { top } = log.getBoundingClientRect();
    const pages = [...log.querySelectorAll('.page')];
    const anchor = pages.find((page) => page.getBoundingClientRect().bottom > top);
    if (anchor === undefined) return () => undefined;
    const before = anchor.getBoundingClientRect().top;
    return () => {
      if (anchor.isConnected) log.scrollTop += anchor.getBoundingClientRect().top - before;
    };
  }

  get #log(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.log');
  }
}
