import { html, nothing } from 'lit';
import type { RendevErrorCode } from '../../engine/rendev-error.ts';
import type { Session } from '../../engine/session.ts';
import type { LocalDevice, LocalMedia } from '../../engine/session-snapshot.ts';
import { Permissions } from '../../controllers/permissions.ts';
import { quietly } from '../../controllers/quietly.ts';
import { icon } from '../../icons/icons.ts';
import { deviceTerms } from '../../locales/device-terms.ts';
import { type MediaKind, describeMediaError } from '../../locales/media-errors.ts';
import { platform } from '../../locales/platform.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { RendevLevelMeter } from '../level-meter/level-meter.ts';
import { RendevVoiceCheck } from '../voice-check/voice-check.ts';
import { canRecord } from '../voice-check/voice-recording.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { switches } from '../../styles/switch.ts';
import { switchTemplate } from '../../styles/switch-template.ts';
import { devicesStyles } from './devices.styles.ts';
import { playTestTone } from './test-tone.ts';

/**
 * A line for each of microphone, camera and speaker: its state, choice, and remedy if it fails; one
 * for saving data; and a check of the voice where it is asked for.
 */
export class RendevDevices extends RendevElement {
  static override uses = {
    'rendev-level-meter': RendevLevelMeter,
    'rendev-voice-check': RendevVoiceCheck,
  };
  static override styles = [base, controls, switches, devicesStyles];
  static override properties = {
    session: { attribute: false },
    media: { attribute: false },
    observing: { type: Boolean },
    voiceCheck: { type: Boolean },
    heard: { state: true },
    testing: { state: true },
  };

  declare session: Session | null;
  declare media: LocalMedia | null;
  /** Leaves out what an observer has no use for. */
  declare observing: boolean;
  /** Before the call: in it, the others would hear the recording. */
  declare voiceCheck: boolean;
  /** Whether a voice has come through the microphone. */
  declare heard: boolean;
  declare testing: boolean;
  readonly #permissions = new Permissions(this);

  constructor() {
    super();
    this.session = null;
    this.media = null;
    this.observing = false;
    this.voiceCheck = false;
    this.heard = false;
    this.testing = false;
  }

  override render() {
    const { session, media } = this;
    if (session === null || media === null) return nothing;
    return html`
      <ul>
        ${this.observing ? nothing : this.#own(session, media)} ${this.#speaker(session, media)}
        ${this.#voice(media)} ${this.#lowData(session, media)}
      </ul>
    `;
  }

