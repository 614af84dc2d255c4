/** What PostgreSQL, pg or the system said, as a short code such as `28P01` or `ECONNREFUSED`. */
export function codeOfStore(error: unknown): string {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code;
    // Of a name with many addresses: each failed.
    if (each instanceof AggregateError && each.errors.length > 0)
      return codeOfStore(each.errors[0]);
  }
  return '';
}

/** The transaction lost against another one and may win the next time: repeat it. */
export const isLostRace = (error: unknown): boolean =>
  ['40001', '40P01'].includes(codeOfStore(error));

/** Another row has this key, or what else must be unique. */
export const isTaken = (error: unknown): boolean => codeOfStore(error) === '23505';

/** PostgreSQL's classes 08 (connection) and 57 (it shuts down or starts); and the system's codes. */
const AWAY =
  /^(08...|57P0[123]|53300|E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|HOSTUNREACH|NOTFOUND|AI_AGAIN))$/;
/** What pg says without a code. */
const AWAY_TEXT = /Connection terminated|timeout exceeded when trying to connect|not queryable/;

/** Whether the store is away for now, as during a restart of PostgreSQL. */
export const isAway = (error: unknown): boolean =>
  AWAY.test(codeOfStore(error)) || (error instanceof Error && AWAY_TEXT.test(error.message));

/** PostgreSQL keeps no U+0000 and no lone surrogate, such as a query may ask for. */
export const isUnstorable = (error: unknown): boolean =>
  ['22021', '22P05'].includes(codeOfStore(error));

/** Class 28: authorization; 3D000: there is no such database; 42501: no right. */
export const isForbidden = (error: unknown): boolean =>
  /^(28...|3D000|42501)$/.test(codeOfStore(error));
