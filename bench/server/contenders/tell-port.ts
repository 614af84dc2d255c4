import type { AddressInfo } from 'node:net';

/** Tells the parent where this process listens. */
export function tellPort(address: AddressInfo | string | null): void {
  if (typeof address !== 'object' || address === null) throw new Error('It listens on no port');
  process.send?.({ port: address.port });
}
