import { textsOf } from './texts.ts';

/** Texts for who knocked and waits to be let in. */
export interface WaitingTerms {
  readonly heading: string;
  /** Who decides, and what happens then. */
  readonly help: string;
  /** The knock has been heard. */
  readonly heard: string;
  readonly leave: string;
}

export const waitingTerms = textsOf<WaitingTerms>('waiting', {
  ko: {
    heading: '승낙을 기다리고 있습니다',
    help: '진행자가 승낙하면 저절로 입장해요. 그동안 이 화면을 그대로 두세요.',
    heard: '입장 요청이 전해졌습니다.',
    leave: '기다리지 않고 나가기',
  },
  en: {
    heading: 'Waiting to be let in',
    help: 'You will enter as soon as an interviewer lets you in. Keep this page open.',
    heard: 'Your request has arrived.',
    leave: 'Stop waiting and leave',
  },
});
