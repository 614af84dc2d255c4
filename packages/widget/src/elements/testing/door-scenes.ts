import { RendevError } from '../../engine/rendev-error.ts';
import type { EndReason } from '../../engine/session-snapshot.ts';
import type { Scene } from './scene.ts';
import {
  connectionTest,
  device,
  emptySnapshot,
  interview,
  lobby,
  media,
  participant,
} from './snapshots.ts';

const inLobby = (change: Parameters<typeof lobby>[0] = {}) =>
  emptySnapshot({
    state: lobby(change),
    interview: interview(),
    connectionTest: connectionTest({ status: 'done', udp: 'works' }),
  });
const choice = (kind: MediaDeviceKind, label: string): MediaDeviceInfo => ({
  kind,
  deviceId: label,
  label,
  groupId: '',
  toJSON: () => ({}),
});
const ready = media({
  microphone: device({ status: 'on', deviceId: '내장 마이크' }),
  camera: device({ status: 'on', deviceId: 'FaceTime HD Camera' }),
  devices: {
    microphones: [choice('audioinput', '내장 마이크'), choice('audioinput', 'Galaxy Buds3 Pro')],
    cameras: [choice('videoinput', 'FaceTime HD Camera')],
    speakers: [choice('audiooutput', '내장 스피커')],
  },
});
const ended = (reason: EndReason, word: string | null, durationMs = 0) =>
  emptySnapshot({ state: { name: 'ended', reason, durationMs, canRejoin: false, word } });

/** From the link to the door, and after the goodbye. */
export const doorScenes: Readonly<Record<string, Scene>> = {
  'lobby before the browser asks': {
    snapshot: inLobby(),
    permission: 'prompt',
    ko: '마이크와 카메라 허용하기',
    en: 'Join without microphone and camera',
  },
  'lobby, ready': {
    snapshot: { ...inLobby({ inside: [{ name: '이지우', role: 'interviewer' }] }), media: ready },
    ko: '이지우 님이 들어와 있습니다.',
    en: 'Record and listen',
  },
  'lobby, kept from the devices by the system': {
    snapshot: {
      ...inLobby(),
      media: media({
        microphone: device({ status: 'failed', error: 'blocked-by-system' }),
        camera: device({ status: 'failed', error: 'blocked-by-system' }),
      }),
    },
    ko: '기기 설정에서 브라우저의 카메라 사용을 막고 있습니다.',
    en: 'Your device keeps the browser from using the camera.',
  },
  'lobby of an observer': {
    snapshot: inLobby({ role: 'observer', error: new RendevError('rate-limited') }),
    permission: 'prompt',
    ko: '참관자는 보고 들을 수만 있습니다.',
    en: 'As an observer you can watch and listen only.',
  },
  'waiting, seen': {
    snapshot: emptySnapshot({
      state: { name: 'waiting' },
      interview: interview(),
      self: participant({ admitted: false }),
      media: ready,
    }),
    ko: '입장 요청이 전해졌습니다.',
    en: 'Your request has arrived.',
  },
  'rejected with a word': {
    snapshot: ended('rejected', '앞 순서가 조금 늦어지고 있어요.\n10분 뒤에 다시 들어와 주세요.'),
    ko: '10분 뒤에 다시 들어와 주세요.',
    en: 'From the interviewer',
  },
  'removed with a word': {
    snapshot: ended('removed', 'Thank you, that was all for today.', 1_800_000),
    ko: '진행자의 말',
    en: 'Thank you, that was all for today.',
  },
  'ended, to be rated': {
    snapshot: ended('ended', null, 3_725_000),
    ko: '매우 좋음',
    en: 'How was the quality of the call?',
  },
};
