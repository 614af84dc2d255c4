/**
 * The same servers with one URL at the end. A browser prefers the relay that is named first, and goes
 * on with a candidate of higher priority even when its path is dead, until it has not received for
 * seconds: where another relay is to be found at once, the one in use has to come last.
 *
 * @param url as `RTCIceCandidateStats.url` gives it; unknown ones change nothing
 */
export function withLast(servers: readonly RTCIceServer[], url: string): RTCIceServer[] {
  const isIt = (one: string) => fullUrl(one) === fullUrl(url);
  const first: RTCIceServer[] = [];
  const last: RTCIceServer[] = [];
  for (const server of servers) {
    const urls = [server.urls].flat();
    const others = urls.filter((one) => !isIt(one));
    const found = urls.filter(isIt);
    if (others.length > 0) first.push({ ...server, urls: others });
    if (found.length > 0) last.push({ ...server, urls: found });
  }
  return [...first, ...last];
}

/** With what a URL leaves out (RFC 7065, section 3.1). */
function fullUrl(url: string): string {
  const [, scheme = '', address = '', transport] =
    /^(turns?):([^?]+)(?:\?transport=(\w+))?$/i.exec(url) ?? [];
  const isSecure = scheme.toLowerCase() === 'turns';
  const hasPort = /:\d+$/.test(address);
  const port = hasPort ? '' : isSecure ? ':5349' : ':3478';
  return `${scheme}:${address}${port}?${transport ?? (isSecure ? 'tcp' : 'udp')}`.toLowerCase();
}
