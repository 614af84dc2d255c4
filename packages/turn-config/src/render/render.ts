import { error, type Finding } from '../settings/finding.ts';
import type { TurnConfig } from '../settings/turn-config.ts';
import type { Artifact } from './artifact.ts';
import { renderAws } from './aws.ts';
import { renderCertbot } from './certbot-hook.ts';
import { renderEnv, renderIceServers } from './client.ts';
import { renderCloudInit } from './cloud-init.ts';
import { renderDocker } from './docker-compose.ts';
import { renderKubernetes } from './kubernetes.ts';
import { renderLogrotate } from './logrotate.ts';
import { renderNftables } from './nftables.ts';
import { renderPrometheus } from './prometheus.ts';
import { renderSystemd } from './systemd.ts';
import { renderTurnserverConf } from './turnserver-conf.ts';
import { renderUfw } from './ufw.ts';
import type { Unsuitable } from './unsuitable.ts';

export const TARGETS = [
  'turnserver.conf',
  'systemd',
  'docker',
  'kubernetes',
  'cloud-init',
  'nftables',
  'ufw',
  'aws',
  'certbot',
  'logrotate',
  'prometheus',
  'ice-servers',
  'env',
] as const;
export type Target = (typeof TARGETS)[number];

export type Rendered = { ok: true; artifacts: Artifact[] } | { ok: false; finding: Finding };

type Renderer = (config: TurnConfig, now: number) => Artifact[] | Unsuitable;

const RENDERERS: Record<Target, Renderer> = {
  'turnserver.conf': renderTurnserverConf,
  systemd: renderSystemd,
  docker: renderDocker,
  kubernetes: renderKubernetes,
  'cloud-init': renderCloudInit,
  nftables: renderNftables,
  ufw: renderUfw,
  aws: renderAws,
  certbot: renderCertbot,
  logrotate: renderLogrotate,
  prometheus: renderPrometheus,
  'ice-servers': renderIceServers,
  env: renderEnv,
};

/**
 * The files of one target: always the same for the same configuration, but for `ice-servers`,
 * whose credentials begin at `now` (ms since 1970). Fails with `target-unsuitable`.
 */
export function render(target: Target, config: TurnConfig, now = Date.now()): Rendered {
  const result = RENDERERS[target](config, now);
  if (Array.isArray(result)) return { ok: true, artifacts: result };
  const mend = `Change ${result.field} in turn.json, or leave the target ${target} out.`;
  return { ok: false, finding: error('target-unsuitable', result.field, result.message, mend) };
}
