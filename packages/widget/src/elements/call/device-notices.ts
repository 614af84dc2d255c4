import { quietly } from '../../controllers/quietly.ts';
import { type MediaKind, describeMediaError } from '../../locales/media-errors.ts';
import { platform } from '../../locales/platform.ts';
import type { Notice } from './notices.ts';
import type { NoticesView } from './notices-view.ts';

export const failedKey = (kind: MediaKind) => `${kind} failed`;

/** What is wrong with the own devices. */
export function deviceNotices(view: NoticesView): Notice[] {
  const { microphone, camera } = view.snapshot.media;
  const { terms } = view;
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
  return [...notices, ...failedNotice('microphone', view), ...failedNotice('camera', view)];
}

export function offeredNotices({ session, snapshot, terms }: NoticesView): Notice[] {
  const { offered } = snapshot.media;
  if (offered === null) return [];
  const use = () => {
    quietly(session.useOfferedDevice());
  };
  const dismiss = () => {
    session.dismissOfferedDevice();
  };
  return [
    {
      key: `offered ${offered.deviceId}`,
      text: terms.offered[offered.kind],
      help: offered.label,
      icon: 'devices',
      actions: [
        { label: terms.useOffered, act: use },
        { label: terms.notNow, act: dismiss },
      ],
    },
  ];
}

function failedNotice(kind: MediaKind, view: NoticesView): Notice[] {
  const { session, snapshot, language, t, putAway } = view;
  const { status, error } = snapshot.media[kind];
  if (status !== 'failed') return [];
  const { sentence, remedy } = describeMediaError(language, kind, error ?? 'unknown', platform());
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
