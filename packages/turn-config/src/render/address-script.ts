import { SCRIPT, type Artifact } from './artifact.ts';

/** Stand in the template for what the machine learns when it starts. */
export const LOCAL = '@LOCAL_IPV4@';
export const PUBLIC = '@PUBLIC_IPV4@';

export type Cloud = 'aws' | 'gcp' | 'azure';

/** Shell lines that set `local` and `public` from the metadata service. */
const QUERIES: Record<Cloud, string> = {
  aws: `# IMDSv2: a token first, then the values.
token=$(fetch -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' http://169.254.169.254/latest/api/token)
metadata() { fetch -H "X-aws-ec2-metadata-token: $token" "http://169.254.169.254/latest/meta-data/$1"; }
local=$(metadata local-ipv4)
public=$(metadata public-ipv4)`,
  gcp: `interface=http://metadata.google.internal/computeMetadata/v1/instance/network-interfaces/0
local=$(fetch -H 'Metadata-Flavor: Google' "$interface/ip")
public=$(fetch -H 'Metadata-Flavor: Google' "$interface/access-configs/0/external-ip")`,
  azure: `address=http://169.254.169.254/metadata/instance/network/interface/0/ipv4/ipAddress/0
query='api-version=2021-02-01&format=text'
local=$(fetch -H 'Metadata: true' "$address/privateIpAddress?$query")
public=$(fetch -H 'Metadata: true' "$address/publicIpAddress?$query")`,
};

/** Fills the template of turnserver.conf; runs before each start, since addresses may change. */
export function addressScript(cloud: Cloud): Artifact {
  const text = `#!/bin/sh
# Usage: write-turnserver-conf TEMPLATE TARGET [OWNER:GROUP]
# Writes the addresses of this machine into coturn's configuration, whole or not at all.
# coturn takes no names there, and would start without a word when an address is wrong.
set -eu
umask 077
template=$1
target=$2
owner=\${3:-}

fetch() { curl --fail --silent --show-error --max-time 5 --retry 5 --retry-connrefused "$@"; }

${QUERIES[cloud]}

for address in "$local" "$public"; do
  if ! printf '%s\\n' "$address" | grep -Eqx '([0-9]{1,3}\\.){3}[0-9]{1,3}'; then
    echo "write-turnserver-conf: the metadata service named no IPv4 address: '$address'" >&2
    exit 1
  fi
done

trap 'rm -f "$target.new"' EXIT
sed -e "s|${LOCAL}|$local|g" -e "s|${PUBLIC}|$public|g" "$template" >"$target.new"
if [ -n "$owner" ]; then
  chown "$owner" "$target.new"
  chmod 0640 "$target.new"
fi
mv "$target.new" "$target"
`;
  return { name: 'write-turnserver-conf', mode: SCRIPT, text };
}
