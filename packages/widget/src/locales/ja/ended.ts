import type { EndedTerms } from '../ended-terms.ts';

const ASK = '何かの間違いだと思われる場合は、面接の案内元にお問い合わせください。';
const THANKS = 'お疲れさまでした。';

export const ended: EndedTerms = {
  reasons: {
    left: ['面接から退室しました', THANKS],
    ended: ['面接が終了しました', THANKS],
    expired: ['予定の時間になり、面接が終了しました', THANKS],
    canceled: ['面接はキャンセルされました', ASK],
    removed: ['面接担当者の判断により退室しました', ASK],
    rejected: ['入室は承認されませんでした', ASK],
    'duplicate-session': [
      '別のウィンドウでこの面接に入室しました',
      'ここで続けるには、もう一度入室してください。',
    ],
    'network-lost': [
      '接続が切れて面接から退室しました',
      'インターネット接続を確認してから、もう一度入室してください。',
    ],
  },
  wordFrom: '面接担当者からのことば',
  lasted: (duration) => `通話時間 ${duration}`,
  duration: (hours, minutes, seconds) =>
    hours > 0
      ? minutes > 0
        ? `${hours}時間${minutes}分`
        : `${hours}時間`
      : minutes > 0
        ? `${minutes}分`
        : `${seconds}秒`,
  rejoin: 'もう一度入室する',
  rating: {
    question: '通話の品質はいかがでしたか？',
    scores: { 1: 'とても悪い', 2: '悪い', 3: 'ふつう', 4: '良い', 5: 'とても良い' },
    comment: 'ご意見（任意）',
    commentHelp: '音声や映像で気になった点をお聞かせいただけると助かります。',
    send: '意見を送る',
    thanks: 'ご意見をありがとうございました。',
  },
};
