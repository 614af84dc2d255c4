import type { ServerPayload } from '@rendev/interview-protocol';
import type { Connection } from '../rooms/connection.ts';
import type { Connections } from '../rooms/connections.ts';
import type { Page, Person, RoomBus } from '../rooms/room-bus.ts';
import { Questions } from './questions.ts';
import { ownChannel, type RedisLink } from './redis-link.ts';
import type { Answer, PageMessage, RoomMessage, RoomQuestion, RoomWord } from './words.ts';

/** How many snapshots are read at once for people who may have missed something. */
const LANES = 8;

export interface RedisRoomBusOptions {
  readonly link: RedisLink;
  readonly nodeId: string;
  /** The bus of this node's own people. */
  readonly local: RoomBus;
  readonly connections: Connections;
  readonly refresh: (connection: Connection) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

// The braces keep a room and its pages on one shard (Redis Cluster), which keeps their words in order.
const roomChannel = (interviewId: string) => `room:{${interviewId}}`;
const pageChannel = ({ interviewId, participantId, epoch }: Page) =>
  `page:{${interviewId}}:${participantId}:${epoch}`;
const nodeChannel = (nodeId: string) => `node:${nodeId}`;

/**
 * The bus of many nodes: what is said goes to this node's people at once, and to the nodes that have
 * people in the room by a channel of that room. A signal goes by a channel of the one page that it is
 * for: how many hear it says whether that page is there, and nobody has to answer. While Redis is away
 * nothing is kept: after it, everybody who may have missed something gets a new snapshot, which is the
 * truth of the store.
 */
export class RedisRoomBus implements RoomBus {
  readonly #use: RedisRoomBusOptions;
  readonly #questions = new Questions();
  /** How each message of this node starts. */
  readonly #ownStart: string;
  readonly #followed = new Set<string>();
  /** Rooms of which the others missed a word of this node. */
  readonly #missed = new Set<string>();

