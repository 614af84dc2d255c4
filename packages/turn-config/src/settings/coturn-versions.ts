/** Releases that we know option by option; each stands for what came before the next one. */
export const COTURN_VERSIONS = ['4.6', '4.7', '4.8', '4.10', '4.13', '4.16', '4.17'] as const;
export type CoturnVersion = (typeof COTURN_VERSIONS)[number];

/** From `since` on, up to but not including `until`. */
interface Span {
  since?: CoturnVersion;
  until?: CoturnVersion;
}

/**
 * Options that not every version takes, or that one version warns about. Measured against the
 * option tables of each release; what is not named here is known to all.
 */
const SPANS = {
  'no-tlsv1': { until: '4.7' },
  'no-tlsv1_1': { until: '4.7' },
  'no-stun-backward-compatibility': { until: '4.7' },
  'no-software-attribute': { until: '4.7' },
  'no-rfc5780': { until: '4.7' },
  'response-origin-only-with-rfc5780': { until: '4.7' },
  'prometheus-address': { since: '4.7' },
  'no-cli': { until: '4.10' },
  'log-min-level': { since: '4.16' },
  'unauthorized-ratelimit': { since: '4.16' },
  'unauthorized-ratelimit-rps': { since: '4.16' },
  'no-dtls': { until: '4.17' },
} satisfies Record<string, Span>;

export type VersionedOption = keyof typeof SPANS;

export function knowsOption(version: CoturnVersion, option: VersionedOption): boolean {
  const { since, until }: Span = SPANS[option];
  return (!since || isAtLeast(version, since)) && (!until || !isAtLeast(version, until));
}

export function isAtLeast(version: CoturnVersion, least: CoturnVersion): boolean {
  return COTURN_VERSIONS.indexOf(version) >= COTURN_VERSIONS.indexOf(least);
}

/** The profile for a release such as `4.6.1` or `4.12.0`; `undefined` before 4.6. */
export function profileFor(release: string): CoturnVersion | undefined {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return COTURN_VERSIONS.findLast((version) => {
    const [profileMajor = 0, profileMinor = 0] = version.split('.').map(Number);
    return major > profileMajor || (major === profileMajor && minor >= profileMinor);
  });
}
