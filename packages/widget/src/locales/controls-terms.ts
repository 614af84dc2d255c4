import type { Reaction } from '@rendev/interview-protocol';
import { textsOf } from './texts.ts';

/** Texts of the bar's later buttons, its menu and the list of shortcuts. */
export interface ControlsTerms {
  /** Name of a button, with what is new behind it. */
  readonly chatUnread: (count: number) => string;
  readonly peopleWaiting: (count: number) => string;
  readonly more: string;
  readonly raiseHand: string;
  readonly react: string;
  readonly reactions: Readonly<Record<Reaction, string>>;
  readonly layout: string;
  readonly layouts: Readonly<Record<'auto' | 'grid' | 'speaker', string>>;
  /** Said when the layout was changed by its key. */
  readonly layoutNow: (layout: string) => string;
  readonly view: string;
  readonly selfView: string;
  readonly fullScreen: string;
  readonly pictureInPicture: string;
  readonly settings: string;
  readonly shortcuts: string;
  readonly useShortcuts: string;
  readonly useShortcutsHelp: string;
  readonly pushToTalk: string;
  readonly pushToTalkHelp: string;
  /** What each key does. */
  readonly microphoneKey: string;
  readonly cameraKey: string;
  readonly shareKey: string;
  readonly chatKey: string;
  readonly peopleKey: string;
  readonly handKey: string;
  readonly layoutKey: string;
  readonly fullScreenKey: string;
  readonly listKey: string;
  readonly talkKey: string;
  readonly spaceBar: string;
}

export const controlsTerms = textsOf<ControlsTerms>('controls', {
  ko: {
    chatUnread: (count) => `채팅, 읽지 않은 메시지 ${count}개`,
    peopleWaiting: (count) => `참가자, 승낙을 기다리는 사람 ${count}명`,
    more: '더 보기',
    raiseHand: '손 들기',
    react: '반응 보내기',
    reactions: {
      'thumbs-up': '좋아요',
      clap: '박수',
      heart: '하트',
      laugh: '웃음',
      surprised: '놀람',
      thinking: '생각 중',
    },
    layout: '화면 배치',
    layouts: { auto: '자동', grid: '나란히', speaker: '말하는 사람 크게' },
    layoutNow: (layout) => `화면 배치를 바꿨습니다. ${layout}`,
    view: '보기',
    selfView: '내 모습 보기',
    fullScreen: '전체 화면',
    pictureInPicture: '작은 창으로 보기',
    settings: '설정',
    shortcuts: '단축키',
    useShortcuts: '단축키 사용',
    useShortcutsHelp:
      '인터뷰 화면을 한 번 누르면 쓸 수 있어요. 글을 입력하는 동안에는 꺼져 있어요.',
    pushToTalk: '누르고 말하기',
    pushToTalkHelp: '마이크가 꺼져 있을 때 스페이스 바를 누르는 동안만 마이크가 켜져요.',
    microphoneKey: '마이크 켜고 끄기',
    cameraKey: '카메라 켜고 끄기',
    shareKey: '화면 공유 시작하고 끝내기',
    chatKey: '채팅 열고 닫기',
    peopleKey: '참가자 열고 닫기',
    handKey: '손 들고 내리기',
    layoutKey: '화면 배치 바꾸기',
    fullScreenKey: '전체 화면으로 보기',
    listKey: '단축키 보기',
    talkKey: '누르는 동안 말하기',
    spaceBar: '스페이스 바',
  },
  en: {
    chatUnread: (count) =>
      count === 1 ? 'Chat, 1 unread message' : `Chat, ${count} unread messages`,
    peopleWaiting: (count) =>
      count === 1
        ? 'Participants, 1 person waiting to be let in'
        : `Participants, ${count} people waiting to be let in`,
    more: 'More',
    raiseHand: 'Raise your hand',
    react: 'React',
    reactions: {
      'thumbs-up': 'Thumbs up',
      clap: 'Clap',
      heart: 'Heart',
      laugh: 'Laugh',
      surprised: 'Surprised',
      thinking: 'Thinking',
    },
    layout: 'Layout',
    layouts: { auto: 'Automatic', grid: 'Grid', speaker: 'Speaker' },
    layoutNow: (layout) => `Layout: ${layout}`,
    view: 'View',
    selfView: 'Show my own video',
    fullScreen: 'Full screen',
    pictureInPicture: 'Small window',
    settings: 'Settings',
    shortcuts: 'Keyboard shortcuts',
    useShortcuts: 'Use keyboard shortcuts',
    useShortcutsHelp: 'Click the interview once to use them. They are off while you type.',
    pushToTalk: 'Push to talk',
    pushToTalkHelp: 'While your microphone is off, hold the space bar to speak.',
    microphoneKey: 'Microphone on or off',
    cameraKey: 'Camera on or off',
    shareKey: 'Start or stop sharing your screen',
    chatKey: 'Open or close the chat',
    peopleKey: 'Open or close the participants',
    handKey: 'Raise or lower your hand',
    layoutKey: 'Change the layout',
    fullScreenKey: 'Full screen on or off',
    listKey: 'Show this list',
    talkKey: 'Speak while you hold it',
    spaceBar: 'Space',
  },
});
