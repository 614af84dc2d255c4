import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { CHROMIUM, launchBrowser } from '../e2e/browser.ts';
import { trustSwitch } from './certificate.ts';
import type { Keep } from './keep.ts';
import { PUBLIC_ADDRESS, WEB_PORTS } from './lab-contract.ts';
import { connect, Namespace } from './namespace.ts';
import { type RouterRules, routerScript } from './router.ts';

/** A home network behind its router. */
export interface Home {
  setRouter(rules: RouterRules): void;
  /** The router forgets every connection, as after a power cut. */
  restartRouter(): void;
  /** @param pem the certificate of the TURN server */
  launchBrowser(pem: string): Promise<Browser>;
}

/** @param folder for a file of its own; it has to outlive the home */
export async function openHome(
  internet: Namespace,
  number: 1 | 2,
  folder: string,
  keep: Keep,
): Promise<Home> {
  const open = (): Promise<Namespace> => keep(Namespace.open(), (namespace) => namespace.close());
  const [router, inside] = await Promise.all([open(), open()]);
  const publicAddress = `192.31.196.1${number}`;
  const uplink = `ip route add default via ${PUBLIC_ADDRESS}`;
  connect([internet, `home${number}`], [router, 'wan']);
  connect([router, 'lan'], [inside, 'lan']);
  internet.run(`ip address add ${PUBLIC_ADDRESS} peer ${publicAddress} dev home${number}`);
  router.run(
    `ip address add ${publicAddress} peer ${PUBLIC_ADDRESS} dev wan
     ip address add 192.168.0.1/24 dev lan
     ${uplink}`,
  );
  inside.run(
    `ip link set lo up
     ip address add 192.168.0.${number + 1}/24 dev lan
     ip route add default via 192.168.0.1`,
  );
  return {
    setRouter: (rules) => {
      router.run(routerScript(rules));
    },
    restartRouter: () => {
      // Masquerading forgets what went through a link when the link goes down.
      router.run(
        `ip link set wan down
         ip link set wan up
         ${uplink}`,
      );
    },
    launchBrowser: (pem) => keep(launchInside(inside, folder, pem), (browser) => browser.close()),
  };
}

/** Playwright drives it through a pipe, so it needs no network to us. */
function launchInside(home: Namespace, folder: string, pem: string): Promise<Browser> {
  const executable = join(folder, `chromium-${home.pid}`);
  const script = `#!/bin/sh\nexec ${home.enter.join(' ')} ${CHROMIUM} "$@"\n`;
  writeFileSync(executable, script, { mode: 0o755 });
  const origins = Object.values(WEB_PORTS).map((port) => `http://${PUBLIC_ADDRESS}:${port}`);
  return launchBrowser(
    [
      // Camera and microphone need a secure origin.
      `--unsafely-treat-insecure-origin-as-secure=${origins.join()}`,
      trustSwitch(pem),
    ],
    executable,
  );
}
