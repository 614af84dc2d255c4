import type { StatisticsTerms } from '../statistics-terms.ts';

export const statistics: StatisticsTerms = {
  notMeasured: 'まだ測定された値がありません。',
  path: '経路',
  direct: '直接',
  relayed: '中継サーバー経由',
  roundTrip: '往復時間',
  available: '送信に使える速度',
  incoming: '受信',
  outgoing: '送信',
  screen: '画面共有',
  speed: '速度',
  loss: '損失',
  jitter: 'ゆらぎ',
  size: '解像度',
  frames: 'フレーム毎秒',
  codec: 'コーデック',
  limit: '画質を抑えている原因',
  cpu: 'この端末の性能',
  bandwidth: 'インターネットの速度',
};
