import type { InterviewPublic, Participant } from '@rendev/interview-protocol';
import type { LinkStatistics, StreamStatistics } from '../../engine/link-statistics.ts';
import type {
  Chat,
  ChatEntry,
  ConnectionTest,
  LocalDevice,
  LocalMedia,
  Quality,
  RemoteParticipant,
  SessionSnapshot,
  SessionState,
} from '../../engine/session-snapshot.ts';

/** Samples of what a session shows. Each takes what shall be different. */
export const SELF_ID = 'self-0001';
const START = Date.parse('2030-05-14T05:00:00.000Z');

export function interview(change: Partial<InterviewPublic> = {}): InterviewPublic {
  return {
    id: 'interview-1',
    title: '프런트엔드 개발자 인터뷰',
    scheduledAt: new Date(START).toISOString(),
    timeZone: 'Asia/Seoul',
    opensAt: new Date(START - 15 * 60_000).toISOString(),
    closesAt: null,
    maxParticipants: 6,
    admission: 'open',
    relayOnly: false,
    status: 'open',
    ...change,
  };
}

export function participant(change: Partial<Participant> = {}): Participant {
  return {
    id: SELF_ID,
    name: '김민수',
    role: 'candidate',
    epoch: 'epoch-0001',
    presence: 'connected',
    admitted: true,
    media: { microphone: true, camera: true, screen: false },
    hand: false,
    handRaisedAt: null,
    joinedAt: new Date(START).toISOString(),
    ...change,
  };
}

export function quality(level: Quality['level'], change: Partial<Quality> = {}): Quality {
  return { level, reason: null, incoming: null, outgoing: null, ...change };
}

export function remote(change: Partial<RemoteParticipant> = {}): RemoteParticipant {
  return {
    ...participant({ id: 'remote-0001', name: '이지우', role: 'interviewer' }),
    link: 'connected',
    quality: quality('good'),
    cameraPaused: false,
    ownCameraPaused: false,
    stream: null,
    screenStream: null,
    ...change,
  };
}

function stream(change: Partial<StreamStatistics> = {}): StreamStatistics {
  return {
    kbps: 32,
    lossPercent: 0,
    jitterMs: 4,
    codec: 'opus',
    width: null,
    height: null,
    framesPerSecond: null,
    limitedBy: null,
    ...change,
  };
}

/** A relayed link that sends smaller pictures than it receives. */
export function linkStatistics(change: Partial<LinkStatistics> = {}): LinkStatistics {
  const picture = { codec: 'VP8', width: 1280, height: 720, framesPerSecond: 30 };
  const small = { width: 640, height: 360, framesPerSecond: 15, limitedBy: 'bandwidth' } as const;
  return {
    participantId: 'remote-0001',
    path: { kind: 'relayed', transport: 'tls' },
    roundTripMs: 141.6,
    availableKbps: 610,
    incoming: {
      microphone: stream({ lossPercent: 1.25 }),
      camera: stream({ ...picture, kbps: 1480 }),
      screen: null,
    },
    outgoing: {
      microphone: stream({ jitterMs: null }),
      camera: stream({ ...picture, ...small, kbps: 310, jitterMs: null }),
      screen: null,
    },
    ...change,
  };
}

export function device(change: Partial<LocalDevice> = {}): LocalDevice {
  return { status: 'off', error: null, deviceId: null, ...change };
}

export function media(change: Partial<LocalMedia> = {}): LocalMedia {
  return {
    microphone: device(),
    camera: device(),
    screen: device(),
    stream: null,
    screenStream: null,
    devices: { microphones: [], cameras: [], speakers: [] },
    speakerId: null,
    canShareScreen: true,
    offered: null,
    lowData: false,
    talkingMuted: false,
    ...change,
  };
}

export function chat(change: Partial<Chat> = {}): Chat {
  const marks = new Map<string, number>();
  return { entries: [], unread: 0, typing: [], readMarks: marks, deliveredMarks: marks, ...change };
}

/** A stored message; by the other participant unless `mine`. */
export function sent(seq: number, text: string, mine = false): ChatEntry {
  const id = `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`;
  const from = mine ? SELF_ID : 'remote-0001';
  const name = mine ? '김민수' : '이지우';
  const sentAt = new Date(START + seq * 20_000).toISOString();
  return { status: 'sent', id, mine, message: { id, seq, from, name, text, sentAt } };
}

export function connectionTest(change: Partial<ConnectionTest> = {}): ConnectionTest {
  return { status: 'off', udp: 'untested', tcp: 'untested', tls: 'untested', ...change };
}

export function emptySnapshot(change: Partial<SessionSnapshot> = {}): SessionSnapshot {
  return {
    state: { name: 'idle' },
    interview: null,
    self: null,
    participants: [],
    media: media(),
    chat: chat(),
    connectionTest: connectionTest(),
    clockOffsetMs: 0,
    ...change,
  };
}

export function inCall(change: Partial<SessionSnapshot> = {}): SessionSnapshot {
  return emptySnapshot({
    state: { name: 'in-call' },
    interview: interview(),
    self: participant(),
    participants: [remote()],
    media: media({ microphone: device({ status: 'on' }), camera: device({ status: 'on' }) }),
    ...change,
  });
}

export function lobby(
  change: Partial<Extract<SessionState, { name: 'lobby' }>> = {},
): Extract<SessionState, { name: 'lobby' }> {
  return {
    name: 'lobby',
    role: 'candidate',
    inside: [],
    personName: '김민수',
    nameFixed: true,
    error: null,
    ...change,
  };
}
