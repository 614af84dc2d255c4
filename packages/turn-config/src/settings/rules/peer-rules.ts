import { parseIp } from '../../ip/ip-address.ts';
import { contains, parseRange, rangeOfCidr, type RangeFault } from '../../ip/ip-range.ts';
import { error, type Finding, type FindingCode } from '../finding.ts';
import type { TurnSettings } from '../turn-settings.ts';

const FAULTS: Record<RangeFault, { code: FindingCode; message: string; mend: string }> = {
  comment: {
    code: 'range-comment',
    message: 'coturn 4.6 drops a rule with a comment behind it, and runs on',
    mend: 'Write the range alone.',
  },
  list: {
    code: 'range-list',
    message: 'coturn drops a rule that holds several ranges, and runs on',
    mend: 'Write each range as an entry of its own.',
  },
  cidr: {
    code: 'range-cidr',
    message: 'coturn 4.6 drops a rule in CIDR form, and runs on',
    mend: 'Write first-last.',
  },
  'not-an-address': {
    code: 'range-invalid',
    message: 'This is no literal address and no first-last',
    mend: 'Write 198.51.100.1-198.51.100.9, or one address.',
  },
  'mixed-families': {
    code: 'range-invalid',
    message: 'One end is IPv4 and the other IPv6',
    mend: 'Write two ranges.',
  },
  unspecified: {
    code: 'range-unspecified',
    message: 'coturn reads :: and a lone 0.0.0.0 as "no bound": this denies every peer',
    mend: 'Leave it out: coturn refuses the unspecified address anyway.',
  },
  reversed: {
    code: 'range-reversed',
    message: 'The first address is above the last: this matches nothing',
    mend: 'Swap the two.',
  },
  unaligned: {
    code: 'range-unaligned',
    message: 'coturn compares IPv6 octet by octet: this range would have holes',
    mend: 'Split it so that all octets below the first differing one run from 00 to ff.',
  },
};

export function peerFindings({ deniedPeers, addresses }: TurnSettings): Finding[] {
  const own =
    addresses.source === 'static'
      ? [addresses.local, addresses.public, addresses.ipv6 ?? ''].flatMap(
          (text) => parseIp(text) ?? [],
        )
      : [];
  return deniedPeers.flatMap((text, index) => {
    const field = `deniedPeers.${index}`;
    const parsed = parseRange(text);
    if (!parsed.ok) {
      const { code, message, mend } = FAULTS[parsed.fault];
      const range = parsed.fault === 'cidr' ? rangeOfCidr(text) : undefined;
      return error(code, field, `${text}: ${message}`, range ? `Write ${range}` : mend);
    }
    if (!own.some((ip) => contains(parsed.range, ip))) return [];
    return error(
      'range-own-address',
      field,
      `${text} holds an address of the server itself: two relayed people could not meet`,
      'Leave your own address out of the range.',
    );
  });
}
