import { textsOf } from './texts.ts';

/** What is asked before something that hurts. */
export interface QuestionTerms {
  readonly heading: string;
  /** What will happen, and to whom. */
  readonly text: string;
  /** On the button that does it. */
  readonly confirm: string;
}

/** Texts of what an interviewer can do with the others and with the time. */
export interface PeopleTerms {
  readonly actionsFor: (name: string) => string;
  readonly askToMute: string;
  readonly askedToMute: (name: string) => string;
  readonly sendToLobby: string;
  readonly remove: string;
  readonly cancel: string;
  readonly refuseQuestion: (name: string) => QuestionTerms;
  readonly removeQuestion: (name: string) => QuestionTerms;
  readonly lobbyQuestion: (name: string) => QuestionTerms;
  /** With the person who ends it. */
  readonly endQuestion: (people: number) => QuestionTerms;
  readonly word: string;
  readonly wordHelp: (name: string) => string;
  readonly refuseWords: readonly string[];
  readonly removeWords: readonly string[];
  readonly thisInterview: string;
  readonly endsAt: (time: string) => string;
  readonly extendTime: string;
  readonly extendBy: (minutes: number) => string;
  readonly extendShort: (minutes: number) => string;
  readonly endForAll: string;
  readonly knockSound: string;
  readonly knockSoundHelp: string;
}

export const peopleTerms = textsOf<PeopleTerms>('people', {
  ko: {
    actionsFor: (name) => `${name} 님 관리`,
    askToMute: '마이크를 꺼 달라고 요청',
    askedToMute: (name) => `${name} 님에게 마이크를 꺼 달라고 요청했습니다.`,
    sendToLobby: '대기실로 보내기',
    remove: '내보내기',
    cancel: '취소',
    refuseQuestion: (name) => ({
      heading: `${name} 님의 입장을 거절할까요?`,
      text: '거절하면 이 인터뷰에 다시 입장을 요청할 수 없습니다.',
      confirm: '거절',
    }),
    removeQuestion: (name) => ({
      heading: `${name} 님을 내보낼까요?`,
      text: '바로 통화에서 나가게 되고, 이 인터뷰에 다시 들어올 수 없습니다.',
      confirm: '내보내기',
    }),
    lobbyQuestion: (name) => ({
      heading: `${name} 님을 대기실로 보낼까요?`,
      text: '통화에서 나가 기다리게 되고, 승낙하시면 다시 들어옵니다.',
      confirm: '대기실로 보내기',
    }),
    endQuestion: (people) => ({
      heading: '모두의 인터뷰를 끝낼까요?',
      text: `나를 포함해 ${people}명이 통화에서 나가게 되고, 아무도 다시 들어올 수 없습니다.`,
      confirm: '모두 끝내기',
    }),
    word: '전할 말 (선택)',
    wordHelp: (name) => `${name} 님의 화면에 보여요.`,
    refuseWords: [
      '다른 시간에 다시 안내해 드리겠습니다.',
      '인터뷰가 이미 시작되어 입장이 어렵습니다.',
      '이 인터뷰의 참가자가 아닌 것으로 보입니다.',
    ],
    removeWords: [
      '오늘 인터뷰는 여기까지입니다. 감사합니다.',
      '다음 순서로 넘어가겠습니다. 감사합니다.',
    ],
    thisInterview: '인터뷰 진행',
    endsAt: (time) => `${time}에 끝납니다.`,
    extendTime: '시간 늘리기',
    extendBy: (minutes) => `${minutes}분 늘리기`,
    extendShort: (minutes) => `+${minutes}분`,
    endForAll: '모두의 인터뷰 끝내기',
    knockSound: '입장 요청 알림음',
    knockSoundHelp: '누가 입장을 기다리면 작은 소리로 알려요.',
  },
  en: {
    actionsFor: (name) => `Actions for ${name}`,
    askToMute: 'Ask to turn the microphone off',
    askedToMute: (name) => `${name} was asked to turn the microphone off.`,
    sendToLobby: 'Send back to the lobby',
    remove: 'Remove',
    cancel: 'Cancel',
    refuseQuestion: (name) => ({
      heading: `Refuse ${name}?`,
      text: 'They cannot ask to enter this interview again.',
      confirm: 'Refuse',
    }),
    removeQuestion: (name) => ({
      heading: `Remove ${name}?`,
      text: 'They leave the call at once, and cannot come back to this interview.',
      confirm: 'Remove',
    }),
    lobbyQuestion: (name) => ({
      heading: `Send ${name} back to the lobby?`,
      text: 'They leave the call and wait until you let them in again.',
      confirm: 'Send to the lobby',
    }),
    endQuestion: (people) => ({
      heading: 'End the interview for everyone?',
      text:
        people === 1
          ? 'You leave the call, and nobody can come back.'
          : `All ${people} of you leave the call, and nobody can come back.`,
      confirm: 'End for everyone',
    }),
    word: 'A word to them (optional)',
    wordHelp: (name) => `${name} will read it.`,
    refuseWords: [
      'We will contact you about another time.',
      'The interview has already begun, so we cannot let you in.',
      'You do not seem to be on the list for this interview.',
    ],
    removeWords: ['That is all for today. Thank you.', 'We go on to the next part now. Thank you.'],
    thisInterview: 'This interview',
    endsAt: (time) => `It ends at ${time}.`,
    extendTime: 'Extend the time',
    extendBy: (minutes) => `Extend by ${minutes} minutes`,
    extendShort: (minutes) => `+${minutes} min`,
    endForAll: 'End for everyone',
    knockSound: 'Sound when someone waits',
    knockSoundHelp: 'A soft tone tells you that someone asks to come in.',
  },
});
