import { WEB_PORTS } from './lab-contract.ts';

/** What a router lets out of its home. */
const OUTGOING = {
  everything: 'accept',
  'only TCP': 'meta l4proto tcp accept',
  'only web and 443': `tcp dport { 443, ${Object.values(WEB_PORTS).join()} } accept`,
} as const;

/**
 * How a router maps addresses (RFC 4787, section 4.1). `each destination its own port` defeats STUN:
 * what the STUN server saw is of no use to anybody else. `one port` is the port of the sender.
 */
const MAPPING = {
  'each destination its own port': 'masquerade fully-random',
  'one port': 'masquerade',
} as const;

export interface RouterRules {
  readonly outgoing: keyof typeof OUTGOING;
  readonly mapping: keyof typeof MAPPING;
  /** How many of a hundred packets get lost, in each direction. Default none. */
  readonly lossPercent?: number;
}

/** A strict router of the usual kind. */
export const STRICT: RouterRules = {
  outgoing: 'everything',
  mapping: 'each destination its own port',
};

/** Shell script that makes a machine a router between its interfaces `lan` and `wan`. */
export function routerScript({ outgoing, mapping, lossPercent = 0 }: RouterRules): string {
  return `echo 1 > /proc/sys/net/ipv4/ip_forward
nft -f - <<'rules'
flush ruleset
table ip home {
  chain translate {
    type nat hook postrouting priority srcnat
    oifname "wan" ${MAPPING[mapping]}
  }
  chain pass {
    type filter hook forward priority filter
    policy drop
    numgen random mod 100 < ${lossPercent} drop
    iifname "wan" ct state established,related accept
    iifname "lan" ${OUTGOING[outgoing]}
  }
  chain own {
    type filter hook input priority filter
    # Nobody asked for it. Answered, it would take the port that a call from inside is to have.
    iifname "wan" ct state new drop
  }
}
rules
`;
}
