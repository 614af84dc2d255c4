import { error, type Finding } from '../finding.ts';
import type { TurnSettings } from '../turn-settings.ts';
import { turnUrls } from '../turn-config.ts';

/** A browser gathers on each of its interfaces: usually Wi-Fi or cable, and one more. */
const INTERFACES = 2;

/** An ICE restart allocates anew before the old relays are gone. */
const GENERATIONS = 2;

export function limitFindings(settings: TurnSettings): Finding[] {
  const { userQuota, totalQuota, maxBytesPerSecond, capacityBytesPerSecond } = settings.limits;
  const findings: Finding[] = [];

  const turnUrlCount = turnUrls(settings).filter((url) => url.startsWith('turn')).length;
  const least = turnUrlCount * INTERFACES * GENERATIONS;
  if (userQuota < least) {
    findings.push(
      error(
        'user-quota-low',
        'limits.userQuota',
        `${userQuota} relays do not carry one person through a call of two: ${turnUrlCount} URLs x ${INTERFACES} interfaces x ${GENERATIONS}`,
        `At least ${least}, and that for each other person in the room.`,
      ),
    );
  }
  const reserved = totalQuota * maxBytesPerSecond;
  if (capacityBytesPerSecond !== undefined && capacityBytesPerSecond < reserved) {
    findings.push(
      error(
        'capacity-too-small',
        'limits.capacityBytesPerSecond',
        `coturn reserves maxBytesPerSecond for every relay: the capacity is used up after ${Math.floor(capacityBytesPerSecond / maxBytesPerSecond)} of ${totalQuota}`,
        `At least ${reserved}, or leave the field out.`,
      ),
    );
  }
  return findings;
}
