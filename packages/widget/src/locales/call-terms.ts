import type { OfferedDevice, QualityLevel, QualityReason } from '../engine/session-snapshot.ts';
import type { Trouble } from './errors.ts';
import { textsOf } from './texts.ts';

/** Whose connection is at fault; `between` where it may be either. */
export type LineOwner = 'own' | 'theirs' | 'between';

/** Texts that only the call needs, so that they load with it. */
export interface CallTerms {
  /** The connection in one word, for the top bar. */
  readonly quality: Readonly<Record<QualityLevel, string>>;
  /** What that word opens. */
  readonly lines: string;
  readonly linesFailed: string;
  /** Said over a dimmed picture. */
  readonly connecting: string;
  readonly reconnecting: string;
  readonly lost: string;
  readonly away: string;
  /** Said in place of a picture. */
  readonly pausedWeak: string;
  readonly pausedSaving: string;
  readonly paused: string;
  readonly soundGoesOn: string;
  /** Said on the own picture. */
  readonly unseen: string;
  readonly unseenBySome: string;
  /** Why the connection is not good, and what helps. */
  readonly trouble: (reason: QualityReason, owner: LineOwner, name: string) => Trouble;
  readonly saidGood: string;
  readonly saidPaused: (names: string) => string;
  readonly interrupted: Readonly<Record<'microphone' | 'camera' | 'both', string>>;
  readonly interruptedHelp: string;
  readonly offered: Readonly<Record<OfferedDevice['kind'], string>>;
  readonly useOffered: string;
  readonly notNow: string;
  /** Before the end. */
  readonly timeLeft: (minutes: number) => string;
  /** What the last of them adds. */
  readonly endHappens: string;
  readonly extended: (minutes: number) => string;
  readonly talkingMuted: string;
  readonly knocks: (name: string) => string;
}

const subjectKo: Record<LineOwner, (name: string) => string> = {
  own: () => '내 인터넷 연결이',
  theirs: (name) => `${name} 님의 연결이`,
  between: (name) => `${name} 님과의 연결이`,
};
const sentenceKo: Record<
  QualityReason,
  (subject: string, owner: LineOwner, name: string) => string
> = {
  'packet-loss': (subject) => `${subject} 고르지 않아 소리와 영상이 끊길 수 있습니다.`,
  delay: (subject) => `${subject} 느려 말이 늦게 전해질 수 있습니다.`,
  bandwidth: (subject) => `${subject} 약해 영상이 흐려지거나 멈출 수 있습니다.`,
  'path-lost': (subject) => `${subject} 끊겨 다시 연결하고 있습니다.`,
  'participant-away': (_subject, _owner, name) => `${name} 님의 연결이 끊겨 기다리고 있습니다.`,
  'no-path': (_subject, owner, name) =>
    owner === 'own'
      ? '다른 참가자와 소리와 영상이 연결되지 않습니다.'
      : `${name} 님과 소리와 영상이 연결되지 않습니다.`,
};
const remedyKo: Record<QualityReason, string> = {
  'packet-loss': '공유기 가까이로 옮기거나 유선 인터넷을 써 보세요.',
  delay: 'VPN을 끄거나 다른 다운로드를 멈춰 보세요.',
  bandwidth: '다른 다운로드를 멈추거나 장치 설정에서 데이터 절약을 켜 보세요.',
  'path-lost': '저절로 이어지니 잠시만 기다려 주세요.',
  'participant-away': '돌아오면 저절로 이어져요.',
  'no-path': '다른 네트워크를 쓰거나 VPN을 꺼 보세요.',
};

const ko: CallTerms = {
  quality: {
    unknown: '연결하는 중',
    good: '연결 좋음',
    weak: '연결 약함',
    reconnecting: '다시 연결 중',
    lost: '연결 안 됨',
  },
  lines: '연결 상태',
  linesFailed: '연결 상태를 불러오지 못했습니다.',
  connecting: '연결하고 있습니다',
  reconnecting: '다시 연결하고 있습니다',
  lost: '소리와 영상을 연결하지 못했습니다',
  away: '연결이 끊겨 기다리고 있습니다',
  pausedWeak: '연결이 약해 영상을 잠시 멈췄습니다.',
  pausedSaving: '데이터를 아끼려고 영상을 멈췄습니다.',
  paused: '영상이 잠시 멈췄습니다.',
  soundGoesOn: '소리는 이어집니다.',
  unseen: '상대에게 내 영상이 안 보입니다',
  unseenBySome: '일부에게 내 영상이 안 보입니다',
  trouble: (reason, owner, name) => ({
    sentence: sentenceKo[reason](subjectKo[owner](name), owner, name),
    remedy:
      owner === 'theirs' && isWeakness(reason)
        ? '상대의 연결이 나아지면 저절로 좋아져요.'
        : remedyKo[reason],
  }),
  saidGood: '연결이 다시 좋아졌습니다.',
  saidPaused: (names) => `${names} 님의 영상이 잠시 멈췄습니다.`,
  interrupted: {
    microphone: '전화나 다른 앱이 마이크를 쓰고 있어 내 소리가 전해지지 않습니다.',
    camera: '다른 앱이 카메라를 쓰고 있어 내 영상이 전해지지 않습니다.',
    both: '전화나 다른 앱이 마이크와 카메라를 쓰고 있어 내 소리와 영상이 전해지지 않습니다.',
  },
  interruptedHelp: '사용이 끝나면 저절로 돌아와요.',
  offered: {
    microphone: '새 마이크가 연결되었습니다.',
    camera: '새 카메라가 연결되었습니다.',
    speaker: '새 이어폰이나 스피커가 연결되었습니다.',
  },
  useOffered: '이 장치 쓰기',
  notNow: '나중에',
  timeLeft: (minutes) => `인터뷰가 끝나기까지 ${minutes}분 남았습니다.`,
  endHappens: '시간이 되면 통화가 저절로 끝나고 모두 나가게 됩니다.',
  extended: (minutes) => `인터뷰 시간이 ${minutes}분 늘어났습니다.`,
  talkingMuted: '마이크가 꺼져 있어 말씀이 전해지지 않습니다.',
  knocks: (name) => `${name} 님이 입장을 기다리고 있습니다.`,
};

