import type { Session } from '../../engine/session.ts';
import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import { quietly } from '../../controllers/quietly.ts';
import { callTerms } from '../../locales/call-terms.ts';
import { describeError } from '../../locales/errors.ts';
import type { Language } from '../../locales/texts.ts';
import { type MediaKind, browserKind, describeMediaError } from '../../locales/media-errors.ts';
import type { Terms } from '../../locales/ko.ts';
import type { Line } from './line.ts';
import type { Notice } from './notices.ts';

export interface NoticesView {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  readonly language: Language;
  readonly t: Terms;
  /** The worst line, once it has been so for a while. */
  readonly line: Line | null;
  readonly soundBlocked: boolean;
  readonly muteAskedBy: string | null;
  /** People that wait, and that the person does not see in the list. */
  readonly waiting: number;
  readonly startSound: () => void;
  readonly stayUnmuted: () => void;
  readonly showPeople: () => void;
  readonly putAway: (key: string) => void;
}

/** Everything that is to be said over the stage, the most pressing first. */
export function callNotices(view: NoticesView): Notice[] {
  return [
    ...connectionNotices(view),
    ...soundNotices(view),
    ...deviceNotices(view),
    ...screenNotices(view),
    ...waitingNotices(view),
  ];
}

export const failedKey = (kind: MediaKind) => `${kind} failed`;

function connectionNotices({ snapshot, line, t, language, putAway }: NoticesView): Notice[] {
  if (snapshot.state.name === 'reconnecting') {
    return [{ key: 'reconnecting', text: t.reconnecting, urgent: true }];
  }
  if (line?.reason == null) return [];
  const { sentence, remedy } = callTerms(language).trouble(line.reason, line.owner, line.name);
  const key = `line ${line.level} ${sentence}`;
  const close = () => {
    putAway(key);
  };
  return [
    { key, text: sentence, help: remedy, urgent: true, close: { label: t.close, act: close } },
  ];
}

function soundNotices({ soundBlocked, startSound, t }: NoticesView): Notice[] {
  if (!soundBlocked) return [];
  const actions = [{ label: t.startSound, act: startSound }];
  return [{ key: 'sound', text: t.soundBlocked, urgent: true, actions }];
}

function deviceNotices(view: NoticesView): Notice[] {
  const { session, snapshot, language, t, muteAskedBy } = view;
  const { microphone, camera, offered } = snapshot.media;
  const terms = callTerms(language);
  const notices: Notice[] = [];
  const interrupted = [microphone, camera].map(({ status }) => status === 'interrupted');
  if (interrupted.includes(true)) {
    const which = interrupted[0] ? (interrupted[1] ? 'both' : 'microphone') : 'camera';
    notices.push({
      key: 'interrupted',
      text: terms.interrupted[which],
      help: terms.interruptedHelp,
      urgent: true,
    });
  }
  notices.push(...failedNotice('microphone', view), ...failedNotice('camera', view));
  if (offered !== null) {
    const use = () => {
      quietly(session.useOfferedDevice());
    };
    const dismiss = () => {
      session.dismissOfferedDevice();
    };
    notices.push({
      key: `offered ${offered.deviceId}`,
      text: terms.offered[offered.kind],
      help: offered.label,
      actions: [
        { label: terms.useOffered, act: use },
        { label: terms.notNow, act: dismiss },
      ],
    });
  }
  if (muteAskedBy !== null) {
    const mute = () => {
      quietly(session.setMicrophoneEnabled(false));
    };
    notices.push({
      key: 'mute asked',
      text: t.muteAsked(muteAskedBy),
      actions: [
        { label: t.microphoneOff, act: mute },
        { label: t.dismiss, act: view.stayUnmuted },
      ],
    });
  }
  return notices;
}

function failedNotice(kind: MediaKind, view: NoticesView): Notice[] {
  const { session, snapshot, language, t, putAway } = view;
  const { status, error } = snapshot.media[kind];
  if (status !== 'failed') return [];
  const browser = browserKind(navigator.userAgent);
  const { sentence, remedy } = describeMediaError(language, kind, error ?? 'unknown', browser);
  const key = failedKey(kind);
  const retry = () => {
    quietly(
      kind === 'microphone' ? session.setMicrophoneEnabled(true) : session.setCameraEnabled(true),
    );
  };
  const close = () => {
    putAway(key);
  };
  return [
    {
      key,
      text: sentence,
      help: remedy,
      urgent: true,
      actions: [{ label: t.tryAgain, act: retry }],
      close: { label: t.close, act: close },
    },
  ];
}

function screenNotices({ session, snapshot, language, t }: NoticesView): Notice[] {
  const { status, error } = snapshot.media.screen;
  if (status === 'on') {
    const stop = () => {
      quietly(session.setScreenShareEnabled(false));
    };
    return [{ key: 'sharing', text: t.sharing, actions: [{ label: t.shareOff, act: stop }] }];
  }
  // Closing the browser's picker is a decision, not a fault.
  if (error === null || error === 'permission-denied') return [];
  return [{ key: 'screen failed', text: describeError(language, error).sentence }];
}

function waitingNotices({ waiting, t, showPeople }: NoticesView): Notice[] {
  if (waiting === 0) return [];
  const actions = [{ label: t.people, act: showPeople }];
  return [{ key: 'waiting', text: t.waitingPeople(waiting), actions }];
}
