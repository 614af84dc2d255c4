/**
 * The public side of the lab, a process of its own so that it can stand in another network: coturn
 * with our rendered configuration, and a signal server of each kind. Says `ready` to its parent, books
 * interviews for it, and ends when the parent is gone.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InterviewCreate, InterviewCreated } from '@rendev/interview-protocol';
import { createApp, loadConfig } from '@rendev/signal-server';
import { defaultSettings, render, turnUrls, validateSettings } from '@rendev/turn-config';
import {
  type Coturn,
  coturnVersion,
  startCoturn,
} from '../../packages/turn-config/test/support/coturn.ts';
import { certificateFiles } from './certificate.ts';
import {
  type Booked,
  type Booking,
  PUBLIC_ADDRESS,
  type ServerName,
  SHORT_TTL_SECONDS,
  WEB_PORTS,
} from './lab-contract.ts';

type Book = (interview: InterviewCreate) => Promise<Booked>;

const folder = process.argv[2] ?? '';
const secret = randomBytes(36).toString('base64');
const settings = {
  ...defaultSettings('turn.example.com'),
  coturn: coturnVersion(),
  addresses: { source: 'static', local: PUBLIC_ADDRESS, public: PUBLIC_ADDRESS },
  tls: certificateFiles(folder),
} as const;
// There are no names here: Chromium's lookups for TURN over UDP go past /etc/hosts and past its own
// switch --host-resolver-rules.
const urls = turnUrls({ ...settings, hostname: PUBLIC_ADDRESS });
const stunUrls = urls.filter((url) => url.startsWith('stun:'));

const coturn = await startTurn();
process.once('exit', () => {
  coturn.signal('SIGKILL');
});
const book: Record<ServerName, Book> = {
  turn: await startWeb('turn', { urls }),
  'stun only': await startWeb('stun only', { urls: stunUrls }),
  'short credentials': await startWeb('short credentials', { urls, ttlSeconds: SHORT_TTL_SECONDS }),
};
process.on('message', ({ server, interview }: Booking) => {
  void book[server](interview).then((booked) => process.send?.(booked));
});
process.once('disconnect', () => {
  // The other ends may be gone without a word: no graceful close of the servers.
  void coturn.stop().then(() => process.exit());
});
process.send?.('ready');

async function startTurn(): Promise<Coturn> {
  const valid = validateSettings(settings);
  if (!valid.ok) throw new Error(JSON.stringify(valid.findings));
  const rendered = render('turnserver.conf', {
    settings: valid.settings,
    secrets: [{ id: 'lab', value: secret }],
  });
  if (!rendered.ok) throw new Error(rendered.finding.message);
  const conf = rendered.artifacts[0]?.text ?? '';
  return startCoturn(conf, PUBLIC_ADDRESS, settings.ports.plain);
}

/** Starts a signal server that is its own host page. */
async function startWeb(
  name: ServerName,
  ice: { readonly urls: readonly string[]; readonly ttlSeconds?: number },
): Promise<Book> {
  const config = loadConfig({
    RENDEV_ENV: 'development',
    RENDEV_HOST: PUBLIC_ADDRESS,
    RENDEV_PORT: String(WEB_PORTS[name]),
    RENDEV_DATABASE: join(folder, `${name}.sqlite`),
    RENDEV_SECRET: randomBytes(48).toString('base64'),
    RENDEV_TURN_URLS: ice.urls.join(),
    RENDEV_TURN_SECRET: secret,
    RENDEV_LOG_LEVEL: 'error',
  });
  if (!config.ok) throw new Error(JSON.stringify(config.findings));
  const { turn } = config.value;
  const app = await createApp({ ...config.value, turn: turn && { ...turn, ...ice } });
  const page = readFileSync(
    new URL('../../examples/script-tag/index.html', import.meta.url),
    'utf8',
  ).replace(/http:\/\/localhost:\d+/, '');
  // The host's page: pages of the server itself may use no device.
  app.fastify.get('/', (_request, reply) =>
    reply
      .header('permissions-policy', 'camera=(self), microphone=(self)')
      .type('text/html; charset=utf-8')
      .send(page),
  );
  const origin = await app.listen();
  const host = await app.hosts.add('lab', [origin]);
  if (!host.ok) throw new Error(host.error.code);
  return async (interview) => {
    const response = await app.fastify.inject({
      method: 'POST',
      url: '/v1/interviews',
      headers: { authorization: `Bearer ${host.value.apiKey}` },
      payload: interview,
    });
    const { participants } = response.json<InterviewCreated>();
    return { links: participants.map(({ code }) => `${origin}/#code=${code ?? ''}`) };
  };
}
