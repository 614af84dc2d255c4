import type { StageTerms } from '../stage-terms.ts';

export const stage: StageTerms = {
  speaking: '正在发言',
  pinPerson: (name) => `固定放大 ${name}`,
  pinScreen: (screen) => `固定放大：${screen}`,
  pinSelf: '固定放大自己的画面',
  hideSelf: '隐藏自己的画面',
  showSelf: '显示自己的画面',
  saidHidden: '已隐藏自己的画面，其他人仍然可以看到您。',
  moveSelf: '移动自己的画面',
  moveSelfHelp: '点按或使用方向键，可移到其他角落。',
  saidMoved: {
    topLeft: '已将自己的画面移到左上角。',
    topRight: '已将自己的画面移到右上角。',
    bottomLeft: '已将自己的画面移到左下角。',
    bottomRight: '已将自己的画面移到右下角。',
  },
  saidReaction: (name, reaction) => `${name} 的回应：${reaction}`,
  saidOwnReaction: (reaction) => `已发送回应：${reaction}`,
};
