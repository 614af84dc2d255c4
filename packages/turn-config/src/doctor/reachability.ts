import type { TlsFacts } from '../stun/transport.ts';
import { ATTRIBUTE } from '../stun/constants.ts';
import { formatEndpoint } from '../stun/address.ts';
import { attribute } from '../stun/message.ts';
import { mappedAddress } from '../stun/turn-client.ts';
import { describeFailure, fail, pass, warn, type CheckResult } from './check-result.ts';
import type { FaultCode } from './faults.ts';
import type { Probe } from './probe.ts';

const DAY_MS = 86_400_000;
const EXPIRY_WARNING_DAYS = 14;

/** A header, one address and FINGERPRINT take 40 bytes; IPv6 12 more. */
const LEAN_ANSWER_BYTES = 52;

/** Node's codes for a certificate of another name, and for one outside its dates. */
const CERTIFICATE_FAULTS: Record<string, FaultCode> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
};

export interface Reached {
  results: CheckResult[];
  /** Whether anything more can be asked of this URL. */
  isAnswering: boolean;
}

/** Connection, certificate, and what a stranger is answered. */
export async function checkReachability(probe: Probe): Promise<Reached> {
  const { uri, address } = probe.options;
  const connected = await probe.connect();
  if (!connected.ok) {
    const fault = uri.transport === 'tls' ? 'tls-unreachable' : 'unreachable';
    const detail = `${address} port ${uri.port}: ${connected.reason}`;
    return { results: [fail('connect', fault, detail)], isAnswering: false };
  }

  const { client } = connected;
  const { tls, connectMs } = client.transport;
  const results: CheckResult[] = [];
  if (tls) {
    results.push(pass('connect', `${address}, ${tls.protocol}`, connectMs));
    results.push(certificateResult(tls, probe.options.now()));
  } else if (client.transport.isReliable) {
    results.push(pass('connect', address, connectMs));
  }

  const binding = await client.binding();
  if (!binding.ok) {
    const isSilent = binding.failure.kind === 'timeout' || binding.failure.kind === 'closed';
    const fault = isSilent && uri.transport === 'udp' ? 'unreachable' : 'no-binding';
    results.push(fail('binding', fault, describeFailure(binding.failure)));
    return { results, isAnswering: false };
  }

  const mapped = mappedAddress(binding.message);
  const seenAs = mapped ? `seen as ${formatEndpoint(mapped)}` : 'no address in the answer';
  results.push(
    mapped ? pass('binding', seenAs, binding.roundTripMs) : fail('binding', 'no-binding', seenAs),
  );

  const answerBytes = binding.message.raw.length;
  const ratio = `${binding.sentBytes} bytes answered with ${answerBytes}`;
  if (uri.transport === 'udp') {
    results.push(
      answerBytes > LEAN_ANSWER_BYTES
        ? warn('reflection', 'reflects', ratio)
        : pass('reflection', ratio),
    );
  }
  const software = attribute(binding.message, ATTRIBUTE.software);
  results.push(
    software
      ? warn('software', 'software-shown', software.toString())
      : pass('software', 'not shown'),
  );
  return { results, isAnswering: true };
}

function certificateResult({ certificate, fault }: TlsFacts, now: number): CheckResult {
  const days = Math.floor((Date.parse(certificate.valid_to) - now) / DAY_MS);
  if (fault !== undefined) {
    const code = CERTIFICATE_FAULTS[fault] ?? 'certificate-untrusted';
    return fail('certificate', code, `${fault}, until ${certificate.valid_to}`);
  }
  const detail = `${days} days left`;
  return days < EXPIRY_WARNING_DAYS
    ? warn('certificate', 'certificate-expiring', detail)
    : pass('certificate', detail);
}
