import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClient } from '@rendev/signal-server/client';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import type { ApplicationTable } from './application-table.ts';
import { Booking } from './booking.ts';
import { Interviews } from './interviews.ts';
import { Mails } from './mails.ts';
import { pagePolicy } from './page-policy.ts';
import { findPerson, PEOPLE, type Person } from './people.ts';
import { answer, ok, refuse, type Result } from './result.ts';
import { SignIn } from './sign-in.ts';
import { isWallTime } from './wall-time.ts';
import { webhookReceiver } from './webhook-receiver.ts';

export interface SiteOptions {
  /** Base URL of the site itself, for the links in its mails. */
  readonly url: string;
  /** Base URL of the interview server. */
  readonly interviewServer: string;
  readonly apiKey: string;
  /** `whsec_...` */
  readonly webhookSecret: string;
  readonly smtpPort: number;
  readonly table: ApplicationTable;
}

const PAGES = fileURLToPath(new URL('../pages/', import.meta.url));
/** The address that the page is written with. */
const WRITTEN = 'http://localhost:3001';

/** The site: its API, its pages and the receiver of webhooks. */
export function createSite(options: SiteOptions): Express {
  const { url, interviewServer, apiKey, webhookSecret, smtpPort, table } = options;
  const interviews = new Interviews(createClient({ server: interviewServer, apiKey }));
  const booking = new Booking({ table, interviews, mails: new Mails(smtpPort, url) });

  const site = express();
  site.disable('x-powered-by');
  site.post('/webhooks/interviews', webhookReceiver(webhookSecret, table));
  site.use('/api', express.json(), api(booking, table), unreadable);
  site.use(pagePolicy(interviewServer));
  site.get('/interview', (_request, response) => {
    const page = readFileSync(`${PAGES}interview.html`, 'utf8');
    response.type('html').send(page.replaceAll(WRITTEN, interviewServer));
  });
  site.use(express.static(PAGES, { index: 'my-page.html' }));
  return site;
}

function api(booking: Booking, table: ApplicationTable): express.Router {
  const routes = express.Router();
  const signIn = new SignIn();
  const route = (
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    act: (person: Person, request: Request) => Result<unknown> | Promise<Result<unknown>>,
  ) => {
    routes[method](path, async (request, response) => {
      const person = signIn.personOf(request);
      answer(response, person ? await act(person, request) : refuse('sign-in-needed'));
    });
  };

  routes.get('/people', (_request, response) => {
    answer(response, ok(PEOPLE));
  });
  routes.post('/sign-in', (request, response) => {
    answer(response, signIn.signIn(fieldsOf(request)['email']));
  });

  route('get', '/applications', (person) => {
    const shown = table.ofPerson(person.email).map((application) => ({
      ...application,
      ownerName: findPerson(application.owner)?.nickname ?? '',
      applicantName: findPerson(application.applicant)?.nickname ?? '',
    }));
    return ok(shown);
  });
  route('put', '/applications/:id', (person, request) => booking.book(idOf(request), person));
  route('post', '/applications/:id/interview-ticket', (person, request) =>
    booking.ticket(idOf(request), person),
  );
  route('patch', '/applications/:id', (person, request) => {
    const { status } = fieldsOf(request);
    if (status !== 'matched' && status !== 'unmatched') return refuse('bad-request');
    return booking.judge(idOf(request), person, status);
  });

  route('post', '/projects', (person, request) => {
    const { title, schedule } = fieldsOf(request);
    if (typeof title !== 'string' || title.trim() === '' || title.length > 100) {
      return refuse('bad-request');
    }
    if (!Array.isArray(schedule) || schedule.length === 0 || !schedule.every(isWallTime)) {
      return refuse('bad-request');
    }
    return ok({ id: table.addProject(person.email, title, schedule) });
  });
  route('post', '/projects/:id/close', (person, request) =>
    booking.closeProject(idOf(request), person),
  );
  route('delete', '/projects/:id', (person, request) =>
    booking.deleteProject(idOf(request), person),
  );
  routes.use((_request, response) => {
    answer(response, refuse('not-found'));
  });
  return routes;
}

/** The body is no JSON, or too long. */
const unreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status < 500) answer(response, refuse('bad-request'));
  else next(error);
};

/** NaN for what is no number, which no row has. */
const idOf = ({ params }: Request): number => Number(params['id']);

const fieldsOf = ({ body }: Request): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
