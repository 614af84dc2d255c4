import { textsOf } from './texts.ts';

/** Named by the eye: in a right-to-left interface, left is left too. */
export type CornerName = 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';

/** Texts of the stage and its tiles. */
export interface StageTerms {
  /** State of a person, read with their name. */
  readonly speaking: string;
  /** Names of the buttons that keep a tile large; pressed or not is said by the button. */
  readonly pinPerson: (name: string) => string;
  /** @param screen such as `screenOf` gives it */
  readonly pinScreen: (screen: string) => string;
  readonly pinSelf: string;
  readonly hideSelf: string;
  readonly showSelf: string;
  readonly saidHidden: string;
  /** The handle of the own picture. */
  readonly moveSelf: string;
  readonly moveSelfHelp: string;
  /** Said when the own picture has been moved there. */
  readonly saidMoved: Readonly<Record<CornerName, string>>;
  /** @param reaction one word for it */
  readonly saidReaction: (name: string, reaction: string) => string;
  readonly saidOwnReaction: (reaction: string) => string;
}

export const stageTerms = textsOf<StageTerms>('stage', {
  ko: {
    speaking: '말하는 중',
    pinPerson: (name) => `${name} 님을 크게 고정`,
    pinScreen: (screen) => `${screen}을 크게 고정`,
    pinSelf: '내 모습을 크게 고정',
    hideSelf: '내 모습 숨기기',
    showSelf: '내 모습 보기',
    saidHidden: '내 모습을 숨겼습니다. 다른 참가자에게는 그대로 보입니다.',
    moveSelf: '내 모습 옮기기',
    moveSelfHelp: '누르거나 화살표 키를 쓰면 다른 모서리로 옮겨져요.',
    saidMoved: {
      topLeft: '내 모습을 왼쪽 위로 옮겼습니다.',
      topRight: '내 모습을 오른쪽 위로 옮겼습니다.',
      bottomLeft: '내 모습을 왼쪽 아래로 옮겼습니다.',
      bottomRight: '내 모습을 오른쪽 아래로 옮겼습니다.',
    },
    saidReaction: (name, reaction) => `${name} 님의 반응: ${reaction}`,
    saidOwnReaction: (reaction) => `내 반응을 보냈습니다: ${reaction}`,
  },
  en: {
    speaking: 'Speaking',
    pinPerson: (name) => `Keep ${name} large`,
    pinScreen: (screen) => `Keep large: ${screen}`,
    pinSelf: 'Keep yourself large',
    hideSelf: 'Hide self view',
    showSelf: 'Show self view',
    saidHidden: 'Your self view is hidden. The others still see you.',
    moveSelf: 'Move self view',
    moveSelfHelp: 'Press it, or use the arrow keys, to move to another corner.',
    saidMoved: {
      topLeft: 'Self view moved to the top left.',
      topRight: 'Self view moved to the top right.',
      bottomLeft: 'Self view moved to the bottom left.',
      bottomRight: 'Self view moved to the bottom right.',
    },
    saidReaction: (name, reaction) => `Reaction from ${name}: ${reaction}`,
    saidOwnReaction: (reaction) => `Reaction sent: ${reaction}`,
  },
});
