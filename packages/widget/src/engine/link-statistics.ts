/** What was measured on the link to one participant in the last second. */
export interface LinkStatistics {
  readonly participantId: string;
  /** `null` before the path is found. */
  readonly path: {
    readonly kind: 'direct' | 'relayed';
    /** How this page reaches the relay, or the other page. */
    readonly transport: 'udp' | 'tcp' | 'tls';
  } | null;
  readonly roundTripMs: number | null;
  /** What the browser believes it could send, kbps. */
  readonly availableKbps: number | null;
  readonly incoming: DirectionStatistics;
  readonly outgoing: DirectionStatistics;
}

export interface DirectionStatistics {
  readonly microphone: StreamStatistics | null;
  readonly camera: StreamStatistics | null;
  readonly screen: StreamStatistics | null;
}

/** One stream in one direction; `null` is not known. */
export interface StreamStatistics {
  readonly kbps: number;
  /** Of the packets of the last second, 0 to 100. */
  readonly lossPercent: number | null;
  readonly jitterMs: number | null;
  /** Such as `opus` or `VP8`. */
  readonly codec: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly framesPerSecond: number | null;
  /** Outgoing pictures: what makes them smaller than wished. */
  readonly limitedBy: 'cpu' | 'bandwidth' | null;
}
