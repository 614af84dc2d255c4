import { accessSync, constants } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { error, type Finding } from '../finding.ts';
import type { TurnSettings } from '../turn-settings.ts';

/** What only the machine that is to run coturn can tell. coturn itself starts in spite of all of it. */
export function hostFindings({ addresses, tls }: TurnSettings): Finding[] {
  const findings: Finding[] = [];
  if (addresses.source === 'static') {
    const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    if (!own.some(({ address }) => address === addresses.local)) {
      findings.push(
        error(
          'address-not-local',
          'addresses.local',
          `No interface of this machine has ${addresses.local}: coturn could not listen`,
          'Behind NAT (EC2 and other clouds) write the private address that `ip -4 address` shows.',
        ),
      );
    }
  }
  for (const [name, file] of Object.entries(tls ?? {})) {
    try {
      accessSync(file, constants.R_OK);
    } catch {
      findings.push(
        error(
          'tls-unreadable',
          `tls.${name}`,
          `${file} cannot be read: coturn would start without TLS`,
          'Run the certbot deploy hook once, or mend the path or its permissions.',
        ),
      );
    }
  }
  return findings;
}
