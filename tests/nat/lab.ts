import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { makeCertificate } from './certificate.ts';
import { type Home, openHome } from './home.ts';
import { startKeeping } from './keep.ts';
import { type Booked, type Booking, PUBLIC_ADDRESS } from './lab-contract.ts';
import { Namespace } from './namespace.ts';

/** Two homes, each with a Chromium, and the public servers, on a small internet of their own. */
export interface Lab {
  readonly homes: readonly [Home, Home];
  readonly browsers: readonly [Browser, Browser];
  readonly book: (booking: Booking) => Promise<Booked>;
  readonly close: () => Promise<void>;
}

export async function openLab(): Promise<Lab> {
  const { keep, close } = startKeeping();
  try {
    const folder = await keep(mkdtemp(join(tmpdir(), 'rendev-nat-')), (path) =>
      rm(path, { recursive: true, force: true }),
    );
    const pem = makeCertificate(folder);
    const internet = await keep(Namespace.open(), (namespace) => namespace.close());
    internet.run(
      `ip link set lo up
       ip address add ${PUBLIC_ADDRESS} dev lo
       echo 1 > /proc/sys/net/ipv4/ip_forward`,
    );
    const homes = [
      await openHome(internet, 1, folder, keep),
      await openHome(internet, 2, folder, keep),
    ] as const;
    const [server, ...browsers] = await Promise.all([
      keep(startServer(internet, folder), (started) => started.close()),
      homes[0].launchBrowser(pem),
      homes[1].launchBrowser(pem),
    ]);
    return { homes, browsers, book: server.book, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface LabServer {
  readonly book: (booking: Booking) => Promise<Booked>;
  readonly close: () => Promise<void>;
}

async function startServer(internet: Namespace, folder: string): Promise<LabServer> {
  const [command, ...enter] = internet.enter;
  const program = new URL('./lab-server.ts', import.meta.url).pathname;
  const child = spawn(
    command,
    [...enter, process.execPath, '--conditions=rendev-source', program, folder],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const ended = once(child, 'exit');
  const failed = ended.then(() => {
    throw new Error('The server of the lab has ended');
  });
  failed.catch(() => undefined);
  const answer = async (): Promise<unknown> => {
    const [message] = (await Promise.race([once(child, 'message'), failed])) as [unknown];
    return message;
  };
  await answer();
  return {
    book: async (booking) => {
      const booked = answer();
      child.send(booking);
      return (await booked) as Booked;
    },
    close: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
