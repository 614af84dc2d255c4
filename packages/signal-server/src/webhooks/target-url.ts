import { isIP } from 'node:net';
import { ok, refuse, type Result } from '../result.ts';
import { isPublicAddress } from './target-address.ts';

const invalid = (message: string) =>
  refuse('target-invalid', { errors: [{ path: '/url', message }] });

/**
 * A URL that webhooks may go to, as far as can be told without asking for its address.
 *
 * @param allowPrivate in development: any address, and plain HTTP
 * @returns `target-invalid`
 */
export function parseTarget(text: string, allowPrivate: boolean): Result<URL> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && !(allowPrivate && url?.protocol === 'http:')) {
    return invalid('must be an https URL');
  }
  if (url.username !== '' || url.password !== '') return invalid('must not hold a password');
  if (url.hash !== '') return invalid('must not have a fragment');
  const isLiteral = isIP(hostOf(url)) !== 0;
  if (!allowPrivate && isLiteral && !isPublicAddress(hostOf(url))) {
    return invalid('must not be a private or local address');
  }
  return ok(url);
}

/** The host of a URL, without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
