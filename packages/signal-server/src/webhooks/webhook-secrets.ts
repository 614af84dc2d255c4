import { keyedHash } from '../keys.ts';
import type { WebhookRow } from '../storage/tables.ts';

type SecretFacts = Pick<WebhookRow, 'id' | 'secret_number' | 'previous_until'>;

/** The secrets that sign webhooks, derived from the server's own: the store holds none. */
export class WebhookSecrets {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** The present one, as Standard Webhooks writes it. */
  current({ id, secret_number: number }: SecretFacts): string {
    return this.#derive(id, number);
  }

  /** Those that sign at this moment, the present one first; two while one is replaced. */
  signing(webhook: SecretFacts, now: number): string[] {
    const { id, secret_number: number, previous_until: until } = webhook;
    const current = this.current(webhook);
    return until !== null && now < until ? [current, this.#derive(id, number - 1)] : [current];
  }

  #derive(id: string, number: number): string {
    return `whsec_${keyedHash(this.#key, `${id}/${number}`).toString('base64')}`;
  }
}
