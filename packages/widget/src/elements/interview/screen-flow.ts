import type { SessionState } from '../../engine/session-snapshot.ts';
import type { Announcer } from '../../controllers/announcer.ts';
import type { RendevElement } from '../base/rendev-element.ts';
import { type Screen, screenOf, tagOf } from './screens.ts';

/** Goes from screen to screen and takes the person along. */
export class ScreenFlow {
  readonly #host: RendevElement;
  readonly #announcer: Announcer;
  /** What is shown. */
  current: Screen = 'entering';
  /** What the state asks for; the present screen stays until its element is loaded. */
  wanted: Screen = 'entering';
  #isFirst = true;
  #arrives = false;
  #focusWasInside = false;

  constructor(host: RendevElement, announcer: Announcer) {
    this.#host = host;
    this.#announcer = announcer;
  }

  /** Before each render. */
  follow(state: SessionState, byTicket: boolean): void {
    this.wanted = screenOf(state, byTicket, this.current);
    const isLoaded = customElements.get(tagOf(this.wanted)) !== undefined;
    if (isLoaded && this.wanted !== this.current) {
      this.current = this.wanted;
      this.#arrives = !this.#isFirst;
      // Asked now: after the render the focused element is gone.
      this.#focusWasInside = this.#host.matches(':focus-within');
    }
    this.#isFirst = false;
  }

  /** After each render: a person who was at work here goes on at the new heading, others hear it. */
  async arrive(): Promise<void> {
    if (!this.#arrives) return;
    this.#arrives = false;
    const content = this.#host.renderRoot.querySelector<RendevElement>('[data-screen]');
    await content?.updateComplete;
    if (!content?.isConnected) return;
    if (this.#focusWasInside) content.focusHeading();
    else this.#announcer.say(content.headingText);
  }
}