const subjectEn: Record<LineOwner, (name: string) => string> = {
  own: () => 'Your connection',
  theirs: (name) => `${name}'s connection`,
  between: (name) => `The connection with ${name}`,
};
const sentenceEn: typeof sentenceKo = {
  'packet-loss': (subject) => `${subject} is unsteady, so sound and video may break up.`,
  delay: (subject) => `${subject} is slow to respond, so words may arrive late.`,
  bandwidth: (subject) => `${subject} is weak, so video may blur or pause.`,
  'path-lost': (subject) => `${subject} was lost and is being restored.`,
  'participant-away': (_subject, _owner, name) => `${name} has lost the connection.`,
  'no-path': (_subject, owner, name) =>
    `Sound and video cannot reach ${owner === 'own' ? 'the others' : name}.`,
};
const remedyEn: typeof remedyKo = {
  'packet-loss': 'Move closer to your router, or use a cable.',
  delay: 'Turn off your VPN, or pause other downloads.',
  bandwidth: 'Pause other downloads, or turn on “Use less data” under Devices.',
  'path-lost': 'You do not need to do anything.',
  'participant-away': 'The call goes on by itself when they are back.',
  'no-path': 'Try another network, or turn off your VPN.',
};

const en: CallTerms = {
  quality: {
    unknown: 'Connecting',
    good: 'Good connection',
    weak: 'Weak connection',
    reconnecting: 'Reconnecting',
    lost: 'No connection',
  },
  lines: 'Connection',
  linesFailed: 'The connection details could not be loaded.',
  connecting: 'Connecting',
  reconnecting: 'Reconnecting',
  lost: 'Sound and video could not be connected',
  away: 'Connection lost, waiting',
  pausedWeak: 'Video is paused because the connection is weak.',
  pausedSaving: 'Video is paused to save data.',
  paused: 'Video is paused for the moment.',
  soundGoesOn: 'Sound goes on.',
  unseen: 'Others cannot see you now',
  unseenBySome: 'Some cannot see you now',
  trouble: (reason, owner, name) => ({
    sentence: sentenceEn[reason](subjectEn[owner](name), owner, name),
    remedy:
      owner === 'theirs' && isWeakness(reason)
        ? 'It gets better by itself when their connection does.'
        : remedyEn[reason],
  }),
  saidGood: 'The connection is good again.',
  saidPaused: (names) => `Video of ${names} is paused.`,
  interrupted: {
    microphone: 'A phone call or another app is using your microphone, so nobody hears you.',
    camera: 'Another app is using your camera, so nobody sees you.',
    both: 'A phone call or another app is using your microphone and camera, so nobody hears or sees you.',
  },
  interruptedHelp: 'It comes back by itself.',
  offered: {
    microphone: 'A new microphone is connected.',
    camera: 'A new camera is connected.',
    speaker: 'New earphones or speakers are connected.',
  },
  useOffered: 'Use it',
  notNow: 'Not now',
  timeLeft: (minutes) =>
    minutes === 1
      ? 'One minute left until the interview ends.'
      : `${minutes} minutes left until the interview ends.`,
  endHappens: 'The call then ends by itself, and everyone leaves it.',
  extended: (minutes) => `The interview lasts ${minutes} minutes longer.`,
  talkingMuted: 'Your microphone is off, so nobody hears you.',
  knocks: (name) => `${name} is waiting to be let in.`,
};

/** Against these a person can do something, but only on the own side. */
function isWeakness(reason: QualityReason): boolean {
  return reason === 'packet-loss' || reason === 'delay' || reason === 'bandwidth';
}

export const callTerms = textsOf('call', { ko, en });
