import { isAtLeast } from '../settings/coturn-versions.ts';
import type { TurnConfig } from '../settings/turn-config.ts';
import { addressScript } from './address-script.ts';
import { indent, PLAIN, SECRET, type Artifact } from './artifact.ts';
import { CONTAINER_USER, CURL_IMAGE, IMAGES } from './container.ts';
import { egressRules } from './nftables.ts';
import { turnserverConf } from './turnserver-conf.ts';

/** In decimal: YAML versions differ over what 0400 is. */
const OWNER_READS = 0o400;

/** How long a replaced pod waits for its calls to end. */
const DRAIN_SECONDS = 3_600;

export function renderKubernetes(config: TurnConfig): Artifact[] {
  return [
    { name: 'turn.yaml', mode: SECRET, text: `${secretYaml(config)}---\n${daemonSetYaml(config)}` },
    {
      name: 'turn-egress.nft',
      mode: PLAIN,
      text: egressRules(config.settings, String(CONTAINER_USER)),
    },
  ];
}

function secretYaml(config: TurnConfig): string {
  const { source } = config.settings.addresses;
  const isStatic = source === 'static';
  const script = isStatic
    ? ''
    : `  write-turnserver-conf: |
${indent(addressScript(source).text, 4)}`;
  return `apiVersion: v1
kind: Secret
metadata:
  name: rendev-turn
  labels:
    app.kubernetes.io/name: rendev-turn
type: Opaque
stringData:
  ${isStatic ? 'turnserver.conf' : 'turnserver.conf.template'}: |
${indent(turnserverConf(config), 4)}${script}`;
}

function daemonSetYaml({ settings }: TurnConfig): string {
  const { addresses, coturn, ports, tls } = settings;
  const isStatic = addresses.source === 'static';

  const drain = isAtLeast(coturn, '4.7')
    ? `          lifecycle:
            preStop:
              exec:
                # No new calls; the process ends when the last one has.
                command: [sh, -c, 'kill -USR1 1; while kill -0 1; do sleep 1; done']
`
    : '';
  const initContainer = `      initContainers:
        - name: addresses
          image: ${CURL_IMAGE}
          command: [/bin/sh, /input/write-turnserver-conf, /input/turnserver.conf.template, /output/turnserver.conf]
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          volumeMounts:
            - name: input
              mountPath: /input
              readOnly: true
            - name: configuration
              mountPath: /output
`;
  const configurationVolume = isStatic
    ? `        - name: configuration
          secret:
            secretName: rendev-turn
            defaultMode: ${OWNER_READS}
`
    : `        - name: configuration
          emptyDir:
            medium: Memory
        - name: input
          secret:
            secretName: rendev-turn
            defaultMode: ${OWNER_READS}
`;
  const tlsMount = tls
    ? `            - name: tls
              mountPath: ${folderOf(tls.certificate)}
              readOnly: true
`
    : '';
  const tlsVolume = tls
    ? `        # kubectl create secret tls rendev-turn-tls --cert=... --key=...; the pod waits for it.
        - name: tls
          secret:
            secretName: rendev-turn-tls
            defaultMode: ${OWNER_READS}
            items:
              - key: tls.crt
                path: ${baseOf(tls.certificate)}
              - key: tls.key
                path: ${baseOf(tls.privateKey)}
`
    : '';
  return `# One coturn on each node labelled rendev.io/turn=true. ${
    isStatic
      ? 'The address is fixed: label one node only.'
      : 'Each asks the cloud for its addresses.'
  }
# Pods on the host network escape network policies: load turn-egress.nft on these nodes.
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: rendev-turn
  labels:
    app.kubernetes.io/name: rendev-turn
spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: rendev-turn
  updateStrategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 1
  template:
    metadata:
      labels:
        app.kubernetes.io/name: rendev-turn
    spec:
      nodeSelector:
        rendev.io/turn: 'true'
        kubernetes.io/arch: ${settings.architecture}
      hostNetwork: true
      dnsPolicy: ClusterFirstWithHostNet
      automountServiceAccountToken: false
      terminationGracePeriodSeconds: ${drain === '' ? 30 : DRAIN_SECONDS}
      securityContext:
        runAsNonRoot: true
        runAsUser: ${CONTAINER_USER}
        runAsGroup: ${CONTAINER_USER}
        fsGroup: ${CONTAINER_USER}
        seccompProfile:
          type: RuntimeDefault
${isStatic ? '' : initContainer}      containers:
        - name: coturn
          image: ${IMAGES[coturn]}
          command: [turnserver, -c, /etc/coturn/turnserver.conf]
          ports:
            - name: turn-udp
              containerPort: ${ports.plain}
              hostPort: ${ports.plain}
              protocol: UDP
          readinessProbe:
            tcpSocket:
              port: ${ports.plain}
          livenessProbe:
            tcpSocket:
              port: ${ports.plain}
            periodSeconds: 20
${drain}          securityContext:
            allowPrivilegeEscalation: ${isPrivileged(settings.ports.plain, tls ? ports.tls : undefined)}
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
              add: [NET_BIND_SERVICE]
          volumeMounts:
            - name: configuration
              mountPath: /etc/coturn
              readOnly: true
            - name: database
              mountPath: /var/lib/coturn
${tlsMount}      volumes:
${configurationVolume}        - name: database
          emptyDir:
            medium: Memory
${tlsVolume}`;
}

/** The image binds low ports by a file capability, which no_new_privs would take away. */
function isPrivileged(...ports: (number | undefined)[]): boolean {
  return ports.some((port) => port !== undefined && port < 1_024);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
