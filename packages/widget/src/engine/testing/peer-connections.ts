import { until } from './until.ts';

/** Watches every RTCPeerConnection that the page makes. */
export class PeerConnections {
  readonly all: RTCPeerConnection[] = [];
  readonly #original = RTCPeerConnection;

  constructor() {
    const { all } = this;
    globalThis.RTCPeerConnection = class extends this.#original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        all.push(this);
      }
    };
  }

  restore(): void {
    globalThis.RTCPeerConnection = this.#original;
  }

  get open(): RTCPeerConnection[] {
    return this.all.filter(({ connectionState }) => connectionState !== 'closed');
  }

  /** Waits until each open connection decodes more video than before, by its own statistics. */
  async untilAllDecode(): Promise<void> {
    for (const pc of this.open) {
      const start = await framesDecoded(pc);
      await until('frames are decoded', async () => (await framesDecoded(pc)) > start + 3);
    }
  }
}

export async function framesDecoded(pc: RTCPeerConnection): Promise<number> {
  return sumOf(await pc.getStats(), 'inbound-rtp', 'video', 'framesDecoded');
}

export async function audioBytesSent(pc: RTCPeerConnection): Promise<number> {
  return sumOf(await pc.getStats(), 'outbound-rtp', 'audio', 'bytesSent');
}

/** What the camera may take on a connection with the four slots, kbps; `NaN` where nothing is set. */
export function cameraKbps(pc: RTCPeerConnection): number {
  const [, camera] = pc.getTransceivers();
  return (camera?.sender.getParameters().encodings[0]?.maxBitrate ?? NaN) / 1000;
}

export async function videoBytesSent(pc: RTCPeerConnection): Promise<number> {
  return sumOf(await pc.getStats(), 'outbound-rtp', 'video', 'bytesSent');
}

function sumOf(stats: RTCStatsReport, type: string, kind: string, field: string): number {
  let sum = 0;
  stats.forEach((report: Record<string, unknown>) => {
    const value = report[field];
    if (report['type'] === type && report['kind'] === kind && typeof value === 'number')
      sum += value;
  });
  return sum;
}
