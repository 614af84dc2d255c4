import { LIMITS } from '@rendev/interview-protocol/limits';
import type { ReactiveControllerHost } from 'lit';
import type { Session } from '../../engine/session.ts';
import { RendevError, type RendevErrorCode } from '../../engine/rendev-error.ts';
import type { PeopleTerms, QuestionTerms } from '../../locales/people-terms.ts';
import type { Question } from '../dialog/question.ts';
import type { PersonAct } from '../people/person-act.ts';

export interface HostedCall {
  readonly session: Session | null;
  readonly terms: PeopleTerms;
  /** Everybody in the call. */
  readonly peopleCount: number;
  readonly say: (text: string) => void;
  readonly fail: (code: RendevErrorCode) => void;
}

/** What an interviewer does with the others and with the interview; what hurts is asked first. */
export class HostActs {
  readonly #host: ReactiveControllerHost;
  readonly #now: () => HostedCall;
  #question: Question | null = null;
  #confirmed: (word: string) => Promise<void> = () => Promise.resolve();

  constructor(host: ReactiveControllerHost, now: () => HostedCall) {
    this.#host = host;
    this.#now = now;
  }

  /** To be asked now. */
  get question(): Question | null {
    return this.#question;
  }

  readonly person = ({ act, id, name }: PersonAct): void => {
    const { session, terms, say } = this.#now();
    if (session === null) return;
    switch (act) {
      case 'admit':
        this.#attempt(session.admit(id));
        break;
      case 'mute':
        this.#attempt(
          session.askToMute(id).then(() => {
            say(terms.askedToMute(name));
          }),
        );
        break;
      case 'lobby':
        this.#ask(terms.lobbyQuestion(name), () => session.sendToLobby(id));
        break;
      case 'refuse':
        this.#ask(
          terms.refuseQuestion(name),
          (word) => session.reject(id, ...(word === '' ? [] : [word])),
          this.#word(name, terms.refuseWords),
        );
        break;
      case 'remove':
        this.#ask(
          terms.removeQuestion(name),
          (word) => session.remove(id, ...(word === '' ? [] : [word])),
          this.#word(name, terms.removeWords),
        );
        break;
    }
  };

  readonly extend = (minutes: number): void => {
    const { session } = this.#now();
    if (session !== null) this.#attempt(session.extend(minutes));
  };

  readonly endForAll = (): void => {
    const { session, terms, peopleCount } = this.#now();
    if (session === null) return;
    this.#ask(terms.endQuestion(peopleCount), () => session.endForAll());
  };

  /** @param word `null` when the person has thought better of it */
  readonly answer = (word: string | null): void => {
    this.#question = null;
    if (word !== null) this.#attempt(this.#confirmed(word));
    this.#host.requestUpdate();
  };

  #ask(
    { heading, text, confirm }: QuestionTerms,
    confirmed: (word: string) => Promise<void>,
    word?: Question['word'],
  ): void {
    const { cancel } = this.#now().terms;
    this.#question = { heading, text, confirm, cancel, ...(word && { word }) };
    this.#confirmed = confirmed;
    this.#host.requestUpdate();
  }

  #word(name: string, ready: readonly string[]): NonNullable<Question['word']> {
    const { word: label, wordHelp } = this.#now().terms;
    return { label, help: wordHelp(name), ready, maxLength: LIMITS.wordLength };
  }

  /** Nothing else shows that it failed. */
  #attempt(promise: Promise<void>): void {
    promise.catch((error: unknown) => {
      if (error instanceof RendevError) this.#now().fail(error.code);
      else reportError(error);
    });
  }
}
