import type { TurnConfig } from '../settings/turn-config.ts';
import { SCRIPT, type Artifact } from './artifact.ts';
import { openPorts } from './open-ports.ts';

export function renderUfw({ settings }: TurnConfig): Artifact[] {
  const rules = openPorts(settings).map(
    ({ protocol, from, to, use }) =>
      `ufw allow proto ${protocol} to any port ${from === to ? from : `${from}:${to}`} comment '${use}'`,
  );
  const text = `#!/bin/sh
# Opens what TURN needs. ufw cannot tell coturn's own traffic apart from other programs': load
# turn-egress.nft (target nftables) beside it.
set -eu
${rules.join('\n')}
`;
  return [{ name: 'ufw.sh', mode: SCRIPT, text }];
}
