import type { TurnConfig } from '../settings/turn-config.ts';
import { indent, SCRIPT, SECRET, type Artifact } from './artifact.ts';
import { certbotHook } from './certbot-hook.ts';
import { renderNftables } from './nftables.ts';
import { FOLDER, systemdDropIn } from './systemd.ts';
import { renderTurnserverConf } from './turnserver-conf.ts';
import { unsuitable, type Unsuitable } from './unsuitable.ts';

interface WrittenFile extends Artifact {
  /** Whether the package coturn must be there first, for its user owns the file. */
  deferred: boolean;
}

export function renderCloudInit(config: TurnConfig): Artifact[] | Unsuitable {
  if (config.settings.coturn !== '4.6') {
    return unsuitable('coturn', 'cloud-init installs the coturn of Debian, which is 4.6');
  }
  return [{ name: 'cloud-init.yaml', mode: SECRET, text: cloudInitYaml(config) }];
}

function cloudInitYaml(config: TurnConfig): string {
  const { tls, hostname } = config.settings;
  const packages = ['coturn', 'curl', 'nftables', ...(tls ? ['certbot'] : [])];
  // The challenge needs the name to point here already; the hook then hands the files to coturn.
  const certificate = tls
    ? `  - [certbot, certonly, --standalone, --non-interactive, --agree-tos, --register-unsafely-without-email, -d, ${hostname}]
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
  - [nft, -f, ${FOLDER}/turn-input.nft]
  - [sh, -c, "echo 'include \\"${FOLDER}/turn-input.nft\\"' >>/etc/nftables.conf"]
  - [systemctl, enable, nftables]
${certificate}  - [systemctl, daemon-reload]
  - [systemctl, enable, coturn]
  - [systemctl, restart, coturn]
`;
}

function filesOf(config: TurnConfig): WrittenFile[] {
  const isStatic = config.settings.addresses.source === 'static';
  const configuration = renderTurnserverConf(config).map((artifact) => ({
    ...artifact,
    name: `${isStatic ? '/etc' : FOLDER}/${artifact.name}`,
    deferred: isStatic,
  }));
  const firewall = renderNftables(config).map((artifact) => ({
    ...artifact,
    name: `${FOLDER}/${artifact.name}`,
    deferred: false,
  }));
  const hook = certbotHook(config);
  return [
    ...configuration,
    ...firewall,
    {
      name: '/etc/systemd/system/coturn.service.d/rendev-turn.conf',
      mode: 0o644,
      text: systemdDropIn(config),
      deferred: false,
    },
    ...(hook === undefined
      ? []
      : [
          {
            name: '/etc/letsencrypt/renewal-hooks/deploy/rendev-turn',
            mode: SCRIPT,
            text: hook,
            deferred: false,
          },
        ]),
  ];
}

function writtenFile({ name, mode, text, deferred }: WrittenFile): string {
  const owner = deferred ? "    owner: 'root:turnserver'\n    defer: true\n" : '';
  const permissions = deferred ? 0o640 : mode;
  return `  - path: ${name}
    permissions: '0${permissions.toString(8)}'
${owner}    content: |
${indent(text, 6)}`;
}
