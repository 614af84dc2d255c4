import { html, nothing } from 'lit';
import type { Session } from '../../engine/session.ts';
import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import { quietly } from '../../controllers/quietly.ts';
import { type CallTerms, callTerms } from '../../locales/call-terms.ts';
import { type ControlsTerms, controlsTerms } from '../../locales/controls-terms.ts';
import { deviceTerms } from '../../locales/device-terms.ts';
import { describeError } from '../../locales/errors.ts';
import { type PeopleTerms, peopleTerms } from '../../locales/people-terms.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { switches } from '../../styles/switch.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { RendevChat } from '../chat/chat.ts';
import { RendevDevices } from '../devices/devices.ts';
import { RendevDialog } from '../dialog/dialog.ts';
import { RendevMenu } from '../menu/menu.ts';
import { RendevPeople } from '../people/people.ts';
import { RendevRemaining } from '../remaining/remaining.ts';
import { RendevStage } from '../stage/stage.ts';
import { DEFAULT_STAGE_VIEW, type StageEvents, type StageView } from '../stage/stage-view.ts';
import { barStyles } from './bar.styles.ts';
import { CallActs } from './call-acts.ts';
import { controlsTemplate } from './call-controls.ts';
import { CallKeys } from './call-keys.ts';
import type { CallPanel } from './call-panel.ts';
import { type CallSettings, loadCallSettings, saveCallSettings } from './call-settings.ts';
import { callStyles } from './call.styles.ts';
import { HostActs } from './host-acts.ts';
import type { StageWindow } from './more-menu.ts';
import { NoticeBoard, insideOf, waitingOf } from './notice-board.ts';
import { noticesTemplate } from './notices.ts';
import { noticesStyles } from './notices.styles.ts';
import { panelsTemplate } from './panels.ts';
import { shortcutsStyles } from './shortcuts.styles.ts';
import { StatisticsPart } from './statistics-part.ts';
import { topTemplate } from './top.ts';

/** The call: stage, bar, one panel at a time. Emits `leave`, and `panel` with the panel wanted. */
export class RendevCall extends RendevElement {
  static override uses = {
    'rendev-chat': RendevChat,
    'rendev-devices': RendevDevices,
    'rendev-dialog': RendevDialog,
    'rendev-menu': RendevMenu,
    'rendev-people': RendevPeople,
    'rendev-remaining': RendevRemaining,
    'rendev-stage': RendevStage,
  };
  static override styles = [
    base,
    controls,
    switches,
    callStyles,
    noticesStyles,
    barStyles,
    shortcutsStyles,
  ];
  static override properties = {
    session: { attribute: false },
    snapshot: { attribute: false },
    panel: { attribute: false },
    hides: { attribute: false },
    view: { state: true },
    settings: { state: true },
    soundBlocked: { state: true },
    muteAskedBy: { state: true },
    fullScreen: { state: true },
    pictureInPicture: { state: true },
  };

