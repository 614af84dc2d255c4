import type { EntryChanged, InterviewPublic } from '@rendev/interview-protocol';
import type { Clock } from '../clock.ts';

/**
 * Resolves when the host has changed the interview since it was of this version; never rejects. It
 * may never resolve: the signal ends it, or the server does not know.
 */
export type WatchDoor = (interview: InterviewPublic, signal: AbortSignal) => Promise<void>;

const RETRY_MS = 5_000;

/** `GET /v1/entries/changes` of the server at the base URL, asked again for as long as it takes. */
export function doorWatch(server: string, clock: Clock): WatchDoor {
  const address = `${server.replace(/\/+$/, '')}/v1/entries/changes`;
  return ({ id, version }, signal) =>
    new Promise((resolve) => {
      const look = async (): Promise<void> => {
        const changed = await ask(`${address}?interview=${id}&version=${String(version)}`, signal);
        if (signal.aborted) return;
        if (changed === true) resolve();
        else if (changed === false) void look();
        else clock.after(RETRY_MS, () => void look());
      };
      // A server of before told no version.
      if (version !== undefined) void look();
    });
}

/** @returns `null` where the server cannot be asked now */
async function ask(url: string, signal: AbortSignal): Promise<boolean | null> {
  try {
    const answer = await fetch(url, { credentials: 'omit', signal });
    // An interview that is not there any more is a change, too.
    if (answer.status === 404) return true;
    return answer.ok ? ((await answer.json()) as EntryChanged).changed : null;
  } catch {
    return null;
  }
}
