import type { Candidate, Description, Flow } from '@rendev/interview-protocol';

/** What a signal is about, whomever it is from and for. */
type Content =
  | { readonly description: Description }
  | { readonly candidates: readonly Candidate[] }
  | { readonly flow: Flow };

/** `candidate-attribute` of RFC 8839, section 5.1, up to the type. */
const RELAY = /^candidate:\S+ \d+ \S+ \d+ \S+ \d+ typ relay(?: |$)/i;
const CANDIDATE_LINE = /^\s*a=(?=candidate:)/i;
/** Pairs of addresses that a controlling agent chose (RFC 8839, section 5.2). */
const CHOSEN_LINE = /^\s*a=remote-candidates:/i;
/** `connection-address` and the like of RFC 8866: in the lines o=, c=, a=rtcp: and others. */
const ADDRESS = /\b(IN\s+IP([46]))\s+\S+/gi;
/** The address below a relayed one: where the TURN server sees the person. */
const RELATED_ADDRESS = /(\sraddr)\s+(\S+)/gi;
const RELATED_PORT = /(\srport)\s+\S+/gi;
/** A port beside an address that is no address is one that is no port (RFC 8840, section 4.1.1). */
const MEDIA_PORT = /^(m=\S+) [1-9]\d*(?=\s)/i;
const DISCARD_PORT = 9;

/**
 * What is left of a signal when only relayed paths may be tried, so that no address of a person
 * reaches the other: candidates of type relay without the address below them, and the mark that ends
 * the candidates; a description without the addresses of its own lines. A flow has none in it.
 *
 * @returns undefined when nothing is left
 */
export function keepRelayed<S extends Content>(signal: S): S | undefined {
  if ('description' in signal) {
    const lines = signal.description.sdp.split(/\r\n|\r|\n/);
    const sdp = lines.flatMap(keepLine).join('\r\n');
    return { ...signal, description: { ...signal.description, sdp } };
  }
  if ('flow' in signal) return signal;
  const candidates = signal.candidates
    .filter(({ candidate }) => candidate === '' || RELAY.test(candidate))
    .map((one) => ({ ...one, candidate: withoutRelated(one.candidate) }));
  return candidates.length === 0 ? undefined : { ...signal, candidates };
}

function keepLine(line: string): string[] {
  if (CANDIDATE_LINE.test(line)) {
    return RELAY.test(line.replace(CANDIDATE_LINE, '')) ? [withoutRelated(line)] : [];
  }
  if (CHOSEN_LINE.test(line)) return [];
  return [
    line
      .replace(ADDRESS, (_, network: string, version: string) => `${network} ${none(version)}`)
      .replace(MEDIA_PORT, `$1 ${DISCARD_PORT}`),
  ];
}

const withoutRelated = (candidate: string): string =>
  candidate
    .replace(RELATED_ADDRESS, (_, name: string, address: string) =>
      address.includes(':') ? `${name} ${none('6')}` : `${name} ${none('4')}`,
    )
    .replace(RELATED_PORT, '$1 0');

const none = (version: string): string => (version === '6' ? '::' : '0.0.0.0');
