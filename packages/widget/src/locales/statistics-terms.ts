import { textsOf } from './texts.ts';

export interface StatisticsTerms {
  readonly notMeasured: string;
  readonly path: string;
  readonly direct: string;
  readonly relayed: string;
  readonly roundTrip: string;
  readonly available: string;
  readonly incoming: string;
  readonly outgoing: string;
  readonly screen: string;
  readonly speed: string;
  readonly loss: string;
  readonly jitter: string;
  readonly size: string;
  readonly frames: string;
  readonly codec: string;
  readonly limit: string;
  readonly cpu: string;
  readonly bandwidth: string;
}

/** Texts of the statistics, which load with them. */
export const statisticsTerms = textsOf<StatisticsTerms>('statistics', {
  ko: {
    notMeasured: '아직 측정된 값이 없습니다.',
    path: '경로',
    direct: '직접 연결',
    relayed: '중계 서버 경유',
    roundTrip: '왕복 시간',
    available: '보낼 수 있는 속도',
    incoming: '받기',
    outgoing: '보내기',
    screen: '화면 공유',
    speed: '속도',
    loss: '손실',
    jitter: '시간 흔들림',
    size: '해상도',
    frames: '초당 프레임',
    codec: '코덱',
    limit: '화질을 낮춘 까닭',
    cpu: '기기 성능',
    bandwidth: '인터넷 속도',
  },
  en: {
    notMeasured: 'Nothing has been measured yet.',
    path: 'Path',
    direct: 'Direct',
    relayed: 'Relayed',
    roundTrip: 'Round trip',
    available: 'Speed available to send',
    incoming: 'Received',
    outgoing: 'Sent',
    screen: 'Shared screen',
    speed: 'Speed',
    loss: 'Loss',
    jitter: 'Jitter',
    size: 'Resolution',
    frames: 'Frames per second',
    codec: 'Codec',
    limit: 'Held back by',
    cpu: 'This device',
    bandwidth: 'Internet speed',
  },
});
