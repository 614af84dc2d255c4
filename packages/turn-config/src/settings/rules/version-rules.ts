import { isIP } from 'node:net';
import { isAtLeast, knowsOption, type VersionedOption } from '../coturn-versions.ts';
import { error, type Finding } from '../finding.ts';
import type { TurnSettings } from '../turn-settings.ts';

export function versionFindings(settings: TurnSettings): Finding[] {
  const { coturn, architecture, logLevel, limits, prometheusAddress } = settings;
  const asked: [string, unknown, VersionedOption][] = [
    ['logLevel', logLevel, 'log-min-level'],
    ['limits.unauthorizedPerSecond', limits.unauthorizedPerSecond, 'unauthorized-ratelimit'],
  ];
  const findings = asked
    .filter(([, value, option]) => value !== undefined && !knowsOption(coturn, option))
    .map(([field, , option]) =>
      error(
        'option-unknown',
        field,
        `coturn ${coturn} does not know ${option}: it would warn and run without it`,
        'Leave the field out, or use a later coturn.',
      ),
    );

  if (architecture === 'arm64' && !isAtLeast(coturn, '4.10')) {
    findings.push(
      error(
        'arm64-unsafe',
        'architecture',
        `One packet from anybody kills coturn ${coturn} on ARM64 (CVE-2026-40613)`,
        'Use coturn 4.10 or later, or an amd64 machine.',
      ),
    );
  }
  if (prometheusAddress !== undefined && !knowsOption(coturn, 'prometheus-address')) {
    findings.push(
      error(
        'prometheus-unavailable',
        'prometheusAddress',
        `Debian's coturn ${coturn} is built without Prometheus`,
        'Leave the field out, or use the official container with coturn 4.7 or later.',
      ),
    );
  }
  if (prometheusAddress !== undefined && isIP(prometheusAddress) === 0) {
    findings.push(
      error(
        'address-invalid',
        'prometheusAddress',
        `${prometheusAddress} is no literal address`,
        'Write 127.0.0.1, or the address of an internal interface.',
      ),
    );
  }
  return findings;
}
