import type { InterviewCreate, InterviewCreated, Role } from '@rendev/interview-protocol';
import { newId } from '../ids.ts';
import { keyedHash, type Keys } from '../keys.ts';
import { ok, refuse, type Refusal, type Result } from '../result.ts';
import type { Database } from '../storage/database.ts';
import { storableText } from '../storage/storable-text.ts';
import type { InvitationRow } from '../storage/tables.ts';
import { deriveCode, formatCode, normalizeCode } from './interview-code.ts';

/** Somebody to be given a code: everybody (the shared one, first in the list) or one person. */
export interface Invitee {
  readonly role: Role;
  readonly name: string | null;
  /** Normalised; `undefined` has one made. */
  readonly code: string | undefined;
  /** JSON pointer to the code in the request. */
  readonly path: string;
}

type ShownCodes = Pick<InterviewCreated, 'code' | 'participants'>;

/** With 40 random bits a second clash in a row means that something else is wrong. */
const ATTEMPTS_MAX = 8;

/** @returns `bad-request` where a host's own code is unfit */
export function readInvitees({ code, participants = [] }: InterviewCreate): Result<Invitee[]> {
  const asked = [
    { role: 'participant' as const, name: null, code, path: '/code' },
    ...participants.map((person, index) => ({
      ...person,
      name: storableText(person.name.trim()),
      code: person.code,
      path: `/participants/${index}/code`,
    })),
  ];
  const invitees = asked.map((invitee) => ({
    ...invitee,
    code: invitee.code === undefined ? undefined : normalizeCode(invitee.code),
  }));
  const errors: NonNullable<Refusal['errors']> = asked
    .filter((invitee, index) => invitee.code !== undefined && invitees[index]?.code === undefined)
    .map(({ path }) => ({ path, message: 'must have 6 to 32 letters or digits' }));
  return errors.length > 0 ? refuse('bad-request', { errors }) : ok(invitees);
}

/** The codes of interviews. Only their keyed hashes are stored. */
export class Invitations {
  readonly #keys: Pick<Keys, 'code' | 'codeHash'>;

  constructor(keys: Pick<Keys, 'code' | 'codeHash'>) {
    this.#keys = keys;
  }

  /** To be called in the transaction that adds the interview. @returns `code-taken` */
  async add(
    db: Database,
    interviewId: string,
    invitees: readonly Invitee[],
  ): Promise<Result<InvitationRow[]>> {
    const rows: InvitationRow[] = [];
    for (const [position, invitee] of invitees.entries()) {
      const row = await this.#addOne(db, interviewId, position, invitee);
      if (!row)
        return refuse('code-taken', { errors: [{ path: invitee.path, message: 'is taken' }] });
      rows.push(row);
    }
    return ok(rows);
  }

  /** The codes that the server made, derived again; `null` for those that the host supplied. */
  shown(rows: readonly InvitationRow[]): ShownCodes {
    const codeOf = ({ id, derivation }: InvitationRow) =>
      derivation === null ? null : formatCode(deriveCode(this.#keys.code, id, derivation));
    const shared = rows.find(({ role }) => role === 'participant');
    return {
      code: shared ? codeOf(shared) : null,
      participants: rows
        .filter((row) => row !== shared)
        .map((row) => ({ id: row.id, role: row.role, name: row.name ?? '', code: codeOf(row) })),
    };
  }

  list(db: Database, interviewId: string): Promise<InvitationRow[]> {
    return db
      .selectFrom('invitations')
      .selectAll()
      .where('interview_id', '=', interviewId)
      .orderBy('position')
      .execute();
  }

  /**
   * Finds by a normalised code: the living invitation, else the newest of those that had the code.
   * A query to execute; one index search, however many interviews there are.
   */
  lookup(db: Database, code: string) {
    return db
      .selectFrom('invitations')
      .innerJoin('interviews', 'interviews.id', 'invitations.interview_id')
      .selectAll('invitations')
      .where('invitations.code_hash', '=', this.#hash(code))
      .orderBy('invitations.live', 'desc')
      .orderBy('interviews.created_at', 'desc')
      .limit(1);
  }

  async #addOne(
    db: Database,
    interviewId: string,
    position: number,
    { role, name, code }: Invitee,
  ): Promise<InvitationRow | undefined> {
    const id = newId();
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      const row = await db
        .insertInto('invitations')
        .values({
          id,
          interview_id: interviewId,
          position,
          role,
          name,
          code_hash: this.#hash(code ?? deriveCode(this.#keys.code, id, attempt)),
          derivation: code === undefined ? attempt : null,
          live: 1,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      if (row ?? code) return row;
    }
    throw new Error(`No free code in ${ATTEMPTS_MAX} attempts`);
  }

  #hash(code: string): string {
    return keyedHash(this.#keys.codeHash, code).toString('base64url');
  }
}
