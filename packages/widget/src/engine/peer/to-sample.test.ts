import { assert } from 'chai';
import type { SlotName } from './media-slots.ts';
import { readStats, type Stat } from './stats-reading.ts';
import { toSample } from './to-sample.ts';

const MIDS: Readonly<Record<string, SlotName>> = {
  '0': 'microphone',
  '1': 'camera',
  '2': 'screen',
  '3': 'screenSound',
};
const read = (rows: readonly Stat[], at: number) => readStats(rows, (mid) => MIDS[mid], at);

/** As Chromium tells it after so many seconds of a call. */
const chromium = (seconds: number): Stat[] => [
  { id: 'T', type: 'transport', selectedCandidatePairId: 'P2' },
  { id: 'P1', type: 'candidate-pair', bytesReceived: 7, availableOutgoingBitrate: 1 },
  {
    id: 'P2',
    type: 'candidate-pair',
    localCandidateId: 'L',
    remoteCandidateId: 'R',
    currentRoundTripTime: 0.025,
    availableOutgoingBitrate: 640_000,
    bytesReceived: 20_000 * seconds,
  },
  { id: 'L', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
  { id: 'R', type: 'remote-candidate', candidateType: 'relay', protocol: 'udp' },
  { id: 'C1', type: 'codec', mimeType: 'audio/opus' },
  { id: 'C2', type: 'codec', mimeType: 'video/VP8' },
  {
    id: 'I0',
    type: 'inbound-rtp',
    kind: 'audio',
    mid: '0',
    codecId: 'C1',
    bytesReceived: 4_000 * seconds,
    headerBytesReceived: 1_000 * seconds,
    packetsReceived: 45 * seconds,
    packetsLost: 5 * seconds,
    jitter: 0.004,
  },
  {
    id: 'O1',
    type: 'outbound-rtp',
    kind: 'video',
    mid: '1',
    codecId: 'C2',
    bytesSent: 30_000 * seconds,
    headerBytesSent: 1_250 * seconds,
    packetsSent: 50 * seconds,
    frameWidth: 640,
    frameHeight: 360,
    framesPerSecond: 30,
    qualityLimitationReason: 'bandwidth',
  },
  { id: 'RI', type: 'remote-inbound-rtp', localId: 'O1', fractionLost: 0.25, jitter: 0.01 },
  // A slot on which nothing is sent is used to probe the bandwidth.
  { id: 'O2', type: 'outbound-rtp', kind: 'video', mid: '2', bytesSent: 0, packetsSent: seconds },
];

describe('a sample', () => {
  it('has the rates between two readings', () => {
    const sample = toSample(read(chromium(10), 1_000), read(chromium(12), 3_000));
    assert.deepEqual(sample, {
      at: 3_000,
      path: { kind: 'relayed', transport: 'udp' },
      relayUrl: null,
      roundTripMs: 25,
      availableKbps: 640,
      receivedBytes: 40_000,
      incoming: {
        microphone: {
          kbps: 40,
          lossPercent: 10,
          jitterMs: 4,
          codec: 'opus',
          width: null,
          height: null,
          framesPerSecond: null,
          limitedBy: null,
        },
        camera: null,
        screen: null,
      },
      outgoing: {
        microphone: null,
        camera: {
          kbps: 250,
          lossPercent: 25,
          jitterMs: 10,
          codec: 'VP8',
          width: 640,
          height: 360,
          framesPerSecond: 30,
          limitedBy: 'bandwidth',
        },
        screen: null,
      },
      incomingLossPercent: 10,
      outgoingLossPercent: 25,
    });
  });

  it('has no stream on which nothing has come since', () => {
    const now = chromium(10);
    const sample = toSample(read(now, 0), read(now, 1_000));
    assert.isNull(sample.incoming.microphone);
    assert.isNull(sample.outgoing.camera);
    assert.isNull(sample.incomingLossPercent);
    assert.isNull(sample.outgoingLossPercent);
    assert.equal(sample.receivedBytes, 0);
  });

  it('counts what comes on a new pair of candidates, whatever becomes of the old one', () => {
    const pair = (id: string, bytesReceived: number) => ({
      id,
      type: 'candidate-pair',
      bytesReceived,
    });
    const before = read([pair('old', 9_000)], 0);
    assert.equal(toSample(before, read([pair('new', 500)], 1_000)).receivedBytes, 500);
    const both = [pair('old', 9_100), pair('new', 500)];
    assert.equal(toSample(before, read(both, 1_000)).receivedBytes, 600);
  });

  it('knows how this page reaches its relay', () => {
    const rows: Stat[] = [
      { id: 'P', type: 'candidate-pair', selected: true, localCandidateId: 'L' },
      {
        id: 'L',
        type: 'local-candidate',
        candidateType: 'relay',
        protocol: 'udp',
        relayProtocol: 'tls',
      },
    ];
    const sample = toSample(read(rows, 0), read(rows, 1_000));
    assert.deepEqual(sample.path, { kind: 'relayed', transport: 'tls' });
  });

  it('takes no loss for less than none, as late packets are counted back', () => {
    const rows = (packetsLost: number, packets: number): Stat[] => [
      {
        id: 'I',
        type: 'inbound-rtp',
        mid: '0',
        bytesReceived: packets,
        packetsReceived: packets,
        packetsLost,
      },
    ];
    const sample = toSample(read(rows(10, 100), 0), read(rows(4, 150), 1_000));
    assert.equal(sample.incomingLossPercent, 0);
  });

  it('weighs the streams by their packets', () => {
    const stream = (mid: string, count: number, packetsLost: number) => ({
      id: `I${mid}`,
      type: 'inbound-rtp',
      mid,
      bytesReceived: count,
      packetsReceived: count,
      packetsLost,
    });
    const now = read([stream('0', 10, 10), stream('1', 90, 0)], 1_000);
    assert.closeTo(toSample(read([], 0), now).incomingLossPercent ?? NaN, 100 / 11, 0.001);
  });

  it('comes from what Firefox tells, which knows no transport and no estimate', () => {
    const firefox = (seconds: number): Stat[] => [
      {
        id: 'P',
        type: 'candidate-pair',
        selected: true,
        localCandidateId: 'L',
        bytesReceived: 10 * seconds,
      },
      { id: 'L', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
      {
        id: 'O',
        type: 'outbound-rtp',
        kind: 'audio',
        mid: '0',
        bytesSent: 4_000 * seconds,
        packetsSent: 50 * seconds,
      },
      { id: 'RI', type: 'remote-inbound-rtp', localId: 'O', roundTripTime: 0.08, fractionLost: 0 },
    ];
    const sample = toSample(read(firefox(1), 0), read(firefox(2), 1_000));
    assert.deepEqual(sample.path, { kind: 'direct', transport: 'udp' });
    assert.equal(sample.roundTripMs, 80);
    assert.isNull(sample.availableKbps);
    assert.equal(sample.outgoing.microphone?.kbps, 32);
    assert.equal(sample.receivedBytes, 10);
  });
});
