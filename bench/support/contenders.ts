import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { ChildServer } from '../../tests/faults/child-server.ts';
import { TcpProxy } from '../../tests/faults/tcp-proxy.ts';
import type { CallOptions } from '../pages/call-page.ts';
import { startPageServer } from './page-server.ts';
import { startPeerServer, startRelay } from './rival-servers.ts';

const PAGES = ['from-lobby', 'from-code', 'peerjs', 'simple-peer', 'original'] as const;

/** One way from each end to the other: a signaling round trip of 80 ms. */
export const ONE_WAY_MS = 40;

/** A product that is measured. */
export interface Contender {
  readonly name: string;
  readonly script: (typeof PAGES)[number];
  /** A new room: what each person needs to get in, in the order of coming. */
  room(people: number): Promise<CallOptions[]>;
}

export interface Arena {
  readonly signalServer: ChildServer;
  readonly ours: Contender;
  readonly oursFromCode: Contender;
  readonly peerJs: Contender;
  readonly simplePeer: Contender;
  /** simple-peer over a relay that sends each signal to everybody in the room. */
  readonly broadcast: Contender;
  readonly original: Contender;
  /** Opens a person's page up to where the clock runs. `opened` sees it before it loads anything. */
  visit(
    browser: Browser,
    contender: Contender,
    options: CallOptions,
    opened?: (page: Page) => Promise<void>,
  ): Promise<Page>;
  close(): Promise<void>;
}

export interface ArenaOptions {
  /** Further settings of our server. */
  readonly environment?: Readonly<Record<string, string>>;
  /** For the others: what our server hands out by itself. */
  readonly configuration?: RTCConfiguration;
}

/** Every contender's servers, each behind a proxy of the same delay. */
export async function openArena(settings: ArenaOptions = {}): Promise<Arena> {
  const { environment, configuration = {} } = settings;
  const relayOnly = configuration.iceTransportPolicy === 'relay';
  const [pages, signalServer, peerServer, relay, broadcastRelay] = await Promise.all([
    startPageServer(PAGES),
    ChildServer.create('*', environment),
    startPeerServer(),
    startRelay(),
    startRelay({ broadcast: true }),
  ]);
  const servers = [pages, signalServer, peerServer, relay, broadcastRelay] as const;
  const proxies = await Promise.all(servers.map(({ url }) => delayed(url)));
  const [pageUrl = '', ourUrl = '', peerJsUrl = '', relayUrl = '', broadcastUrl = ''] = proxies.map(
    ({ url }) => url,
  );

  const ourRoom = async (people: number): Promise<CallOptions[]> => {
    const { participants } = await signalServer.book({
      scheduledAt: new Date().toISOString(),
      maxParticipants: people,
      relayOnly,
      participants: Array.from({ length: people }, (_, number) => ({
        role: number === 0 ? 'interviewer' : 'candidate',
        name: `Person ${number + 1}`,
      })),
    });
    const codes = participants.map(({ code }) => code ?? '');
    return codes.map((id) => ({
      server: ourUrl,
      room: '',
      id,
      inside: [],
      microphone: true,
      configuration: {},
    }));
  };
  const rivalRoom =
    (server: string) =>
    (people: number): Promise<CallOptions[]> => {
      const room = randomUUID();
      const ids = Array.from({ length: people }, (_, number) => `${room}-${number}`);
      return Promise.resolve(
        ids.map((id, number) => ({
          server,
          room,
          id,
          inside: ids.slice(0, number),
          microphone: true,
          configuration,
        })),
      );
    };
  return {
    signalServer,
    ours: { name: 'ours, from the lobby', script: 'from-lobby', room: ourRoom },
    oursFromCode: { name: 'ours, from the code', script: 'from-code', room: ourRoom },
    peerJs: { name: 'PeerJS', script: 'peerjs', room: rivalRoom(peerJsUrl) },
    simplePeer: { name: 'simple-peer', script: 'simple-peer', room: rivalRoom(relayUrl) },
    broadcast: {
      name: 'simple-peer, broadcast relay',
      script: 'simple-peer',
      room: rivalRoom(broadcastUrl),
    },
    original: { name: "a flow like the original's", script: 'original', room: rivalRoom(relayUrl) },
    visit: async (browser, { script }, options, opened) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await opened?.(page);
      await page.goto(`${pageUrl}/${script}`);
      await page.waitForFunction(() => 'callPage' in globalThis);
      await page.evaluate((given) => globalThis.callPage.prepare(given), options);
      return page;
    },
    close: async () => {
      await Promise.all(proxies.map((proxy) => proxy.close()));
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

/** A way to a server of this machine that takes `ONE_WAY_MS` in each direction. */
export async function delayed(url: string): Promise<TcpProxy> {
  const proxy = await TcpProxy.start(Number(new URL(url).port));
  proxy.delay(ONE_WAY_MS);
  return proxy;
}
