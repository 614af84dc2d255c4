import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Session } from '../../engine/session.ts';
import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import { icon } from '../../icons/icons.ts';
import { quietly } from '../../controllers/quietly.ts';
import { WakeLock } from '../../controllers/wake-lock.ts';
import { callTerms } from '../../locales/call-terms.ts';
import { controlsTerms } from '../../locales/controls-terms.ts';
import { type StageTerms, stageTerms } from '../../locales/stage-terms.ts';
import { base } from '../../styles/base.ts';
import { RendevElement } from '../base/rendev-element.ts';
import { RendevTile } from '../tile/tile.ts';
import type { TileView } from '../tile/tile-view.ts';
import { FullScreen } from './full-screen.ts';
import { PassingReactions } from './passing-reactions.ts';
import { PictureInPicture } from './picture-in-picture.ts';
import type { PictureView } from './picture-view.ts';
import { SelfCorner } from './self-corner.ts';
import { SpeakerWatch } from './speaker-watch.ts';
import { stageStyles } from './stage.styles.ts';
import { type Stage, stageOf } from './stage-tiles.ts';
import { DEFAULT_STAGE_VIEW, type StageEvents, type StageView } from './stage-view.ts';

/**
 * The faces and screens. Emits what `StageEvents` tells, `sound-blocked`, and `leave` from the window
 * of picture-in-picture. The screen of the device stays on while it is shown.
 */
export class RendevStage extends RendevElement {
  static override uses = { 'rendev-tile': RendevTile };
  static override styles = [base, stageStyles];
  static override properties = {
    session: { attribute: false },
    snapshot: { attribute: false },
    view: { attribute: false },
  };

