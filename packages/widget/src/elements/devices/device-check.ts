import { css, html, nothing } from 'lit';
import type { Session } from '../../engine/session.ts';
import type { LocalMedia } from '../../engine/session-snapshot.ts';
import { MediaStart, type MediaWanted } from '../../controllers/media-start.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { RendevInApp } from '../in-app/in-app.ts';
import { RendevPreview } from '../preview/preview.ts';
import { base } from '../../styles/base.ts';
import { RendevDevices } from './devices.ts';

/** The lobby's checks ahead of time. Releases the devices when it is taken away. */
export class RendevDeviceCheck extends RendevElement {
  static override uses = {
    'rendev-devices': RendevDevices,
    'rendev-in-app': RendevInApp,
    'rendev-preview': RendevPreview,
  };
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: calc(var(--rendev-space) * 5);
        text-align: start;
      }
    `,
  ];
  static override properties = {
    session: { attribute: false },
    media: { attribute: false },
    wanted: { attribute: false },
  };

  declare session: Session | null;
  declare media: LocalMedia | null;
  declare wanted: MediaWanted;
  readonly #start = new MediaStart(this);

  constructor() {
    super();
    this.session = null;
    this.media = null;
    this.wanted = 'both';
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    // The lobby goes on with what is captured.
    if (this.session?.snapshot.state.name === 'countdown') this.session.stopMedia();
  }

  override willUpdate() {
    if (this.session) this.#start.follow(this.session, this.wanted);
  }

  override render() {
    const { session, media } = this;
    if (session === null || media === null) return nothing;
    return html`
      <rendev-in-app exportparts="button, input, notice" lang=${this.lang}></rendev-in-app>
      <rendev-preview
        exportparts="preview, toggle, button, primary-button"
        lang=${this.lang}
        .session=${session}
        .media=${media}
        .stage=${this.#start.stage}
        .asked=${this.wanted}
        @allow=${() => {
          this.#start.allow(session);
        }}
      ></rendev-preview>
      ${
        this.#start.stage === 'explaining'
          ? nothing
          : html`<rendev-devices
              exportparts="device, device-status, select, switch, button"
              lang=${this.lang}
              voiceCheck
              .session=${session}
              .media=${media}
            ></rendev-devices>`
      }
    `;
  }
}