  declare session: Session | null;
  declare snapshot: SessionSnapshot | null;
  declare panel: CallPanel | null;
  declare hides: ReadonlySet<string>;
  declare view: StageView;
  declare settings: CallSettings;
  declare soundBlocked: boolean;
  declare muteAskedBy: string | null;
  declare fullScreen: boolean;
  declare pictureInPicture: boolean;
  #listening: AbortController | null = null;
  #noticeHadFocus = false;
  readonly #statistics = new StatisticsPart(this);
  readonly #board = new NoticeBoard(this, () => ({
    terms: this.#terms,
    locale: this.localize.locale,
    settings: this.settings,
    announce: (text) => {
      this.announce(text);
    },
  }));
  readonly #acts = new CallActs(() => ({
    session: this.session,
    snapshot: this.snapshot,
    view: this.view,
    panel: this.panel,
    stage: this.#stage,
    change: this.#changeView,
    show: this.#show,
    sayLayout: (layout) => {
      this.announce(this.#controls.layoutNow(this.#controls.layouts[layout]));
    },
  }));
  readonly #hostActs = new HostActs(this, () => ({
    session: this.session,
    terms: this.#people,
    peopleCount: (this.snapshot === null ? 0 : insideOf(this.snapshot).length) + 1,
    say: (text) => {
      this.#board.say(text);
    },
    fail: (code) => {
      this.#board.say(describeError(this.localize.language, code).sentence);
    },
  }));
  readonly #keys = new CallKeys(this, () => ({
    settings: this.settings,
    acts: this.#acts,
    hides: this.hides,
    isMuted: this.snapshot?.media.microphone.status === 'off',
    speak: (on) => {
      if (this.session !== null) quietly(this.session.setMicrophoneEnabled(on));
    },
  }));

  constructor() {
    super();
    this.session = null;
    this.snapshot = null;
    this.panel = null;
    this.hides = new Set();
    this.view = DEFAULT_STAGE_VIEW;
    this.settings = loadCallSettings();
    this.soundBlocked = false;
    this.muteAskedBy = null;
    this.fullScreen = false;
    this.pictureInPicture = false;
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
    this.#noticeHadFocus = this.shadowRoot?.activeElement?.closest('.notices') != null;
    if (changed.has('session')) this.#listen();
    if (this.panel === 'statistics' && changed.has('panel')) this.#statistics.load();
    const { snapshot } = this;
    if (snapshot === null || !changed.has('snapshot')) return;
    if (snapshot.media.microphone.status === 'off') this.muteAskedBy = null;
    const before = changed.get('snapshot') as SessionSnapshot | null | undefined;
    this.#board.follow(snapshot, before ?? null);
  }

  override firstUpdated() {
    // Only now the stage can be asked what the window offers.
    this.requestUpdate();
  }

  override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('panel')) this.#moveFocus(changed.get('panel') as CallPanel | null | undefined);
    const lost = this.#noticeHadFocus && this.shadowRoot?.activeElement == null;
    if (lost) this.#keepFocus();
  }

  override render() {
    const { session, snapshot } = this;
    if (session === null || snapshot === null) return nothing;
    const close = () => {
      this.#show(null);
    };
    return html`
      <div
        class=${this.panel === null ? 'call' : 'call with-panel'}
        part="call"
        tabindex="-1"
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Escape' && this.panel !== null && !event.isComposing) close();
          else this.#keys.press(event);
        }}
      >
        ${topTemplate({
          snapshot,
          lang: this.lang,
          title: this.t.call,
          terms: this.#terms,
          hides: this.hides,
          line: this.#board.worst,
          statisticsOpen: this.panel === 'statistics',
          toggleStatistics: () => {
            this.#acts.toggle('statistics');
          },
        })}
        ${this.#stageTemplate(session, snapshot)}
        ${controlsTemplate({
          session,
          snapshot,
          acts: this.#acts,
          panel: this.panel,
          view: this.#shownView,
          window: this.#window,
          shortcuts: this.settings.shortcuts,
          waiting: waitingOf(snapshot).length,
          hides: this.hides,
          lang: this.lang,
          t: this.t,
          terms: this.#controls,
          people: this.#people,
          lowData: deviceTerms(this.localize.language).lowData,
          endForAll: this.#hostActs.endForAll,
          leave: this.#leave,
        })}
        ${panelsTemplate({
          session,
          snapshot,
          panel: this.panel,
          lang: this.lang,
          t: this.t,
          terms: this.#terms,
          controls: this.#controls,
          settings: this.settings,
          hostActs: this.#hostActs,
          statistics: this.#statistics,
          change: (settings) => {
            this.settings = { ...this.settings, ...settings };
            saveCallSettings(this.settings);
          },
          close,
        })}
      </div>
      ${
        this.#hostActs.question === null
          ? nothing
          : html`<rendev-dialog
              exportparts="dialog, input, button"
              lang=${this.lang}
              .question=${this.#hostActs.question}
              @answer=${({ detail }: CustomEvent<string | null>) => {
                this.#hostActs.answer(detail);
              }}
            ></rendev-dialog>`
      }
    `;
  }

  #stageTemplate(session: Session, snapshot: SessionSnapshot) {
    return html`<section class="stage" part="stage" aria-label=${this.t.call}>
      <rendev-stage
        exportparts="tile, tile-name, tile-hand, tile-condition, tile-action, show-self"
        lang=${this.lang}
        .session=${session}
        .snapshot=${snapshot}
        .view=${this.#shownView}
        @sound-blocked=${() => {
          this.soundBlocked = true;
        }}
        @view=${({ detail }: CustomEvent<StageEvents['view']>) => {
          this.#changeView(detail);
        }}
        @full-screen=${({ detail }: CustomEvent<StageEvents['full-screen']>) => {
          this.fullScreen = detail;
        }}
        @picture-in-picture=${({ detail }: CustomEvent<StageEvents['picture-in-picture']>) => {
          this.pictureInPicture = detail;
        }}
        @leave=${this.#leave}
      ></rendev-stage>
      ${this.#notices(session, snapshot)}
    </section>`;
  }

  #notices(session: Session, snapshot: SessionSnapshot) {
    const view = {
      session,
      snapshot,
      language: this.localize.language,
      t: this.t,
      terms: this.#terms,
      people: this.#people,
      hostActs: this.#hostActs,
      soundBlocked: this.soundBlocked,
      muteAskedBy: this.muteAskedBy,
      waiting: this.panel === 'people' ? [] : waitingOf(snapshot),
      startSound: this.#startSound,
      stayUnmuted: () => {
        this.muteAskedBy = null;
      },
      showPeople: () => {
        this.#show('people');
      },
    };
    // The open panel tells of the line, and who hides the time does not want it told.
    const told = { line: this.panel !== 'statistics', time: !this.hides.has('timer') };
    return noticesTemplate(this.#board.notices(view, told));
  }

  get #shownView(): StageView {
    return this.hides.has('self-view')
      ? { ...this.view, selfView: false, selfViewOffered: false }
      : this.view;
  }

  get #stage(): RendevStage | null {
    return this.renderRoot.querySelector<RendevStage>('rendev-stage');
  }

  get #window(): StageWindow {
    const { fullScreen, pictureInPicture } = this;
    return {
      canFullScreen: this.#stage?.canFullScreen ?? false,
      canPictureInPicture: this.#stage?.canPictureInPicture ?? false,
      fullScreen,
      pictureInPicture,
    };
  }

  get #terms(): CallTerms {
    return callTerms(this.localize.language);
  }

  get #controls(): ControlsTerms {
    return controlsTerms(this.localize.language);
  }

  get #people(): PeopleTerms {
    return peopleTerms(this.localize.language);
  }

  readonly #changeView = (change: Partial<StageView>): void => {
    this.view = { ...this.view, ...change };
  };

  readonly #show = (panel: CallPanel | null): void => {
    this.emit('panel', panel);
  };

  readonly #leave = (): void => {
    this.emit('leave');
  };

  readonly #startSound = (): void => {
    this.soundBlocked = false;
    this.#stage?.startSound();
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
      // What has no button of its own was opened from the menu.
      const button = `[data-control='${before}'], [data-opens='${before}'], [data-control='more']`;
      const opener = this.renderRoot.querySelector<HTMLElement>(button);
      // The connection's button goes away with the last of the others.
      if (opener === null) this.focusHeading();
      else opener.focus();
    }
  }

  /** A notice has gone, and with it the button that had the focus. */
  #keepFocus(): void {
    const next = this.renderRoot.querySelector<HTMLElement>('.notices button');
    if (next === null) this.focusHeading();
    else next.focus();
  }
}