  declare session: Session | null;
  declare snapshot: SessionSnapshot | null;
  declare view: StageView;
  #stage: Stage = { layout: 'duo', large: null, tiles: [] };
  /** In the order of the document, which never changes: a picture that moves would start anew. */
  #keys: readonly string[] = [];
  #listening: AbortController | null = null;
  #focusNext: 'show' | 'hide' | null = null;
  readonly #speaker = new SpeakerWatch(this, () => this.session);
  readonly #corner = new SelfCorner(this, (to) => {
    this.announce(this.#terms.saidMoved[to]);
  });
  readonly #reactions = new PassingReactions(this);
  readonly #fullScreen = new FullScreen(
    this,
    () => this.#largeVideo(),
    (on) => {
      this.#tell('full-screen', on);
    },
  );
  readonly #picture = new PictureInPicture(this, {
    view: () => this.#pictureView(),
    video: () => this.#largeVideo(),
    changed: (on) => {
      this.#tell('picture-in-picture', on);
    },
  });

  constructor() {
    super();
    this.session = null;
    this.snapshot = null;
    this.view = DEFAULT_STAGE_VIEW;
    new WakeLock(this);
  }

  /** Whether `toggleFullScreen` can do anything here. */
  get canFullScreen(): boolean {
    return this.#fullScreen.isPossible;
  }

  /** Whether `togglePictureInPicture` can do anything here and now. */
  get canPictureInPicture(): boolean {
    return this.#picture.isPossible;
  }

  /** Puts the whole element on the whole screen, or back. From a click or a key; never rejects. */
  toggleFullScreen(): Promise<void> {
    return this.#fullScreen.toggle();
  }

  /** Shows the large picture in a window of its own, or no longer. From a click or a key; never rejects. */
  togglePictureInPicture(): Promise<void> {
    return this.#picture.toggle();
  }

  /** To be called from a click. */
  startSound(): void {
    for (const tile of this.#tiles()) tile.startSound();
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#listen();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#listening = null;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('session')) this.#listen();
    if (this.snapshot === null) return;
    const terms = callTerms(this.localize.language);
    this.#stage = stageOf(this.snapshot, this.view, this.#speaker.large, { t: this.t, terms });
    const keys = this.#stage.tiles.map(({ key }) => key);
    const kept = this.#keys.filter((key) => keys.includes(key));
    this.#keys = [...kept, ...keys.filter((key) => !kept.includes(key))];
  }

  override updated() {
    const { pinned } = this.view;
    if (pinned !== null && this.snapshot !== null && !this.#keys.includes(pinned)) {
      this.#tell('view', { pinned: null });
    }
    this.#moveFocus();
  }

  override render() {
    const { session, snapshot } = this;
    if (session === null || snapshot === null) return nothing;
    const { layout, large, tiles } = this.#stage;
    const isAlone = !snapshot.participants.some((person) => person.admitted);
    return html`
      ${
        isAlone && large === null
          ? html`<div class="alone">
              <p class="lead">${this.t.alone}</p>
              <p class="muted">${this.t.aloneHelp}</p>
            </div>`
          : nothing
      }
      <div
        class="tiles"
        data-layout=${layout}
        data-count=${tiles.length}
        data-corner=${this.#corner.value}
        @pointermove=${this.#speaker.hand.moved}
        @pointerleave=${this.#speaker.hand.gone}
      >
        ${repeat(
          this.#keys,
          (key) => key,
          (key) => {
            const place = tiles.findIndex((tile) => tile.key === key);
            const tile = tiles[place];
            return tile ? this.#tileTemplate(session, snapshot, tile, place) : nothing;
          },
        )}
        ${this.#showSelfTemplate()}
      </div>
    `;
  }

  #tileTemplate(session: Session, snapshot: SessionSnapshot, view: TileView, place: number) {
    const { large } = this.#stage;
    const { key, participantId, kind, floating, pinned } = view;
    return html`<rendev-tile
      part="tile"
      exportparts="tile-name, tile-hand, tile-condition, tile-action"
      class="${kind} ${key === large ? 'large' : ''} ${floating ? 'floating' : ''}"
      data-participant=${participantId}
      lang=${this.lang}
      ${ref((tile) => {
        // styleMap writes a style attribute first, which a strict Content Security Policy stops.
        if (tile instanceof HTMLElement) tile.style.order = String(place);
      })}
      .view=${view}
      .reactions=${kind === 'screen' ? [] : this.#reactions.of(participantId)}
      .speakerId=${snapshot.media.speakerId}
      .read=${() => (kind === 'screen' ? 0 : session.audioLevel(participantId))}
      @sound-blocked=${() => {
        this.emit('sound-blocked');
      }}
      @pin=${() => {
        this.#tell('view', { pinned: pinned ? null : key });
      }}
      @hide=${() => {
        this.#focusNext = 'show';
        this.announce(this.#terms.saidHidden);
        this.#tell('view', { selfView: false });
      }}
      @move=${({ currentTarget, detail }: CustomEvent<string>) => {
        if (currentTarget instanceof HTMLElement) this.#corner.move(currentTarget, detail);
      }}
      @pointerdown=${floating ? this.#corner.press : null}
    ></rendev-tile>`;
  }

  #showSelfTemplate() {
    if (this.view.selfView || !this.view.selfViewOffered) return nothing;
    const label = this.#terms.showSelf;
    return html`<button
      class="show-self"
      part="show-self"
      type="button"
      title=${label}
      @click=${() => {
        this.#focusNext = 'hide';
        this.#tell('view', { selfView: true });
      }}
    >
      ${icon('person')}<span class="word">${label}</span>
    </button>`;
  }

  get #terms(): StageTerms {
    return stageTerms(this.localize.language);
  }

  #tiles(): NodeListOf<RendevTile> {
    return this.renderRoot.querySelectorAll<RendevTile>('rendev-tile');
  }

  #tell<Type extends keyof StageEvents>(type: Type, detail: StageEvents[Type]): void {
    this.emit(type, detail);
  }

  /** Where the focus was has gone; what has taken its place gets it. */
  #moveFocus(): void {
    if (this.#focusNext === 'show') {
      const chip = this.renderRoot.querySelector<HTMLElement>('.show-self');
      chip?.focus();
      if (chip) this.#focusNext = null;
    } else if (this.#focusNext === 'hide') {
      const self = this.renderRoot.querySelector<RendevTile>('rendev-tile.self');
      if (self === null) return;
      this.#focusNext = null;
      void self.updateComplete.then(() => {
        self.focusAction('hide');
      });
    }
  }

  #largeTile(): TileView | null {
    const { large, tiles } = this.#stage;
    const others = tiles.filter(({ kind }) => kind !== 'self');
    return (
      tiles.find(({ key }) => key === large) ??
      others.find(({ participantId }) => participantId === this.#speaker.large) ??
      others[0] ??
      null
    );
  }

  #largeVideo(): HTMLVideoElement | null {
    const large = this.#largeTile();
    if (!large?.picture) return null;
    return [...this.#tiles()].find((tile) => tile.view?.key === large.key)?.video ?? null;
  }

  #pictureView(): PictureView | null {
    const { session, snapshot } = this;
    if (session === null || snapshot === null) return null;
    return {
      tile: this.#largeTile(),
      media: snapshot.media,
      t: this.t,
      locale: this.localize.locale,
      direction: this.localize.direction,
      setMicrophone: (on) => {
        quietly(session.setMicrophoneEnabled(on));
      },
      setCamera: (on) => {
        quietly(session.setCameraEnabled(on));
      },
      leave: () => {
        this.emit('leave');
      },
    };
  }

  #listen(): void {
    this.#listening?.abort();
    this.#listening = new AbortController();
    this.session?.onReaction(
      (id, reaction) => {
        if (!this.#reactions.add(id, reaction)) return;
        const word = controlsTerms(this.localize.language).reactions[reaction];
        const name = this.snapshot?.participants.find((person) => person.id === id)?.name;
        if (id === 'self') this.announce(this.#terms.saidOwnReaction(word));
        else if (name !== undefined) this.announce(this.#terms.saidReaction(name, word));
      },
      { signal: this.#listening.signal },
    );
  }
}
