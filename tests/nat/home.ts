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
  /** The computer changes from one network of the home to another, as from cable to radio. */
  changeNetwork(): void;
  /** The provider gives the router another address. What came to the former one is lost. */
  changeOutsideAddress(): void;
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
  const uplink = `ip route add default via ${PUBLIC_ADDRESS}`;
  let outside = 0;
  /** Takes the next of the addresses that the provider has. */
  const takeOutsideAddress = (): void => {
    const address = `192.31.196.${number}${++outside}`;
    internet.run(
      `ip address flush dev home${number}
       ip address add ${PUBLIC_ADDRESS} peer ${address} dev home${number}`,
    );
    router.run(
      `ip address flush dev wan
       ip address add ${address} peer ${PUBLIC_ADDRESS} dev wan
       ${uplink}`,
    );
  };
  let network = 0;
  /** Takes an address in the next of the home's networks. */
  const takeInsideAddress = (): void => {
    const prefix = `192.168.${network++}`;
    router.run(`ip address add ${prefix}.1/24 dev lan`);
    inside.run(
      `ip address flush dev lan
       ip address add ${prefix}.${number + 1}/24 dev lan
       ip route add default via ${prefix}.1`,
    );
  };
  connect([internet, `home${number}`], [router, 'wan']);
  connect([router, 'lan'], [inside, 'lan']);
  inside.run('ip link set lo up');
  takeOutsideAddress();
  takeInsideAddress();
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
    changeNetwork: takeInsideAddress,
    changeOutsideAddress: takeOutsideAddress,
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
