import { dirname } from 'node:path/posix';
import type { TurnConfig } from '../settings/turn-config.ts';
import { addressScript } from './address-script.ts';
import { PLAIN, SECRET, type Artifact } from './artifact.ts';
import { CONTAINER_USER, CURL_IMAGE, IMAGES } from './container.ts';
import { egressRules } from './nftables.ts';
import { turnserverConf } from './turnserver-conf.ts';

export function renderDocker(config: TurnConfig): Artifact[] {
  const { settings } = config;
  const { source } = settings.addresses;
  const isStatic = source === 'static';
  const conf = isStatic ? 'turnserver.conf' : 'turnserver.conf.template';
  return [
    { name: 'compose.yaml', mode: PLAIN, text: composeYaml(config) },
    { name: conf, mode: SECRET, text: turnserverConf(config) },
    ...(isStatic ? [] : [addressScript(source)]),
    {
      name: 'turn-egress.nft',
      mode: PLAIN,
      text: egressRules(settings, String(CONTAINER_USER)),
    },
  ];
}

function composeYaml({ settings }: TurnConfig): string {
  const { tls, addresses, coturn, log } = settings;
  const isStatic = addresses.source === 'static';
  const folders = new Set(tls ? [dirname(tls.certificate), dirname(tls.privateKey)] : []);
  if (log.startsWith('/')) folders.add(dirname(log));

  // A bind of the folder, not of the file: a renewed certificate is a new file.
  const binds = [...folders].map(
    (folder) => `      - type: bind
        source: ${folder}
        target: ${folder}
        read_only: ${folder !== dirname(log)}
        bind:
          create_host_path: false
`,
  );
  const confMount = isStatic
    ? `      - type: bind
        source: ./turnserver.conf
        target: /etc/coturn/turnserver.conf
        read_only: true
        bind:
          create_host_path: false
`
    : `      - type: volume
        source: configuration
        target: /etc/coturn
        read_only: true
`;
  const addressService = `
  # The cloud tells each machine its addresses. After they changed: docker compose up -d
  addresses:
    image: ${CURL_IMAGE}
    network_mode: host
    user: '0:0'
    entrypoint:
      - /bin/sh
      - /input/write-turnserver-conf
      - /input/turnserver.conf.template
      - /output/turnserver.conf
      - '${CONTAINER_USER}:${CONTAINER_USER}'
    volumes:
      - .:/input:ro
      - configuration:/output
`;
  const volume = `
volumes:
  configuration: {}
`;
  const owned = [
    ...(isStatic ? ['turnserver.conf'] : []),
    ...(tls ? [tls.certificate, tls.privateKey] : []),
  ];
  const handOver =
    owned.length > 0 ? `# chown ${CONTAINER_USER}:${CONTAINER_USER} ${owned.join(' ')}\n` : '';
  return `# As root, once: nft -f turn-egress.nft (and at each boot).
${handOver}name: rendev-turn

services:
  turn:
    image: ${IMAGES[coturn]}
    # Thousands of relay ports: Docker's own port mapping would need minutes and much memory.
    network_mode: host
    user: '${CONTAINER_USER}:${CONTAINER_USER}'
    # Named in full: the image would add an address of its own guess.
    command: [turnserver, -c, /etc/coturn/turnserver.conf]
    restart: unless-stopped
    read_only: true
    cap_drop: [ALL]
    cap_add: [NET_BIND_SERVICE]
    ulimits:
      nofile: 65536
    tmpfs:
      - /var/lib/coturn:uid=${CONTAINER_USER},gid=${CONTAINER_USER},mode=0700
    volumes:
${confMount}${binds.join('')}${
    isStatic
      ? ''
      : `    depends_on:
      addresses:
        condition: service_completed_successfully
${addressService}${volume}`
  }`;
}
