/** Any origin: for a public demonstration, or a widget that anybody may embed. */
export const ANY_ORIGIN = '*';

/**
 * An origin as a browser writes it in the Origin header (RFC 6454): scheme, host and port, without
 * a path. `undefined` for anything else; upper case and default ports are mended.
 */
export function parseOrigin(text: string): string | undefined {
  if (text === ANY_ORIGIN) return text;
  if (!/^https?:\/\/[^/?#@*\s\\]+\/?$/i.test(text)) return undefined;
  return URL.canParse(text) ? new URL(text).origin : undefined;
}
