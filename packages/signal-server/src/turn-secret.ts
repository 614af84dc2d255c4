import type { ConfigFinding } from './config-finding.ts';
import { secretFault } from './secret-fault.ts';
import { readSecretLines } from './secret-lines.ts';

/** What signs TURN credentials, and the name that it has in logs and metrics. */
export interface TurnSecret {
  readonly secret: string;
  readonly secretId: string;
}

/** Where it comes from: the environment, or a file that may be read again. */
export interface TurnSecretSources {
  readonly value: string | undefined;
  /**
   * The first line signs: the secret, then after a space its name if it has one of its own. Further
   * lines are not used: the TURN servers are those who accept a secret still.
   */
  readonly file: string | undefined;
  readonly secretId: string;
}

export type TurnSecretRead =
  | { readonly ok: true; readonly value: TurnSecret | undefined }
  | { readonly ok: false; readonly findings: readonly ConfigFinding[] };

/** What may name a secret. */
export const SECRET_ID = '^[A-Za-z0-9_-]{1,64}$';
export const SECRET_ID_MEANING = 'a name of letters, digits, _ and -, 64 at most';

/** `undefined` where none is set. */
export function readTurnSecret({ value, file, secretId }: TurnSecretSources): TurnSecretRead {
  if (file === undefined) {
    if (value === undefined) return { ok: true, value };
    return judge({ secret: value, secretId }, 'RENDEV_TURN_SECRET');
  }
  const variable = 'RENDEV_TURN_SECRET_FILE';
  if (value !== undefined) return unfit(variable, 'must not be set beside RENDEV_TURN_SECRET');
  const lines = readSecretLines(file);
  if (lines === undefined) return unfit(variable, 'names a file that cannot be read');
  const [secret, ownId = secretId, ...rest] = (lines[0] ?? '').trim().split(/\s+/);
  if (!secret) return unfit(variable, 'names a file without a secret');
  if (rest.length > 0 || !new RegExp(SECRET_ID).test(ownId)) {
    return unfit(variable, `must have after the secret nothing, or ${SECRET_ID_MEANING}`);
  }
  return judge({ secret, secretId: ownId }, variable);
}

function judge(read: TurnSecret, variable: string): TurnSecretRead {
  const fault = secretFault(read.secret);
  return fault === undefined ? { ok: true, value: read } : unfit(variable, fault);
}

const unfit = (variable: string, message: string): TurnSecretRead => ({
  ok: false,
  findings: [{ variable, message }],
});
