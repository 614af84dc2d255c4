import type { ServerEvent } from '../signaling/signaling-channel.ts';
import type { ChatRoom } from './chat-room.ts';

type ChatEvent = Extract<ServerEvent, { readonly name: `chat:${string}` }>;

/** Brings what the server tells of the chat to it. */
export function receiveChatEvent(chat: ChatRoom, { name, payload }: ChatEvent): void {
  switch (name) {
    case 'chat:message':
      chat.received(payload.message);
      break;
    case 'chat:typing':
      chat.typing(payload.from, payload.typing);
      break;
    case 'chat:delivered':
      chat.deliveredTo(payload);
      break;
    case 'chat:read':
      chat.readBy(payload);
      break;
  }
}
