import { html, nothing } from 'lit';
import type { Session } from '../../engine/session.ts';
import { icon } from '../../icons/icons.ts';
import { type ChatTerms, chatTerms } from '../../locales/chat-terms.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { switches } from '../../styles/switch.ts';
import { switchTemplate } from '../../styles/switch-template.ts';
import { type ChatPreferences, chatPreferences, setChatPreferences } from './chat-preferences.ts';
import { chatSettingsStyles } from './chat-settings.styles.ts';
import { askToNotify, canNotify } from './message-notice.ts';
import { playMessageTone } from './message-tone.ts';

/** How the person wants to be told of new messages: a button, and what it opens. */
export class RendevChatSettings extends RendevElement {
  static override styles = [base, controls, switches, chatSettingsStyles];
  static override properties = {
    session: { attribute: false },
    open: { state: true },
    preferences: { state: true },
    blocked: { state: true },
  };

  declare session: Session | null;
  declare open: boolean;
  declare preferences: ChatPreferences;
  /** Whether the browser has just refused notices. */
  declare blocked: boolean;

  constructor() {
    super();
    this.session = null;
    this.open = false;
    this.preferences = chatPreferences();
    this.blocked = false;
  }

  override render() {
    const t = chatTerms(this.localize.language);
    return html`<div
      class="settings"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || !this.open) return;
        // It closes this and not the panel around it.
        event.stopPropagation();
        this.#close();
      }}
      @focusout=${({ relatedTarget }: FocusEvent) => {
        if (relatedTarget instanceof Node && !this.renderRoot.contains(relatedTarget)) {
          this.open = false;
        }
      }}
    >
      <button
        class="icon-button opener"
        part="button"
        type="button"
        aria-label=${t.settings}
        title=${t.settings}
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${() => {
          this.open = !this.open;
        }}
      >
        ${icon(this.preferences.sound || this.preferences.notice ? 'bell' : 'bellOff')}
      </button>
      ${this.open ? this.#menu(t) : nothing}
    </div>`;
  }

  #menu(t: ChatTerms) {
    const { sound, notice } = this.preferences;
    return html`<div class="menu" role="group" aria-label=${t.settings}>
      ${settingTemplate('sound', sound, t.sound, t.soundHelp, () => {
        this.#set({ sound: !sound });
        if (!sound) void playMessageTone(this.session?.snapshot.media.speakerId ?? null);
      })}
      ${
        canNotify()
          ? settingTemplate('notice', notice, t.notice, t.noticeHelp, () => {
              if (notice) this.#set({ notice: false });
              else void this.#askToNotify();
            })
          : nothing
      }
      <p class="small blocked" role="status">${this.blocked ? t.noticeBlocked : nothing}</p>
    </div>`;
  }

  async #askToNotify(): Promise<void> {
    const allowed = await askToNotify();
    this.blocked = !allowed;
    if (allowed) this.#set({ notice: true });
  }

  #set(change: Partial<ChatPreferences>): void {
    setChatPreferences(change);
    this.preferences = { ...this.preferences, ...change };
  }

  #close(): void {
    this.open = false;
    this.renderRoot.querySelector<HTMLElement>('.opener')?.focus();
  }
}

function settingTemplate(
  name: string,
  on: boolean,
  label: string,
  help: string,
  toggle: () => void,
) {
  return html`<div class="setting">
    <p>
      <span id=${name}>${label}</span>
      <span class="small muted" id="${name}-help">${help}</span>
    </p>
    ${switchTemplate(name, on, toggle)}
  </div>`;
}
