import type { TurnConfig } from '../settings/turn-config.ts';
import { indent, PLAIN, SCRIPT, SECRET, type Artifact } from './artifact.ts';
import { certbotHook } from './certbot-hook.ts';
import { renderNftables } from './nftables.ts';
import { FOLDER, systemdDropIn } from './systemd.ts';
import { renderTurnserverConf } from './turnserver-conf.ts';
import { unsuitable, type Unsuitable } from './unsuitable.ts';

const HOOK = '/etc/letsencrypt/renewal-hooks/deploy/rendev-turn';

export function renderCloudInit(config: TurnConfig): Artifact[] | Unsuitable {
  if (config.settings.coturn !== '4.6') {
    return unsuitable('coturn', 'cloud-init installs the coturn of Debian, which is 4.6');
  }
  return [{ name: 'cloud-init.yaml', mode: SECRET, text: cloudInitYaml(config) }];
}

function cloudInitYaml(config: TurnConfig): string {
  const { tls, hostname } = config.settings;
  const packages = ['coturn', 'curl', 'nftables', ...(tls ? ['certbot'] : [])];
  // The folder of hooks counts for renewals only: the first certificate needs the hook by name.
  const certificate = tls
    ? `  - [certbot, certonly, --standalone, --non-interactive, --agree-tos, --register-unsafely-without-email, --deploy-hook, ${HOOK}, -d, ${hostname}]
`
    : '';
  return `#cloud-config
# Debian with coturn, closed but for TURN and SSH. Holds the TURN secret: whoever may read the
# user data of the instance (ec2:DescribeInstanceAttribute) may relay through it.
${tls ? `# Point ${hostname} at the address before the start: the certificate is asked for at once.\n` : ''}package_update: true
packages:
${packages.map((name) => `  - ${name}`).join('\n')}

write_files:
${filesOf(config).map(writtenFile).join('')}
runcmd:
  - [systemctl, stop, coturn]
  - [sh, -c, "echo 'include \\"${FOLDER}/*.nft\\"' >>/etc/nftables.conf"]
  - [systemctl, enable, nftables]
  - [systemctl, restart, nftables]
${certificate}  - [systemctl, daemon-reload]
  - [systemctl, enable, coturn]
  - [systemctl, restart, coturn]
`;
}

function filesOf(config: TurnConfig): Artifact[] {
  const inFolder = [...renderTurnserverConf(config), ...renderNftables(config)];
  const hook = certbotHook(config);
  return [
    ...inFolder.map((artifact) => ({ ...artifact, name: `${FOLDER}/${artifact.name}` })),
    {
      name: '/etc/systemd/system/coturn.service.d/rendev-turn.conf',
      mode: PLAIN,
      text: systemdDropIn(config),
    },
    ...(hook === undefined ? [] : [{ name: HOOK, mode: SCRIPT, text: hook }]),
  ];
}

function writtenFile({ name, mode, text }: Artifact): string {
  return `  - path: ${name}
    permissions: '0${mode.toString(8)}'
    content: |
${indent(text, 6)}`;
}
