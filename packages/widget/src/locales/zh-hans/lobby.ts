import type { LobbyTerms } from '../lobby-terms.ts';

export const lobby: LobbyTerms = {
  ready: '准备好了吗？',
  join: '进入',
  joinWithout: '不用麦克风和摄像头进入',
  headphones: '使用耳机，彼此会听得更清楚。',
  nobodyInside: '还没有人进入。',
  insideNow: (names) => `已经进入：${names}。`,
  insideMore: (names, more) => `已经进入：${names}，另有 ${more} 人。`,

  why: {
    both: '请打开麦克风和摄像头',
    microphone: '请打开麦克风',
    camera: '请打开摄像头',
  },
  whyHelp: '只用于与其他参加者交谈。进入之前，没有人能听到或看到您，并且随时可以关闭。',
  allow: {
    both: '允许使用麦克风和摄像头',
    microphone: '允许使用麦克风',
    camera: '允许使用摄像头',
  },
  answer: '浏览器询问时，请选择“允许”。',

  preview: '自己的画面预览',
  cameraIsOff: '摄像头已关闭',
  cameraStarting: '正在打开摄像头',
  observing: '旁听者只能观看和收听。',

  connection: {
    label: '连接',
    running: '正在检查',
    good: '连接良好',
    limited: '可以连接',
    limitedHelp: '在这个网络上画面可能不够流畅，换一个网络也许会更好。',
    blocked: '无法确认连接',
    blockedHelp:
      '在这个网络上可能无法通话。请换一个网络或关闭 VPN。如果仍不行，请咨询面试的邀请方。',
  },

  voice: {
    label: '自己的声音',
    start: '录音试听',
    help: '录音 3 秒后播放，录音不会离开本页。',
    recording: (seconds) => `请说几句话，还剩 ${seconds} 秒。`,
    playing: '正在播放刚才的录音。',
    stop: '停止播放',
    played: '听到了吗？如果没有，请换一个扬声器试试。',
    silent: '没有录到声音，请换一个麦克风试试。',
    failed: '录音没有成功，请关闭麦克风后再打开。',
  },
};
