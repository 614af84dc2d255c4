import { randomBytes } from 'node:crypto';
import { defaultSettings, render, validateSettings } from '@rendev/turn-config';
import {
  coturnVersion,
  freePort,
  ownAddress,
  startCoturn,
} from '../../packages/turn-config/test/support/coturn.ts';
import { relayPorts } from '../../packages/turn-config/test/support/relay-ports.ts';
import { startUdpProxy, type UdpProxy } from './udp-proxy.ts';

/** coturn, reached by two ways of which each can be cut. */
export interface Relay {
  readonly paths: readonly [UdpProxy, UdpProxy];
  /** A TURN URL for each path. */
  readonly urls: readonly string[];
  readonly secret: string;
  close(): Promise<void>;
}

/** Told to people in place of coturn's own address, which its rules would refuse as a peer. */
const PUBLIC_ADDRESS = '203.0.113.10';

export async function startRelay(): Promise<Relay> {
  const local = ownAddress();
  const secret = randomBytes(36).toString('base64');
  const plain = await freePort(local);
  const tls = await freePort(local);
  const settings = validateSettings({
    ...defaultSettings('turn.example.com'),
    coturn: coturnVersion(),
    addresses: { source: 'static', local, public: PUBLIC_ADDRESS },
    ports: { plain, tls, ...(await relayPorts()) },
    tls: undefined,
    // What is cut off keeps its relays for minutes.
    limits: { userQuota: 200, totalQuota: 250, maxBytesPerSecond: 400_000 },
  });
  if (!settings.ok) throw new Error(JSON.stringify(settings.findings));
  const rendered = render('turnserver.conf', {
    settings: settings.settings,
    secrets: [{ id: 'faults', value: secret }],
  });
  if (!rendered.ok) throw new Error(rendered.finding.message);
  const coturn = await startCoturn(rendered.artifacts[0]?.text ?? '', local, plain);
  const paths = [await startUdpProxy(local, plain), await startUdpProxy(local, plain)] as const;
  return {
    paths,
    urls: paths.map(({ port }) => `turn:${local}:${port}?transport=udp`),
    secret,
    close: async () => {
      for (const path of paths) path.close();
      await coturn.stop();
    },
  };
}
