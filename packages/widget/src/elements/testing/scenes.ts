import { RendevError, type RendevErrorCode } from '../../engine/rendev-error.ts';
import type { EndReason } from '../../engine/session-snapshot.ts';
import {
  chat,
  connectionTest,
  device,
  emptySnapshot,
  inCall,
  interview,
  linkStatistics,
  lobby,
  media,
  participant,
  quality,
  remote,
  sent,
} from './snapshots.ts';
import { callScenes } from './call-scenes.ts';
import { chatScenes } from './chat-scenes.ts';
import { doorScenes } from './door-scenes.ts';
import type { Scene } from './scene.ts';
import { stageScenes } from './stage-scenes.ts';

const refused = (code: RendevErrorCode) =>
  emptySnapshot({ state: { name: 'refused', error: new RendevError(code) } });
const ended = (reason: EndReason) =>
  emptySnapshot({
    state: { name: 'ended', reason, durationMs: 61_000, canRejoin: true, word: null },
  });
const failed = media({
  microphone: device({ status: 'failed', error: 'permission-denied' }),
  camera: device({ status: 'failed', error: 'in-use' }),
});
const weak = quality('weak', { reason: 'bandwidth', incoming: 75, outgoing: 60 });
const threeOthers = [
  remote({ quality: weak, cameraPaused: true }),
  remote({ id: 'remote-0002', name: '박서준', quality: weak, ownCameraPaused: true }),
  remote({ id: 'remote-0003', name: 'Alexandra Konstantinopoulou-Whitfield', quality: weak }),
];
const interrupted = media({
  microphone: device({ status: 'interrupted' }),
  camera: device({ status: 'interrupted' }),
});
const waiting = remote({ id: 'waiting-1', name: '최은영', role: 'candidate', admitted: false });

