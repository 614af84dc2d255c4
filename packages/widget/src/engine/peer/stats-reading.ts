import type { LinkStatistics } from '../link-statistics.ts';
import type { SlotName } from './media-slots.ts';

/** The counters of one stream in one direction since it began, and what holds at the moment. */
export interface StreamReading {
  /** Of the media itself. What fills up idle lines has none. */
  readonly payloadBytes: number;
  readonly bytes: number;
  readonly packets: number;
  /** Incoming: counted by this page. */
  readonly lost: number | null;
  /** Outgoing: of the interval that the peer's last report is about, 0 to 100. */
  readonly reportedLossPercent: number | null;
  readonly jitterMs: number | null;
  readonly codec: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly framesPerSecond: number | null;
  readonly limitedBy: 'cpu' | 'bandwidth' | null;
}

/** One reading of `getStats`. */
export interface Reading {
  /** `performance.now()`, ms. */
  readonly at: number;
  readonly path: LinkStatistics['path'];
  readonly relayUrl: string | null;
  readonly roundTripMs: number | null;
  readonly availableKbps: number | null;
  /** Bytes received by each pair of candidates, which ICE may change between. */
  readonly receivedBytes: ReadonlyMap<string, number>;
  readonly incoming: ReadonlyMap<SlotName, StreamReading>;
  readonly outgoing: ReadonlyMap<SlotName, StreamReading>;
}

/** A row of the report (W3C WebRTC statistics). Any member may be missing: browsers differ. */
export type Stat = Readonly<Record<string, unknown>>;

/** @param slotOf finds the slot by the `mid` of its media section */
export function readStats(
  report: Iterable<Stat>,
  slotOf: (mid: string) => SlotName | undefined,
  at: number,
): Reading {
  const stats = [...report];
  const byId = new Map(stats.map((stat) => [stat['id'], stat]));
  const ofType = (type: string) => stats.filter((stat) => stat['type'] === type);
  const pairs = ofType('candidate-pair');
  const peerReports = new Map(ofType('remote-inbound-rtp').map((stat) => [stat['localId'], stat]));
  const streams = (type: string) => {
    const found = new Map<SlotName, StreamReading>();
    for (const stat of ofType(type)) {
      const slot = slotOf(String(stat['mid']));
      if (slot) {
        found.set(slot, readStream(stat, peerReports.get(stat['id']), byId.get(stat['codecId'])));
      }
    }
    return found;
  };
  const pair = selectedPair(pairs, ofType('transport'));
  const roundTrips = [...peerReports.values()].map((stat) => numberOf(stat['roundTripTime']));
  const local = byId.get(pair?.['localCandidateId']);
  return {
    at,
    path: pathOf(local, byId.get(pair?.['remoteCandidateId'])),
    relayUrl: relayUrlOf(local),
    roundTripMs: scaled(
      numberOf(pair?.['currentRoundTripTime']) ??
        roundTrips.find((value) => value !== null) ??
        null,
      1000,
    ),
    availableKbps: estimateOf(pair),
    receivedBytes: new Map(
      pairs.map((stat) => [String(stat['id']), numberOf(stat['bytesReceived']) ?? 0]),
    ),
    incoming: streams('inbound-rtp'),
    outgoing: streams('outbound-rtp'),
  };
}

/** Firefox has no `transport` rows, and marks the pair itself. */
function selectedPair(pairs: readonly Stat[], transports: readonly Stat[]): Stat | undefined {
  const selected = transports.map((stat) => stat['selectedCandidatePairId']);
  return pairs.find((stat) => stat['selected'] === true || selected.includes(stat['id']));
}

function pathOf(local: Stat | undefined, remote: Stat | undefined): LinkStatistics['path'] {
  if (!local) return null;
  const isRelayed = local['candidateType'] === 'relay';
  const transport = isRelayed ? local['relayProtocol'] : local['protocol'];
  return {
    kind: isRelayed || remote?.['candidateType'] === 'relay' ? 'relayed' : 'direct',
    transport: transport === 'tcp' || transport === 'tls' ? transport : 'udp',
  };
}

function relayUrlOf(local: Stat | undefined): string | null {
  const url = local?.['candidateType'] === 'relay' ? local['url'] : null;
  return typeof url === 'string' ? url : null;
}

/**
 * @param peerReport `remote-inbound-rtp`, for what is sent
 */
function readStream(
  stat: Stat,
  peerReport: Stat | undefined,
  codec: Stat | undefined,
): StreamReading {
  const either = (received: string, sent: string) => numberOf(stat[received] ?? stat[sent]) ?? 0;
  const payloadBytes = either('bytesReceived', 'bytesSent');
  const mimeType = codec?.['mimeType'];
  const limit = stat['qualityLimitationReason'];
  return {
    payloadBytes,
    bytes: payloadBytes + either('headerBytesReceived', 'headerBytesSent'),
    packets: either('packetsReceived', 'packetsSent'),
    lost: numberOf(stat['packetsLost']),
    reportedLossPercent: scaled(numberOf(peerReport?.['fractionLost']), 100),
    jitterMs: scaled(numberOf(stat['jitter'] ?? peerReport?.['jitter']), 1000),
    codec: typeof mimeType === 'string' ? mimeType.replace(/^\w+\//, '') : null,
    width: numberOf(stat['frameWidth']),
    height: numberOf(stat['frameHeight']),
    framesPerSecond: numberOf(stat['framesPerSecond']),
    limitedBy: limit === 'cpu' || limit === 'bandwidth' ? limit : null,
  };
}

/** 0 is what a browser says before it has estimated anything. */
function estimateOf(pair: Stat | undefined): number | null {
  const bitrate = numberOf(pair?.['availableOutgoingBitrate']);
  return bitrate === 0 ? null : scaled(bitrate, 1 / 1000);
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function scaled(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
}
