import type { Candidate, Description, Flow } from '@rendev/interview-protocol';

/** What a signal is about, whomever it is from and for. */
type Content =
  | { readonly description: Description }
  | { readonly candidates: readonly Candidate[] }
  | { readonly flow: Flow };

/** `candidate-attribute` of RFC 8839, section 5.1, up to the type. */
const RELAY = /^candidate:\S+ \d+ \S+ \d+ \S+ \d+ typ relay(?: |$)/i;
const CANDIDATE_LINE = /^\s*a=(?=candidate:)/i;

/**
 * What is left of a signal when only relayed paths may be tried, so that no address of a person
 * reaches the other: candidates of type relay, and the mark that ends the candidates. A flow has no
 * address in it.
 *
 * @returns undefined when nothing is left
 */
export function keepRelayed<S extends Content>(signal: S): S | undefined {
  if ('description' in signal) {
    const lines = signal.description.sdp.split(/\r\n|\r|\n/);
    const sdp = lines
      .filter((line) => !CANDIDATE_LINE.test(line) || RELAY.test(line.replace(CANDIDATE_LINE, '')))
      .join('\r\n');
    return { ...signal, description: { ...signal.description, sdp } };
  }
  if ('flow' in signal) return signal;
  const candidates = signal.candidates.filter(
    ({ candidate }) => candidate === '' || RELAY.test(candidate),
  );
  return candidates.length === 0 ? undefined : { ...signal, candidates };
}
