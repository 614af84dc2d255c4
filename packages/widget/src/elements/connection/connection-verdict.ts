import type { ConnectionTest } from '../../engine/session-snapshot.ts';

/** What a connection test means for the call. */
export type ConnectionVerdict = 'running' | 'good' | 'limited' | 'blocked';

/** `null` where nothing is tested. UDP alone keeps video smooth when packets are lost. */
export function connectionVerdict(test: ConnectionTest): ConnectionVerdict | null {
  if (test.status === 'off') return null;
  if (test.udp === 'works') return 'good';
  if (test.status === 'running') return 'running';
  return test.tcp === 'works' || test.tls === 'works' ? 'limited' : 'blocked';
}
