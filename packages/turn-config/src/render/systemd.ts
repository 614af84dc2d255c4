import type { TurnConfig } from '../settings/turn-config.ts';
import { PLAIN, type Artifact } from './artifact.ts';
import { egressRules } from './nftables.ts';

/** Where the files of the other targets lie on the machine. */
export const FOLDER = '/etc/rendev-turn';

/** Relays, client connections and some to spare: coturn runs out of files before it says so. */
const FILES_PER_RELAY = 3;
const FILES_MIN = 65_536;

export function renderSystemd(config: TurnConfig): Artifact[] {
  return [
    { name: 'coturn.service.d/rendev-turn.conf', mode: PLAIN, text: systemdDropIn(config) },
    { name: 'turn-egress.nft', mode: PLAIN, text: egressRules(config.settings, 'turnserver') },
  ];
}

/** Drop-in for Debian's coturn.service. */
export function systemdDropIn({ settings }: TurnConfig): string {
  const { ports, tls, addresses, log, limits } = settings;
  const isPrivileged = ports.plain < 1_024 || (tls !== undefined && ports.tls < 1_024);
  const capability = isPrivileged ? 'CAP_NET_BIND_SERVICE' : '';
  const files = Math.max(FILES_MIN, limits.totalQuota * FILES_PER_RELAY);

  const source = addresses.source === 'static' ? 'turnserver.conf' : 'turnserver.conf.template';
  const install =
    addresses.source === 'static'
      ? `/usr/bin/install -o root -g turnserver -m 0640 ${FOLDER}/${source} /etc/turnserver.conf`
      : `${FOLDER}/write-turnserver-conf ${FOLDER}/${source} /etc/turnserver.conf root:turnserver`;
  const readable = tls
    ? `# coturn would start without TLS when it cannot read these.
ExecStartPre=/usr/bin/test -r ${tls.certificate}
ExecStartPre=/usr/bin/test -r ${tls.privateKey}
`
    : '';
  const logFolder = log.startsWith('/') ? ` -${log.replace(/\/[^/]+$/, '')}` : '';

  return `# /etc/systemd/system/coturn.service.d/rendev-turn.conf, for the coturn.service of Debian.
# The other rendered files belong into ${FOLDER}. Then: systemctl daemon-reload
[Unit]
Wants=network-online.target
After=network-online.target nftables.service

[Service]
# coturn may not reach the services of this machine and its network: no rules, no start.
ExecStartPre=+/usr/sbin/nft -f ${FOLDER}/turn-egress.nft
# The configuration that the package brings would let strangers relay.
ExecStartPre=+${install}
${readable}Restart=always
RestartSec=1
LimitNOFILE=${files}
${isPrivileged ? `# Port ${Math.min(ports.plain, ports.tls)} without root.\n` : ''}AmbientCapabilities=${capability}
CapabilityBoundingSet=${capability}

NoNewPrivileges=yes
ProtectSystem=strict
ReadWritePaths=-/var/lib/turn${logFolder}
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectHostname=yes
ProtectControlGroups=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
SystemCallArchitectures=native
UMask=0077
`;
}
