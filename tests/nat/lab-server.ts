/**
 * The public side of the lab, a process of its own so that it can stand in another network: coturn
 * with our rendered configuration, and two signal servers, of which one knows no TURN. Says `ready`
 * to its parent, books interviews for it, and ends when the parent is gone.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InterviewCreate, InterviewCreated } from '@rendev/interview-protocol';
import { type App, createApp, loadConfig } from '@rendev/signal-server';
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
  WEB_PORTS,
} from './lab-contract.ts';

interface Web {
  readonly app: App;
  book(interview: InterviewCreate): Promise<Booked>;
}

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
const webs: Record<ServerName, Web> = {
  turn: await startWeb('turn', urls),
  'stun only': await startWeb('stun only', stunUrls),
};
process.on('message', ({ server, interview }: Booking) => {
  void webs[server].book(interview).then((booked) => process.send?.(booked));
});
process.once('disconnect', () => {
  void Promise.all([coturn.stop(), ...Object.values(webs).map(({ app }) => app.close())]);
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

/** A signal server that is its own host page. */
async function startWeb(name: ServerName, iceUrls: readonly string[]): Promise<Web> {
  const config = loadConfig({
    RENDEV_ENV: 'development',
    RENDEV_HOST: PUBLIC_ADDRESS,
    RENDEV_PORT: String(WEB_PORTS[name]),
    RENDEV_DATABASE: join(folder, `${name}.sqlite`),
    RENDEV_SECRET: randomBytes(48).toString('base64'),
    RENDEV_TURN_URLS: iceUrls.join(),
    RENDEV_TURN_SECRET: secret,
    RENDEV_LOG_LEVEL: 'error',
  });
  if (!config.ok) throw new Error(JSON.stringify(config.findings));
  const app = await createApp(config.value);
  const page = readFileSync(
    new URL('../../examples/script-tag/index.html', import.meta.url),
    'utf8',
  ).replace(/http:\/\/localhost:\d+/, '');
  app.fastify.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  const origin = await app.listen();
  const host = await app.hosts.add('lab', [origin]);
  if (!host.ok) throw new Error(host.error.code);
  return {
    app,
    book: async (interview) => {
      const response = await app.fastify.inject({
        method: 'POST',
        url: '/v1/interviews',
        headers: { authorization: `Bearer ${host.value.apiKey}` },
        payload: interview,
      });
      const { participants } = response.json<InterviewCreated>();
      return { links: participants.map(({ code }) => `${origin}/#code=${code ?? ''}`) };
    },
  };
}
