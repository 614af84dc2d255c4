export interface TurnUri {
  text: string;
  /** Whether it relays, or answers Binding requests only. */
  relays: boolean;
  transport: 'udp' | 'tcp' | 'tls';
  /** A name, or a literal address without brackets. */
  host: string;
  port: number;
}

const FORM =
  /^(?<scheme>stuns?|turns?):(?:\[(?<ipv6>[0-9A-Fa-f:.]+)\]|(?<name>[A-Za-z0-9._-]+))(?::(?<port>\d{1,5}))?(?:\?transport=(?<transport>udp|tcp))?$/;

/** RFC 7064 and 7065; `undefined` for anything else, and for TURN over DTLS, which we do not speak. */
export function parseTurnUri(text: string): TurnUri | undefined {
  const groups = FORM.exec(text)?.groups;
  const host = groups?.['ipv6'] ?? groups?.['name'];
  if (!groups || host === undefined) return undefined;

  const scheme = groups['scheme'] ?? '';
  const isSecure = scheme.endsWith('s');
  if (isSecure && groups['transport'] === 'udp') return undefined;
  const port = Number(groups['port'] ?? (isSecure ? 5_349 : 3_478));
  if (port < 1 || port > 65_535) return undefined;
  return {
    text,
    relays: scheme.startsWith('turn'),
    transport: isSecure ? 'tls' : groups['transport'] === 'tcp' ? 'tcp' : 'udp',
    host,
    port,
  };
}
