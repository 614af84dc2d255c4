import { randomBytes } from 'node:crypto';
import type { ConfigFinding } from './config-finding.ts';
import type { Secrets } from './keys.ts';
import { secretFault } from './secret-fault.ts';
import { readSecretLines } from './secret-lines.ts';

/** Where the master secrets come from: one in the environment, or a file that may be read again. */
export interface SecretSources {
  readonly value: string | undefined;
  /** A file of one secret a line: the first signs, the others are accepted still. */
  readonly file: string | undefined;
  readonly production: boolean;
}

export interface SecretsRead {
  /** `undefined` with findings only. */
  readonly secrets: Secrets | undefined;
  readonly findings: readonly ConfigFinding[];
  readonly warnings: readonly ConfigFinding[];
}

const HINT = 'make one with: openssl rand -base64 48';

export function readSecrets({ value, file, production }: SecretSources): SecretsRead {
  if (file === undefined)
    return judge(value === undefined ? [] : [value], 'RENDEV_SECRET', production);
  const variable = 'RENDEV_SECRET_FILE';
  if (value !== undefined) return unfit(variable, 'must not be set beside RENDEV_SECRET');
  const lines = readSecretLines(file);
  if (lines === undefined) return unfit(variable, 'names a file that cannot be read');
  return lines.length === 0
    ? unfit(variable, `names a file without a secret; ${HINT}`)
    : judge(lines, variable, production);
}

const unfit = (variable: string, message: string): SecretsRead => ({
  secrets: undefined,
  findings: [{ variable, message }],
  warnings: [],
});

function judge(given: readonly string[], variable: string, production: boolean): SecretsRead {
  const faults = given.map(secretFault);
  const found = faults.flatMap((fault, index) => {
    if (fault === undefined) return [];
    const where = given.length > 1 ? `in line ${index + 1} ` : '';
    return [{ variable, message: `${where}${fault}; ${HINT}` }];
  });
  const [first, ...before] = given;
  if (first === undefined) {
    const message = `is missing; ${HINT}`;
    if (production) return unfit(variable, message);
    const warned = `${message}; a random one serves until this process ends, then codes are void`;
    const secrets: Secrets = [randomBytes(48).toString('base64')];
    return { secrets, findings: [], warnings: [{ variable, message: warned }] };
  }
  return production && found.length > 0
    ? { secrets: undefined, findings: found, warnings: [] }
    : { secrets: [first, ...before], findings: [], warnings: found };
}
