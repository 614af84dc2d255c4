import { error, type Finding } from '../finding.ts';
import type { TurnSettings } from '../turn-settings.ts';

export function portFindings({ ports, tls, limits }: TurnSettings): Finding[] {
  const invalid = Object.entries(ports)
    .filter(([, port]) => port < 1 || port > 65_535)
    .map(([name, port]) =>
      error(
        'port-invalid',
        `ports.${name}`,
        `${port} is no port`,
        'Write a number from 1 to 65535.',
      ),
    );
  if (invalid.length > 0) return invalid;

  const { relayMin, relayMax } = ports;
  if (relayMin > relayMax) {
    return [
      error(
        'relay-ports-reversed',
        'ports.relayMin',
        `${relayMin} is above relayMax ${relayMax}: coturn would start, and crash at the first call`,
        'Swap the two.',
      ),
    ];
  }

  const findings: Finding[] = [];
  const listening = tls ? [ports.plain, ports.tls] : [ports.plain];
  const inside = listening.find((port) => port >= relayMin && port <= relayMax);
  if (inside !== undefined) {
    findings.push(
      error(
        'ports-overlap',
        'ports',
        `Port ${inside} lies among the relay ports ${relayMin} to ${relayMax}`,
        'Move one of them.',
      ),
    );
  }
  if (tls && ports.plain === ports.tls) {
    findings.push(
      error(
        'ports-overlap',
        'ports.tls',
        `Port ${ports.tls} is the plain port as well`,
        'Use two ports: 3478 and 443.',
      ),
    );
  }
  const relayPorts = relayMax - relayMin + 1;
  if (relayPorts < limits.totalQuota) {
    findings.push(
      error(
        'relay-ports-too-few',
        'ports.relayMax',
        `${relayPorts} relay ports for totalQuota ${limits.totalQuota}: coturn would answer 508`,
        'Widen the range or lower limits.totalQuota.',
      ),
    );
  }
  return findings;
}
