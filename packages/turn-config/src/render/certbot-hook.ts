import type { TurnConfig } from '../settings/turn-config.ts';
import { SCRIPT, type Artifact } from './artifact.ts';
import { unsuitable, type Unsuitable } from './unsuitable.ts';

export function renderCertbot(config: TurnConfig): Artifact[] | Unsuitable {
  const text = certbotHook(config);
  if (text === undefined) return unsuitable('tls', 'Without tls there is no certificate to renew');
  return [{ name: 'certbot-deploy-hook.sh', mode: SCRIPT, text }];
}

/** certbot's files belong to root: coturn gets copies, and reads them anew without dropping calls. */
export function certbotHook({ settings }: TurnConfig): string | undefined {
  const { tls, hostname } = settings;
  if (!tls) return undefined;
  return `#!/bin/sh
# /etc/letsencrypt/renewal-hooks/deploy/rendev-turn (0755). certbot runs it after each renewal.
set -eu
case " $RENEWED_DOMAINS " in
  *" ${hostname} "*) ;;
  *) exit 0 ;;
esac

# Owned by coturn, replaced whole: a reload in between must not see half a file.
put() {
  install -D -o turnserver -g turnserver -m "$3" "$1" "$2.new"
  mv "$2.new" "$2"
}
put "$RENEWED_LINEAGE/privkey.pem" ${tls.privateKey} 0600
put "$RENEWED_LINEAGE/fullchain.pem" ${tls.certificate} 0644

# SIGUSR2 reloads the certificate. A restart would drop every call.
if systemctl is-active --quiet coturn; then
  systemctl kill --signal=SIGUSR2 --kill-who=main coturn
fi
`;
}
