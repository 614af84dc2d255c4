import type { ErrorTerms } from '../errors.ts';

const ASK = '请咨询面试的邀请方。';
const LATER = '请稍后重试。';
const BACK = '请回到打开本页的页面，重新进入。';
const NETWORK = '请检查网络连接后重试。';

export const errors: ErrorTerms = {
  'code-invalid': ['面试码不正确。', '请核对收到的面试码。'],
  'too-early': ['还不到可以进入的时间。', LATER],
  expired: ['可以进入的时间已过。', '关于新的时间，请咨询面试的邀请方。'],
  canceled: ['这场面试已取消。', ASK],
  ended: ['这场面试已经结束。', ASK],
  full: ['人数已满。', '请在有人离开后重试。'],
  rejected: ['进入请求未获准许。', ASK],
  removed: ['无法再次进入这场面试。', ASK],
  'name-required': ['需要填写姓名。', '请输入其他参加者会看到的姓名。'],
  'ticket-invalid': ['进入信息无效。', BACK],
  'ticket-expired': ['进入信息已过期。', BACK],
  'resume-invalid': ['无法回到之前的位置。', '请重新输入面试码。'],
  'duplicate-session': ['已在另一个窗口进入此面试。', '请在那个窗口继续。'],
  'origin-forbidden': ['无法在这个网站打开面试。', '请告知网站管理员。'],
  'protocol-unsupported': ['本页与服务器的版本不一致。', '请刷新页面。'],
  forbidden: ['没有执行此操作的权限。', '请向面试官提出。'],
  'not-admitted': ['还没有获准进入。', '请等待面试官准许。'],
  'rate-limited': ['尝试次数过多。', LATER],
  'participant-unknown': ['该参加者已经离开。', '请查看参加者名单。'],
  'message-empty': ['消息没有内容。', '请先输入内容。'],
  'message-too-long': ['消息太长。', '请分成每条不超过 2,000 字的消息发送。'],
  unavailable: ['服务器暂时停用。', LATER],
  internal: ['服务器出现问题。', LATER],
  'server-unreachable': ['无法连接服务器。', NETWORK],
  timeout: ['服务器响应时间过长。', NETWORK],
  'connection-failed': ['无法与对方建立视频连接。', '请换用手机流量等其他网络再试。'],
  'negotiation-failed': ['无法与对方建立视频连接。', '请离开后重新进入。'],
  'media-unsupported': [
    '这个浏览器无法进行视频通话。',
    '请用最新版 Chrome、Edge、Safari 或 Firefox 打开。',
  ],
  'insecure-context': ['网址不安全，无法使用摄像头和麦克风。', '请确认网址以 https 开头。'],
  unknown: ['出现了问题。', LATER],
};
