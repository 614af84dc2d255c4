import type { Reaction } from '@rendev/interview-protocol';
import type { Session } from '../../engine/session.ts';
import type { LocalDevice, SessionSnapshot } from '../../engine/session-snapshot.ts';
import { quietly } from '../../controllers/quietly.ts';
import type { RendevStage } from '../stage/stage.ts';
import type { StageView } from '../stage/stage-view.ts';
import type { CallPanel } from './call-panel.ts';

const LAYOUTS: readonly StageView['layout'][] = ['auto', 'grid', 'speaker'];

/** What the acts work on. */
export interface ActingCall {
  readonly session: Session | null;
  readonly snapshot: SessionSnapshot | null;
  readonly view: StageView;
  readonly panel: CallPanel | null;
  readonly stage: RendevStage | null;
  readonly change: (view: Partial<StageView>) => void;
  readonly show: (panel: CallPanel | null) => void;
  /** Aloud, as it has been changed by a key. */
  readonly sayLayout: (layout: StageView['layout']) => void;
}

/** What is interrupted is on: it comes back by itself, unless it is turned off. */
export function isOn(status: LocalDevice['status']): boolean {
  return status === 'on' || status === 'interrupted';
}

/** What a person does in a call, whether by a button, in the menu or by a key. */
export class CallActs {
  readonly #now: () => ActingCall;

  /** @param now the call as it is when something is done */
  constructor(now: () => ActingCall) {
    this.#now = now;
  }

  readonly microphone = (): void => {
    const { session, snapshot } = this.#now();
    if (session === null || snapshot === null) return;
    quietly(session.setMicrophoneEnabled(!isOn(snapshot.media.microphone.status)));
  };

  readonly camera = (): void => {
    const { session, snapshot } = this.#now();
    if (session === null || snapshot === null) return;
    quietly(session.setCameraEnabled(!isOn(snapshot.media.camera.status)));
  };

  /** To be called from a click or a key: the browser asks which screen. */
  readonly share = (): void => {
    const { session, snapshot } = this.#now();
    if (session === null || !snapshot?.media.canShareScreen) return;
    quietly(session.setScreenShareEnabled(snapshot.media.screen.status !== 'on'));
  };

  readonly hand = (): void => {
    const { session, snapshot } = this.#now();
    if (session === null || !snapshot?.self) return;
    quietly(session.setHandRaised(!snapshot.self.hand));
  };

  readonly react = (reaction: Reaction): void => {
    const { session } = this.#now();
    if (session !== null) quietly(session.react(reaction));
  };

  readonly lowData = (): void => {
    const { session, snapshot } = this.#now();
    if (snapshot !== null) session?.setLowData(!snapshot.media.lowData);
  };

  readonly toggle = (panel: CallPanel): void => {
    const { panel: open, show } = this.#now();
    show(open === panel ? null : panel);
  };

  readonly layout = (layout: StageView['layout']): void => {
    this.#now().change({ layout });
  };

  readonly nextLayout = (): void => {
    const { view, sayLayout } = this.#now();
    const layout = LAYOUTS[(LAYOUTS.indexOf(view.layout) + 1) % LAYOUTS.length] ?? 'auto';
    this.layout(layout);
    sayLayout(layout);
  };

  readonly selfView = (): void => {
    const { view, change } = this.#now();
    change({ selfView: !view.selfView });
  };

  readonly fullScreen = (): void => {
    const { stage } = this.#now();
    if (stage?.canFullScreen) void stage.toggleFullScreen();
  };

  readonly pictureInPicture = (): void => {
    const { stage } = this.#now();
    if (stage?.canPictureInPicture) void stage.togglePictureInPicture();
  };
}
