import { randomBytes } from 'node:crypto';
import type { Content } from './wires/wire.ts';

/** For each description so many candidates, each in a signal of its own, as they trickle. */
const CANDIDATES_EACH = 6;

/** What the setting up of calls looks like to a relay: descriptions of 4 kB, candidates of 200 bytes. */
export function* signals(): Generator<Content, never> {
  const description = { type: 'offer', sdp: sessionDescription(), offerId: 'bench' } as const;
  const candidates = [candidate()];
  for (;;) {
    yield { description };
    for (let sent = 0; sent < CANDIDATES_EACH; sent += 1) yield { candidates };
  }
}

const candidate = () => ({
  candidate:
    'candidate:4233069003 1 udp 1677729535 203.0.113.77 54321 typ srflx raddr 0.0.0.0 rport 0 generation 0 ufrag Xk3v network-id 1 network-cost 10',
  sdpMid: '0',
  sdpMLineIndex: 0,
});

/** As a browser writes it, of sound and two pictures. */
function sessionDescription(): string {
  const secrets = [
    `a=ice-ufrag:${randomBytes(3).toString('base64')}`,
    `a=ice-pwd:${randomBytes(18).toString('base64')}`,
    'a=ice-options:trickle',
    `a=fingerprint:sha-256 ${(randomBytes(32).toString('hex').match(/../g) ?? []).join(':').toUpperCase()}`,
    'a=setup:actpass',
  ];
  const head = ['v=0', 'o=- 4611731400430051336 2 IN IP4 127.0.0.1', 's=-', 't=0 0'];
  const lines = [
    ...head,
    'a=group:BUNDLE 0 1 2',
    'a=extmap-allow-mixed',
    'a=msid-semantic: WMS',
    ...section('audio', 0, AUDIO, secrets),
    ...section('video', 1, VIDEO, secrets),
    ...section('video', 2, VIDEO, secrets),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

interface Codec {
  readonly name: string;
  readonly lines: readonly string[];
}

const AUDIO: readonly Codec[] = [
  { name: 'opus/48000/2', lines: ['rtcp-fb:% transport-cc', 'fmtp:% minptime=10;useinbandfec=1'] },
  { name: 'red/48000/2', lines: ['fmtp:% 111/111'] },
  { name: 'PCMU/8000', lines: [] },
  { name: 'telephone-event/48000', lines: [] },
];
const FEEDBACK = ['goog-remb', 'transport-cc', 'ccm fir', 'nack', 'nack pli'];
const video = (name: string, ...lines: string[]): Codec => ({
  name,
  lines: [...FEEDBACK.map((kind) => `rtcp-fb:% ${kind}`), ...lines],
});
const VIDEO: readonly Codec[] = [
  video('VP8/90000'),
  video('VP9/90000', 'fmtp:% profile-id=0'),
  video(
    'H264/90000',
    'fmtp:% level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
  ),
  { name: 'rtx/90000', lines: ['fmtp:% apt=96'] },
];
const EXTENSIONS = [
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:sdes:mid',
];

function section(
  kind: 'audio' | 'video',
  mid: number,
  codecs: readonly Codec[],
  secrets: readonly string[],
): string[] {
  const numbers = codecs.map((_, index) => 96 + index);
  return [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${numbers.join(' ')}`,
    'c=IN IP4 0.0.0.0',
    'a=rtcp:9 IN IP4 0.0.0.0',
    ...secrets,
    `a=mid:${mid}`,
    ...EXTENSIONS.map((uri, index) => `a=extmap:${index + 1} ${uri}`),
    'a=sendrecv',
    `a=msid:- ${randomBytes(16).toString('hex')}`,
    'a=rtcp-mux',
    'a=rtcp-rsize',
    ...codecs.flatMap(({ name, lines }, index) => [
      `a=rtpmap:${96 + index} ${name}`,
      ...lines.map((line) => `a=${line.replace('%', String(96 + index))}`),
    ]),
  ];
}
