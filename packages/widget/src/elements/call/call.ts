import { html, nothing } from 'lit';
import type { Session } from '../../engine/session.ts';
import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import { Settled } from '../../controllers/settled.ts';
import { type CallTerms, callTerms } from '../../locales/call-terms.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { RendevChat } from '../chat/chat.ts';
import { RendevDevices } from '../devices/devices.ts';
import { RendevPeople } from '../people/people.ts';
import { RendevRemaining } from '../remaining/remaining.ts';
import { RendevStage } from '../stage/stage.ts';
import { DEFAULT_STAGE_VIEW, type StageView } from '../stage/stage-view.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { type CallPanel, controlsTemplate } from './call-controls.ts';
import { barStyles } from './bar.styles.ts';
import { callStyles } from './call.styles.ts';
import { callNotices, failedKey } from './call-notices.ts';
import { type Line, worstLine } from './line.ts';
import { type Notice, noticesTemplate } from './notices.ts';
import { noticesStyles } from './notices.styles.ts';
import { panelsTemplate } from './panels.ts';
import { PutAwayNotices } from './put-away-notices.ts';
import { StatisticsPart } from './statistics-part.ts';
import { topTemplate } from './top.ts';

/** What lasts shorter than this is shown, but nobody is told of it; ms. */
const SETTLED_MS = 3000;

/** The call: stage, bar, one panel at a time. Emits `leave`, and `panel` with the panel wanted. */
export class RendevCall extends RendevElement {
  static override uses = {
    'rendev-chat': RendevChat,
    'rendev-devices': RendevDevices,
    'rendev-people': RendevPeople,
    'rendev-remaining': RendevRemaining,
    'rendev-stage': RendevStage,
  };
  static override styles = [base, controls, callStyles, noticesStyles, barStyles];
  static override properties = {
    session: { attribute: false },
    snapshot: { attribute: false },
    panel: { attribute: false },
    hides: { attribute: false },
    view: { state: true },
    soundBlocked: { state: true },
    muteAskedBy: { state: true },
  };

  declare session: Session | null;
  declare snapshot: SessionSnapshot | null;
  declare panel: CallPanel | null;
  declare hides: ReadonlySet<string>;
  declare view: StageView;
  declare soundBlocked: boolean;
  declare muteAskedBy: string | null;
  #listening: AbortController | null = null;
  #worst: Line | null = null;
  readonly #putAway = new PutAwayNotices();
  readonly #statistics = new StatisticsPart(this);
  /** A bad line is said aloud by its notice. */
  readonly #line = new Settled(this, SETTLED_MS, (now, before) => {
    if (now === 'good' && isBad(before)) this.announce(this.#terms.saidGood);
  });
  readonly #paused = new Settled(this, SETTLED_MS, (names) => {
    if (names !== '') this.announce(this.#terms.saidPaused(names));
  });

  constructor() {
    super();
    this.session = null;
    this.snapshot = null;
    this.panel = null;
    this.hides = new Set();
    this.view = DEFAULT_STAGE_VIEW;
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
    if (this.panel === 'statistics' && changed.has('panel')) this.#statistics.load();
    const { snapshot } = this;
    if (snapshot === null) return;
    const { microphone, camera } = snapshot.media;
    if (microphone.status === 'off') this.muteAskedBy = null;
    if (!this.hasUpdated) {
      // What failed in the lobby was told there, and the person has joined without it.
      if (microphone.status === 'failed') this.#putAway.add(failedKey('microphone'));
      if (camera.status === 'failed') this.#putAway.add(failedKey('camera'));
    }
    const inside = snapshot.participants.filter((person) => person.admitted);
    this.#worst = worstLine(inside);
    this.#line.follow(lineKey(this.#worst));
    const paused = inside.filter((person) => person.media.camera && person.cameraPaused);
    this.#paused.follow(paused.map(({ name }) => name).join(', '));
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
        ${topTemplate({
          snapshot,
          lang: this.lang,
          title: this.t.call,
          terms: this.#terms,
          hides: this.hides,
          line: this.#worst,
          statisticsOpen: this.panel === 'statistics',
          toggleStatistics: () => {
            this.#toggle('statistics');
          },
        })}
        ${this.#stage(session, snapshot)}
        ${controlsTemplate({
          session,
          snapshot,
          panel: this.panel,
          waiting: this.#waiting(snapshot),
          hides: this.hides,
          t: this.t,
          toggle: (panel) => {
            this.#toggle(panel);
          },
          leave: () => {
            this.emit('leave');
          },
        })}
        ${panelsTemplate({
          session,
          snapshot,
          panel: this.panel,
          lang: this.lang,
          t: this.t,
          terms: this.#terms,
          statistics: this.#statistics,
          close: () => {
            this.emit('panel', null);
          },
        })}
      </div>
    `;
  }

  #stage(session: Session, snapshot: SessionSnapshot) {
    return html`<section class="stage" part="stage" aria-label=${this.t.call}>
      <rendev-stage
        exportparts="tile, tile-name, tile-condition"
        lang=${this.lang}
        .session=${session}
        .snapshot=${snapshot}
        .view=${this.#shownView}
        @sound-blocked=${() => {
          this.soundBlocked = true;
        }}
      ></rendev-stage>
      ${noticesTemplate(this.#notices(session, snapshot))}
    </section>`;
  }

  #notices(session: Session, snapshot: SessionSnapshot): Notice[] {
    const isSettled = lineKey(this.#worst) === this.#line.value;
    // The open panel says the same.
    const told = isSettled && this.panel !== 'statistics';
    const notices = callNotices({
      session,
      snapshot,
      language: this.localize.language,
      t: this.t,
      line: told ? this.#worst : null,
      soundBlocked: this.soundBlocked,
      muteAskedBy: this.muteAskedBy,
      waiting: this.panel === 'people' ? 0 : this.#waiting(snapshot),
      startSound: this.#startSound,
      stayUnmuted: () => {
        this.muteAskedBy = null;
      },
      showPeople: () => {
        this.emit('panel', 'people');
      },
      putAway: (key) => {
        this.#putAway.add(key);
        this.requestUpdate();
      },
    });
    return this.#putAway.without(notices);
  }

  /** Only interviewers can do something about it, and only they see waiting people at all. */
  #waiting({ participants }: SessionSnapshot): number {
    return participants.filter((person) => !person.admitted).length;
  }

  get #shownView(): StageView {
    return this.hides.has('self-view') ? { ...this.view, selfView: false } : this.view;
  }

  get #terms(): CallTerms {
    return callTerms(this.localize.language);
  }

  #toggle(panel: CallPanel): void {
    this.emit('panel', this.panel === panel ? null : panel);
  }

  readonly #startSound = (): void => {
    this.soundBlocked = false;
    this.renderRoot.querySelector<RendevStage>('rendev-stage')?.startSound();
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
      const button = `[data-control='${before}'], [data-opens='${before}']`;
      const opener = this.renderRoot.querySelector<HTMLElement>(button);
      // The connection's button goes away with the last of the others.
      if (opener === null) this.focusHeading();
      else opener.focus();
    }
  }
}

/** The same for as long as the same is to be said. */
function lineKey(line: Line | null): string {
  if (line === null) return '';
  return line.reason === null
    ? line.level
    : `${line.level} ${line.reason} ${line.owner} ${line.name}`;
}

const isBad = (key: string) => key.includes(' ');
