/**
 * Why the server cannot start on what it is given.
 *
 * The store: `store-unreachable`: nothing answers there; `store-forbidden`: the user, password or
 * database is not accepted; `store-newer`: a newer server migrated it; `store-migration-failed`.
 *
 * The bus between the nodes: `bus-unreachable`: no Redis answers there; `bus-forbidden`: it does not
 * accept user or password; `bus-unsupported`: it is older than version 7.
 */
export type StartFaultCode =
  | 'store-unreachable'
  | 'store-forbidden'
  | 'store-newer'
  | 'store-migration-failed'
  | 'bus-unreachable'
  | 'bus-forbidden'
  | 'bus-unsupported';

/** The server must not start. The message holds no user and no password. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
  readonly code: StartFaultCode;

  constructor(code: StartFaultCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
