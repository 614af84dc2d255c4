let defaultServer: string | undefined;

/** The server of elements without a `server` of their own. */
export function setDefaultServer(url: string): void {
  defaultServer = url;
}

/** What was set, else the page's own origin. */
export function getDefaultServer(): string {
  return defaultServer ?? location.origin;
}
