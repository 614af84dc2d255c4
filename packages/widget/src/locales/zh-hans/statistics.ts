import type { StatisticsTerms } from '../statistics-terms.ts';

export const statistics: StatisticsTerms = {
  notMeasured: '还没有测量结果。',
  path: '路径',
  direct: '直接连接',
  relayed: '经中转服务器',
  roundTrip: '往返时间',
  available: '可用发送速度',
  incoming: '接收',
  outgoing: '发送',
  screen: '共享屏幕',
  speed: '速度',
  loss: '丢失',
  jitter: '抖动',
  size: '分辨率',
  frames: '每秒帧数',
  codec: '编解码',
  limit: '画质受限于',
  cpu: '本机性能',
  bandwidth: '网络速度',
};
