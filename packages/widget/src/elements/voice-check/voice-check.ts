import { html, nothing } from 'lit';
import type { LocalMedia } from '../../engine/session-snapshot.ts';
import { icon } from '../../icons/icons.ts';
import { lobbyTerms } from '../../locales/lobby-terms.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { playVoice, recordVoice } from './voice-recording.ts';
import { voiceCheckStyles } from './voice-check.styles.ts';

const SECONDS = 3;

type Stage = 'idle' | 'recording' | 'playing' | 'played' | 'silent' | 'failed';

/** Records the person for three seconds and plays it back, within this page. */
export class RendevVoiceCheck extends RendevElement {
  static override styles = [base, controls, voiceCheckStyles];
  static override properties = {
    media: { attribute: false },
    stage: { state: true },
    left: { state: true },
  };

  declare media: LocalMedia | null;
  declare stage: Stage;
  /** Seconds of the recording that are left. */
  declare left: number;
  #run = new AbortController();

  constructor() {
    super();
    this.media = null;
    this.stage = 'idle';
    this.left = SECONDS;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#run.abort();
  }

  override willUpdate() {
    // Without a microphone there is nothing to record, and what was said of it is over.
    if (this.stage !== 'idle' && this.#track === null) {
      this.#run.abort();
      this.stage = 'idle';
    }
  }

  override render() {
    if (this.media === null) return nothing;
    const terms = lobbyTerms(this.localize.language).voice;
    const busy = this.stage === 'recording' || this.#track === null;
    return html`
      <div class="row">
        ${icon('microphone')}<span class="label">${terms.label}</span>
        <button
          class="button quiet compact"
          part="button"
          type="button"
          aria-disabled=${busy ? 'true' : 'false'}
          aria-describedby="status"
          @click=${() => {
            this.#pressed();
          }}
        >
          ${this.stage === 'recording' ? html`<i class="dot"></i>` : nothing}
          ${this.stage === 'playing' ? terms.stop : terms.start}
        </button>
      </div>
      <p class="small muted" id="status" role="status">${this.#status()}</p>
    `;
  }

  #status(): string {
    const terms = lobbyTerms(this.localize.language).voice;
    if (this.stage === 'recording') return terms.recording(this.left);
    return this.stage === 'idle' ? terms.help : terms[this.stage];
  }

  get #track(): MediaStreamTrack | null {
    const { media } = this;
    return media?.microphone.status === 'on' ? (media.stream?.getAudioTracks()[0] ?? null) : null;
  }

  #pressed(): void {
    const track = this.#track;
    if (this.stage === 'playing') this.#run.abort();
    else if (this.stage !== 'recording' && track !== null) void this.#check(track);
  }

  async #check(track: MediaStreamTrack): Promise<void> {
    const run = (this.#run = new AbortController());
    const { signal } = run;
    this.stage = 'recording';
    this.left = SECONDS;
    const tick = setInterval(() => {
      this.left = Math.max(1, this.left - 1);
    }, 1000);
    try {
      const recording = await recordVoice(track, SECONDS * 1000, signal);
      if (signal.aborted) return;
      this.stage = 'playing';
      const heard = await playVoice(recording, this.media?.speakerId ?? null, signal);
      if (this.#run === run && this.isConnected) this.stage = heard ? 'played' : 'silent';
    } catch {
      this.stage = 'failed';
    } finally {
      clearInterval(tick);
    }
  }
}
