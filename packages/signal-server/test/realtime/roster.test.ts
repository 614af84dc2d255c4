import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Participant } from '@rendev/interview-protocol';
import { ChatService } from '../../src/chat/chat-service.ts';
import { type Client, eventually } from './client.ts';
import { TestServer } from './server.ts';

/** What a page knows of the others: the last snapshot and every change after it. */
function rosterOf(client: Client): Map<string, Participant> {
  const roster = new Map<string, Participant>();
  for (const { event, payload } of client.received) {
    const { participants, participant, id } = payload as {
      participants?: Participant[];
      participant?: Participant;
      id?: string;
    };
    if (event === 'room:snapshot') {
      roster.clear();
      for (const one of participants ?? []) roster.set(one.id, one);
    } else if (event === 'participant:left' && id !== undefined) {
      roster.delete(id);
    } else if (participant !== undefined) {
      roster.set(participant.id, participant);
    }
  }
  return roster;
}

const byId = (a: Participant, b: Participant) => (a.id < b.id ? -1 : 1);

describe('the roster', () => {
  it('comes first, and what changes while it is read follows it', async (t) => {
    const server = await TestServer.start();
    try {
      const interview = await server.interview();
      const early = await server.join(interview);
      const since = t.mock.method(ChatService.prototype, 'since');
      since.mock.mockImplementationOnce(async function (this: ChatService, ...asked) {
        const page = await this.since(...asked);
        // The roster and the chat are read by now, but not sent.
        await early.send('participant:hand', { raised: true });
        assert.ok((await early.say('meanwhile')).ok);
        return page;
      });
      const late = await server.join(interview);
      await late.event('chat:message');
      assert.deepEqual(
        late.received.map(({ event }) => event),
        ['room:snapshot', 'participant:updated', 'chat:message'],
      );
      assert.equal(late.joined.participants[0]?.hand, false);
      assert.deepEqual(late.joined.chat.messages, []);
    } finally {
      await server.close();
    }
  });

  it('is the same for all after a storm of joins, reloads, losses, departures and changes', async () => {
    const server = await TestServer.start();
    try {
      const interview = await server.interview();
      const person = async (n: number): Promise<Client | undefined> => {
        const seat = `invitation:${n}`;
        let page = await server.join(interview, { seat, name: `Person ${n}` });
        for (let turn = 0; turn < 4; turn += 1) {
          const media = { microphone: turn % 2 === 0, camera: n % 2 === 0, screen: turn === n };
          page.socket.emit('participant:media', media);
          page.socket.emit('participant:hand', { raised: (turn + n) % 2 === 0 });
          if ((turn + n) % 3 === 0) await page.vanish();
          else if ((turn + n) % 5 === 0) await page.send('participant:leave', {});
          page = await server.join(interview, { seat, name: `Person ${n}` });
        }
        if (n !== 5) return page;
        await page.send('participant:leave', {});
        return undefined;
      };
      const pages = await Promise.all([0, 1, 2, 3, 4, 5].map(person));
      const staying = pages.filter((page) => page !== undefined);
      assert.equal(staying.length, 5);

      const watcher = await server.join(interview, { role: 'observer' });
      const truth = [...watcher.joined.participants, watcher.joined.self];
      for (const page of staying) {
        assert.equal(page.received[0]?.event, 'room:snapshot');
        const self = await page.self();
        const expected = truth.filter(({ id }) => id !== self.id).sort(byId);
        await eventually('the same roster', () =>
          JSON.stringify([...rosterOf(page).values()].sort(byId)) === JSON.stringify(expected)
            ? true
            : undefined,
        );
      }
    } finally {
      await server.close();
    }
  });
});
