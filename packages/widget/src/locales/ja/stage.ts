import type { StageTerms } from '../stage-terms.ts';

export const stage: StageTerms = {
  speaking: '話しています',
  pinPerson: (name) => `${name}さんを大きく固定`,
  pinScreen: (screen) => `${screen}を大きく固定`,
  pinSelf: '自分の映像を大きく固定',
  hideSelf: '自分の映像を隠す',
  showSelf: '自分の映像を表示',
  saidHidden: '自分の映像を隠しました。ほかの参加者にはそのまま見えています。',
  moveSelf: '自分の映像を動かす',
  moveSelfHelp: '押すか矢印キーを使うと、別の隅に動きます。',
  saidMoved: {
    topLeft: '自分の映像を左上に動かしました。',
    topRight: '自分の映像を右上に動かしました。',
    bottomLeft: '自分の映像を左下に動かしました。',
    bottomRight: '自分の映像を右下に動かしました。',
  },
  saidReaction: (name, reaction) => `${name}さんのリアクション: ${reaction}`,
  saidOwnReaction: (reaction) => `リアクションを送りました: ${reaction}`,
};
