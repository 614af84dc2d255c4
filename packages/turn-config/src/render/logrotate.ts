import type { TurnConfig } from '../settings/turn-config.ts';
import { PLAIN, type Artifact } from './artifact.ts';
import { unsuitable, type Unsuitable } from './unsuitable.ts';

export function renderLogrotate({ settings }: TurnConfig): Artifact[] | Unsuitable {
  if (!settings.log.startsWith('/')) {
    return unsuitable('log', `coturn logs to ${settings.log}: there is no file to rotate`);
  }
  const text = `# /etc/logrotate.d/rendev-turn
${settings.log} {
  daily
  rotate 14
  maxsize 100M
  compress
  delaycompress
  missingok
  notifempty
  create 0640 turnserver turnserver
  postrotate
    # SIGHUP opens the new file and keeps every call.
    systemctl kill --signal=SIGHUP --kill-who=main coturn || true
  endscript
}
`;
  return [{ name: 'logrotate.conf', mode: PLAIN, text }];
}
