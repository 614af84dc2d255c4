import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InterviewCreate, InterviewCreated } from '@rendev/interview-protocol';
import { createApp, loadConfig } from '@rendev/signal-server';
import { type HostPage, startHostPage } from './host-page.ts';
import { PortTakenError } from './listen.ts';

export { PortTakenError };

export interface DemoOptions {
  /** Port of the host page; 0 for any free one. */
  readonly port: number;
  /** Port of the signal server; 0 for any free one. */
  readonly serverPort: number;
  readonly lang: 'ko' | 'en';
  readonly synthetic: boolean;
  /** Where the SQLite file lies. */
  readonly folder: string;
  /** Further settings of the signal server, such as its TURN servers. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Demo {
  readonly pageUrl: string;
  readonly serverUrl: string;
  /** Of the host that booked. */
  readonly apiKey: string;
  /** The shared code of the interview that is open now. */
  readonly code: string;
  readonly interviewerUrl: string;
  readonly candidateUrl: string;
  /** Books another interview, as a host's back end would. */
  book(interview: InterviewCreate): Promise<InterviewCreated>;
  close(): Promise<void>;
}

const NAMES = {
  ko: { title: '프런트엔드 개발자 인터뷰', interviewer: '인터뷰어', candidate: '지원자' },
  en: {
    title: 'Front-end developer interview',
    interviewer: 'Interviewer',
    candidate: 'Candidate',
  },
} as const;

/** Starts the signal server on an SQLite file, a host page, and an interview that is open now. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  return startDemoFor(await startHostPage(options.port, options), options);
}

/** The same for a host page of the caller's; it is closed with the demo, and when the start fails. */
export async function startDemoFor(page: HostPage, options: DemoOptions): Promise<Demo> {
  try {
    return await startServer(page, options);
  } catch (error) {
    await page.close();
    throw error;
  }
}

async function startServer(page: HostPage, options: DemoOptions): Promise<Demo> {
  mkdirSync(options.folder, { recursive: true });
  const config = loadConfig({
    RENDEV_ENV: 'development',
    RENDEV_HOST: 'localhost',
    RENDEV_PORT: String(options.serverPort),
    RENDEV_DATABASE: join(options.folder, 'rendev.sqlite'),
    RENDEV_SECRET: randomBytes(48).toString('base64'),
    RENDEV_LOG_LEVEL: 'error',
    ...options.environment,
  });
  if (!config.ok) throw new Error(config.findings.map((f) => `${f.variable} ${f.message}`).join());

  const app = await createApp(config.value);
  const serverUrl = await app.listen().catch(async (error: unknown) => {
    await app.close();
    throw isPortTaken(error) ? new PortTakenError(options.serverPort, error) : error;
  });
  page.open(`${serverUrl}/rendev-interview.js`);

  // Codes of an earlier start died with its secret, so its interviews go too.
  await app.hosts.remove('demo');
  const host = await app.hosts.add('demo', [page.url]);
  if (!host.ok) throw new Error(host.error.code);

  const book = (interview: InterviewCreate): Promise<InterviewCreated> =>
    bookInterview(serverUrl, host.value.apiKey, interview);
  const names = NAMES[options.lang];
  const interview = await book({
    title: names.title,
    scheduledAt: new Date().toISOString(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    participants: [
      { role: 'interviewer', name: names.interviewer },
      { role: 'candidate', name: names.candidate },
    ],
  });
  const [interviewer, candidate] = interview.participants.map(
    ({ code }) => `${page.url}/#code=${code ?? ''}`,
  );
  return {
    pageUrl: page.url,
    serverUrl,
    apiKey: host.value.apiKey,
    code: interview.code ?? '',
    interviewerUrl: interviewer ?? '',
    candidateUrl: candidate ?? '',
    book,
    close: async () => {
      await Promise.all([page.close(), app.close()]);
    },
  };
}

async function bookInterview(
  server: string,
  apiKey: string,
  interview: InterviewCreate,
): Promise<InterviewCreated> {
  const response = await fetch(`${server}/v1/interviews`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(interview),
  });
  if (!response.ok) throw new Error(`The interview was not booked: ${await response.text()}`);
  return (await response.json()) as InterviewCreated;
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
