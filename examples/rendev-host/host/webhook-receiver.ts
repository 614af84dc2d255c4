import type { WebhookEvent } from '@rendev/interview-protocol';
import { raw, type RequestHandler } from 'express';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { ApplicationTable } from './application-table.ts';
import { answer, refuse, type Result, ok } from './result.ts';

/** What the site wants to hear of. `interview.ended` does not say yet who was there. */
export const WANTED_EVENTS = ['interview.summary'] as const;

/** The signature is over the body as it came, so that it must not be parsed before. */
export const webhookReceiver = (secret: string, table: ApplicationTable): RequestHandler[] => [
  raw({ type: 'application/json', limit: '1mb' }),
  (request, response) => {
    const event = verified(new Webhook(secret), request.body, request.headers);
    if (!event.ok) {
      answer(response, event);
      return;
    }
    const { type, data } = event.value;
    if (type === 'interview.summary' && data.summary.bothSidesAttended) {
      table.interviewed(data.interview.id, String(request.headers['webhook-id']));
    }
    // What is not for us is taken too, else it would come again for a day.
    response.status(204).end();
  },
];

function verified(
  webhook: Webhook,
  body: unknown,
  headers: Readonly<Record<string, unknown>>,
): Result<WebhookEvent> {
  if (!Buffer.isBuffer(body)) return refuse('bad-request');
  try {
    return ok(webhook.verify(body, headers as Record<string, string>) as WebhookEvent);
  } catch (error) {
    if (error instanceof WebhookVerificationError) return refuse('signature-invalid');
    throw error;
  }
}
