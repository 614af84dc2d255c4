import type { TurnConfig } from '../settings/turn-config.ts';
import { PLAIN, type Artifact } from './artifact.ts';
import { unsuitable, type Unsuitable } from './unsuitable.ts';

/** coturn's own choice. */
const METRICS_PORT = 9_641;

export function renderPrometheus({ settings }: TurnConfig): Artifact[] | Unsuitable {
  const { prometheusAddress, hostname } = settings;
  if (prometheusAddress === undefined) {
    return unsuitable('prometheusAddress', 'coturn serves no metrics with these settings');
  }
  const host = prometheusAddress.includes(':') ? `[${prometheusAddress}]` : prometheusAddress;
  const text = `# Into prometheus.yml. The metrics stand on ${host} only: scrape from where that is reached.
scrape_configs:
  - job_name: rendev-turn
    scrape_interval: 15s
    static_configs:
      - targets: ['${host}:${METRICS_PORT}']
        labels:
          turn: ${hostname}
`;
  return [{ name: 'prometheus.yaml', mode: PLAIN, text }];
}
