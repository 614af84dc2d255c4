import { html, nothing } from 'lit';
import type { Session } from '../../engine/session.ts';
import type { LocalDevice, SessionSnapshot } from '../../engine/session-snapshot.ts';
import { quietly } from '../../controllers/quietly.ts';
import { type IconName, icon } from '../../icons/icons.ts';
import type { Terms } from '../../locales/ko.ts';

export type CallPanel = 'chat' | 'people' | 'devices' | 'statistics';

export interface ControlsView {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  readonly panel: CallPanel | null;
  readonly waiting: number;
  readonly hides: ReadonlySet<string>;
  readonly t: Terms;
  readonly toggle: (panel: CallPanel) => void;
  readonly leave: () => void;
}

/** The bar: what one sends, what one reads, and the way out apart from both. */
export function controlsTemplate(view: ControlsView) {
  const { session, snapshot, t, hides } = view;
  const { media, chat } = snapshot;
  const shown = (name: string) => !hides.has(name);
  return html`<div class="bar" part="controls" role="group" aria-label=${t.controls}>
    <div class="group">
      ${
        shown('microphone')
          ? device('microphone', media.microphone, t, (on) => session.setMicrophoneEnabled(on))
          : nothing
      }
      ${
        shown('camera')
          ? device('camera', media.camera, t, (on) => session.setCameraEnabled(on))
          : nothing
      }
      ${shown('share') && media.canShareScreen ? share(media.screen, session, t) : nothing}
    </div>
    <div class="group">
      ${shown('chat') ? panelButton('chat', 'chat', chat.unread, chatLabel(chat.unread, t), view) : nothing}
      ${
        shown('people')
          ? panelButton('people', 'people', view.waiting, peopleLabel(view.waiting, t), view)
          : nothing
      }
      ${shown('devices') ? panelButton('devices', 'devices', 0, t.devices, view) : nothing}
    </div>
    ${
      shown('leave')
        ? html`<button
            class="control leave"
            part="leave-button"
            type="button"
            @click=${() => {
              view.leave();
            }}
          >
            ${icon('leave')}<span>${t.leave}</span>
          </button>`
        : nothing
    }
  </div>`;
}

const chatLabel = (unread: number, t: Terms) =>
  unread > 0 ? `${t.chat}, ${t.unread(unread)}` : t.chat;
const peopleLabel = (waiting: number, t: Terms) =>
  waiting > 0 ? `${t.people}, ${t.waitingPeople(waiting)}` : t.people;

function device(
  kind: 'microphone' | 'camera',
  { status }: LocalDevice,
  t: Terms,
  set: (on: boolean) => Promise<void>,
) {
  // What is interrupted is on: it comes back by itself, unless it is turned off.
  const on = status === 'on' || status === 'interrupted';
  const drawn: IconName = on ? kind : `${kind}Off`;
  const label = on ? t[`${kind}Off`] : t[`${kind}On`];
  return html`<button
    class=${on ? 'control' : 'control off'}
    part="control"
    type="button"
    data-control=${kind}
    aria-busy=${status === 'starting' ? 'true' : 'false'}
    aria-label=${label}
    title=${label}
    @click=${() => {
      quietly(set(!on));
    }}
  >
    ${status === 'starting' ? html`<span class="spinner"></span>` : icon(drawn)}
    ${
      status === 'failed' || status === 'interrupted'
        ? html`<span class="badge" data-count="!"></span>`
        : nothing
    }
  </button>`;
}

function share({ status }: LocalDevice, session: Session, t: Terms) {
  const on = status === 'on';
  const label = on ? t.shareOff : t.share;
  return html`<button
    class=${on ? 'control active' : 'control'}
    part="control"
    type="button"
    data-control="share"
    aria-label=${label}
    title=${label}
    @click=${() => {
      quietly(session.setScreenShareEnabled(!on));
    }}
  >
    ${icon('screen')}
  </button>`;
}

function panelButton(
  panel: Exclude<CallPanel, 'statistics'>,
  drawn: IconName,
  count: number,
  label: string,
  { panel: open, toggle }: ControlsView,
) {
  return html`<button
    class=${open === panel ? 'control active' : 'control'}
    part="control"
    type="button"
    data-control=${panel}
    aria-pressed=${open === panel ? 'true' : 'false'}
    aria-label=${label}
    title=${label}
    @click=${() => {
      toggle(panel);
    }}
  >
    ${icon(drawn)}
    ${
      count > 0
        ? html`<span class="badge" data-count=${count > 99 ? '99+' : count}></span>`
        : nothing
    }
  </button>`;
}
