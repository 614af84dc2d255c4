import type { EndedTerms } from '../ended-terms.ts';

const ASK = '如果认为有误，请咨询面试的邀请方。';
const THANKS = '辛苦了，感谢参加。';

export const ended: EndedTerms = {
  reasons: {
    left: ['已离开面试', THANKS],
    ended: ['面试已结束', THANKS],
    expired: ['时间已到，面试已结束', THANKS],
    canceled: ['面试已取消', ASK],
    removed: ['面试官已结束您的参与', ASK],
    rejected: ['进入请求未获准许', ASK],
    'duplicate-session': ['已在另一个窗口进入此面试', '要在这里继续，请重新进入。'],
    'network-lost': ['连接断开，已离开面试', '请检查网络连接后重新进入。'],
  },
  wordFrom: '面试官的留言',
  lasted: (duration) => `共同时长：${duration}`,
  duration: (hours, minutes, seconds) =>
    hours > 0
      ? minutes > 0
        ? `${hours} 小时 ${minutes} 分钟`
        : `${hours} 小时`
      : minutes > 0
        ? `${minutes} 分钟`
        : `${seconds} 秒`,
  rejoin: '重新进入',
  rating: {
    question: '通话质量如何？',
    scores: { 1: '很差', 2: '较差', 3: '一般', 4: '较好', 5: '很好' },
    comment: '补充意见（可选）',
    commentHelp: '欢迎告诉我们声音或画面方面的不便之处。',
    send: '提交意见',
    thanks: '感谢提供意见。',
  },
};
