import type {
  ChatPage,
  DeliveryPage,
  DeliveryQuery,
  Interview,
  InterviewCreate,
  InterviewCreated,
  InterviewPage,
  InterviewPatch,
  InterviewQuery,
  InterviewSummary,
  Overview,
  OverviewQuery,
  TicketRequest,
  TicketResponse,
  Webhook,
  WebhookCreate,
  WebhookDelivery,
  WebhookWithSecret,
} from '@rendev/interview-protocol';
import { createAsk, type ClientOptions } from './request.ts';

export type { ClientAnswer, ClientOptions } from './request.ts';

export interface RepeatOptions {
  /** The same key within 24 h is answered as the first time. */
  readonly idempotencyKey?: string;
}

export interface MatchOptions {
  /** The `etag` of the version that the change is meant for; else `changed-meanwhile`. */
  readonly ifMatch?: string;
}

export type Client = ReturnType<typeof createClient>;

/** The REST of the server for a host's back end: one method for each route behind the API key. */
export function createClient(options: ClientOptions) {
  const ask = createAsk(options);
  const repeat = ({ idempotencyKey }: RepeatOptions) => ({ 'idempotency-key': idempotencyKey });
  const match = ({ ifMatch }: MatchOptions) => ({ 'if-match': ifMatch });

  return {
    interviews: {
      /** With an `externalId` and time that were used before, finds the first one, codes and all. */
      create: (body: InterviewCreate, use: RepeatOptions = {}) =>
        ask<InterviewCreated>({ method: 'POST', path: '/interviews', body, headers: repeat(use) }),
      /** Newest first; go on with `nextCursor` as `cursor`. */
      list: (query: InterviewQuery = {}) =>
        ask<InterviewPage>({ method: 'GET', path: '/interviews', query }),
      get: (id: string) => ask<Interview>({ method: 'GET', path: '/interviews/{id}', id }),
      patch: (id: string, body: InterviewPatch, use: MatchOptions = {}) =>
        ask<Interview>({
          method: 'PATCH',
          path: '/interviews/{id}',
          id,
          body,
          headers: match(use),
        }),
      cancel: (id: string, use: MatchOptions = {}) =>
        ask<Interview>({ method: 'DELETE', path: '/interviews/{id}', id, headers: match(use) }),
      end: (id: string, use: MatchOptions = {}) =>
        ask<Interview>({ method: 'POST', path: '/interviews/{id}/end', id, headers: match(use) }),
      /** Messages, names and title, for good. */
      erase: (id: string) => ask<Interview>({ method: 'POST', path: '/interviews/{id}/erase', id }),
      summary: (id: string) =>
        ask<InterviewSummary>({ method: 'GET', path: '/interviews/{id}/summary', id }),
      messages: (id: string, since = 0) =>
        ask<ChatPage>({ method: 'GET', path: '/interviews/{id}/messages', id, query: { since } }),
      /** For a person whom you have logged in. */
      ticket: (id: string, body: TicketRequest, use: RepeatOptions = {}) =>
        ask<TicketResponse>({
          method: 'POST',
          path: '/interviews/{id}/tickets',
          id,
          body,
          headers: repeat(use),
        }),
    },
    /** The interviews of a time, 200 at most, and who is inside. */
    overview: (query: OverviewQuery) => ask<Overview>({ method: 'GET', path: '/overview', query }),
    webhooks: {
      /** The answer alone shows the signing secret. */
      add: (body: WebhookCreate, use: RepeatOptions = {}) =>
        ask<WebhookWithSecret>({ method: 'POST', path: '/webhooks', body, headers: repeat(use) }),
      list: () => ask<{ items: Webhook[] }>({ method: 'GET', path: '/webhooks' }),
      remove: (id: string) => ask<undefined>({ method: 'DELETE', path: '/webhooks/{id}', id }),
      rotate: (id: string) =>
        ask<WebhookWithSecret>({ method: 'POST', path: '/webhooks/{id}/rotate', id }),
      enable: (id: string) => ask<Webhook>({ method: 'POST', path: '/webhooks/{id}/enable', id }),
      test: (id: string) =>
        ask<{ eventId: string }>({ method: 'POST', path: '/webhooks/{id}/test', id }),
      deliveries: (query: DeliveryQuery = {}) =>
        ask<DeliveryPage>({ method: 'GET', path: '/webhooks/deliveries', query }),
      replay: (id: string) =>
        ask<WebhookDelivery>({ method: 'POST', path: '/webhooks/deliveries/{id}/replay', id }),
    },
  };
}
