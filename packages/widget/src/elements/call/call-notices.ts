import { quietly } from '../../controllers/quietly.ts';
import { describeError } from '../../locales/errors.ts';
import { deviceNotices, offeredNotices } from './device-notices.ts';
import type { Notice } from './notices.ts';
import type { NoticesView } from './notices-view.ts';

/** Everything that is to be said over the stage, the most pressing first. */
export function callNotices(view: NoticesView): Notice[] {
  return [
    ...reconnectingNotices(view),
    ...soundNotices(view),
    ...passingNotices(view),
    ...timeNotices(view, (minutes) => minutes === 1),
    ...deviceNotices(view),
    ...waitingNotices(view),
    ...muteNotices(view),
    ...timeNotices(view, (minutes) => minutes > 1),
    ...lineNotices(view),
    ...offeredNotices(view),
    ...screenNotices(view),
  ];
}

function reconnectingNotices({ snapshot, t }: NoticesView): Notice[] {
  if (snapshot.state.name !== 'reconnecting') return [];
  return [{ key: 'reconnecting', text: t.reconnecting, urgent: true }];
}

function lineNotices({ snapshot, line, t, terms, putAway }: NoticesView): Notice[] {
  if (line?.reason == null || snapshot.state.name === 'reconnecting') return [];
  const { sentence, remedy } = terms.trouble(line.reason, line.owner, line.name);
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

function passingNotices({ passing, t, putAway }: NoticesView): Notice[] {
  if (passing === '') return [];
  const key = `passing ${passing}`;
  const close = () => {
    putAway(key);
  };
  return [{ key, text: passing, close: { label: t.close, act: close } }];
}

/** The last one says what will happen, and stays; interviewers can have more time. */
function timeNotices(view: NoticesView, isMeant: (minutes: number) => boolean): Notice[] {
  const { milestone, snapshot, terms, people, hostActs, t, putAway } = view;
  if (milestone === null || !isMeant(milestone.minutes)) return [];
  const { minutes, left } = milestone;
  const key = timeKey(minutes);
  const extend = () => {
    hostActs.extend(10);
  };
  const close = () => {
    putAway(key);
  };
  const isInterviewer = snapshot.self?.role === 'interviewer';
  return [
    {
      key,
      text: terms.timeLeft(left),
      ...(minutes === 1 && { help: terms.endHappens, urgent: true }),
      icon: 'clock',
      ...(isInterviewer && { actions: [{ label: people.extendBy(10), act: extend }] }),
      close: { label: t.close, act: close },
    },
  ];
}

const timeKey = (minutes: number) => `time ${minutes}`;

/** One person can be answered at once; several are seen in the list. */
function waitingNotices({ waiting, t, terms, hostActs, showPeople }: NoticesView): Notice[] {
  const [first, second] = waiting;
  if (first === undefined) return [];
  if (second !== undefined) {
    const actions = [{ label: t.people, act: showPeople }];
    return [{ key: 'waiting', text: t.waitingPeople(waiting.length), icon: 'people', actions }];
  }
  const { id, name } = first;
  const answer = (act: 'admit' | 'refuse') => () => {
    hostActs.person({ act, id, name });
  };
  return [
    {
      key: `waiting ${id}`,
      text: terms.knocks(name),
      icon: 'people',
      actions: [
        { label: t.refuse, name: t.refuseName(name), act: answer('refuse') },
        { label: t.admit, name: t.admitName(name), act: answer('admit') },
      ],
    },
  ];
}

function muteNotices(view: NoticesView): Notice[] {
  const { session, muteAskedBy, talkingMuted, t, terms, putAway } = view;
  const set = (on: boolean) => () => {
    quietly(session.setMicrophoneEnabled(on));
  };
  const notices: Notice[] = [];
  if (muteAskedBy !== null) {
    notices.push({
      key: 'mute asked',
      text: t.muteAsked(muteAskedBy),
      icon: 'microphoneOff',
      actions: [
        { label: t.microphoneOff, act: set(false) },
        { label: t.dismiss, act: view.stayUnmuted },
      ],
    });
  }
  if (talkingMuted) {
    const close = () => {
      putAway(TALKING_MUTED);
    };
    notices.push({
      key: TALKING_MUTED,
      text: terms.talkingMuted,
      icon: 'microphoneOff',
      actions: [{ label: t.microphoneOn, act: set(true) }],
      close: { label: t.close, act: close },
    });
  }
  return notices;
}

const TALKING_MUTED = 'talking muted';

function screenNotices({ session, snapshot, language, t }: NoticesView): Notice[] {
  const { status, error } = snapshot.media.screen;
  if (status === 'on') {
    const stop = () => {
      quietly(session.setScreenShareEnabled(false));
    };
    return [
      {
        key: 'sharing',
        text: t.sharing,
        icon: 'screen',
        actions: [{ label: t.shareOff, act: stop }],
      },
    ];
  }
  // Closing the browser's picker is a decision, not a fault.
  if (error === null || error === 'permission-denied') return [];
  return [{ key: 'screen failed', text: describeError(language, error).sentence }];
}
