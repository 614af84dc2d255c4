import type { DirectionStatistics, StreamStatistics } from '../link-statistics.ts';
import type { LinkSample } from './link-sample.ts';
import type { SlotName } from './media-slots.ts';
import type { Reading, StreamReading } from './stats-reading.ts';

/** A stream in the time between two readings. */
interface Flow {
  /** Sent, or received and lost. */
  readonly packets: number;
  readonly statistics: StreamStatistics;
}

/** What happened between two readings of one link. */
export function toSample(before: Reading, now: Reading): LinkSample {
  const seconds = Math.max(now.at - before.at, 1) / 1000;
  const flows = (direction: 'incoming' | 'outgoing') => {
    const found = new Map<SlotName, Flow>();
    for (const [name, stream] of now[direction]) {
      const flow = flowOf(before[direction].get(name), stream, seconds);
      if (flow) found.set(name, flow);
    }
    return found;
  };
  const incoming = flows('incoming');
  const outgoing = flows('outgoing');
  return {
    at: now.at,
    path: now.path,
    relayUrl: now.relayUrl,
    roundTripMs: now.roundTripMs,
    availableKbps: now.availableKbps,
    receivedBytes: receivedBetween(before, now),
    incoming: statisticsOf(incoming),
    outgoing: statisticsOf(outgoing),
    incomingLossPercent: lossOfAll(incoming),
    outgoingLossPercent: lossOfAll(outgoing),
  };
}

/** By pair, as the counter of a new pair begins at nothing and that of a dropped one disappears. */
function receivedBetween(before: Reading, now: Reading): number {
  let bytes = 0;
  for (const [id, count] of now.receivedBytes) {
    bytes += Math.max(0, count - (before.receivedBytes.get(id) ?? 0));
  }
  return bytes;
}

/** `null` when nothing flowed; mere padding, which probes the bandwidth, does not count. */
function flowOf(
  before: StreamReading | undefined,
  now: StreamReading,
  seconds: number,
): Flow | null {
  if (now.payloadBytes <= (before?.payloadBytes ?? 0)) return null;
  const { jitterMs, codec, width, height, framesPerSecond, limitedBy } = now;
  // Packets that come after all make the count of the lost ones smaller again.
  const lost = Math.max(0, (now.lost ?? 0) - (before?.lost ?? 0));
  const packets = now.packets - (before?.packets ?? 0) + lost;
  return {
    packets,
    statistics: {
      kbps: ((now.bytes - (before?.bytes ?? 0)) * 8) / 1000 / seconds,
      lossPercent:
        now.lost === null ? now.reportedLossPercent : (100 * lost) / Math.max(packets, 1),
      jitterMs,
      codec,
      width,
      height,
      framesPerSecond,
      limitedBy,
    },
  };
}

function statisticsOf(flows: ReadonlyMap<SlotName, Flow>): DirectionStatistics {
  const of = (name: SlotName) => flows.get(name)?.statistics ?? null;
  return { microphone: of('microphone'), camera: of('camera'), screen: of('screen') };
}

function lossOfAll(flows: ReadonlyMap<SlotName, Flow>): number | null {
  let packets = 0;
  let weighted = 0;
  for (const { packets: count, statistics } of flows.values()) {
    if (statistics.lossPercent === null) continue;
    packets += count;
    weighted += count * statistics.lossPercent;
  }
  return packets > 0 ? weighted / packets : null;
}