  static async open(options: RedisRoomBusOptions): Promise<RedisRoomBus> {
    const bus = new RedisRoomBus(options);
    const { link, nodeId, connections } = options;
    connections.onEmpty((interviewId) => {
      bus.#unfollow(interviewId);
    });
    link.onBackAgain(() => {
      bus.#catchUp().catch(options.onFault);
    });
    connections.onMove((connection) => {
      bus.#hearPage(connection).catch(options.onFault);
    });
    await link.subscribe(nodeChannel(nodeId), bus.#onAnswer);
    return bus;
  }

  private constructor(options: RedisRoomBusOptions) {
    this.#use = options;
    const start: Pick<RoomMessage, 'from'> = { from: options.nodeId };
    this.#ownStart = JSON.stringify(start).slice(0, -1);
  }

  async follow(page: Page): Promise<void> {
    await Promise.all([this.#followRoom(page.interviewId), this.#hearPage(page)]);
  }

  async #followRoom(interviewId: string): Promise<void> {
    // Also where it is followed: whoever came first may still wait for it.
    this.#followed.add(interviewId);
    await this.#use.link.subscribe(roomChannel(interviewId), this.#onWord);
    // Whoever it was for may have gone meanwhile.
    if (this.#use.connections.in(interviewId).length === 0) this.#unfollow(interviewId);
  }

  toRoom: RoomBus['toRoom'] = (to, event, payload) => {
    this.#use.local.toRoom(to, event, payload);
    const { interviewId, ...whom } = to;
    this.#say(interviewId, { kind: 'room', ...whom, event, payload });
  };

  toParticipant: RoomBus['toParticipant'] = (to, event, payload) => {
    this.#use.local.toParticipant(to, event, payload);
    const { interviewId, participantId } = to;
    if (this.#isHere(to)) return;
    this.#say(interviewId, { kind: 'person', participantId, event, payload });
  };

  signal: RoomBus['signal'] = async (to, signal) => {
    if (await this.#use.local.signal(to, signal)) return true;
    const { interviewId, participantId, epoch } = to;
    const message: PageMessage = { to: { interviewId, participantId, epoch }, signal };
    try {
      return (await this.#use.link.publish(pageChannel(to), JSON.stringify(message))) > 0;
    } catch {
      this.#missed.add(interviewId);
      return false;
    }
  };

  exclude: RoomBus['exclude'] = (person) => {
    this.#use.local.exclude(person);
    const { interviewId, participantId } = person;
    this.#say(interviewId, { kind: 'exclude', participantId });
  };

  renew: RoomBus['renew'] = async (person) => {
    if (this.#isHere(person)) {
      await this.#use.local.renew(person);
      return;
    }
    const { interviewId, participantId } = person;
    await this.#ask(interviewId, { kind: 'renew', participantId });
  };

  disconnect: RoomBus['disconnect'] = (whose, closed) => {
    this.#use.local.disconnect(whose, closed);
    const { interviewId, ...facts } = whose;
    this.#say(interviewId, { kind: 'disconnect', ...facts, ...(closed && { closed }) });
  };

  updated: RoomBus['updated'] = (interview) => {
    this.#use.local.updated(interview);
    this.#say(interview.id, { kind: 'updated', interview });
  };

  ended: RoomBus['ended'] = (interviewId, reason) => {
    this.#use.local.ended(interviewId, reason);
    this.#say(interviewId, { kind: 'ended', reason });
  };

  #isHere({ interviewId, participantId }: Person): boolean {
    return this.#use.connections.find(interviewId, participantId) !== undefined;
  }

  #say(interviewId: string, word: RoomWord): void {
    const { link, nodeId } = this.#use;
    const message: RoomMessage = { from: nodeId, word };
    link.publish(roomChannel(interviewId), JSON.stringify(message)).catch(() => {
      this.#missed.add(interviewId);
    });
  }

  /** @returns whether another node says yes; `false` also while Redis is away */
  #ask(interviewId: string, word: RoomQuestion): Promise<boolean> {
    const { link, nodeId } = this.#use;
    return this.#questions
      .ask(async (ask) => {
        const message: RoomMessage = { from: nodeId, ask, word };
        const heard = await link.publish(roomChannel(interviewId), JSON.stringify(message));
        return heard - (this.#followed.has(interviewId) ? 1 : 0);
      })
      .catch(() => {
        this.#missed.add(interviewId);
        return false;
      });
  }

  readonly #onAnswer = (text: string): void => {
    const { ask, there } = JSON.parse(text) as Answer;
    this.#questions.answered(ask, there);
  };

  readonly #onSignal = (text: string): void => {
    const { to, signal } = JSON.parse(text) as PageMessage;
    void this.#use.local.signal(to, signal);
  };

  readonly #onWord = (text: string, channel: string): void => {
    // Most of what is said here comes back here: it need not be read.
    if (text.startsWith(this.#ownStart)) return;
    const { from, ask, word } = JSON.parse(text) as RoomMessage;
    const interviewId = ownChannel(channel).slice('room:{'.length, -'}'.length);
    this.#hear(interviewId, word)
      .then(async (there) => {
        if (ask === undefined) return;
        const answer: Answer = { ask, there };
        await this.#use.link.publish(nodeChannel(from), JSON.stringify(answer));
      })
      .catch(this.#use.onFault);
  };

  async #hear(interviewId: string, word: RoomWord): Promise<boolean> {
    const { local } = this.#use;
    switch (word.kind) {
      case 'room': {
        const { audience, except, event, payload } = word;
        const whom = { interviewId, audience, ...(except !== undefined && { except }) };
        local.toRoom(whom, event, payload as ServerPayload<typeof event>);
        return true;
      }
      case 'person': {
        const { participantId, event, payload } = word;
        const to = { interviewId, participantId };
        local.toParticipant(to, event, payload as ServerPayload<typeof event>);
        return true;
      }
      case 'renew': {
        const there = this.#isHere({ interviewId, ...word });
        await local.renew({ interviewId, ...word });
        return there;
      }
      case 'exclude':
        local.exclude({ interviewId, ...word });
        return true;
      case 'disconnect':
        local.disconnect({ interviewId, ...word }, word.closed);
        return true;
      case 'updated':
        local.updated(word.interview);
        return true;
      case 'ended':
        local.ended(interviewId, word.reason);
        return true;
      case 'missed':
        await this.#refreshAll(this.#use.connections.in(interviewId));
        return true;
    }
  }

  /** As long as it is connected here and let in. */
  async #hearPage(page: Page): Promise<void> {
    const { link, connections } = this.#use;
    if (connections.findPage(page)) await link.subscribe(pageChannel(page), this.#onSignal);
    // It may have gone while it was subscribed to.
    if (!connections.findPage(page)) link.unsubscribe(pageChannel(page), this.#onSignal);
  }

  #unfollow(interviewId: string): void {
    this.#followed.delete(interviewId);
    this.#use.link.unsubscribe(roomChannel(interviewId), this.#onWord);
  }

  /** Redis is back: who hears this node and whom it hears may have missed words. */
  async #catchUp(): Promise<void> {
    // What was subscribed to while Redis went away may not have arrived.
    await Promise.all([
      ...[...this.#followed].map((interviewId) => this.#followRoom(interviewId)),
      ...this.#use.connections.all().map((connection) => this.#hearPage(connection)),
    ]);
    const missed = [...this.#missed];
    this.#missed.clear();
    for (const interviewId of missed) this.#say(interviewId, { kind: 'missed' });
    await this.#refreshAll(this.#use.connections.all());
  }

  async #refreshAll(connections: readonly Connection[]): Promise<void> {
    const waiting = [...connections];
    const lane = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        if (!next.closed) await this.#use.refresh(next);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }
}
