import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { findPerson, type Person } from './people.ts';
import { ok, refuse, type Result } from './result.ts';

/** Demonstration: whoever asks is signed in as whom they name, without a password. */
export class SignIn {
  readonly #people = new Map<string, Person>();

  /** @returns a bearer token; `not-found` */
  signIn(email: unknown): Result<Person & { readonly token: string }> {
    const person = findPerson(email);
    if (person === undefined) return refuse('not-found');
    const token = randomUUID();
    this.#people.set(token, person);
    return ok({ ...person, token });
  }

  /** Whose token the request bears. */
  personOf({ headers }: Request): Person | undefined {
    return this.#people.get(headers.authorization?.replace(/^Bearer /, '') ?? '');
  }
}
