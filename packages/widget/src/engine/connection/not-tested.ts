import type { ConnectionTest } from '../session-snapshot.ts';

/** Before any test, and where there is no relay to test. */
export const NOT_TESTED: ConnectionTest = {
  status: 'off',
  udp: 'untested',
  tcp: 'untested',
  tls: 'untested',
};
