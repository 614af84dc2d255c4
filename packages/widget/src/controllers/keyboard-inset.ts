import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What of `visualViewport` is looked at; px of the layout viewport. */
type Viewport = Pick<VisualViewport, 'height' | 'offsetTop' | 'scale' | 'addEventListener'>;

/**
 * How much of its host a phone's keyboard covers, px. Keyboards lie over the page without changing its
 * size; only the visual viewport tells (W3C CSSOM View, section 13).
 */
export class KeyboardInset implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #viewport: Viewport | null;
  #listening: AbortController | null = null;
  #covered = 0;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    viewport: Viewport | null = globalThis.visualViewport ?? null,
  ) {
    this.#host = host;
    this.#viewport = viewport;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const event of ['resize', 'scroll'] as const) {
      this.#viewport?.addEventListener(event, this.#measure, { signal });
    }
    // Only where the person writes in it: elsewhere the keyboard is none of its business.
    this.#host.addEventListener('focusin', this.#measure, { signal });
    this.#host.addEventListener('focusout', this.#measure, { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  readonly #measure = (): void => {
    const covered = this.#host.matches(':focus-within') ? this.#overlap() : 0;
    if (covered === this.#covered) return;
    this.#covered = covered;
    this.#host.style.setProperty('padding-block-end', covered === 0 ? '' : `${covered}px`);
  };

  #overlap(): number {
    // Zoomed in, the person moves the part that is seen.
    if (this.#viewport === null || this.#viewport.scale > 1.01) return 0;
    const { bottom, height } = this.#host.getBoundingClientRect();
    const seen = this.#viewport.offsetTop + this.#viewport.height;
    // The whole host out of sight is a page that was scrolled away, not a keyboard.
    const overlap = Math.round(bottom - seen);
    return overlap > 0 && overlap < height ? overlap : 0;
  }
}