/** Each screen in each of its states. */
export const scenes: Readonly<Record<string, Scene>> = {
  idle: { snapshot: emptySnapshot(), ko: '인터뷰 입장', en: 'Enter the interview' },
  checking: {
    snapshot: emptySnapshot({ state: { name: 'checking' } }),
    ko: '확인하고 있습니다',
    en: 'Checking',
  },
  refused: {
    snapshot: refused('code-invalid'),
    ko: '인터뷰 코드가 바르지 않습니다.',
    en: 'This interview code is not right.',
  },
  'ticket checking': {
    snapshot: emptySnapshot({ state: { name: 'checking' } }),
    attributes: { ticket: 'a-ticket' },
    ko: '확인하고 있습니다',
    en: 'Checking',
  },
  'ticket refused': {
    snapshot: refused('ticket-expired'),
    attributes: { ticket: 'a-ticket' },
    ko: '다시 시도',
    en: 'Try again',
  },
  countdown: {
    snapshot: emptySnapshot({
      state: { name: 'countdown', opensAt: Date.parse('2099-01-01T00:00:00Z') },
      interview: interview(),
    }),
    ko: '아직 열리지 않았습니다',
    en: 'Not open yet',
  },
  lobby: {
    snapshot: emptySnapshot({ state: lobby(), interview: interview() }),
    ko: '준비되셨나요?',
    en: 'Ready?',
  },
  'lobby on a poor network': {
    snapshot: emptySnapshot({
      state: lobby(),
      interview: interview(),
      connectionTest: connectionTest({ status: 'done', udp: 'fails', tls: 'works' }),
    }),
    ko: '영상이 덜 매끄러울 수 있어요.',
    en: 'the video may be less smooth',
  },
  'lobby with faults': {
    snapshot: emptySnapshot({
      state: lobby({ personName: null, nameFixed: false, error: new RendevError('full') }),
      interview: interview(),
      media: failed,
      connectionTest: connectionTest({ status: 'done', udp: 'fails', tls: 'fails' }),
    }),
    ko: '다른 프로그램이 카메라를 쓰고 있습니다.',
    en: 'Another program is using the camera.',
  },
  joining: {
    snapshot: emptySnapshot({ state: { name: 'joining' } }),
    ko: '입장하고 있습니다',
    en: 'Joining',
  },
  waiting: {
    snapshot: emptySnapshot({ state: { name: 'waiting' } }),
    ko: '승낙을 기다리고 있습니다',
    en: 'Waiting to be let in',
  },
  'in-call': { snapshot: inCall(), ko: '나가기', en: 'Leave' },
  alone: { snapshot: inCall({ participants: [] }), ko: '아직 혼자 있습니다', en: 'Nobody else' },
  'in-call with chat': {
    snapshot: inCall({ chat: chat({ entries: [sent(1, '안녕하세요'), sent(2, 'hello', true)] }) }),
    panel: 'chat',
    ko: '채팅',
    en: 'Chat',
  },
  'in-call with people': {
    snapshot: inCall({
      self: participant({ role: 'interviewer' }),
      participants: [remote({ hand: true }), waiting],
    }),
    panel: 'people',
    ko: '승낙을 기다리는 사람 1명',
    en: '1 person waiting to be let in',
  },
  'in-call with devices': {
    snapshot: inCall({ media: failed }),
    panel: 'devices',
    ko: '장치 설정',
    en: 'Devices',
  },
  reconnecting: {
    snapshot: inCall({
      state: { name: 'reconnecting', since: 0 },
      participants: [
        remote({
          link: 'reconnecting',
          quality: quality('reconnecting', { reason: 'path-lost' }),
        }),
      ],
    }),
    ko: '다시 연결하고 있습니다',
    en: 'Reconnecting',
  },
  'picture paused': {
    snapshot: inCall({
      participants: [remote({ quality: weak, cameraPaused: true, ownCameraPaused: true })],
    }),
    ko: '연결이 약해 영상을 잠시 멈췄습니다. 소리는 이어집니다.',
    en: 'Video is paused because the connection is weak. Sound goes on.',
  },
  'lost, away and reconnecting people': {
    snapshot: inCall({
      participants: [
        remote({ quality: quality('lost', { reason: 'no-path' }) }),
        remote({ id: 'r2', quality: quality('reconnecting', { reason: 'participant-away' }) }),
        remote({ id: 'r3', quality: quality('reconnecting', { reason: 'path-lost' }) }),
        remote({ id: 'r4', quality: quality('unknown') }),
      ],
    }),
    ko: '소리와 영상을 연결하지 못했습니다',
    en: 'Sound and video could not be connected',
  },
  'device offered': {
    snapshot: inCall({
      media: media({
        offered: { kind: 'speaker', deviceId: 'buds', label: 'Galaxy Buds3 Pro (1f3a)' },
      }),
    }),
    ko: '새 이어폰이나 스피커가 연결되었습니다. Galaxy Buds3 Pro (1f3a)',
    en: 'New earphones or speakers are connected. Galaxy Buds3 Pro (1f3a)',
  },
  'devices interrupted': {
    snapshot: inCall({ media: interrupted }),
    ko: '전화나 다른 앱이 마이크와 카메라를 쓰고 있어',
    en: 'A phone call or another app is using your microphone and camera',
  },
  'devices interrupted, with the panel': {
    snapshot: inCall({ media: { ...interrupted, lowData: true } }),
    panel: 'devices',
    ko: '데이터 절약',
    en: 'Use less data',
  },
  statistics: {
    snapshot: inCall({ participants: threeOthers }),
    measured: [
      linkStatistics(),
      linkStatistics({
        participantId: 'remote-0002',
        path: { kind: 'direct', transport: 'udp' },
        roundTripMs: 18,
        availableKbps: 2400,
      }),
    ],
    panel: 'statistics',
    ko: '내 인터넷 연결이 약해 영상이 흐려지거나 멈출 수 있습니다.',
    en: 'Your connection is weak, so video may blur or pause.',
  },
  left: { snapshot: ended('left'), ko: '인터뷰에서 나왔습니다', en: 'You left the interview' },
  ended: { snapshot: ended('ended'), ko: '인터뷰가 끝났습니다', en: 'The interview has ended' },
  expired: {
    snapshot: ended('expired'),
    ko: '정해진 시간이 되어',
    en: 'The time of the interview',
  },
  canceled: { snapshot: ended('canceled'), ko: '취소되었습니다', en: 'was canceled' },
  removed: { snapshot: ended('removed'), ko: '진행자의 결정으로', en: 'An interviewer ended' },
  rejected: { snapshot: ended('rejected'), ko: '받아들여지지', en: 'You were not let in' },
  duplicate: {
    snapshot: ended('duplicate-session'),
    ko: '다른 창에서 이 인터뷰에 입장했습니다',
    en: 'another window',
  },
  'network lost': { snapshot: ended('network-lost'), ko: '연결이 끊겨', en: 'connection' },
  ...doorScenes,
  ...callScenes,
  ...chatScenes,
  ...stageScenes,
};
