import type { PeopleTerms } from '../people-terms.ts';

export const people: PeopleTerms = {
  actionsFor: (name) => `${name}さんへの操作`,
  askToMute: 'マイクをオフにするよう依頼',
  askedToMute: (name) => `${name}さんに、マイクをオフにするよう依頼しました。`,
  sendToLobby: '待機室に戻す',
  remove: '退室させる',
  cancel: 'キャンセル',
  refuseQuestion: (name) => ({
    heading: `${name}さんの入室を拒否しますか？`,
    text: '拒否すると、この面接にもう一度入室を求めることはできません。',
    confirm: '拒否',
  }),
  removeQuestion: (name) => ({
    heading: `${name}さんを退室させますか？`,
    text: 'すぐに通話から退室し、この面接には戻れません。',
    confirm: '退室させる',
  }),
  lobbyQuestion: (name) => ({
    heading: `${name}さんを待機室に戻しますか？`,
    text: '通話から退室し、もう一度承認されるまで待ちます。',
    confirm: '待機室に戻す',
  }),
  endQuestion: (count) => ({
    heading: '全員の面接を終了しますか？',
    text: `自分を含む${count}人が通話から退室し、誰も戻れなくなります。`,
    confirm: '全員の面接を終了',
  }),
  word: '伝えたいこと（任意）',
  wordHelp: (name) => `${name}さんの画面に表示されます。`,
  refuseWords: [
    '別の時間をあらためてご案内します。',
    'すでに面接が始まっているため、入室いただけません。',
    'この面接の参加者ではないようです。',
  ],
  removeWords: [
    '本日の面接はここまでです。ありがとうございました。',
    '次に進みます。ありがとうございました。',
  ],
  thisInterview: '面接の進行',
  endsAt: (time) => `${time}に終わります。`,
  extendTime: '時間を延ばす',
  extendBy: (minutes) => `${minutes}分延ばす`,
  extendShort: (minutes) => `+${minutes}分`,
  endForAll: '全員の面接を終了',
  knockSound: '入室待ちの通知音',
  knockSoundHelp: '誰かが入室を待っていると、小さな音でお知らせします。',
};
