import type { ReactiveControllerHost } from 'lit';

const COPIED_MS = 2000;

export type Current = 'no' | 'here' | 'copied';

interface Acts {
  /** Shows what comes before the first message that is there. */
  readonly earlier: () => void;
  /** Shows what comes after the last message that is there. */
  readonly later: () => void;
  readonly copy: (id: string) => void;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * The message that the hand or the focus is on, which has a button to copy it: one button in the
 * document, not one for each message to pass by. Arrow keys go from message to message.
 */
export class CurrentMessage {
  readonly #host: Host;
  readonly #acts: Acts;
  #id: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #copied = false;

  constructor(host: Host, acts: Acts) {
    this.#host = host;
    this.#acts = acts;
  }

  /** Whether a message is the current one, and whether it has just been copied. */
  stateOf(id: string): Current {
    return id === this.#id ? (this.#copied ? 'copied' : 'here') : 'no';
  }

  /** Differs when a state does. */
  get key(): string {
    return `${this.#id ?? ''} ${this.#copied}`;
  }

  copied(): void {
    clearTimeout(this.#timer);
    this.#setCopied(true);
    this.#timer = setTimeout(() => {
      this.#setCopied(false);
    }, COPIED_MS);
  }

  /** To the latest of the earlier messages that have just come. */
  focusEarlier(): void {
    const page = this.#host.renderRoot.querySelector('.page');
    focusOn([...(page?.querySelectorAll<HTMLElement>('.line') ?? [])].at(-1));
  }

  readonly onHand = ({ target }: Event): void => {
    this.#set(lineOf(target)?.dataset['id'] ?? this.#focused()?.dataset['id'] ?? null);
  };

  /** The one with the focus stays current when the hand goes away. */
  readonly onAway = (event: Event): void => {
    const next = event instanceof FocusEvent ? lineOf(event.relatedTarget) : this.#focused();
    this.#set(next?.dataset['id'] ?? null);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const { target } = event;
    const isLog = target === event.currentTarget;
    const line = isLog
      ? null
      : target instanceof Element && target.matches('.line')
        ? target
        : null;
    if (!isLog && line === null) return;
    if (line instanceof HTMLElement && (event.ctrlKey || event.metaKey) && event.code === 'KeyC') {
      // What is selected is copied by the browser.
      if (String(getSelection()) === '') this.#acts.copy(line.dataset['id'] ?? '');
      return;
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const lines = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.line')];
    const at = line === null ? lines.length : lines.indexOf(line as HTMLElement);
    const next = event.key === 'ArrowUp' ? at - 1 : at + 1;
    if (next < 0) this.#acts.earlier();
    else if (next >= lines.length) this.#acts.later();
    else focusOn(lines[next]);
  };

  #focused(): HTMLElement | null {
    const { renderRoot } = this.#host;
    return renderRoot instanceof ShadowRoot ? lineOf(renderRoot.activeElement) : null;
  }

  #set(id: string | null): void {
    if (id === this.#id) return;
    this.#id = id;
    this.#copied = false;
    this.#host.requestUpdate();
  }

  #setCopied(copied: boolean): void {
    this.#copied = copied;
    this.#host.requestUpdate();
  }
}

function lineOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.line') : null;
}

function focusOn(line: HTMLElement | undefined): void {
  line?.focus({ preventScroll: true });
  line?.scrollIntoView({ block: 'nearest' });
}
