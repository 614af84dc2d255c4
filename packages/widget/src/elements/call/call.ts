import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Session } from '../../engine/session.ts';
import type { Quality, SessionSnapshot } from '../../engine/session-snapshot.ts';
import { quietly } from '../../controllers/quietly.ts';
import { icon } from '../../icons/icons.ts';
import { describeError } from '../../locales/errors.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { RendevChat } from '../chat/chat.ts';
import { RendevDevices } from '../devices/devices.ts';
import { RendevPeople } from '../people/people.ts';
import { RendevRemaining } from '../remaining/remaining.ts';
import { RendevTile } from '../tile/tile.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { type CallPanel, controlsTemplate } from './call-controls.ts';
import { barStyles } from './bar.styles.ts';
import { callStyles } from './call.styles.ts';
import { type Notice, noticesTemplate } from './notices.ts';
import { stageStyles } from './stage.styles.ts';
import { stageOf } from './stage.ts';

const WORST_FIRST: readonly Quality[] = ['lost', 'weak', 'unknown', 'good'];

/** The call: stage, bar, one panel at a time. Emits `leave`, and `panel` with the panel wanted. */
export class RendevCall extends RendevElement {
  static override uses = {
    'rendev-chat': RendevChat,
    'rendev-devices': RendevDevices,
    'rendev-people': RendevPeople,
    'rendev-remaining': RendevRemaining,
    'rendev-tile': RendevTile,
  };
  static override styles = [base, controls, callStyles, stageStyles, barStyles];
  static override properties = {
    session: { attribute: false },
    snapshot: { attribute: false },
    panel: { attribute: false },
    hides: { attribute: false },
    soundBlocked: { state: true },
    muteAskedBy: { state: true },
  };

  declare session: Session | null;
  declare snapshot: SessionSnapshot | null;
  declare panel: CallPanel | null;
  declare hides: ReadonlySet<string>;
  declare soundBlocked: boolean;
  declare muteAskedBy: string | null;
  #listening: AbortController | null = null;

  constructor() {
    super();
    this.session = null;
    this.snapshot = null;
    this.panel = null;
    this.hides = new Set();
    this.soundBlocked = false;
    this.muteAskedBy = null;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#listening = null;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#listen();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('session')) this.#listen();
    if (this.snapshot?.media.microphone.status === 'off') this.muteAskedBy = null;
  }

