import { keyedHash, type KeyRing, type Keys } from '../keys.ts';
import type { WebhookRow } from '../storage/tables.ts';

type SecretFacts = Pick<WebhookRow, 'id' | 'secret_number' | 'previous_until'>;

/** The secrets that sign webhooks, derived from the server's own: the store holds none. */
export class WebhookSecrets {
  readonly #keys: KeyRing;

  constructor(keys: KeyRing) {
    this.#keys = keys;
  }

  /** The present one, as Standard Webhooks writes it. */
  current({ id, secret_number: number }: SecretFacts): string {
    return derive(this.#keys.current, id, number);
  }

  /**
   * Those that sign at this moment, the present one first; two while one is replaced, and as many
   * more for each master secret before the present one.
   */
  signing(webhook: SecretFacts, now: number): string[] {
    const { id, secret_number: number, previous_until: until } = webhook;
    const numbers = until !== null && now < until ? [number, number - 1] : [number];
    return this.#keys.all.flatMap((keys) => numbers.map((each) => derive(keys, id, each)));
  }
}

const derive = ({ webhook }: Keys, id: string, number: number): string =>
  `whsec_${keyedHash(webhook, `${id}/${number}`).toString('base64')}`;
