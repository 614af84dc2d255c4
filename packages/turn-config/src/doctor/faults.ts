/** What the doctor can name, with the likely cause and the mend. The codes are stable. */
export const FAULTS = {
  'name-unresolved': {
    cause: 'The name has no address, or this machine has no resolver.',
    mend: 'Point an A record at the public address of the server.',
  },
  unreachable: {
    cause: 'coturn is not running, does not listen there, or a firewall drops the packets.',
    mend: 'Look at the log of coturn, then at listening-ip (behind NAT the private address), the security group and the firewall.',
  },
  'tls-unreachable': {
    cause: 'coturn starts without TLS when the certificate or key is missing or unreadable.',
    mend: 'Check the paths of cert and pkey and that the user of coturn may read them; run the certbot deploy hook once.',
  },
  'certificate-expired': {
    cause: 'The certificate is past its end: browsers refuse it.',
    mend: 'Renew it, and send SIGUSR2 to coturn (the certbot deploy hook does both).',
  },
  'certificate-expiring': {
    cause: 'The renewal did not run, or coturn did not read the new certificate.',
    mend: 'Run `certbot renew`, and install the deploy hook that sends SIGUSR2.',
  },
  'certificate-name': {
    cause: 'The certificate is for another name than the one in the URL.',
    mend: 'Use the name of the certificate in the URL, or get one for this name.',
  },
  'certificate-untrusted': {
    cause:
      'The chain does not end at a known authority: self-signed, or the intermediate is missing.',
    mend: 'Let cert point at fullchain.pem, not at cert.pem.',
  },
  'no-binding': {
    cause: 'Something listens, but it does not answer STUN.',
    mend: 'Check that the port belongs to coturn and that no-stun is not set.',
  },
  reflects: {
    cause:
      'The answer to a Binding request is much longer than the request: strangers can use it for attacks.',
    mend: 'Set no-rfc5780, no-stun-backward-compatibility, response-origin-only-with-rfc5780 and no-software-attribute (before 4.7), or render the configuration anew.',
  },
  'software-shown': {
    cause: 'coturn tells its version to everybody.',
    mend: 'Set no-software-attribute (before 4.7), or remove software-attribute.',
  },
  'server-crashed': {
    cause: 'coturn stopped at the first allocation: min-port is above max-port.',
    mend: 'Swap min-port and max-port.',
  },
  'allocation-unanswered': {
    cause: 'coturn answers Binding but not Allocate.',
    mend: 'Look at the log of coturn: stun-only, or no relay-ip that it may use.',
  },
  'secret-differs': {
    cause: 'The server does not know the secret, or the realm or separator is another one.',
    mend: 'Compare static-auth-secret with the secret given here; restart coturn after a change.',
  },
  'clock-ahead': {
    cause: 'The clock of the server runs ahead: fresh credentials are expired already.',
    mend: 'Run NTP (chrony, systemd-timesyncd) on the server and on the machine that signs.',
  },
  'clock-behind': {
    cause: 'The clock of the server runs behind: expired credentials still work.',
    mend: 'Run NTP (chrony, systemd-timesyncd) on the server and on the machine that signs.',
  },
  'quota-exhausted': {
    cause: 'total-quota or bps-capacity is used up: bps-capacity reserves max-bps for every relay.',
    mend: 'Raise total-quota, remove bps-capacity, or add a server.',
  },
  'ports-exhausted': {
    cause: 'Every port from min-port to max-port is taken.',
    mend: 'Widen the range, also in the firewall.',
  },
  redirected: {
    cause: 'The server sends clients to another one (alternate-server).',
    mend: 'Name that server to the doctor, and to browsers.',
  },
  refused: {
    cause: 'The server refused with a code that it should not use here.',
    mend: 'Look at the log of coturn.',
  },
  forged: {
    cause: 'The answer was signed by somebody who does not know the secret.',
    mend: 'Look for another server or a middlebox on this address and port.',
  },
  'relayed-private': {
    cause: 'coturn tells people its private address: external-ip is missing.',
    mend: 'Set external-ip=PUBLIC/PRIVATE with literal addresses.',
  },
  'relayed-elsewhere': {
    cause: 'Relays have another address than the one this name leads to.',
    mend: 'Correct external-ip, or tell the doctor the right one with --public-address.',
  },
  'open-relay': {
    cause: 'coturn relays for people without any credential: no use-auth-secret, or no-auth.',
    mend: 'Set use-auth-secret, static-auth-secret and realm.',
  },
  'wrong-secret-accepted': {
    cause: 'coturn accepts credentials signed with a secret that nobody has.',
    mend: 'Set use-auth-secret with a static-auth-secret; remove no-auth.',
  },
  'expired-accepted': {
    cause: 'coturn accepts credentials that ended a day ago: its clock is wrong.',
    mend: 'Run NTP on the server.',
  },
  'empty-secret-accepted': {
    cause:
      'static-auth-secret= is empty, perhaps from a template variable left unset: an open relay.',
    mend: 'Remove the empty line, restart coturn, and change the secret.',
  },
  'private-peers-allowed': {
    cause:
      'denied-peer-ip is missing, or a rule does not count: CIDR form, a comment behind it, a list, a reversed range. Or IPv4-mapped addresses pass on coturn before 4.13 with IPv6.',
    mend: 'Render the configuration anew; before 4.16 relay over IPv4 only.',
  },
  'all-peers-denied': {
    cause: 'A denied-peer-ip begins at ::, or is a lone 0.0.0.0 or ::, and denies everybody.',
    mend: 'Remove that rule.',
  },
  'tcp-relay-enabled': {
    cause: 'People with a credential may open TCP connections through the server.',
    mend: 'Set no-tcp-relay.',
  },
  'relay-loop-denied': {
    cause:
      'Two people relayed by this server cannot meet: external-ip without its private part, which lies in a denied range.',
    mend: 'Write external-ip=PUBLIC/PRIVATE.',
  },
  'relay-loop-silent': {
    cause:
      'What one relay sends does not reach the other: a firewall between coturn and its own relay ports, or external-ip is not the address of this machine.',
    mend: 'Let coturn send UDP to its own relay ports, and correct external-ip.',
  },
  'no-user-quota': {
    cause: 'One person may take every relay of the server.',
    mend: 'Set user-quota; it counts by the part of the user name after the time.',
  },
  'user-quota-low': {
    cause: 'One person is given too few relays for a call, or total-quota is nearly used up.',
    mend: 'user-quota: URLs x interfaces x 2, for each other person in the room; total-quota for all.',
  },
  'deadline-passed': {
    cause: 'The whole examination took longer than it may.',
    mend: 'Raise --deadline, or examine fewer URLs at once.',
  },
} as const satisfies Record<string, { cause: string; mend: string }>;

export type FaultCode = keyof typeof FAULTS;
