import { html, nothing } from 'lit';
import type { Session } from '../../engine/session.ts';
import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import { waitingTerms } from '../../locales/waiting-terms.ts';
import { interviewTitle } from '../base/interview-title.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { RendevPreview } from '../preview/preview.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { screen } from '../../styles/screen.ts';
import { waitingStyles } from './waiting.styles.ts';

/** Knocked: who will decide, that the knock was heard, and oneself meanwhile. Emits `leave`. */
export class RendevWaiting extends RendevElement {
  static override uses = { 'rendev-preview': RendevPreview };
  static override styles = [base, controls, screen, waitingStyles];
  static override properties = {
    session: { attribute: false },
    snapshot: { attribute: false },
  };

  declare session: Session | null;
  declare snapshot: SessionSnapshot | null;

  constructor() {
    super();
    this.session = null;
    this.snapshot = null;
  }

  override render() {
    const { session, snapshot } = this;
    if (session === null || snapshot === null) return nothing;
    const terms = waitingTerms(this.localize.language);
    return html`<div class="screen">
      <div class="card" part="card">
        <div class="stack">
          <p class="muted"><bdi>${interviewTitle(snapshot.interview, this.t.brand)}</bdi></p>
          <h2 class="title" part="title" tabindex="-1">${terms.heading}</h2>
        </div>
        <div class="stack">
          <p class="heard" role="status"><i aria-hidden="true"></i>${terms.heard}</p>
          <p class="help">${terms.help}</p>
        </div>
        <rendev-preview
          exportparts="preview, toggle"
          lang=${this.lang}
          .session=${session}
          .media=${snapshot.media}
          ?observing=${snapshot.self?.role === 'observer'}
        ></rendev-preview>
        <button
          class="button"
          part="button"
          type="button"
          @click=${() => {
            this.emit('leave');
          }}
        >
          ${terms.leave}
        </button>
      </div>
    </div>`;
  }
}
