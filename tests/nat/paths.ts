import type { Page } from 'playwright-core';

export interface CandidateTypes {
  readonly local: readonly string[];
  readonly remote: readonly string[];
}

/** Types of the candidates that the page's live connections know: host, srflx, prflx, relay. */
export function candidateTypes(page: Page): Promise<CandidateTypes> {
  return page.evaluate(async () => {
    const types = { local: new Set<string>(), remote: new Set<string>() };
    for (const connection of globalThis.peerConnections) {
      if (connection.connectionState === 'closed') continue;
      for (const stat of (await connection.getStats()).values() as Iterable<
        RTCStats & { candidateType?: string }
      >) {
        if (stat.type === 'local-candidate') types.local.add(stat.candidateType ?? '');
        if (stat.type === 'remote-candidate') types.remote.add(stat.candidateType ?? '');
      }
    }
    return { local: [...types.local].sort(), remote: [...types.remote].sort() };
  });
}

export interface Path {
  /** Another one when the connection has moved to another path. */
  readonly pair: string;
  /** How the page's own end goes out: `relay over tls`, `srflx over udp`. */
  readonly way: string;
}

/** The path in use of the page's first live connection. */
export function pathInUse(page: Page): Promise<Path> {
  return page.evaluate(async () => {
    const connection = globalThis.peerConnections.find((c) => c.connectionState !== 'closed');
    const stats = (await connection?.getStats()) as ReadonlyMap<
      string,
      RTCStats & {
        selectedCandidatePairId?: string;
        localCandidateId?: string;
        candidateType?: string;
        protocol?: string;
        relayProtocol?: string;
      }
    >;
    const transport = [...stats.values()].find(({ type }) => type === 'transport');
    const pair = transport?.selectedCandidatePairId ?? '';
    const local = stats.get(stats.get(pair)?.localCandidateId ?? '');
    const protocol = local?.relayProtocol ?? local?.protocol ?? '';
    return { pair, way: `${local?.candidateType ?? ''} over ${protocol}` };
  });
}
