/** Everything that can be wrong with settings; any of it stops rendering. The codes are stable. */
export type FindingCode =
  | 'settings-unreadable'
  | 'setting-invalid'
  | 'realm-missing'
  | 'address-invalid'
  | 'address-loopback'
  | 'address-not-local'
  | 'public-address-private'
  | 'listening-public-behind-nat'
  | 'ipv6-unsafe'
  | 'arm64-unsafe'
  | 'port-invalid'
  | 'relay-ports-reversed'
  | 'ports-overlap'
  | 'relay-ports-too-few'
  | 'secret-unreadable'
  | 'secret-exposed'
  | 'secret-empty'
  | 'secret-short'
  | 'secret-weak'
  | 'secret-characters'
  | 'secret-repeated'
  | 'range-comment'
  | 'range-list'
  | 'range-cidr'
  | 'range-invalid'
  | 'range-unspecified'
  | 'range-reversed'
  | 'range-unaligned'
  | 'range-own-address'
  | 'user-quota-low'
  | 'capacity-too-small'
  | 'option-unknown'
  | 'prometheus-unavailable'
  | 'tls-unreadable'
  | 'target-unsuitable';

export interface Finding {
  code: FindingCode;
  /** Path into turn.json, such as `limits.userQuota`; empty for the whole. */
  field: string;
  /** What is wrong. Never holds a secret. */
  message: string;
  /** How to mend it. */
  mend: string;
}

export function error(code: FindingCode, field: string, message: string, mend: string): Finding {
  return { code, field, message, mend };
}
