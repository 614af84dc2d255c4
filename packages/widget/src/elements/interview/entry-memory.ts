import type { Entry } from '../../engine/session.ts';

const KEY = 'rendev-interview:entry';

/** The typed code that led into the room, kept for this tab so that a reload enters by itself. */
export const entryMemory = {
  /** `null` if there is none for this server, or the browser denies storage. */
  load(server: string): Extract<Entry, { code: string }> | null {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as {
        readonly server: string;
        readonly entry: Extract<Entry, { code: string }>;
      } | null;
      return kept?.server === server ? kept.entry : null;
    } catch {
      return null;
    }
  },

  /** A ticket is not kept: the host's page brings its own. */
  save(server: string, entry: Entry | null): void {
    if (entry === null || 'ticket' in entry) return;
    write(JSON.stringify({ server, entry }));
  },

  clear(): void {
    write(null);
  },
};

function write(value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, value);
  } catch {
    // Without storage a reload asks for the code again.
  }
}
