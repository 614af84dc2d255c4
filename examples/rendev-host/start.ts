import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type App, createApp, loadConfig } from '@rendev/signal-server';
import { type Client, createClient } from '@rendev/signal-server/client';
import { ApplicationTable } from './host/application-table.ts';
import { PEOPLE, type Person } from './host/people.ts';
import { createSite } from './host/site.ts';
import { wallTimeAt } from './host/wall-time.ts';
import { WANTED_EVENTS } from './host/webhook-receiver.ts';
import { type CaughtMail, startMailCatcher } from './mail-catcher.ts';

export interface ExampleOptions {
  /** Of the site; 0 for any free port. */
  readonly port: number;
  /** Of the interview server; 0 for any free port. */
  readonly serverPort: number;
  /** Where both keep their SQLite files. Emptied first: each start is a new story. */
  readonly folder: string;
}

export interface Example {
  readonly url: string;
  readonly serverUrl: string;
  readonly mails: readonly CaughtMail[];
  /** Owns the projects. */
  readonly owner: Person;
  readonly applicant: Person;
  /** Has no part in them. */
  readonly other: Person;
  readonly webhookSecret: string;
  /** What the interview server knows, asked with the site's key. */
  readonly client: Client;
  /** The person's own page, signed in. */
  pageOf(person: Person): string;
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;

/** The site, an interview server and a mail catcher on this machine. */
export async function startExample(options: ExampleOptions): Promise<Example> {
  const { port, serverPort, folder } = options;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  const ends: (() => unknown)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const mailCatcher = await startMailCatcher(0);
    ends.push(() => mailCatcher.close());
    const server = await startInterviewServer(serverPort, join(folder, 'interviews.sqlite'));
    ends.push(() => server.app.close());
    const table = new ApplicationTable(join(folder, 'site.sqlite'));
    ends.push(() => {
      table.end();
    });
    const http = createServer();
    const url = await listen(http, port);
    ends.push(() => stop(http));

    // What an operator does once by `rendev-signal host add` and `rendev-signal webhook add`.
    const host = await server.app.hosts.add('rendev', [url]);
    if (!host.ok) throw new Error(host.error.code);
    const { apiKey } = host.value;
    const client = createClient({ server: server.url, apiKey });
    const webhook = await client.webhooks.add({
      url: `${url}/webhooks/interviews`,
      events: [...WANTED_EVENTS],
    });
    if (!webhook.ok) throw new Error(webhook.error.code);
    const webhookSecret = webhook.value.secret;

    const site = createSite({
      url,
      interviewServer: server.url,
      apiKey,
      webhookSecret,
      smtpPort: mailCatcher.port,
      table,
    });
    site.get('/mails', mailCatcher.page);
    http.on('request', site);

    const [owner, applicant, other] = PEOPLE;
    if (!owner || !applicant || !other) throw new Error('The example needs three people');
    offerTimes(table, owner);
    const pageOf = ({ email }: Person) => `${url}/?as=${encodeURIComponent(email)}`;
    const serverUrl = server.url;
    const { mails } = mailCatcher;
    return {
      url,
      serverUrl,
      mails,
      owner,
      applicant,
      other,
      webhookSecret,
      client,
      pageOf,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One interview that is open at once, and one that is not yet. */
function offerTimes(table: ApplicationTable, owner: Person): void {
  const now = Date.now();
  table.addProject(owner.email, '동네 책 교환 앱', [wallTimeAt(new Date(now))]);
  table.addProject(owner.email, '산책 지도 서비스', [wallTimeAt(new Date(now + DAY_MS))]);
}

async function startInterviewServer(
  port: number,
  database: string,
): Promise<{ readonly app: App; readonly url: string }> {
  const config = loadConfig({
    // Webhooks go to this machine, which is refused otherwise.
    RENDEV_ENV: 'development',
    RENDEV_HOST: 'localhost',
    RENDEV_PORT: String(port),
    RENDEV_DATABASE: database,
    RENDEV_SECRET: randomBytes(48).toString('base64'),
    RENDEV_LOG_LEVEL: 'error',
  });
  if (!config.ok) throw new Error(config.findings.map((f) => `${f.variable} ${f.message}`).join());
  const app = await createApp(config.value);
  try {
    return { app, url: await app.listen() };
  } catch (error) {
    await app.close();
    throw error;
  }
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      resolve(`http://localhost:${(server.address() as AddressInfo).port}`);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
