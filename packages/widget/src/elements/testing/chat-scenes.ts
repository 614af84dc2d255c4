import type { ChatEntry } from '../../engine/session-snapshot.ts';
import type { Scene } from './scene.ts';
import { SELF_ID, chat, inCall, remote, sent } from './snapshots.ts';

const LONG = Array.from(
  { length: 30 },
  (_, n) => `${n + 1}. 지원해 주신 직무와 관련하여 가장 기억에 남는 과제를 설명해 주세요.`,
).join('\n');

const conversation: readonly ChatEntry[] = [
  sent(1, '안녕하세요, 만나서 반갑습니다.'),
  sent(2, '질문은 여기에 남겨 주셔도 됩니다.'),
  sent(5, '안녕하세요! 포트폴리오 링크 드립니다: https://example.com/portfolio를 봐 주세요.', true),
  sent(
    6,
    'I wrote about it at https://example.com/a-very-long-path-that-goes-on/and-on/index.html',
    true,
  ),
  sent(9, 'https://한국.kr'),
  sent(10, '👍'),
];

/** The chat in each of its states. */
export const chatScenes: Readonly<Record<string, Scene>> = {
  'chat, empty': {
    snapshot: inCall({ chat: chat({ typing: ['remote-0001'] }) }),
    panel: 'chat',
    ko: '이지우 님이 입력하고 있습니다',
    en: '이지우 is typing',
  },
  'chat, read and failed': {
    snapshot: inCall({
      chat: chat({
        entries: [
          ...conversation,
          {
            status: 'sending',
            id: 's',
            text: '가는 중인 메시지',
            createdAt: Date.UTC(2030, 4, 14, 5, 5),
          },
          {
            status: 'failed',
            id: 'f',
            text: '못 간 메시지',
            createdAt: Date.UTC(2030, 4, 14, 5, 5),
            code: 'timeout',
          },
        ],
        readMarks: new Map([['remote-0001', 5]]),
        deliveredMarks: new Map([['remote-0001', 6]]),
      }),
    }),
    panel: 'chat',
    ko: '보내지 못했습니다.',
    en: 'This message was not sent.',
  },
  'chat, long messages': {
    snapshot: inCall({
      participants: [
        remote(),
        remote({ id: 'remote-0002', name: 'Alexandra Konstantinopoulou-Whitfield' }),
      ],
      chat: chat({
        entries: [sent(1, LONG), sent(2, 'x'.repeat(300), true), sent(3, 'مرحبا، كيف حالك؟')],
        readMarks: new Map([
          [SELF_ID, 3],
          ['remote-0001', 2],
        ]),
      }),
    }),
    panel: 'chat',
    ko: '더 보기',
    en: 'Show more',
  },
};
