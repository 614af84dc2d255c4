import type { CallTerms, LineOwner } from '../call-terms.ts';
import type { QualityReason } from '../../engine/session-snapshot.ts';

const subject: Record<LineOwner, (name: string) => string> = {
  own: () => '自己的网络连接',
  theirs: (name) => `${name} 的连接`,
  between: (name) => `与 ${name} 的连接`,
};
const sentence: Record<QualityReason, (owner: LineOwner, name: string) => string> = {
  'packet-loss': (owner, name) => `${subject[owner](name)}不稳定，声音和画面可能会中断。`,
  delay: (owner, name) => `${subject[owner](name)}较慢，声音可能会延迟。`,
  bandwidth: (owner, name) => `${subject[owner](name)}较弱，画面可能会模糊或停住。`,
  'path-lost': (owner, name) => `${subject[owner](name)}已断开，正在重新连接。`,
  'participant-away': (_owner, name) => `${name} 的连接已断开，正在等待。`,
  'no-path': (owner, name) =>
    `与${owner === 'own' ? '其他参加者' : ` ${name} `}之间无法接通声音和画面。`,
};
const remedy: Record<QualityReason, string> = {
  'packet-loss': '可以靠近路由器，或改用有线网络。',
  delay: '可以关闭 VPN，或暂停其他下载。',
  bandwidth: '可以暂停其他下载，或在设备设置中打开“节省流量”。',
  'path-lost': '会自动恢复，请稍候。',
  'participant-away': '对方回来后会自动接通。',
  'no-path': '可以换一个网络，或关闭 VPN。',
};
const THEIRS = '对方的连接好转后会自动改善。';
/** Against a weakness on the other side the person can do nothing. */
const remedyTheirs: Partial<Record<QualityReason, string>> = {
  'packet-loss': THEIRS,
  delay: THEIRS,
  bandwidth: THEIRS,
};

export const call: CallTerms = {
  quality: {
    unknown: '正在连接',
    good: '连接良好',
    weak: '连接较弱',
    reconnecting: '正在重新连接',
    lost: '未接通',
  },
  lines: '连接状态',
  linesFailed: '无法载入连接状态。',
  connecting: '正在连接',
  reconnecting: '正在重新连接',
  lost: '无法接通声音和画面',
  away: '连接已断开，正在等待',
  pausedWeak: '连接较弱，画面已暂停。',
  pausedSaving: '为节省流量，画面已暂停。',
  paused: '画面已暂停。',
  soundGoesOn: '声音仍在继续。',
  unseen: '对方现在看不到您的画面',
  unseenBySome: '部分人现在看不到您的画面',
  trouble: (reason, owner, name) => ({
    sentence: sentence[reason](owner, name),
    remedy: (owner === 'theirs' ? remedyTheirs[reason] : undefined) ?? remedy[reason],
  }),
  saidGood: '连接已恢复良好。',
  saidPaused: (names) => `${names} 的画面已暂停。`,
  interrupted: {
    microphone: '电话或其他应用正在使用麦克风，其他人听不到您的声音。',
    camera: '其他应用正在使用摄像头，其他人看不到您的画面。',
    both: '电话或其他应用正在使用麦克风和摄像头，其他人听不到也看不到您。',
  },
  interruptedHelp: '使用结束后会自动恢复。',
  offered: {
    microphone: '已接上新的麦克风。',
    camera: '已接上新的摄像头。',
    speaker: '已接上新的耳机或扬声器。',
  },
  useOffered: '使用此设备',
  notNow: '以后再说',
  timeLeft: (minutes) => `距离面试结束还有 ${minutes} 分钟。`,
  endHappens: '到时间后通话会自动结束，所有人都会离开。',
  extended: (minutes) => `面试时间延长了 ${minutes} 分钟。`,
  talkingMuted: '麦克风已关闭，其他人听不到您说话。',
  knocks: (name) => `${name} 正在等待进入。`,
};
