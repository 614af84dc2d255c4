import type { EndReason } from '../engine/session-snapshot.ts';
import type { Rating } from '../events/interview-events.ts';
import { textsOf } from './texts.ts';

/** Texts of the last screen. */
export interface EndedTerms {
  /** What happened, as a heading, and what it means. */
  readonly reasons: Readonly<Record<EndReason, readonly [heading: string, help: string]>>;
  /** Names the quotation of what the interviewer said. */
  readonly wordFrom: string;
  readonly lasted: (duration: string) => string;
  /** The two largest units that are not zero; seconds only below a minute. */
  readonly duration: (hours: number, minutes: number, seconds: number) => string;
  readonly rejoin: string;
  readonly rating: {
    readonly question: string;
    readonly scores: Readonly<Record<Rating['score'], string>>;
    readonly comment: string;
    readonly commentHelp: string;
    readonly send: string;
    readonly thanks: string;
  };
}

const plural = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

const ASK_KO = '착오라고 생각되면 인터뷰를 안내한 곳에 문의해 주세요.';
const THANKS_KO = '수고하셨습니다.';
const ASK_EN = 'If you think this is a mistake, ask whoever invited you.';
const THANKS_EN = 'Thank you for your time.';

export const endedTerms = textsOf<EndedTerms>('ended', {
  ko: {
    reasons: {
      left: ['인터뷰에서 나왔습니다', THANKS_KO],
      ended: ['인터뷰가 끝났습니다', THANKS_KO],
      expired: ['정해진 시간이 되어 인터뷰가 끝났습니다', THANKS_KO],
      canceled: ['인터뷰가 취소되었습니다', ASK_KO],
      removed: ['진행자의 결정으로 인터뷰에서 나왔습니다', ASK_KO],
      rejected: ['입장 요청이 받아들여지지 않았습니다', ASK_KO],
      'duplicate-session': [
        '다른 창에서 이 인터뷰에 입장했습니다',
        '여기서 이어 가려면 다시 입장해 주세요.',
      ],
      'network-lost': [
        '연결이 끊겨 인터뷰에서 나왔습니다',
        '인터넷 연결을 확인한 뒤 다시 입장해 주세요.',
      ],
    },
    wordFrom: '진행자의 말',
    lasted: (duration) => `함께한 시간 ${duration}`,
    duration: (hours, minutes, seconds) =>
      hours > 0
        ? minutes > 0
          ? `${hours}시간 ${minutes}분`
          : `${hours}시간`
        : minutes > 0
          ? `${minutes}분`
          : `${seconds}초`,
    rejoin: '다시 입장하기',
    rating: {
      question: '통화 품질은 어떠셨나요?',
      scores: { 1: '매우 나쁨', 2: '나쁨', 3: '보통', 4: '좋음', 5: '매우 좋음' },
      comment: '더 하실 말씀 (선택)',
      commentHelp: '소리나 영상에서 불편했던 점을 알려 주시면 도움이 돼요.',
      send: '의견 보내기',
      thanks: '의견을 보내 주셔서 고맙습니다.',
    },
  },
  en: {
    reasons: {
      left: ['You left the interview', THANKS_EN],
      ended: ['The interview has ended', THANKS_EN],
      expired: ['The time of the interview is over', THANKS_EN],
      canceled: ['The interview was canceled', ASK_EN],
      removed: ['An interviewer ended your participation', ASK_EN],
      rejected: ['You were not let in', ASK_EN],
      'duplicate-session': [
        'You joined this interview in another window',
        'Join again to continue here.',
      ],
      'network-lost': [
        'The connection to the interview was lost',
        'Check your internet connection and join again.',
      ],
    },
    wordFrom: 'From the interviewer',
    lasted: (duration) => `Time together: ${duration}`,
    duration: (hours, minutes, seconds) =>
      hours > 0
        ? minutes > 0
          ? `${hours} h ${minutes} min`
          : plural(hours, 'hour')
        : minutes > 0
          ? plural(minutes, 'minute')
          : plural(seconds, 'second'),
    rejoin: 'Join again',
    rating: {
      question: 'How was the quality of the call?',
      scores: { 1: 'Bad', 2: 'Poor', 3: 'Fair', 4: 'Good', 5: 'Excellent' },
      comment: 'Anything to add (optional)',
      commentHelp: 'It helps to know what bothered you about the sound or the video.',
      send: 'Send feedback',
      thanks: 'Thank you for your feedback.',
    },
  },
});
