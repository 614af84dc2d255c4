import { setTimeout as delay } from 'node:timers/promises';
import type { ChatMessage, Participant, WireError } from '@rendev/interview-protocol';
import {
  type Auth,
  Client,
  newEpoch,
  newMessageId,
} from '../../packages/signal-server/test/realtime/client.ts';

const RETRY_MS = 200;

/**
 * What a page does without the page: comes back by its resume token whenever the connection is
 * lost, keeps the roster of snapshot and changes, and sends each message until it is acknowledged.
 */
export class Person {
  readonly name: string;
  readonly roster = new Map<string, Participant>();
  /** In the order of arrival, without those that came again. */
  readonly messages: ChatMessage[] = [];
  /** Codes with which joins were refused. */
  readonly refusals: string[] = [];
  /** Participants that were said to have left, once for each time. */
  readonly departures: string[] = [];
  /** How long each loss of the connection lasted, up to the next snapshot, in ms. */
  readonly absences: number[] = [];
  readonly #home: string;
  readonly #epoch = newEpoch();
  #client: Client;
  #resumeToken = '';
  #id = '';
  #joins = 0;
  #lostAt: number | null = null;
  #closed = false;
  #asking: Promise<void> = Promise.resolve();

  /**
   * @param first where to join
   * @param home where to come back, such as a balancer
   */
  static async join(
    name: string,
    ticket: string,
    { first, home = first }: { readonly first: string; readonly home?: string },
  ): Promise<Person> {
    const person = new Person(name, home, first, ticket);
    try {
      await person.#client.snapshot();
    } catch (error) {
      person.close();
      throw error;
    }
    return person;
  }

  private constructor(name: string, home: string, first: string, ticket: string) {
    this.name = name;
    this.#home = home;
    this.#client = this.#connect(first, { ticket });
  }

  get id(): string {
    return this.#id;
  }
  get epoch(): string {
    return this.#epoch;
  }
  /** How often the join was answered. */
  get joins(): number {
    return this.#joins;
  }
  get client(): Client {
    return this.#client;
  }

  /** Others that are shown as connected. */
  sees(): string[] {
    return [...this.roster.values()]
      .filter(({ presence }) => presence === 'connected')
      .map(({ name }) => name)
      .sort();
  }

  texts(): string[] {
    return this.messages.map(({ text }) => text);
  }

  /** Resolves when the message is acknowledged, through whatever happens meanwhile. */
  async say(text: string): Promise<void> {
    const id = newMessageId();
    while (!this.#closed) {
      const answer = this.#client.socket.connected
        ? await this.#client.send('chat:send', { id, text }).catch(() => undefined)
        : undefined;
      if (answer?.ok) {
        this.#received(answer.message);
        return;
      }
      await delay(RETRY_MS);
    }
  }

  close(): void {
    this.#closed = true;
    this.#client.close();
  }

  #connect(url: string, way: Auth): Client {
    const since = this.messages.at(-1)?.seq ?? 0;
    const client = new Client(url, { epoch: this.#epoch, since, ...way });
    client.socket.onAny((event: string, payload: unknown) => {
      if (client === this.#client || this.#joins === 0) this.#hear(event, payload);
    });
    client.socket.on('disconnect', () => {
      this.#lostAt ??= performance.now();
      this.#comeBack(client, way);
    });
    client.socket.on('connect_error', (error: Error & { data?: WireError }) => {
      if (error.data !== undefined) this.refusals.push(error.data.code);
      if (error.data?.retryable === false) this.#closed = true;
      this.#comeBack(client, way);
    });
    return client;
  }

  #comeBack(lost: Client, way: Auth): void {
    if (this.#closed || lost !== this.#client) return;
    setTimeout(() => {
      if (this.#closed || lost !== this.#client) return;
      const resumeToken = this.#resumeToken;
      this.#client = this.#connect(this.#home, resumeToken === '' ? way : { resumeToken });
    }, RETRY_MS);
  }

  #hear(event: string, payload: unknown): void {
    // Of the server's events, which are typed where they are sent.
    const told = payload as never;
    switch (event) {
      case 'room:snapshot':
        this.#enter(told);
        break;
      case 'participant:joined':
      case 'participant:updated':
        this.#note((told as { participant: Participant }).participant);
        break;
      case 'participant:left':
        this.departures.push((told as { id: string }).id);
        this.roster.delete((told as { id: string }).id);
        break;
      case 'interview:ended':
        this.#closed = true;
        break;
      case 'session:closed':
        if (!(told as WireError).retryable) this.#closed = true;
        break;
      case 'chat:message':
        this.#received((told as { message: ChatMessage }).message);
        break;
    }
  }

  #enter(snapshot: {
    self: Participant;
    resumeToken: string;
    participants: Participant[];
    chat: { messages: ChatMessage[] };
  }): void {
    this.#joins += 1;
    if (this.#lostAt !== null) this.absences.push(performance.now() - this.#lostAt);
    this.#lostAt = null;
    this.#id = snapshot.self.id;
    this.#resumeToken = snapshot.resumeToken;
    this.roster.clear();
    for (const participant of snapshot.participants) this.#note(participant);
    for (const message of snapshot.chat.messages) this.#received(message);
  }

  #note(participant: Participant): void {
    if (participant.id !== this.#id) this.roster.set(participant.id, participant);
  }

  /** As the widget does: what is known is dropped, and a gap is fetched. */
  #received(message: ChatMessage): void {
    const last = this.messages.at(-1)?.seq ?? 0;
    if (message.seq <= last) return;
    if (message.seq === last + 1) this.messages.push(message);
    else this.#asking = this.#asking.then(() => this.#fetchSince());
  }

  async #fetchSince(): Promise<void> {
    const seq = this.messages.at(-1)?.seq ?? 0;
    const answer = await this.#client.send('chat:since', { seq }).catch(() => undefined);
    if (!answer?.ok) return;
    for (const message of answer.messages) this.#received(message);
  }
}
