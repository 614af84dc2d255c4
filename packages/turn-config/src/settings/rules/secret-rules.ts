import { SECRET_MIN_LENGTH } from '../../credentials.ts';
import { error, type Finding } from '../finding.ts';
import type { Secret } from '../turn-config.ts';

/** Fewer different characters than this is a placeholder, not a random secret. */
const DISTINCT_MIN = 10;

/** What coturn's configuration reader passes on unchanged: no quotes, spaces, # or ; and no leading =. */
const SAFE = /^[A-Za-z0-9_+/.~-][A-Za-z0-9_+/.~=-]*$/;

const MEND = 'Make a new one with `rendev-turn init` or `rendev-turn rotate`.';

export function secretFindings(secrets: readonly Secret[]): Finding[] {
  const findings = secrets.flatMap(({ value }, index) => {
    const finding = valueFinding(`secrets.${index}`, value);
    return finding ? [finding] : [];
  });
  if (new Set(secrets.map(({ id }) => id)).size < secrets.length) {
    findings.push(
      error('secret-repeated', 'secrets', 'Two secrets have one id', 'Give each an id of its own.'),
    );
  }
  return findings;
}

function valueFinding(field: string, value: string): Finding | undefined {
  if (value === '') {
    return error(
      'secret-empty',
      field,
      'An empty secret lets everybody relay through coturn',
      MEND,
    );
  }
  if (!SAFE.test(value)) {
    return error(
      'secret-characters',
      field,
      'The secret holds characters that coturn reads otherwise than they stand',
      'Use letters, digits and _ + / . ~ = - only; look for a template variable left unset.',
    );
  }
  if (value.length < SECRET_MIN_LENGTH) {
    return error(
      'secret-short',
      field,
      `The secret has ${value.length} characters; every credential lets people guess it offline`,
      `At least ${SECRET_MIN_LENGTH}. ${MEND}`,
    );
  }
  if (new Set(value).size < DISTINCT_MIN) {
    return error('secret-weak', field, 'The secret looks like a placeholder', MEND);
  }
  return undefined;
}
