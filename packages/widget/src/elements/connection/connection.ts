import { html, nothing } from 'lit';
import { quietly } from '../../controllers/quietly.ts';
import type { Session } from '../../engine/session.ts';
import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import { icon } from '../../icons/icons.ts';
import { lobbyTerms } from '../../locales/lobby-terms.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { connectionStyles } from './connection.styles.ts';
import { connectionVerdict, type ConnectionVerdict } from './connection-verdict.ts';

/** The lobby's line on the connection: tests it when the lobby opens, and says what will work. */
export class RendevConnection extends RendevElement {
  static override styles = [base, controls, connectionStyles];
  static override properties = {
    session: { attribute: false },
    snapshot: { attribute: false },
  };

  declare session: Session | null;
  declare snapshot: SessionSnapshot | null;
  /** Kept while joining, which ends the test. */
  #verdict: ConnectionVerdict | null = null;
  #inLobby = false;

  constructor() {
    super();
    this.session = null;
    this.snapshot = null;
  }

  override willUpdate() {
    const { session, snapshot } = this;
    if (session === null || snapshot === null) return;
    const inLobby = snapshot.state.name === 'lobby';
    const { connectionTest } = snapshot;
    if (inLobby) this.#verdict = connectionVerdict(connectionTest);
    this.hidden = this.#verdict === null;
    const opens = inLobby && !this.#inLobby;
    this.#inLobby = inLobby;
    if (opens && connectionTest.status === 'off') quietly(session.testConnection());
  }

  override render() {
    const verdict = this.#verdict;
    if (verdict === null) return nothing;
    return html`
      <div class="row" part="device">
        ${icon('signal')}
        <span class="label">${this.#terms.label}</span>
        <span class="status ${verdict}" part="device-status" role="status">
          ${this.#status(verdict)}
        </span>
      </div>
      ${this.#help(verdict)}
    `;
  }

  #status(verdict: ConnectionVerdict): string {
    return this.#terms[verdict];
  }

  #help(verdict: ConnectionVerdict) {
    if (verdict === 'limited') {
      return html`<p class="small muted">${this.#terms.limitedHelp}</p>`;
    }
    if (verdict !== 'blocked') return nothing;
    return html`<div class="help">
      <p class="small muted">${this.#terms.blockedHelp}</p>
      <button
        class="button compact"
        part="button"
        type="button"
        @click=${() => {
          if (this.session) quietly(this.session.testConnection());
        }}
      >
        ${this.t.tryAgain}
      </button>
    </div>`;
  }

  get #terms() {
    return lobbyTerms(this.localize.language).connection;
  }
}
