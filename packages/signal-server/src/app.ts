import { setTimeout as delay } from 'node:timers/promises';
import helmet from '@fastify/helmet';
import { LIMITS } from '@rendev/interview-protocol';
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { registerAdminPage } from './admin/admin-page.ts';
import { overviewRoutes } from './admin/overview-routes.ts';
import { addressGroup } from './admission/address-group.ts';
import { AdmissionService } from './admission/admission-service.ts';
import { AttemptLimiter } from './admission/attempt-limiter.ts';
import { type CreateLimiter, memoryLimiters, redisLimiters } from './cluster/limiters.ts';
import { RedisLink } from './cluster/redis-link.ts';
import { DoorWatch } from './admission/door-watch.ts';
import { entriesRoutes } from './admission/entries-routes.ts';
import { createSeatReader } from './admission/seats.ts';
import { Tickets } from './admission/tickets.ts';
import { ticketsRoutes } from './admission/tickets-routes.ts';
import { ChatService } from './chat/chat-service.ts';
import { openMessageLog } from './chat/open-message-log.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import { HostsService } from './hosts/hosts-service.ts';
import { askerOf, requireApiKey } from './http/api-key-auth.ts';
import { registerHealth } from './http/health-routes.ts';
import { IdempotencyKeys } from './http/idempotency-keys.ts';
import { allowRepeats } from './http/repeatable-requests.ts';
import { lazyCompilers } from './http/lazy-compilers.ts';
import { createLogger } from './http/logger.ts';
import { registerMetrics } from './http/metrics.ts';
import { registerOpenApi } from './http/openapi.ts';
import { createProblems, type Problems } from './http/problem-details.ts';
import { limitRequests } from './http/request-limit.ts';
import { registerWidgetFiles } from './http/widget-files.ts';
import { createIceServers } from './ice/ice-servers.ts';
import { interviewsRoutes } from './interviews/interviews-routes.ts';
import { InterviewsService, type InterviewNotifier } from './interviews/interviews-service.ts';
import { Invitations } from './interviews/invitations.ts';
import { KeyRing, type Secrets } from './keys.ts';
import { attachRealtime, type Realtime } from './realtime/realtime.ts';
import { goodbyesRoutes } from './rooms/goodbyes-routes.ts';
import { Attendance } from './rooms/attendance.ts';
import { RoomMetrics } from './rooms/room-metrics.ts';
import { openDatabase, type Database } from './storage/database.ts';
import { eraseRoutes } from './retention/erase-routes.ts';
import { RetentionService } from './retention/retention-service.ts';
import { SummariesService } from './summaries/summaries-service.ts';
import { summaryRoutes } from './summaries/summary-routes.ts';
import type { TurnSecret } from './turn-secret.ts';
import { InterviewFacts } from './webhooks/interview-facts.ts';
import { postWebhook } from './webhooks/post-webhook.ts';
import { WebhookDeliveries } from './webhooks/webhook-deliveries.ts';
import { registerWebhookMetrics } from './webhooks/webhook-metrics.ts';
import { WebhookOutbox } from './webhooks/webhook-outbox.ts';
import { WebhookSecrets } from './webhooks/webhook-secrets.ts';
import { WebhookWorker } from './webhooks/webhook-worker.ts';
import { webhooksRoutes } from './webhooks/webhooks-routes.ts';
import { WebhooksService } from './webhooks/webhooks-service.ts';

const REQUEST_MS = 20_000;
/** No page of the server itself needs any of these; the pages of the hosts say their own. */
const PERMISSIONS_POLICY =
  'camera=(), microphone=(), display-capture=(), geolocation=(), payment=(), usb=()';

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
  /** From now on the first one signs; the others are accepted still. */
  useSecrets(secrets: Secrets): void;
  /** From now on it signs TURN credentials; without TURN servers it changes nothing. */
  useTurnSecret(secret: TurnSecret): void;
  /** Resolves to the address, such as `http://127.0.0.1:3030`. */
  listen(): Promise<string>;
  /**
   * Is not ready any more, for a balancer to see; then tells the clients to come back, ends the
   * connections and closes the store.
   */
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
  readonly turnSecretId: () => string | undefined;
  readonly isDraining: () => boolean;
  /** `null` where this node counts alone. */
  readonly createLimiter: CreateLimiter | null;
  readonly clock: Clock;
}

