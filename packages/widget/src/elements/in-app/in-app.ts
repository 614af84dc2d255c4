import { html, nothing } from 'lit';
import { inAppTerms } from '../../locales/in-app-terms.ts';
import { type Platform, platform } from '../../locales/platform.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { inAppStyles } from './in-app.styles.ts';
import { wayOut } from './way-out.ts';

/** In the view of an app: that devices may not work there, and the way into a browser. */
export class RendevInApp extends RendevElement {
  static override styles = [base, controls, inAppStyles];
  static override properties = {
    where: { attribute: false },
    page: { attribute: false },
    copying: { state: true },
  };

  declare where: Platform;
  /** Address of the page, with what the person's link carried. */
  declare page: string;
  declare copying: 'not yet' | 'done' | 'by hand';

  constructor() {
    super();
    this.where = platform();
    this.page = location.href;
    this.copying = 'not yet';
  }

  override willUpdate() {
    this.hidden = this.where.inApp === null;
  }

  override render() {
    const { inApp } = this.where;
    if (inApp === null) return nothing;
    const terms = inAppTerms(this.localize.language);
    const way = wayOut(this.where, this.page);
    return html`<div class="notice" part="notice">
      <p>${terms.notice(terms.apps[inApp])} ${way === null ? terms.byHand : nothing}</p>
      <div class="ways">
        ${
          way === null
            ? nothing
            : html`<a class="button compact" part="button" href=${way}>${terms.open}</a>`
        }
        <button
          class="button compact ${way === null ? '' : 'quiet'}"
          part="button"
          type="button"
          @click=${() => {
            void this.#copy();
          }}
        >
          ${terms.copy}
        </button>
      </div>
      <p class="small" role="status">
        ${
          this.copying === 'done'
            ? terms.copied
            : this.copying === 'by hand'
              ? terms.copyByHand
              : nothing
        }
      </p>
      ${
        this.copying === 'by hand'
          ? html`<input
              class="input"
              part="input"
              readonly
              aria-label=${terms.link}
              .value=${this.page}
            />`
          : nothing
      }
    </div>`;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.page);
      this.copying = 'done';
    } catch {
      // Views of apps often withhold the clipboard.
      this.copying = 'by hand';
      await this.updateComplete;
      this.renderRoot.querySelector('input')?.select();
    }
  }
}