  #own(session: Session, media: LocalMedia) {
    return html`${this.#device('microphone', media.microphone, media.devices.microphones, {
      set: (on) => session.setMicrophoneEnabled(on),
      select: (id) => session.selectMicrophone(id),
    })}
    ${this.#device('camera', media.camera, media.devices.cameras, {
      set: (on) => session.setCameraEnabled(on),
      select: (id) => session.selectCamera(id),
    })}`;
  }

  #device(
    kind: MediaKind,
    device: LocalDevice,
    choices: readonly MediaDeviceInfo[],
    act: {
      readonly set: (on: boolean) => Promise<void>;
      readonly select: (id: string) => Promise<void>;
    },
  ) {
    const listening = kind === 'microphone' && device.status === 'on';
    return html`<li part="device">
      <div class="row">
        ${icon(kind)}
        <label for=${kind}>${this.t[kind]}</label>
        ${
          listening
            ? html`<rendev-level-meter
                .read=${() => this.session?.audioLevel('self') ?? 0}
                @heard=${() => {
                  this.heard = true;
                }}
              ></rendev-level-meter>`
            : nothing
        }
        <span class="status ${device.status}" part="device-status">
          ${this.#status(device, listening)}
        </span>
      </div>
      ${this.#picker(kind, choices, device.deviceId, (id) => {
        quietly(act.select(id));
      })}
      ${device.status === 'failed' ? this.#problem(kind, device, act.set) : nothing}
      ${
        device.status === 'interrupted'
          ? html`<p class="small muted" role="status">${this.#terms.interruptedHelp}</p>`
          : nothing
      }
    </li>`;
  }

  #status(device: LocalDevice, listening: boolean): string {
    return listening && this.heard ? this.#terms.heard : this.#terms.status[device.status];
  }

  #picker(
    kind: MediaKind | 'speaker',
    choices: readonly MediaDeviceInfo[],
    chosen: string | null,
    select: (id: string) => void,
  ) {
    return html`<div class="picker">
      <select
        id=${kind}
        class="input"
        part="select"
        ?disabled=${choices.length === 0}
        @change=${(event: Event & { target: HTMLSelectElement }) => {
          select(event.target.value);
        }}
      >
        ${
          choices.length === 0
            ? html`<option>${this.#terms.defaultDevice}</option>`
            : choices.map(
                (device, place) =>
                  html`<option .value=${device.deviceId} ?selected=${device.deviceId === chosen}>
                    ${device.label || this.#terms.unnamed[kind](place + 1)}
                  </option>`,
              )
        }
      </select>
      ${icon('chevron')}
    </div>`;
  }

  #problem(kind: MediaKind, device: LocalDevice, set: (on: boolean) => Promise<void>) {
    const { sentence, remedy } = describeMediaError(
      this.localize.language,
      kind,
      this.#failure(kind, device),
      platform(),
    );
    return html`<div class="failure" role="alert">
      <p class="problem">
        ${icon('alert')}<span><strong>${sentence}</strong> ${remedy}</span>
      </p>
      <button
        class="button compact"
        part="button"
        type="button"
        @click=${() => {
          quietly(set(true));
        }}
      >
        ${this.t.tryAgain}
      </button>
    </div>`;
  }

  /** A browser that has the permission is refused by the system, which only Chromium says. */
  #failure(kind: MediaKind, { error }: LocalDevice): RendevErrorCode {
    const granted = this.#permissions.told?.[kind] === 'granted';
    return error === 'permission-denied' && granted ? 'blocked-by-system' : (error ?? 'unknown');
  }

  #speaker(session: Session, media: LocalMedia) {
    const canChoose = 'setSinkId' in HTMLMediaElement.prototype;
    return html`<li part="device">
      <div class="row">
        ${icon('speaker')}
        <label for="speaker">${this.t.speaker}</label>
        <button
          class="button quiet compact"
          part="button"
          type="button"
          aria-disabled=${this.testing ? 'true' : 'false'}
          @click=${() => {
            void this.#test(media.speakerId);
          }}
        >
          ${this.#terms.testSound}
        </button>
      </div>
      ${
        canChoose
          ? this.#picker('speaker', media.devices.speakers, media.speakerId, (id) => {
              session.selectSpeaker(id);
            })
          : nothing
      }
    </li>`;
  }

  #voice(media: LocalMedia) {
    if (!this.voiceCheck || this.observing || !canRecord()) return nothing;
    return html`<li part="device">
      <rendev-voice-check
        exportparts="button"
        lang=${this.lang}
        .media=${media}
      ></rendev-voice-check>
    </li>`;
  }

  #lowData(session: Session, { lowData }: LocalMedia) {
    return html`<li part="device">
      <div class="row">
        ${icon('gauge')}
        <span class="label" id="low-data">${this.#terms.lowData}</span>
        ${switchTemplate('low-data', lowData, () => {
          session.setLowData(!lowData);
        })}
      </div>
      <p class="small muted" id="low-data-help">${this.#terms.lowDataHelp}</p>
    </li>`;
  }

  get #terms() {
    return deviceTerms(this.localize.language);
  }

  async #test(speakerId: string | null): Promise<void> {
    if (this.testing) return;
    this.testing = true;
    try {
      await playTestTone(speakerId);
    } finally {
      this.testing = false;
    }
  }
}
