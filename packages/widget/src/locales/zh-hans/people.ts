import type { PeopleTerms } from '../people-terms.ts';

export const people: PeopleTerms = {
  actionsFor: (name) => `对 ${name} 的操作`,
  askToMute: '请求关闭麦克风',
  askedToMute: (name) => `已请 ${name} 关闭麦克风。`,
  sendToLobby: '送回等候室',
  remove: '移出',
  cancel: '取消',
  refuseQuestion: (name) => ({
    heading: `拒绝 ${name} 进入？`,
    text: '拒绝后，对方不能再请求进入这场面试。',
    confirm: '拒绝',
  }),
  removeQuestion: (name) => ({
    heading: `移出 ${name}？`,
    text: '对方会立即离开通话，并且不能再回到这场面试。',
    confirm: '移出',
  }),
  lobbyQuestion: (name) => ({
    heading: `把 ${name} 送回等候室？`,
    text: '对方会离开通话，等到再次获准后才能进入。',
    confirm: '送回等候室',
  }),
  endQuestion: (count) => ({
    heading: '结束所有人的面试？',
    text: `包括自己在内的 ${count} 人都会离开通话，谁也不能再回来。`,
    confirm: '结束所有人的面试',
  }),
  word: '留言（可选）',
  wordHelp: (name) => `会显示在 ${name} 的屏幕上。`,
  refuseWords: [
    '我们会另外通知其他时间。',
    '面试已经开始，无法再进入。',
    '这场面试的名单中似乎没有这个姓名。',
  ],
  removeWords: ['今天的面试到此结束，谢谢。', '现在进入下一环节，谢谢。'],
  thisInterview: '面试进程',
  endsAt: (time) => `${time} 结束。`,
  extendTime: '延长时间',
  extendBy: (minutes) => `延长 ${minutes} 分钟`,
  extendShort: (minutes) => `+${minutes} 分钟`,
  endForAll: '结束所有人的面试',
  knockSound: '有人等待时的提示音',
  knockSoundHelp: '有人请求进入时，会以轻声提示。',
};