  override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('panel')) this.#moveFocus(changed.get('panel') as CallPanel | null | undefined);
  }

  override render() {
    const { session, snapshot } = this;
    if (session === null || snapshot === null) return nothing;
    return html`
      <div
        class=${this.panel === null ? 'call' : 'call with-panel'}
        part="call"
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Escape' && this.panel !== null && !event.isComposing) {
            this.emit('panel', null);
          }
        }}
      >
        ${this.#top(snapshot)} ${this.#stage(session, snapshot)}
        ${controlsTemplate({
          session,
          snapshot,
          panel: this.panel,
          waiting: this.#waiting(snapshot),
          hides: this.hides,
          t: this.t,
          toggle: (panel) => {
            this.emit('panel', this.panel === panel ? null : panel);
          },
          leave: () => {
            this.emit('leave');
          },
        })}
        ${this.#panels(session, snapshot)}
      </div>
    `;
  }

  #top({ interview, participants, clockOffsetMs }: SessionSnapshot) {
    const present = participants.filter((person) => person.admitted);
    const quality = WORST_FIRST.find((one) => present.some((person) => person.quality === one));
    const closesAt = interview?.closesAt ?? null;
    return html`<header class="top" part="top">
      <h2 tabindex="-1" part="title">
        <bdi>${interview === null || interview.title === '' ? this.t.call : interview.title}</bdi>
      </h2>
      ${
        this.hides.has('timer')
          ? nothing
          : html`<rendev-remaining
              part="timer"
              lang=${this.lang}
              .closesAt=${closesAt === null ? null : Date.parse(closesAt)}
              .clockOffset=${clockOffsetMs}
            ></rendev-remaining>`
      }
      ${
        quality === undefined || this.hides.has('quality')
          ? nothing
          : html`<p class="quality ${quality}" part="quality">
              ${icon('signal')}<span>${this.#qualityWord(quality)}</span>
            </p>`
      }
    </header>`;
  }

  #qualityWord(quality: Quality): string {
    return {
      unknown: this.t.qualityUnknown,
      good: this.t.qualityGood,
      weak: this.t.qualityWeak,
      lost: this.t.qualityLost,
    }[quality];
  }

  #stage(session: Session, snapshot: SessionSnapshot) {
    const { layout, tiles } = stageOf(snapshot, this.t, !this.hides.has('self-view'));
    const alone = !snapshot.participants.some((person) => person.admitted);
    return html`<section class="stage" part="stage" aria-label=${this.t.call}>
      ${
        alone
          ? html`<div class="alone">
              <p class="lead">${this.t.alone}</p>
              <p class="muted">${this.t.aloneHelp}</p>
            </div>`
          : nothing
      }
      <div class="tiles" data-layout=${layout} data-count=${tiles.length}>
        ${repeat(
          tiles,
          (tile) => tile.key,
          (tile) =>
            html`<rendev-tile
              part="tile"
              exportparts="tile-name, tile-condition"
              class=${tile.kind}
              lang=${this.lang}
              .view=${tile}
              .speakerId=${snapshot.media.speakerId}
              .read=${() => (tile.kind === 'screen' ? 0 : session.audioLevel(tile.participantId))}
              @sound-blocked=${() => {
                this.soundBlocked = true;
              }}
            ></rendev-tile>`,
        )}
      </div>
      ${noticesTemplate(this.#notices(session, snapshot))}
    </section>`;
  }

  #notices(session: Session, snapshot: SessionSnapshot): Notice[] {
    const { t } = this;
    const notices: Notice[] = [];
    if (snapshot.state.name === 'reconnecting') {
      notices.push({ text: t.reconnecting, urgent: true });
    }
    if (this.soundBlocked) {
      notices.push({
        text: t.soundBlocked,
        urgent: true,
        actions: [{ label: t.startSound, act: this.#startSound }],
      });
    }
    if (this.muteAskedBy !== null) {
      const close = () => {
        this.muteAskedBy = null;
      };
      const mute = () => {
        quietly(session.setMicrophoneEnabled(false));
      };
      notices.push({
        text: t.muteAsked(this.muteAskedBy),
        actions: [
          { label: t.microphoneOff, act: mute },
          { label: t.dismiss, act: close },
        ],
      });
    }
    if (snapshot.media.screen.status === 'on') {
      const stop = () => {
        quietly(session.setScreenShareEnabled(false));
      };
      notices.push({ text: t.sharing, actions: [{ label: t.shareOff, act: stop }] });
    }
    const failed = snapshot.media.screen.error;
    // Closing the browser's picker is a decision, not a fault.
    if (failed !== null && failed !== 'permission-denied') {
      notices.push({ text: describeError(this.localize.language, failed).sentence });
    }
    const waiting = this.#waiting(snapshot);
    if (waiting > 0 && this.panel !== 'people') {
      const open = () => {
        this.emit('panel', 'people');
      };
      notices.push({ text: t.waitingPeople(waiting), actions: [{ label: t.people, act: open }] });
    }
    return notices;
  }

  #panels(session: Session, snapshot: SessionSnapshot) {
    const { panel, t } = this;
    const open = panel !== null;
    return html`<aside
      class="panel"
      part="panel"
      ?hidden=${!open}
      aria-label=${open ? t[panel] : nothing}
    >
      <div class="panel-head">
        <h3 tabindex="-1">${open ? t[panel] : nothing}</h3>
        <button
          class="icon-button"
          type="button"
          aria-label=${t.close}
          title=${t.close}
          @click=${() => {
            this.emit('panel', null);
          }}
        >
          ${icon('close')}
        </button>
      </div>
      <rendev-chat
        exportparts="chat-log, chat-form, chat-input, send-button, message"
        lang=${this.lang}
        .session=${session}
        .chat=${snapshot.chat}
        .selfId=${snapshot.self?.id ?? ''}
        .names=${new Map(snapshot.participants.map(({ id, name }) => [id, name]))}
        .hidden=${panel !== 'chat'}
      ></rendev-chat>
      ${
        panel === 'people'
          ? html`<rendev-people
              exportparts="person, button"
              lang=${this.lang}
              .session=${session}
              .self=${snapshot.self}
              .participants=${snapshot.participants}
            ></rendev-people>`
          : nothing
      }
      ${
        panel === 'devices'
          ? html`<rendev-devices
              exportparts="device, device-status, select, button"
              lang=${this.lang}
              .session=${session}
              .media=${snapshot.media}
            ></rendev-devices>`
          : nothing
      }
    </aside>`;
  }

  /** Only interviewers can do something about it, and only they see waiting people at all. */
  #waiting({ participants }: SessionSnapshot): number {
    return participants.filter((person) => !person.admitted).length;
  }

  readonly #startSound = (): void => {
    this.soundBlocked = false;
    for (const tile of this.renderRoot.querySelectorAll<RendevTile>('rendev-tile')) {
      tile.startSound();
    }
  };

  #listen(): void {
    this.#listening?.abort();
    this.#listening = new AbortController();
    this.session?.onMuteAsked(
      (by) => {
        if (this.snapshot?.media.microphone.status === 'on') this.muteAskedBy = by;
      },
      { signal: this.#listening.signal },
    );
  }

  /** Into the panel that opened; back to its button when it closed. */
  #moveFocus(before: CallPanel | null | undefined): void {
    if (this.panel === 'chat') {
      const chat = this.renderRoot.querySelector<RendevChat>('rendev-chat');
      // Not before it is shown; and by then the person may have closed it again.
      void chat?.updateComplete.then(() => {
        if (this.panel === 'chat') chat.focus();
      });
    } else if (this.panel !== null) {
      this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
    } else if (before) {
      this.renderRoot.querySelector<HTMLElement>(`[data-control='${before}']`)?.focus();
    }
  }
}
