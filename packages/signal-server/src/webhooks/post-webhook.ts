import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { DeliveryFault } from '@rendev/interview-protocol';
import { isPublicAddress } from './target-address.ts';
import { hostOf } from './target-url.ts';

const TIMEOUT_MS = 10_000;

/** Asks for all addresses of a name. */
type Resolve = (
  name: string,
  answer: (error: Error | null, addresses?: LookupAddress[]) => void,
) => void;

export interface PostOptions {
  /** In development: addresses that are not of the public Internet, too. */
  readonly allowPrivate: boolean;
  /** Default 10 s for the whole exchange. */
  readonly timeoutMs?: number;
  /** Default POST. */
  readonly method?: 'POST' | 'HEAD';
  /** Default: the system's. */
  readonly resolve?: Resolve;
}

export type PostOutcome =
  | { readonly ok: true; readonly status: number }
  | { readonly ok: false; readonly fault: DeliveryFault; readonly status?: number };

class AddressRefused extends Error {}

const systemResolve: Resolve = (name, answer) => {
  systemLookup(name, { all: true }, answer);
};

/**
 * Posts one webhook. Redirects are not followed and the body of the answer is not read. The address
 * is checked where the connection is made, on what the name stands for at that moment: a name whose
 * address changes after a check reaches nothing.
 */
export async function postWebhook(
  url: URL,
  message: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  { allowPrivate, timeoutMs = TIMEOUT_MS, method = 'POST', resolve = systemResolve }: PostOptions,
): Promise<PostOutcome> {
  const isAllowed = (address: string) => allowPrivate || isPublicAddress(address);
  const host = hostOf(url);
  // A literal address is connected to without being looked up.
  if (isIP(host) !== 0 && !isAllowed(host)) return { ok: false, fault: 'address-refused' };

  const lookup: LookupFunction = (name, options, answer) => {
    resolve(name, (error, addresses = []) => {
      const [first] = addresses;
      if (error !== null || first === undefined) {
        answer(error ?? new Error('no address'), '', 0);
      } else if (!addresses.every(({ address }) => isAllowed(address))) {
        answer(new AddressRefused(), '', 0);
      } else if (options.all === true) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
  // As a module, node:http brings the whole of Undici with it: a fifth of the start.
  const { request } = await (url.protocol === 'https:'
    ? import('node:https')
    : import('node:http'));
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const status = await new Promise<number>((settle, fail) => {
      const outgoing = request(url, {
        method,
        headers: { ...message.headers, 'content-length': Buffer.byteLength(message.body) },
        // A connection of its own, so that each one is checked.
        agent: false,
        lookup,
        signal: timeout,
      });
      outgoing.on('error', fail);
      outgoing.on('response', (answer) => {
        settle(answer.statusCode ?? 0);
        answer.destroy();
      });
      outgoing.end(message.body);
    });
    return status >= 200 && status < 300
      ? { ok: true, status }
      : { ok: false, fault: 'status', status };
  } catch (error) {
    if (error instanceof AddressRefused) return { ok: false, fault: 'address-refused' };
    return { ok: false, fault: timeout.aborted ? 'timeout' : 'unreachable' };
  }
}
