import { DENIED_PEERS } from '../ip/denied-peers.ts';
import type { TurnConfig } from '../settings/turn-config.ts';
import type { TurnSettings } from '../settings/turn-settings.ts';
import { PLAIN, type Artifact } from './artifact.ts';
import { openPorts } from './open-ports.ts';

export function renderNftables({ settings }: TurnConfig): Artifact[] {
  return [
    { name: 'turn-egress.nft', mode: PLAIN, text: egressRules(settings, 'turnserver') },
    { name: 'turn-input.nft', mode: PLAIN, text: inputRules(settings) },
  ];
}

/**
 * The second wall behind denied-peer-ip: what coturn's user may not send to. coturn must be able
 * to reach its own private address (two relayed people meet there), so only this keeps people with
 * a credential from the other services on it. `user` is a name or a numeric id.
 */
export function egressRules({ ports, deniedPeers }: TurnSettings, user: string): string {
  const denied = [...DENIED_PEERS, ...deniedPeers];
  const ipv4 = denied.filter((range) => !range.includes(':'));
  const ipv6 = denied.filter((range) => range.includes(':'));
  return `#!/usr/sbin/nft -f
# What coturn (user ${user}) may send. Touches no other rules; load it before coturn starts, and
# include it in /etc/nftables.conf, which flushes all rules when it is loaded.
table inet rendev_turn_egress
delete table inet rendev_turn_egress

table inet rendev_turn_egress {
  set denied_ipv4 {
    type ipv4_addr; flags interval; auto-merge
    elements = {
${indentList(ipv4)}
    }
  }

  set denied_ipv6 {
    type ipv6_addr; flags interval; auto-merge
    elements = {
${indentList(ipv6)}
    }
  }

  chain output {
    type filter hook output priority filter; policy accept;
    meta skuid != ${user} accept
    ct state established,related accept
    # Two people relayed by this server.
    fib daddr type local udp dport ${ports.relayMin}-${ports.relayMax} accept
    fib daddr type local counter reject
    ip daddr @denied_ipv4 counter reject
    ip6 daddr @denied_ipv6 counter reject
  }
}
`;
}

function inputRules(settings: TurnSettings): string {
  const rules = openPorts(settings).map(
    ({ protocol, from, to, use }) =>
      `    ${protocol} dport ${from === to ? from : `${from}-${to}`} accept comment "${use}"`,
  );
  return `#!/usr/sbin/nft -f
# For a machine that has no other firewall: everything is closed but SSH and TURN.
define ssh_port = 22

table inet rendev_turn_input
delete table inet rendev_turn_input

table inet rendev_turn_input {
  chain input {
    type filter hook input priority filter; policy drop;
    ct state established,related accept
    ct state invalid drop
    iifname "lo" accept
    meta l4proto { icmp, ipv6-icmp } accept
    tcp dport $ssh_port accept comment "SSH"
${rules.join('\n')}
  }
}
`;
}

function indentList(ranges: readonly string[]): string {
  return ranges.map((range) => `      ${range},`).join('\n');
}
