import type { InterviewCreate, InterviewCreated, Role } from '@rendev/interview-protocol';
import { newId } from '../ids.ts';
import { keyedHash, type KeyRing, type Keys } from '../keys.ts';
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
  readonly #keys: KeyRing;

  constructor(keys: KeyRing) {
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

  /**
   * The codes that the server made, derived again; `null` for those that the host supplied, and for
   * those of a master secret that is accepted no more.
   */
  shown(rows: readonly InvitationRow[]): ShownCodes {
    const codeOf = (row: InvitationRow) => {
      const code = this.#derivedCode(row);
      return code === undefined ? null : formatCode(code);
    };
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
      .where('invitations.code_hash', 'in', this.#hashes(code))
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
      const tried = code ?? deriveCode(this.#keys.current.code, id, attempt);
      if (await this.#isTakenBefore(db, tried)) {
        if (code !== undefined) return undefined;
        continue;
      }
      const row = await db
        .insertInto('invitations')
        .values({
          id,
          interview_id: interviewId,
          position,
          role,
          name,
          code_hash: hash(this.#keys.current, tried),
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

  /** The present hash first. */
  #hashes(code: string): string[] {
    return this.#keys.all.map((keys) => hash(keys, code));
  }

  /** The store knows a clash of hashes under one secret only. */
  async #isTakenBefore(db: Database, code: string): Promise<boolean> {
    const before = this.#hashes(code).slice(1);
    if (before.length === 0) return false;
    const taken = await db
      .selectFrom('invitations')
      .select('id')
      .where('code_hash', 'in', before)
      .where('live', '=', 1)
      .executeTakeFirst();
    return taken !== undefined;
  }

  #derivedCode({ id, derivation, code_hash: stored }: InvitationRow): string | undefined {
    if (derivation === null) return undefined;
    for (const keys of this.#keys.all) {
      const code = deriveCode(keys.code, id, derivation);
      if (hash(keys, code) === stored) return code;
    }
    return undefined;
  }
}

const hash = ({ codeHash }: Pick<Keys, 'codeHash'>, code: string): string =>
  keyedHash(codeHash, code).toString('base64url');
