import type { Scene } from './scene.ts';
import { device, inCall, interview, media, participant, remote } from './snapshots.ts';

const interviewer = participant({ role: 'interviewer' });
const waiting = remote({ id: 'waiting-1', name: '최은영', role: 'candidate', admitted: false });
const also = remote({ id: 'waiting-2', name: '박서준', role: 'candidate', admitted: false });
const inMinutes = (minutes: number) =>
  interview({ closesAt: new Date(Date.now() + minutes * 60_000).toISOString() });
const hosting = inCall({
  self: interviewer,
  participants: [
    remote({ name: 'Alexandra Konstantinopoulou-Whitfield', role: 'candidate' }),
    remote({ id: 'r2', name: '정하늘', role: 'observer', hand: true }),
    waiting,
    also,
  ],
  interview: inMinutes(95),
});

/** The bar's menu, the interviewer's acts and questions, the time, and what a call tells of them. */
export const callScenes: Readonly<Record<string, Scene>> = {
  'menu of the bar': {
    snapshot: inCall(),
    press: ['[data-control=more]'],
    ko: '말하는 사람 크게',
    en: 'Show my own video',
  },
  "menu of the bar, an interviewer's": {
    snapshot: inCall({ self: { ...interviewer, hand: true } }),
    press: ['[data-control=more]'],
    ko: '모두의 인터뷰 끝내기',
    en: 'End for everyone',
  },
  shortcuts: {
    snapshot: inCall(),
    panel: 'shortcuts',
    ko: '누르고 말하기',
    en: 'Push to talk',
  },
  "people, an interviewer's": {
    snapshot: hosting,
    panel: 'people',
    ko: '입장 요청 알림음',
    en: 'Sound when someone waits',
  },
  'menu of a person': {
    snapshot: hosting,
    panel: 'people',
    press: ['[part=person] rendev-menu button'],
    ko: '대기실로 보내기',
    en: 'Send back to the lobby',
  },
  'question before refusing': {
    snapshot: inCall({ self: interviewer, participants: [remote(), waiting] }),
    press: ['.notice .button'],
    ko: '최은영 님의 입장을 거절할까요?',
    en: 'Refuse 최은영?',
  },
  'question before the end': {
    snapshot: hosting,
    press: ['[data-control=more]', '[data-item=end]'],
    ko: '나를 포함해 3명이',
    en: 'All 3 of you leave',
  },
  'somebody waits': {
    snapshot: inCall({ self: interviewer, participants: [remote(), waiting] }),
    ko: '최은영 님이 입장을 기다리고 있습니다.',
    en: '최은영 is waiting to be let in.',
  },
  'five minutes left, for an interviewer': {
    snapshot: inCall({ self: interviewer, interview: inMinutes(5) }),
    ko: '10분 늘리기',
    en: 'Extend by 10 minutes',
  },
  'the last minute': {
    snapshot: inCall({ interview: inMinutes(1) }),
    ko: '시간이 되면 통화가 저절로 끝나고 모두 나가게 됩니다.',
    en: 'The call then ends by itself',
  },
  'talking while muted': {
    snapshot: inCall({
      media: media({ talkingMuted: true, camera: device({ status: 'on' }) }),
      self: participant({ media: { microphone: false, camera: true, screen: false } }),
    }),
    ko: '마이크가 꺼져 있어 말씀이 전해지지 않습니다.',
    en: 'Your microphone is off, so nobody hears you.',
  },
};
