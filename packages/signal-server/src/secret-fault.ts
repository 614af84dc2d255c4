import { SECRET_MIN_LENGTH } from '@rendev/turn-config';

const PLACEHOLDER = /change[-_ ]?(me|it)|placeholder|example|default|password|your[-_ ]?secret/i;
const REPETITION = /^(.+?)\1+$/s;
const DISTINCT_CHARACTERS_MIN = 10;

/** What makes a secret unfit, as the end of a sentence that names it; `undefined` for a fit one. */
export function secretFault(secret: string): string | undefined {
  if (secret.length < SECRET_MIN_LENGTH) {
    return `is shorter than ${SECRET_MIN_LENGTH} characters`;
  }
  if (PLACEHOLDER.test(secret)) return 'is a placeholder';
  if (REPETITION.test(secret) || new Set(secret).size < DISTINCT_CHARACTERS_MIN) {
    return 'repeats itself';
  }
  return undefined;
}
