/**
 * Why the bus cannot serve a start.
 *
 * `bus-unreachable`: no Redis answers there; `bus-forbidden`: it does not accept user or password;
 * `bus-unsupported`: it is older than version 7.
 */
export type BusFaultCode = 'bus-unreachable' | 'bus-forbidden' | 'bus-unsupported';

/** The server must not start on this Redis. The message holds no user and no password. */
export class BusFault extends Error {
  override readonly name = 'BusFault';
  readonly code: BusFaultCode;

  constructor(code: BusFaultCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
