import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import type { IceServerEntry } from '@rendev/turn-config';

export interface Offer {
  readonly sdp: string;
  readonly iceServers: IceServerEntry[];
  /** The certificate to trust for TURN over TLS, PEM. */
  readonly ca: string;
}

/** @returns what answers offers, with all candidates in the answer, until the test is over */
export function startWerift(test: TestContext): (offer: Offer) => Promise<string> {
  const child = fork(new URL('./werift-process.ts', import.meta.url), { execArgv: [] });
  const ended = once(child, 'exit');
  test.after(async () => {
    if (child.connected) child.disconnect();
    await ended;
  });
  return async (offer) => {
    const answered = once(child, 'message');
    child.send(offer);
    const [sdp] = (await answered) as [string];
    return sdp;
  };
}
