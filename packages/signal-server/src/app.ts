import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { LIMITS } from '@rendev/interview-protocol';
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { registerAdminPage } from './admin/admin-page.ts';
import { overviewRoutes } from './admin/overview-routes.ts';
import { AdmissionService } from './admission/admission-service.ts';
import { AttemptLimiter } from './admission/attempt-limiter.ts';
import { DoorWatch } from './admission/door-watch.ts';
import { entriesRoutes } from './admission/entries-routes.ts';
import { createSeatReader } from './admission/seats.ts';
import { Tickets } from './admission/tickets.ts';
import { ticketsRoutes } from './admission/tickets-routes.ts';
import { ChatService } from './chat/chat-service.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import { HostsService } from './hosts/hosts-service.ts';
import { requireApiKey } from './http/api-key-auth.ts';
import { registerHealth } from './http/health-routes.ts';
import { IdempotencyKeys } from './http/idempotency-keys.ts';
import { allowRepeats } from './http/repeatable-requests.ts';
import { createLogger } from './http/logger.ts';
import { registerMetrics } from './http/metrics.ts';
import { registerOpenApi } from './http/openapi.ts';
import { createProblems, type Problems } from './http/problem-details.ts';
import { registerWidgetFiles } from './http/widget-files.ts';
import { createIceServers } from './ice/ice-servers.ts';
import { hashSecret } from './ids.ts';
import { interviewsRoutes } from './interviews/interviews-routes.ts';
import { InterviewsService, type InterviewNotifier } from './interviews/interviews-service.ts';
import { Invitations } from './interviews/invitations.ts';
import { deriveKeys } from './keys.ts';
import { attachRealtime, type Realtime } from './realtime/realtime.ts';
import { goodbyesRoutes } from './rooms/goodbyes-routes.ts';
import { Attendance } from './rooms/attendance.ts';
import { RoomMetrics } from './rooms/room-metrics.ts';
import { openDatabase, type Database } from './storage/database.ts';
import { eraseRoutes } from './retention/erase-routes.ts';
import { RetentionService } from './retention/retention-service.ts';
import { SummariesService } from './summaries/summaries-service.ts';
import { summaryRoutes } from './summaries/summary-routes.ts';
import { InterviewFacts } from './webhooks/interview-facts.ts';
import { postWebhook } from './webhooks/post-webhook.ts';
import { WebhookDeliveries } from './webhooks/webhook-deliveries.ts';
import { registerWebhookMetrics } from './webhooks/webhook-metrics.ts';
import { WebhookOutbox } from './webhooks/webhook-outbox.ts';
import { WebhookSecrets } from './webhooks/webhook-secrets.ts';
import { WebhookWorker } from './webhooks/webhook-worker.ts';
import { webhooksRoutes } from './webhooks/webhooks-routes.ts';
import { WebhooksService } from './webhooks/webhooks-service.ts';

const REQUESTS_PER_MINUTE = 600;

export interface AppOptions {
  readonly clock?: Clock;
  readonly logger?: Logger;
}

/** A whole server, not yet listening. */
export interface App {
  readonly fastify: FastifyInstance;
  readonly db: Database;
  readonly hosts: HostsService;
  readonly interviews: InterviewsService;
  readonly admission: AdmissionService;
  readonly tickets: Tickets;
  /** Runs while the server listens. */
  readonly webhookWorker: WebhookWorker;
  /** Resolves to the address, such as `http://127.0.0.1:3030`. */
  listen(): Promise<string>;
  /** Tells the clients to come back, ends the connections, then closes the store. */
  close(): Promise<void>;
}

interface Services extends Pick<App, 'db' | 'hosts' | 'interviews' | 'admission'> {
  readonly chat: ChatService;
  readonly watch: DoorWatch;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly webhooks: WebhooksService;
  readonly summaries: SummariesService;
  readonly retention: RetentionService;
  readonly deliveries: WebhookDeliveries;
  readonly participants: Realtime['participants'];
  readonly problems: Problems;
  readonly registry: Registry;
  readonly metrics: RoomMetrics;
  readonly clock: Clock;
}

