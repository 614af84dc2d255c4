import { isDocumentation, isPublic } from '../../ip/denied-peers.ts';
import { parseIp } from '../../ip/ip-address.ts';
import { isAtLeast } from '../coturn-versions.ts';
import { error, type Finding } from '../finding.ts';
import type { TurnSettings } from '../turn-settings.ts';

export function addressFindings({ addresses, coturn }: TurnSettings): Finding[] {
  if (addresses.source !== 'static') return [];
  const findings = [
    ...localFindings(addresses.local, addresses.public),
    ...publicFindings(addresses.public),
  ];
  if (addresses.ipv6 !== undefined) {
    const ip = parseIp(addresses.ipv6);
    if (ip?.length !== 16 || !isPublic(ip)) {
      findings.push(
        error(
          'address-invalid',
          'addresses.ipv6',
          `${addresses.ipv6} is no public IPv6 address`,
          'Write one literal address such as 2a00:1450::5, or leave the field out.',
        ),
      );
    }
    if (!isAtLeast(coturn, '4.16')) {
      findings.push(
        error(
          'ipv6-unsafe',
          'addresses.ipv6',
          `With IPv6, coturn ${coturn} lets peers past the deny list (CVE-2026-27624)`,
          'Leave the field out, or use coturn 4.16 or later.',
        ),
      );
    }
  }
  return findings;
}

function localFindings(local: string, publicAddress: string): Finding[] {
  const field = 'addresses.local';
  const ip = parseIp(local);
  if (ip?.length !== 4 || ip.every((octet) => octet === 0)) {
    return [
      error(
        'address-invalid',
        field,
        `${local} is no literal IPv4 address of one interface`,
        'Write the address that `ip -4 address` shows; 0.0.0.0 and names do not do.',
      ),
    ];
  }
  if (ip[0] === 127) {
    return [
      error(
        'address-loopback',
        field,
        `${local} is reached from this machine only`,
        'Write the address of the network interface.',
      ),
    ];
  }
  if (isPublic(ip) && local !== publicAddress) {
    return [
      error(
        'listening-public-behind-nat',
        field,
        `${local} is a public address, yet people reach ${publicAddress}`,
        'Behind NAT write the private address of the interface; without NAT write the same twice.',
      ),
    ];
  }
  return [];
}

function publicFindings(address: string): Finding[] {
  const field = 'addresses.public';
  const ip = parseIp(address);
  if (ip?.length !== 4) {
    return [
      error(
        'address-invalid',
        field,
        `${address} is no literal IPv4 address`,
        'coturn resolves no names here: write the address itself.',
      ),
    ];
  }
  if (!isPublic(ip) && !isDocumentation(ip)) {
    return [
      error(
        'public-address-private',
        field,
        `${address} is not reached from the internet`,
        'Write the public address of the machine, or of the NAT in front of it.',
      ),
    ];
  }
  return [];
}