/** The composition root: every part is made here and handed what it needs. */
export async function createApp(
  config: Config,
  { clock = systemClock, logger = createLogger(config.logLevel) }: AppOptions = {},
): Promise<App> {
  const keys = new KeyRing([config.secret, ...(config.previousSecrets ?? [])]);
  const db = await openDatabase(config.database);
  const link = await openLink(config, db, logger);
  const createLimiter = link && redisLimiters(link);
  const problems = createProblems(clock);
  const fastify = createFastify(config, logger, problems);
  const registry = new Registry();
  const metrics = new RoomMetrics(registry, db);
  registerWebhookMetrics(registry, db, clock);

  const hosts = new HostsService(db, clock);
  const log = openMessageLog(db, config.database);
  const chat = new ChatService(db, log, clock);
  const tickets = new Tickets(keys, clock);
  const invitations = new Invitations(keys);
  let { turn } = config;
  const iceServersFor = createIceServers({
    turn: () => turn,
    // It makes names, and proves nothing: the one of the start serves on.
    pseudonymKey: keys.current.pseudonym,
    clock,
  });
  // The rooms need the interviews and the interviews tell the rooms.
  const notifier: InterviewNotifier = {
    updated: (interview) => {
      realtime.notifier.updated(interview);
      tellDoor(interview.id);
    },
    ended: (interviewId, reason) => {
      realtime.notifier.ended(interviewId, reason);
      tellDoor(interviewId);
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
  const secrets = new WebhookSecrets(keys);
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
  const tellDoor = await shareDoor(watch, link);
  const admission = new AdmissionService({
    db,
    hosts,
    interviews,
    invitations,
    tickets,
    attempts: new AttemptLimiter(createLimiter ?? memoryLimiters),
    seats: createSeatReader(db),
    iceServersFor,
    keys,
  });
  const realtime = await attachRealtime({
    server: fastify.server,
    db,
    keys,
    link,
    createLimiter,
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

  let draining = false;
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
    idempotencyKeys: new IdempotencyKeys(db, keys, clock),
    participants: realtime.participants,
    problems,
    registry,
    metrics,
    turnSecretId: () => turn?.secretId,
    isDraining: () => draining,
    createLimiter,
    clock,
  });
  fastify.addHook('preClose', async () => {
    watch.close();
    await Promise.all([realtime.close(), worker.stop()]);
  });
  fastify.addHook('onListen', () => {
    worker.start();
  });
  fastify.addHook('onClose', async () => {
    await link?.close();
    await log.close();
    await db.destroy();
  });

  return {
    fastify,
    db,
    hosts,
    interviews,
    admission,
    tickets,
    webhookWorker: worker,
    useSecrets: (secrets) => {
      keys.replace(secrets);
    },
    useTurnSecret: ({ secret, secretId }) => {
      turn &&= { ...turn, secret, secretId };
    },
    listen: () => fastify.listen({ port: config.port, host: config.host }),
    async close() {
      draining = true;
      await delay(config.drainMs);
      await fastify.close();
    },
  };
}

/** The other nodes, where there may be any. @throws StartFault */
async function openLink(
  { redis }: Config,
  db: Database,
  logger: Logger,
): Promise<RedisLink | null> {
  if (redis === null) return null;
  try {
    return await RedisLink.open(redis, (error) => {
      logger.warn({ err: error }, 'Redis is away');
    });
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Pages at the door of any node hear of a change. @returns to be called after one is stored */
async function shareDoor(watch: DoorWatch, link: RedisLink | null): Promise<(id: string) => void> {
  await link?.subscribe('door', (id) => {
    watch.changed(id);
  });
  link?.onBackAgain(() => {
    watch.changedAny();
  });
  return (id) => {
    watch.changed(id);
    // Whoever misses it asks again after its wait.
    link?.publish('door', id).catch(() => undefined);
  };
}

function createFastify(config: Config, logger: Logger, problems: Problems): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = logger;
  const fastify = Fastify({
    loggerInstance,
    trustProxy: config.trustProxy,
    bodyLimit: LIMITS.bodyBytes,
    schemaController: { compilersFactory: lazyCompilers },
    // To send a request, so that nobody holds a connection by a body that never ends.
    requestTimeout: REQUEST_MS,
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      problems.answer(error, request, reply);
    },
  });
  fastify.setErrorHandler<FastifyError>((error, request, reply) =>
    problems.answer(error, request, reply),
  );
  fastify.setNotFoundHandler((_request, reply) => problems.send(reply, { code: 'not-found' }));
  return fastify;
}

async function registerHttp(
  fastify: FastifyInstance,
  { widgetDir }: Config,
  services: Services,
): Promise<void> {
  const { problems, registry } = services;
  // A policy for documents is the business of whoever serves one: /docs and /admin bring their own.
  await fastify.register(helmet, { contentSecurityPolicy: false });
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.header('permissions-policy', PERMISSIONS_POLICY);
    done();
  });
  registerMetrics(fastify, registry, services.turnSecretId);
  registerHealth(fastify, services);
  registerOpenApi(fastify);
  registerAdminPage(fastify);
  await registerWidgetFiles(fastify, widgetDir, problems);
  await fastify.register((scope) => registerRest(scope, services), { prefix: '/v1' });
}

async function registerRest(scope: FastifyInstance, services: Services): Promise<void> {
  const { hosts, interviews, admission, chat, watch, participants, problems, clock } = services;
  const { createLimiter } = services;
  await scope.register(async (open) => {
    await limitRequests(open, {
      name: 'open',
      askerOf: ({ ip }) => addressGroup(ip),
      createLimiter,
    });
    await open.register(entriesRoutes, {
      prefix: '/entries',
      admission,
      watch,
      hosts,
      metrics: services.metrics,
      problems,
      clock,
    });
    await open.register(goodbyesRoutes, { prefix: '/goodbyes', participants, hosts });
  });
  await scope.register(async (behindKey) => {
    requireApiKey(behindKey, hosts, problems);
    await limitRequests(behindKey, { name: 'key', askerOf, createLimiter });
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
