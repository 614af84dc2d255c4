import { rule } from '../realtime/event-rule.ts';
import { ok } from '../result.ts';
import type { RoomBus } from '../rooms/room-bus.ts';
import type { ChatService } from './chat-service.ts';
import { ToldMessages } from './told-messages.ts';

export const chatEvents = (
  { chat, bus }: { chat: ChatService; bus: RoomBus },
  told = new ToldMessages(),
) => ({
  'chat:send': rule(
    'chat:send',
    async (connection, draft) => {
      const sent = await chat.send(connection, draft);
      if (!sent.ok) return sent;
      const { message } = sent.value;
      if (!told.has(connection, message.id)) {
        told.add(connection, message.id);
        bus.toRoom(othersOf(connection), 'chat:message', { message });
      }
      return ok({ message });
    },
    { limit: 'chat' },
  ),
  'chat:since': rule('chat:since', async ({ interviewId }, { seq }) =>
    ok(await chat.since(interviewId, seq)),
  ),
  'chat:typing': rule('chat:typing', (connection, { typing }) => {
    bus.toRoom(othersOf(connection), 'chat:typing', { from: connection.participantId, typing });
    return ok({});
  }),
  'chat:delivered': rule('chat:delivered', async (connection, { seq }) => {
    const { participantId } = connection;
    if (await chat.markDelivered(participantId, seq)) {
      bus.toRoom(othersOf(connection), 'chat:delivered', { from: participantId, seq });
    }
    return ok({});
  }),
  'chat:read': rule('chat:read', async (connection, { seq }) => {
    const { participantId } = connection;
    if (await chat.markRead(participantId, seq)) {
      bus.toRoom(othersOf(connection), 'chat:read', { from: participantId, seq });
    }
    return ok({});
  }),
});

const othersOf = (person: { interviewId: string; participantId: string }) =>
  ({ interviewId: person.interviewId, audience: 'room', except: person.participantId }) as const;