/** The composition root: every part is made here and handed what it needs. */
export async function createApp(
  config: Config,
  { clock = systemClock, logger = createLogger(config.logLevel) }: AppOptions = {},
): Promise<App> {
  const keys = deriveKeys(config.secret);
  const db = await openDatabase(config.database);
  const problems = createProblems(clock);
  const fastify = createFastify(config, logger, problems);
  const registry = new Registry();
  const metrics = new RoomMetrics(registry, db);
  registerWebhookMetrics(registry, db, clock);

  const hosts = new HostsService(db, clock);
  const chat = new ChatService(db, clock);
  const tickets = new Tickets(keys.ticket, clock);
  const invitations = new Invitations(keys);
  const iceServersFor = createIceServers({
    turn: config.turn,
    pseudonymKey: keys.pseudonym,
    clock,
  });
  // The rooms need the interviews and the interviews tell the rooms.
  const notifier: InterviewNotifier = {
    updated: (interview) => {
      realtime.notifier.updated(interview);
      watch.changed(interview.id);
    },
    ended: (interviewId, reason) => {
      realtime.notifier.ended(interviewId, reason);
      watch.changed(interviewId);
    },
  };
  const outbox = new WebhookOutbox(clock);
  const facts = new InterviewFacts(outbox);
  const attendance = new Attendance(facts, clock);
  const interviews = new InterviewsService({
    db,
    hosts,
    invitations,
    notifier,
    facts,
    onEnd: (trx, interview) => attendance.ended(trx, interview),
    clock,
  });
  const summaries = new SummariesService(db, clock, facts);
  const retention = new RetentionService(db);
  const secrets = new WebhookSecrets(keys.webhook);
  const deliveries = new WebhookDeliveries(db, clock);
  const allowPrivate = !config.production;
  const webhooks = new WebhooksService({ db, clock, secrets, outbox, allowPrivate });
  const worker = new WebhookWorker({
    deliveries,
    secrets,
    post: postWebhook,
    postOptions: { allowPrivate },
    clock,
    random: Math.random,
    onFault: (error) => {
      logger.error({ err: error }, 'A webhook failed');
    },
  });
  const watch = new DoorWatch({ interviews });
  const admission = new AdmissionService({
    db,
    hosts,
    interviews,
    invitations,
    tickets,
    attempts: new AttemptLimiter(),
    seats: createSeatReader(db),
    iceServersFor,
    pseudonymKey: keys.pseudonym,
  });
  const realtime = attachRealtime({
    server: fastify.server,
    db,
    hosts,
    interviews,
    tickets,
    chat,
    iceServersFor,
    attendance,
    summaries,
    retention,
    metrics,
    config,
    logger,
    clock,
  });

  await registerHttp(fastify, config, {
    db,
    hosts,
    interviews,
    admission,
    chat,
    watch,
    webhooks,
    deliveries,
    summaries,
    retention,
    idempotencyKeys: new IdempotencyKeys(db, keys.answer, clock),
    participants: realtime.participants,
    problems,
    registry,
    metrics,
    clock,
  });
  fastify.addHook('preClose', async () => {
    watch.close();
    await Promise.all([realtime.close(), worker.stop()]);
  });
  fastify.addHook('onListen', () => {
    worker.start();
  });
  fastify.addHook('onClose', () => db.destroy());

  return {
    fastify,
    db,
    hosts,
    interviews,
    admission,
    tickets,
    webhookWorker: worker,
    listen: () => fastify.listen({ port: config.port, host: config.host }),
    close: () => fastify.close(),
  };
}

function createFastify(config: Config, logger: Logger, problems: Problems): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = logger;
  const fastify = Fastify({
    loggerInstance,
    trustProxy: config.trustProxy,
    bodyLimit: LIMITS.bodyBytes,
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      problems.answer(error, request, reply);
    },
  });
  fastify.setValidatorCompiler(TypeBoxValidatorCompiler);
  fastify.setErrorHandler<FastifyError>((error, request, reply) =>
    problems.answer(error, request, reply),
  );
  fastify.setNotFoundHandler((_request, reply) => problems.send(reply, { code: 'not-found' }));
  return fastify;
}

async function registerHttp(
  fastify: FastifyInstance,
  { widgetDir, turn }: Config,
  services: Services,
): Promise<void> {
  const { db, problems, registry } = services;
  // A policy for documents is the business of whoever serves one; /docs brings its own.
  await fastify.register(helmet, { contentSecurityPolicy: false });
  registerMetrics(fastify, registry, turn?.secretId);
  registerHealth(fastify, db, problems);
  await registerOpenApi(fastify);
  registerAdminPage(fastify);
  await registerWidgetFiles(fastify, widgetDir, problems);
  await fastify.register((scope) => registerRest(scope, services), { prefix: '/v1' });
}

async function registerRest(scope: FastifyInstance, services: Services): Promise<void> {
  const { hosts, interviews, admission, chat, watch, participants, problems, clock } = services;
  await scope.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    keyGenerator: ({ headers, ip }) =>
      headers.authorization === undefined ? ip : hashSecret(headers.authorization),
  });
  await scope.register(entriesRoutes, {
    prefix: '/entries',
    admission,
    watch,
    hosts,
    metrics: services.metrics,
    problems,
    clock,
  });
  await scope.register(goodbyesRoutes, { prefix: '/goodbyes', participants, hosts });
  await scope.register(async (behindKey) => {
    requireApiKey(behindKey, hosts, problems);
    const repeatable = allowRepeats(behindKey, services.idempotencyKeys, problems);
    const messages = chat;
    await behindKey.register(interviewsRoutes, { interviews, messages, problems, repeatable });
    await behindKey.register(ticketsRoutes, { admission, problems, clock, repeatable });
    const { webhooks, deliveries, summaries, retention } = services;
    await behindKey.register(overviewRoutes, { db: services.db });
    await behindKey.register(summaryRoutes, { interviews, summaries, problems });
    await behindKey.register(eraseRoutes, { retention, problems, clock });
    await behindKey.register(webhooksRoutes, { webhooks, deliveries, problems, repeatable });
  });
}
