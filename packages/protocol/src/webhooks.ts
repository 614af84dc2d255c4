import { Type } from 'typebox';
import { Interview } from './interviews.ts';
import { LeaveReason } from './participants.ts';
import { Id, Role, Timestamp } from './primitives.ts';
import { InterviewSummary } from './summaries.ts';

const InterviewRef = Type.Object({
  id: Id,
  externalId: Type.Union([Type.String(), Type.Null()]),
  metadata: Interview.properties.metadata,
});
const PersonRef = Type.Object({ id: Id, name: Type.String(), role: Role });

const event = <T extends string, D extends Type.TProperties>(type: T, data: D) =>
  Type.Object({ type: Type.Literal(type), timestamp: Timestamp, data: Type.Object(data) });

/**
 * The body of a webhook, by its `type`; `timestamp` is when the fact came to be. Signed by Standard
 * Webhooks (https://www.standardwebhooks.com): headers webhook-id, webhook-timestamp and
 * webhook-signature. Delivered at least once and in no certain order: the same webhook-id is the
 * same event.
 */
export const WEBHOOK_EVENTS = {
  /** The door is open: people may come in. */
  'interview.opened': event('interview.opened', { interview: Interview }),
  /** Its times changed. */
  'interview.rescheduled': event('interview.rescheduled', { interview: Interview }),
  'interview.canceled': event('interview.canceled', { interview: Interview }),
  /** `expired`: by the clock. */
  'interview.ended': event('interview.ended', {
    interview: Interview,
    reason: Type.Union([Type.Literal('ended'), Type.Literal('expired')]),
  }),
  /** Some seconds after the end, when the pages have reported. */
  'interview.summary': event('interview.summary', {
    interview: Interview,
    summary: InterviewSummary,
  }),
  /** Came into the room; waiting before it counts for nothing. */
  'participant.joined': event('participant.joined', {
    interview: InterviewRef,
    participant: PersonRef,
  }),
  'participant.left': event('participant.left', {
    interview: InterviewRef,
    participant: PersonRef,
    reason: LeaveReason,
  }),
  /** Asked for by the host, to try an endpoint. */
  'webhook.test': event('webhook.test', {}),
} as const;

export type WebhookEventName = keyof typeof WEBHOOK_EVENTS;
export type WebhookEvent<E extends WebhookEventName = WebhookEventName> = {
  [K in E]: Type.Static<(typeof WEBHOOK_EVENTS)[K]>;
}[E];

export const WebhookEventName = Type.Enum(Object.keys(WEBHOOK_EVENTS) as WebhookEventName[]);

/** `POST /v1/webhooks`. Without `events`, all of them. */
export const WebhookCreate = Type.Object(
  {
    url: Type.String({ maxLength: 2_000, description: 'https; no private or local address' }),
    events: Type.Optional(Type.Array(WebhookEventName, { minItems: 1, uniqueItems: true })),
  },
  { additionalProperties: false },
);
export type WebhookCreate = Type.Static<typeof WebhookCreate>;

/** Where the events of a host go. */
export const Webhook = Type.Object({
  id: Id,
  url: Type.String(),
  /** `null` for all. */
  events: Type.Union([Type.Array(WebhookEventName), Type.Null()]),
  createdAt: Timestamp,
  /** Since when nothing is sent, because the endpoint answered 410; `null` while it is in use. */
  disabledAt: Type.Union([Timestamp, Type.Null()]),
  /** Until when the secret before the present one signs too. */
  previousSecretUntil: Type.Union([Timestamp, Type.Null()]),
});
export type Webhook = Type.Static<typeof Webhook>;

/** With the signing secret, `whsec_` and base64, which no other answer shows. */
export const WebhookWithSecret = Type.Object({ ...Webhook.properties, secret: Type.String() });
export type WebhookWithSecret = Type.Static<typeof WebhookWithSecret>;

export const WebhookList = Type.Object({ items: Type.Array(Webhook) });

/** `dead`: given up after a day, or because the endpoint is disabled. */
export const DeliveryState = Type.Union([
  Type.Literal('pending'),
  Type.Literal('delivered'),
  Type.Literal('dead'),
]);
export type DeliveryState = Type.Static<typeof DeliveryState>;

/** Why a delivery failed. `status`: the answer was not 2xx. */
export const DeliveryFault = Type.Union([
  Type.Literal('status'),
  Type.Literal('timeout'),
  Type.Literal('unreachable'),
  Type.Literal('address-refused'),
  Type.Literal('endpoint-disabled'),
]);
export type DeliveryFault = Type.Static<typeof DeliveryFault>;

/** One event on its way to one endpoint. */
export const WebhookDelivery = Type.Object({
  id: Id,
  /** The header webhook-id. */
  eventId: Id,
  type: WebhookEventName,
  webhookId: Id,
  interviewId: Type.Union([Id, Type.Null()]),
  state: DeliveryState,
  attempts: Type.Integer(),
  /** Of the last attempt. */
  status: Type.Union([Type.Integer(), Type.Null()]),
  fault: Type.Union([DeliveryFault, Type.Null()]),
  /** `null` unless pending. */
  nextAttemptAt: Type.Union([Timestamp, Type.Null()]),
  createdAt: Timestamp,
});
export type WebhookDelivery = Type.Static<typeof WebhookDelivery>;

/** `GET /v1/webhooks/deliveries`, newest first. */
export const DeliveryQuery = Type.Object(
  {
    state: Type.Optional(DeliveryState),
    webhookId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    cursor: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type DeliveryQuery = Type.Static<typeof DeliveryQuery>;

export const DeliveryPage = Type.Object({
  items: Type.Array(WebhookDelivery),
  nextCursor: Type.Union([Id, Type.Null()]),
});
export type DeliveryPage = Type.Static<typeof DeliveryPage>;
